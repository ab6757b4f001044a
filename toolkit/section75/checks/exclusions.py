"""What the law does not allow to be arranged under section 75, and what only looks so.

SI 2000/617, regulation 6(a): sections 114 and 115 of the Mental Health Act 1983; sections 14, 17 and 69 of the Care Act
2014 and regulations under section 2(3) of it, save with the matching care function; section 6 of the Local Authority
Social Services Act 1970; sections 1 and 2 of the Adoption Act 1976; Parts VII to IX and section 86 of the Children
Act 1989.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from section75.checks.case import Case
from section75.findings import WARNING, Remark
from section75.model.schedules import FunctionsSchedule

NEVER: tuple[tuple[str, str], ...] = (
    ("Mental Health Act 1983|1983 Act", r"\b11[45]\b"),
    ("Local Authority Social Services Act 1970|1970 Act", r"\bsections? 6\b"),
    ("Adoption Act 1976", r"\bsections? [12]\b"),
    ("Children Act 1989", r"\bParts? (?:VII|VIII|IX)\b|\bsection 86\b"),
)
"""Acts, and their provisions that no arrangement may cover."""
CHARGING: tuple[tuple[str, str], ...] = (
    ("Care Act(?: 2014)?", r"\b(?:14|17|69)\b|\b2\(3\)"),
    ("National Assistance Act 1948|1948 Act", r"\b(?:22|43|45|49)\b|\b23\(3\)|\b26\([234]\)"),
    ("Adjudications Act 1983", r"\b17\b"),
)
"""Excluded too, save where the matching care function is in the same arrangement (regulation 6(k) and (l)); the last
two until 31 March 2015."""


def exclusions(case: Case) -> Iterator[Remark]:
    """`excluded-function` for what is delegated and may not be; `not-excluded-by-law` for the reverse."""
    for schedule in case.agreement.schedules:
        if not isinstance(schedule, FunctionsSchedule):
            continue
        for delegated in schedule.delegated:
            if forbidden(delegated.statute):
                message = f"{delegated.statute} cannot be arranged under section 75"
                hint = "list it under legally_excluded; see regulation 6(a) of SI 2000/617"
                yield Remark("excluded-function", message, delegated.id, at="statute", hint=hint)
        for excluded in schedule.legally_excluded:
            if not (forbidden(excluded.statute) or charging(excluded.statute)):
                message = f"the law does not exclude {excluded.statute}"
                hint = "list it under locally_retained where the council chose to keep it"
                yield Remark("not-excluded-by-law", message, excluded.id, at="statute", hint=hint, severity=WARNING)


def forbidden(statute: str) -> bool:
    """Whether a statute is one that no arrangement may cover."""
    return any(_names(statute, provision) for provision in NEVER)


def charging(statute: str) -> bool:
    """Whether a statute is one of charging or financial assessment."""
    return any(_names(statute, provision) for provision in CHARGING)


def _names(statute: str, provision: tuple[str, str]) -> bool:
    """Whether a citation is of a provision, given as patterns of its Act and its sections."""
    act, sections = provision
    return bool(re.search(act, statute) and re.search(sections, statute))
