"""Each delegated function is evidenced by an indicator, and each of those by a service that carries it."""

from __future__ import annotations

from section75.model.schedules import PerformanceSchedule
from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, Run
from section75.reviews.predicates.values import Values
from section75.reviews.subject import Subject


def _prepare(values: Values) -> Run:
    by = values.word("by", "indicators", "services")

    def run(subject: Subject) -> Outcome:
        named: set[str] = {f for s in subject.schedules(PerformanceSchedule) for i in s.indicators for f in i.functions}
        if not subject.delegated:
            return Outcome(False, (), "no function is listed as delegated")
        bare = [f.id for f in subject.delegated if not getattr(f, by) and not (by == "indicators" and f.id in named)]
        if bare:
            return Outcome(
                False, tuple(bare), f"{len(bare)} of {len(subject.delegated)} delegated functions name no {by}"
            )
        return Outcome(True, tuple(f.id for f in subject.delegated))

    return run


EVIDENCED = Predicate(
    "evidenced",
    "Each delegated function names its indicators, or its services.",
    "by, indicators or services",
    _prepare,
)
