"""Functions that no arrangement may cover, and those that need another with them: regulations 5 and 6.

Regulation 6(a) leaves out sections 114 and 115 of the Mental Health Act 1983; section 6 of the Local Authority Social
Services Act 1970; sections 1 and 2 of the Adoption Act 1976; Parts VII to IX and section 86 of the Children Act 1989;
and sections 14, 17 and 69 of the Care Act 2014 and regulations under section 2(3) of it, unless the matching care
function is arranged too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

NEVER: tuple[tuple[str, str], ...] = (
    ("Mental Health Act 1983|1983 Act", r"\b11[45]\b"),
    ("Local Authority Social Services Act 1970|1970 Act", r"\bsections? 6\b"),
    ("Adoption Act 1976", r"\bsections? [12]\b"),
    ("Children Act 1989", r"\bParts? (?:VII|VIII|IX)\b|\bsection 86\b"),
)
"""Patterns of an Act and of its provisions that no arrangement may cover: regulation 6(a)."""
CHARGING: tuple[tuple[str, str], ...] = (
    ("Care Act(?: 2014)?", r"\b(?:14|17|69)\b|\b2\(3\)"),
    ("National Assistance Act 1948|1948 Act", r"\b(?:22|43|45|49)\b|\b23\(3\)|\b26\([234]\)"),
    ("Adjudications Act 1983", r"\b17\b"),
)
"""Charging and financial assessment, left out unless the matching care function is in the same arrangement.

Regulation 6(k) and (l); the last two Acts until 31 March 2015.
"""
CARE = re.compile(r"(?=.*Care Act).*\b(?:9|10|18|19|20)\b|(?=.*1948).*\b(?:21|29)\b|(?=.*1990).*\b47\b")
"""The care functions that match: the Care Act 2014, and before April 2015 the Acts of 1948 and 1990."""
NHS_EXCLUDED = re.compile(
    r"(?i)\bsurgery\b|\bsurgical\b|radiotherapy|termination of pregnanc|endoscop|class 4 laser|invasive treatment"
    r"|emergency ambulance"
)
"""Words for the services that no arrangement may cover: regulation 5(a)."""


def forbidden(statute: str) -> bool:
    """Whether a statute, as it is cited, is one that no arrangement may cover."""
    return _cites(statute, NEVER)


def charging(statute: str) -> bool:
    """Whether a statute, as it is cited, is about charging or financial assessment."""
    return _cites(statute, CHARGING)


def _cites(statute: str, provisions: Iterable[tuple[str, str]]) -> bool:
    return any(re.search(act, statute) and re.search(sections, statute) for act, sections in provisions)
