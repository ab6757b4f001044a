"""The first review of an agreement is due soon enough after it began."""

from __future__ import annotations

from section75.language import british
from section75.language.months import begun
from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, Run
from section75.reviews.predicates.values import Values
from section75.reviews.subject import Subject


def _prepare(values: Values) -> Run:
    months = values.number("months")

    def run(subject: Subject) -> Outcome:
        term = subject.agreement.term
        if not term.review_due:
            return Outcome(False, (), "no day is set for the first review")
        elapsed = begun(term.start, term.review_due)
        said = f"the first review is due on {british.day(term.review_due)}, more than {months} months after the start"
        return Outcome(elapsed <= months, (subject.agreement.id,), "" if elapsed <= months else said)

    return run


REVIEW_DUE = Predicate(
    "review-due", "The first review is due within so many months after the start.", "months", _prepare
)
