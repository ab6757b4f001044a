"""The first review of an agreement falls due soon enough after it began."""

from __future__ import annotations

from datetime import date

from section75 import british
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
        elapsed = _months(date.fromisoformat(term.start), date.fromisoformat(term.review_due))
        said = f"the first review is due on {british.day(term.review_due)}, more than {months} months after the start"
        return Outcome(elapsed <= months, (subject.agreement.id,), "" if elapsed <= months else said)

    return run


def _months(start: date, end: date) -> int:
    """Months from one day to another, one that has begun counted whole."""
    return (end.year - start.year) * 12 + end.month - start.month + (end.day > start.day)


REVIEW_DUE = Predicate(
    "review-due", "The first review is due within so many months after the start.", "months", _prepare
)
