"""Whether what each body approved is the text as it stands. Worked out afresh each time; nothing of it is stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from section75.document import EXECUTION
from section75.model import Agreement, Approval, RequiredApproval
from section75.signoff.changed import Changed, changes
from section75.signoff.digest import TERM, Digests
from section75.value import dataclass


class Standing(StrEnum):
    """How a required approval stands today."""

    COVERED = "covered"
    DELEGATED = "covered within the delegation"
    CALL_IN = "call-in running"
    CHANGED = "no longer covered"
    WAITING = "waiting for another body"
    MISSING = "not approved yet"


DONE = (Standing.COVERED, Standing.DELEGATED)
"""Nothing more is needed."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """A required approval, and how it stands."""

    required: RequiredApproval
    standing: Standing
    approval: Approval | None = None
    """The last decision of the body itself."""
    changed: tuple[Changed, ...] = ()
    """What is not what was approved."""
    waits_for: tuple[str, ...] = ()
    """Bodies whose approval comes first."""
    within: Approval | None = None
    """The decision of its delegate that covers the text."""


def coverage(agreement: Agreement, approvals: Sequence[Approval], made: Digests, today: str) -> tuple[Coverage, ...]:
    """How each required approval stands on a day, year-month-day, in the order of the agreement.

    An approval of another agreement, or dated later than the day, counts for nothing.
    """
    ours = sorted((a for a in approvals if a.agreement == agreement.id and a.on <= today), key=lambda a: (a.on, a.id))
    found: dict[str, Coverage] = {}
    for required in agreement.approvals:
        found[required.id] = _stands(
            required, [a for a in ours if str(a.requires) == str(required.id)], agreement, made, today
        )
    bodies: dict[str, str] = {required.id: required.body for required in agreement.approvals}
    return tuple(_waiting(each, found, bodies) for each in found.values())


def is_covered(found: Sequence[Coverage]) -> bool:
    """Whether every approval that is required covers the text; never where none is required."""
    return bool(found) and all(each.standing in DONE for each in found)


def parts(agreement: Agreement, made: Digests) -> Mapping[str, str]:
    """The digest of each part that a reader would name: parties, recitals, clauses, schedules, the term and so on."""
    lists: tuple[tuple[Any, ...], ...] = (
        agreement.parties,
        agreement.arrangements,
        agreement.recitals,
        agreement.definitions,
        agreement.clauses,
        agreement.schedules,
    )
    ids = [str(each.id) for group in lists for each in group]
    return {unit: made.units[unit] for unit in (*ids, TERM, EXECUTION) if unit in made.units}


def _stands(
    required: RequiredApproval, made_for: Sequence[Approval], agreement: Agreement, made: Digests, today: str
) -> Coverage:
    own = [approval for approval in made_for if not approval.under]
    if not own:
        return Coverage(required, Standing.MISSING)
    last = own[-1]
    covered = Standing.CALL_IN if last.call_in_ends >= today else Standing.COVERED
    if last.digest == made.whole:
        return Coverage(required, covered, last)
    later = [approval for approval in made_for if str(approval.under) == str(last.id) and approval.on >= last.on]
    may = required.delegable and last.form != "exact" and bool(last.delegate)
    within = next((approval for approval in reversed(later) if approval.digest == made.whole), None)
    if may and within:
        waits = covered is Standing.CALL_IN or within.call_in_ends >= today
        standing = Standing.CALL_IN if waits else Standing.DELEGATED
        return Coverage(required, standing, last, within=within)
    known = later[-1] if may and later else last
    then = {str(each.unit): each.digest for each in known.units}
    return Coverage(required, Standing.CHANGED, last, changes(then, parts(agreement, made)))


def _waiting(each: Coverage, found: Mapping[str, Coverage], bodies: Mapping[str, str]) -> Coverage:
    first = [name for name in each.required.after if name in found and found[name].standing not in DONE]
    if each.standing is not Standing.MISSING or not first:
        return each
    return Coverage(each.required, Standing.WAITING, waits_for=tuple(bodies[name] for name in first))
