"""Something was done and recorded, at any time or before a day."""

from __future__ import annotations

from datetime import date

from section75.language import british
from section75.language.months import later
from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, Run
from section75.reviews.predicates.records import TAKES, enough, wanted
from section75.reviews.predicates.values import Values
from section75.reviews.subject import Subject

MONTHS_ALLOWED = 3
"""Months after the term began within which something is first done."""


def _prepare(values: Values) -> Run:
    records, least = wanted(values), values.number("least", absent=1)
    before = values.word("before", "start", "end", absent="")

    def run(subject: Subject) -> Outcome:
        term, found, others = subject.agreement.term, records.among(subject), records.is_any(subject)
        if before:
            limit = term.start if before == "start" else term.last_day
            found = [record for record in found if record.on <= limit]
            return enough(
                found, least, f"no {records.name} of that type is recorded before {british.day(limit)}", others
            )
        if not found and subject.until < later(date.fromisoformat(term.start), MONTHS_ALLOWED):
            said = f"it is not due in the first {MONTHS_ALLOWED} months of the term"
            return Outcome(None, (), said, is_later=True)
        return enough(found, least, f"no {records.name} of that type is recorded", others)

    return run


RECORDED = Predicate(
    "recorded",
    "There is a record of a kind.",
    f"{TAKES}; least, how many; before, start or end of the term",
    _prepare,
)
