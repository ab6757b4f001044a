"""Something was done and recorded, at any time or before a day."""

from __future__ import annotations

from section75.language import british
from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, Run
from section75.reviews.predicates.records import TAKES, enough, wanted
from section75.reviews.predicates.values import Values
from section75.reviews.subject import Subject


def _prepare(values: Values) -> Run:
    records, least = wanted(values), values.number("least", absent=1)
    before = values.word("before", "start", "end", absent="")

    def run(subject: Subject) -> Outcome:
        term, found = subject.agreement.term, records.among(subject)
        if before:
            limit = term.start if before == "start" else term.last_day
            found = [record for record in found if record.on <= limit]
            return enough(found, least, f"no {records.name} of that type is recorded before {british.day(limit)}")
        if subject.today.isoformat() < term.start:
            return Outcome(None, (), "it is not due before the term begins", is_later=True)
        return enough(found, least, f"no {records.name} of that type is recorded")

    return run


RECORDED = Predicate(
    "recorded",
    "There is a record of a kind.",
    f"{TAKES}; least, how many; before, start or end of the term",
    _prepare,
)
