"""The state of an agreement on a day, by the approvals and the execution that are recorded."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from section75.model import Agreement, Executed, Extended
from section75.model.agreement import Term
from section75.signoff.coverage import Coverage, Standing, is_covered


class State(StrEnum):
    """How far an agreement has come."""

    UNRECORDED = "not recorded"
    """It lists no approvals and no execution is recorded: nothing shows how far it has come."""
    DRAFT = "draft"
    IN_APPROVAL = "in approval"
    APPROVED = "approved"
    ENGROSSED = "engrossed"
    """Approved, and the text as it stands was sent out to be signed."""
    EXECUTED = "executed"
    IN_FORCE = "in force"
    VARIED = "varied"
    """In force as a deed of variation left it."""
    EXTENDED = "extended"
    SUPERSEDED = "superseded"
    """In force by its own words, and renewed by another that is in force."""
    EXPIRED = "expired"


def executions(agreement: Agreement, executed: Sequence[Executed], today: str) -> tuple[Executed, ...]:
    """What was executed of an agreement by a day, year-month-day: itself, then each deed that varied it, in order."""
    ours = (each for each in executed if each.agreement == agreement.id and each.dated <= today)
    return tuple(sorted(ours, key=lambda each: (each.dated, each.id)))


def last_executed(agreement: Agreement, executed: Sequence[Executed], today: str) -> Executed | None:
    """The last execution of an agreement, or of a deed that varied it, that was recorded by a day, year-month-day."""
    return next(reversed(executions(agreement, executed, today)), None)


def end_of_term(agreement: Agreement, extended: Sequence[Extended], today: str) -> str:
    """The last day of the term, year-month-day, with the extensions that were recorded by a day."""
    ours = (each.to for each in extended if each.agreement == agreement.id and each.on <= today)
    return max((agreement.term.last_day, *ours)) if agreement.term.end else agreement.term.last_day


def state(
    agreement: Agreement,
    found: Sequence[Coverage],
    executed: Sequence[Executed],
    today: str,
    extended: Sequence[Extended] = (),
    engrossed: bool = False,
) -> State:
    """The state on a day, year-month-day. What was executed stays so whatever the files become later.

    `engrossed` says whether exactly this text was sent out to be signed.
    """
    done = executions(agreement, executed, today)
    if done:
        return _since_execution(agreement.term, end_of_term(agreement, extended, today), done[1:], today)
    if not agreement.approvals:
        return State.UNRECORDED
    if is_covered(found):
        return State.ENGROSSED if engrossed else State.APPROVED
    begun = any(each.standing not in (Standing.MISSING, Standing.WAITING) for each in found)
    return State.IN_APPROVAL if begun else State.DRAFT


def _since_execution(term: Term, ends: str, deeds: Sequence[Executed], today: str) -> State:
    """The state of what was executed, by its term and the deeds that varied it since."""
    if today < term.start:
        return State.EXECUTED
    if today > ends:
        return State.EXPIRED
    if term.end and today > term.end:
        return State.EXTENDED
    return State.VARIED if any((each.effective or each.dated) <= today for each in deeds) else State.IN_FORCE
