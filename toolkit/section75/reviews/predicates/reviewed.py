"""Schedules, or the risk register, were reviewed recently enough."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, Run
from section75.reviews.predicates.values import Values
from section75.reviews.subject import Subject


def _prepare(values: Values) -> Run:
    what, days, kind = (
        values.word("what", "schedules", "register"),
        values.number("days"),
        values.word("kind", absent=""),
    )

    def run(subject: Subject) -> Outcome:
        if what == "register":
            register = subject.risks
            if register is None:
                return Outcome(False, (), "there is no risk register")
            return _judged(subject, {register.id: register.reviewed}, days)
        chosen: dict[str, str] = {s.id: s.last_reviewed for s in subject.agreement.schedules if kind in ("", s.kind)}
        return _judged(subject, chosen, days) if chosen else Outcome(False, (), f"there is no schedule of {kind}")

    return run


def _judged(subject: Subject, reviewed: Mapping[str, str], days: int) -> Outcome:
    # A draft is measured by its own first day: nothing has to be reviewed again before it runs.
    begun = subject.today.isoformat() >= subject.agreement.term.start
    at = subject.until if begun else date.fromisoformat(subject.agreement.term.start)
    late = [name for name, day in reviewed.items() if not day or (at - date.fromisoformat(day)).days > days]
    if late:
        return Outcome(False, tuple(late), f"{len(late)} of {len(reviewed)} were not reviewed in the last {days} days")
    return Outcome(True, tuple(reviewed))


REVIEWED = Predicate(
    "reviewed",
    "Schedules, or the risk register, were reviewed recently enough.",
    "what, schedules or register; days; kind, of the schedules meant",
    _prepare,
)
