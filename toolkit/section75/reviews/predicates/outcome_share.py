"""Some indicators measure outcomes, and their share does not shrink."""

from __future__ import annotations

from fractions import Fraction

from section75.model.schedules import PerformanceSchedule
from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, Run
from section75.reviews.predicates.values import Values
from section75.reviews.subject import Subject


def _prepare(values: Values) -> Run:
    outside = frozenset(values.words("outside", absent=()))

    def run(subject: Subject) -> Outcome:
        outcomes, share = _share(subject, outside)
        if not outcomes:
            return Outcome(False, (), "no indicator measures an outcome")
        if subject.previous and share < _share(subject.previous, outside)[1]:
            return Outcome(False, outcomes, "outcomes are a smaller share of the indicators than before")
        return Outcome(True, outcomes)

    return run


def _share(subject: Subject, outside: frozenset[str]) -> tuple[tuple[str, ...], Fraction]:
    indicators = [i for s in subject.schedules(PerformanceSchedule) for i in s.indicators if i.set not in outside]
    outcomes = tuple(i.id for i in indicators if i.measures == "outcome")
    return outcomes, Fraction(len(outcomes), max(1, len(indicators)))


OUTCOME_SHARE = Predicate(
    "outcome-share",
    "Some indicators measure outcomes, and their share is no smaller than before.",
    "outside, a list of sets that are left out, e.g. ascof",
    _prepare,
)
