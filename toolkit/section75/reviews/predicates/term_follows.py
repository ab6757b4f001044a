"""The term begins on the day after the previous one ended."""

from __future__ import annotations

from section75.language import months
from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, plain
from section75.reviews.subject import Subject


def _run(subject: Subject) -> Outcome:
    term = subject.agreement.term
    if not term.previous_end:
        return Outcome(False, (), "the agreement does not say when the previous one ended")
    met = months.follows(term.previous_end, term.start)
    said = "" if met else "the term does not begin on the day after the previous one ended"
    return Outcome(met, (subject.agreement.id,), said)


TERM_FOLLOWS = Predicate(
    "term-follows", "The term begins on the day after the previous one ended.", "nothing", plain(_run)
)
