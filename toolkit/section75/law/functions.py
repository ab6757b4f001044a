"""Functions that no arrangement may cover, and those that need another with them: regulations 5 and 6.

Regulation 6(a) leaves out sections 114 and 115 of the Mental Health Act 1983; section 6 of the Local Authority Social
Services Act 1970; sections 1 and 2 of the Adoption Act 1976; Parts VII to IX and section 86 of the Children Act 1989;
and sections 14, 17 and 69 of the Care Act 2014 and regulations under section 2(3) of it, unless the matching care
function is arranged too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from section75.value import dataclass

SECTION = r"\b(?:s{1,2}\.?|sections?|sects?\.?)\s*(?:[\w()]+(?:\s*(?:,|and|to|or|-|\u2013)\s*))*"
"""The word before the number of a section, with the numbers of others between: "sections 13, 114 and"."""
CARE_ACT_DAY = "2015-04-01"
"""The day on which Part 1 of the Care Act 2014 took the place of the Acts of 1948 and 1990."""
BEFORE_2013 = "2013-03-31"
"""The last day on which the exclusions stood that SI 2012/3094, regulation 12(6), took out."""


@dataclass(frozen=True, slots=True)
class Excluded:
    """Provisions of an Act that no arrangement may cover: regulation 6(a)."""

    act: str
    """A pattern of its name."""
    provisions: str
    """A pattern of the provisions."""
    until: str = ""
    """The last day of the exclusion; "" while it lasts."""


NEVER = (
    Excluded("Mental Health Act 1983|1983 Act|MHA(?: 1983)?", r"\b11[45]\b"),
    Excluded("Local Authority Social Services Act 1970|1970 Act|LASSA(?: 1970)?", SECTION + r"6\b"),
    Excluded("Local Authority Social Services Act 1970|1970 Act|LASSA(?: 1970)?", SECTION + r"7B\b", BEFORE_2013),
    Excluded("Adoption Act 1976", SECTION + r"[12]\b"),
    Excluded("Registered Homes Act 1984", r"", BEFORE_2013),
    Excluded("Children Act 1989", r"\bParts? (?:VII|VIII|IX)\b|" + SECTION + r"86\b"),
    Excluded("Children Act 1989", r"\bPart X\b", BEFORE_2013),
)
CHARGING: tuple[tuple[str, str], ...] = (
    ("Care Act(?: 2014)?", r"\b(?:14|17|69)\b|\b2\(3\)"),
    ("National Assistance Act 1948|1948 Act", r"\b(?:22|43|45|49)\b|\b23\(3\)|\b26\([234]\)"),
    ("Adjudications Act 1983", r"\b17\b"),
)
"""Charging and financial assessment, left out unless the matching care function is in the same arrangement.

Regulation 6(k) and (l); the last two Acts until 31 March 2015.
"""
PAIRS: tuple[tuple[str, str, str], ...] = (
    ("Care Act(?: 2014)?", r"\b2\(3\)", r"\b2\(1\)"),
    ("Care Act(?: 2014)?", r"\b(?:14|17|69)\b", r"\b(?:18|19)\b"),
    ("1948", r"\b(?:22|23|26|43|45|49)\b", r"\b(?:21|26|29)\b"),
    ("Adjudications Act 1983", r"\b17\b", ""),
)
"""An Act, its provisions on charging, and those on care that have to be arranged with them.

Regulation 6(k): charging under section 14 and the assessment under section 17 go with meeting needs under section 18 or
19; regulation 6(l): regulations under section 2(3) go with section 2(1); both as SI 2015/643, Schedule, paragraph
13(3)(d), has them. Before 1 April 2015 regulation 6(k), put in by SI 2003/629, regulation 5: sections 21 and 26 of the
1948 Act, and any of the functions for which section 17 of the 1983 Act allows a charge.
"""
PRESCRIBED = re.compile(
    r"(?i)\b(?:Care Act|Mental Health Act 1983|1983 Act|MHA|Mental Capacity Act|Children Act|Carers"
    r"|National Assistance|1948 Act|Community Care|1990 Act|Chronically Sick|Disabled Persons|Social Services|Housing"
    r"|Homelessness|Education"
    r"|Highways|Transport|Environmental|Public Health|Health Service Act|2006 Act|1977 Act|NHS Act|Local Government"
    r"|Deprivation of Liberty|Autism|Human Rights|Health and Social (?:Care|Services)|Environment|Recreation)"
)
"""Acts in which functions stand that regulations 5 and 6 prescribe, by words of their names.

Regulation 5: sections 3, 3A, 3B and 83 of the 2006 Act and Schedule 1, and after-care. Regulation 6: the functions in
Schedule 1 to the Local Authority Social Services Act 1970, less what 6(a) excludes; recreation; education; housing;
waste; environmental health; highways; transport; public health. The Acts in Schedule 1 were not all read again.
"""
NHS_EXCLUDED = re.compile(
    r"(?i)\bsurgery\b|\bsurgical\b|radiotherapy|termination of pregnanc|endoscop|class 4 laser|invasive treatment"
    r"|emergency ambulance"
)
"""Words for the services that no arrangement may cover: regulation 5(a)."""


def forbidden(statute: str, start: str = "") -> bool:
    """Whether a statute, as it is cited, is one that no arrangement may cover that begins on a day.

    "" stands for a day under the law of today.
    """
    return any(
        _cites(statute, each.act, each.provisions) for each in NEVER if not each.until or "" < start <= each.until
    )


def charging(statute: str) -> bool:
    """Whether a statute, as it is cited, is about charging or financial assessment."""
    return any(_cites(statute, act, provisions) for act, provisions in CHARGING)


def paired(statute: str, others: Iterable[str]) -> bool:
    """Whether among other functions is the care function without which this one of charging may not be arranged."""
    known = list(others)
    return all(
        any(re.search(act, other) and re.search(care, other) for other in known if care)
        for act, charges, care in PAIRS
        if care and _cites(statute, act, charges)
    )


def prescribed(statute: str) -> bool:
    """Whether a statute is one in which prescribed functions stand, as far as its name tells."""
    return PRESCRIBED.search(statute) is not None


def _cites(statute: str, act: str, provisions: str) -> bool:
    return re.search(act, statute) is not None and re.search(provisions, statute) is not None
