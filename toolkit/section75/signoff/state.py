"""The state of an agreement on a day, by the approvals and the execution that are recorded."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from section75.model import Agreement, Executed
from section75.signoff.coverage import Coverage, Standing, is_covered


class State(StrEnum):
    """How far an agreement has come."""

    UNRECORDED = "not recorded"
    """It lists no approvals and no execution is recorded: nothing shows how far it has come."""
    DRAFT = "draft"
    IN_APPROVAL = "in approval"
    APPROVED = "approved"
    EXECUTED = "executed"
    IN_FORCE = "in force"
    EXTENDED = "extended"
    EXPIRED = "expired"


def last_executed(agreement: Agreement, executed: Sequence[Executed], today: str) -> Executed | None:
    """The last execution of an agreement that was recorded by a day, year-month-day."""
    ours = [each for each in executed if each.agreement == agreement.id and each.dated <= today]
    return max(ours, key=lambda each: (each.dated, each.id), default=None)


def state(agreement: Agreement, found: Sequence[Coverage], executed: Sequence[Executed], today: str) -> State:
    """The state on a day, year-month-day. What was executed stays so whatever the files become later."""
    term = agreement.term
    if last_executed(agreement, executed, today):
        if today < term.start:
            return State.EXECUTED
        if today > term.last_day:
            return State.EXPIRED
        return State.EXTENDED if term.end and today > term.end else State.IN_FORCE
    if not agreement.approvals:
        return State.UNRECORDED
    if is_covered(found):
        return State.APPROVED
    begun = any(each.standing not in (Standing.MISSING, Standing.WAITING) for each in found)
    return State.IN_APPROVAL if begun else State.DRAFT
