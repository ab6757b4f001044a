"""A list is no longer than in the agreement that is renewed."""

from __future__ import annotations

from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, Run
from section75.reviews.predicates.values import Values
from section75.reviews.subject import Subject


def _prepare(values: Values) -> Run:
    of = values.word("of")

    def run(subject: Subject) -> Outcome:
        if subject.previous is None:
            return Outcome(None, (), "it can only be judged together with the agreement that is renewed")
        now, before = len(subject.rows(of)), len(subject.previous.rows(of))
        said = f"there are {now} {of}, and there were {before}" if now > before else ""
        return Outcome(now <= before, (), said)

    return run


NO_MORE = Predicate(
    "no-more", "A list has no more rows than in the agreement that is renewed.", "of, the name of a list", _prepare
)
