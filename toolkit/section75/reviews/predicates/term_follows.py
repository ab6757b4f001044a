"""The term begins on the day after the previous one ended."""

from __future__ import annotations

from datetime import date, timedelta

from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, plain
from section75.reviews.subject import Subject


def _prepare(subject: Subject) -> Outcome:
    term = subject.agreement.term
    if not term.previous_end:
        return Outcome(False, (), "the agreement does not say when the previous one ended")
    follows = date.fromisoformat(term.previous_end) + timedelta(days=1) == date.fromisoformat(term.start)
    said = "" if follows else "the term does not begin on the day after the previous one ended"
    return Outcome(follows, (subject.agreement.id,), said)


TERM_FOLLOWS = Predicate(
    "term-follows", "The term begins on the day after the previous one ended.", "nothing", plain(_prepare)
)
