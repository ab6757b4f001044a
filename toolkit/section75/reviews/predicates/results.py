"""Reported results: a figure or a reason for none in each period, and a comment on every missed target."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from section75.language.months import later
from section75.model.operations import IndicatorResult
from section75.model.rows import Indicator
from section75.model.schedules import PerformanceSchedule
from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, Run, plain
from section75.reviews.predicates.values import Values
from section75.reviews.subject import Subject

MONTHS_ALLOWED = 6
"""Months after the term began within which the first results are reported."""


def _complete(subject: Subject) -> Outcome:
    schedules = [s for s in subject.schedules(PerformanceSchedule) if s.periods or s.results]
    if not schedules:
        return _nothing(subject)
    bare = [
        i.id
        for s in schedules
        for i in s.indicators
        if not any(_told(s, r) for r in s.results if str(r.indicator) == i.id)
    ]
    if bare:
        return Outcome(False, tuple(bare), f"{len(bare)} indicators have neither figures nor the reason for none")
    return Outcome(True, tuple(r.id for s in schedules for r in s.results))


def _nothing(subject: Subject) -> Outcome:
    """No results at all: not due yet in the first two quarters of the term."""
    first = later(date.fromisoformat(subject.agreement.term.start), MONTHS_ALLOWED)
    if subject.until < first:
        return Outcome(None, (), "nothing has been reported yet", is_later=True)
    return Outcome(False, (), f"nothing has been reported, {MONTHS_ALLOWED} months and more after the term began")


def _told(schedule: PerformanceSchedule, result: IndicatorResult) -> bool:
    return len(result.values) == len(schedule.periods) or bool(result.remark)


def _explained(values: Values) -> Run:
    plan = values.flag("plan")

    def run(subject: Subject) -> Outcome:
        pairs = list(_pairs(subject))
        if not pairs:
            return _nothing(subject)
        misses = [result for indicator, result in pairs if result.miss(indicator)]
        silent = [r.id for r in misses if not (r.plan if plan else r.plan or r.remark)]
        if silent:
            what = "plan" if plan else "comment"
            return Outcome(False, tuple(silent), f"{len(silent)} of {len(misses)} missed targets have no {what}")
        return Outcome(True, tuple(result.id for result in misses))

    return run


def _pairs(subject: Subject) -> Iterator[tuple[Indicator, IndicatorResult]]:
    for schedule in subject.schedules(PerformanceSchedule):
        by_id: dict[str, Indicator] = {indicator.id: indicator for indicator in schedule.indicators}
        for result in schedule.results:
            if result.indicator in by_id:
                yield by_id[result.indicator], result


RESULTS_COMPLETE = Predicate(
    "results-complete",
    "Each indicator has a figure, or the reason for none, in each period.",
    "nothing",
    plain(_complete),
)
MISSES_EXPLAINED = Predicate(
    "misses-explained",
    "Each missed target has a comment, or a plan.",
    "plan, true where a comment is not enough",
    _explained,
)
