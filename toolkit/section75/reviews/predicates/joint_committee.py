"""A board that manages the arrangement has members and a purpose (SI 2000/617, regulation 10(2))."""

from __future__ import annotations

from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, plain
from section75.reviews.subject import Subject


def _run(subject: Subject) -> Outcome:
    top = [group for group in subject.groups.values() if not group.reports_to]
    if not top:
        return Outcome(False, (), "no board or joint committee is listed", by_words=True)
    wrong = [group.id for group in top if not group.members or not group.purpose]
    return Outcome(not wrong, tuple(wrong) or tuple(g.id for g in top), "a board has no members" if wrong else "")


JOINT_COMMITTEE = Predicate("joint-committee", "A board has members and a remit.", "nothing", plain(_run))
