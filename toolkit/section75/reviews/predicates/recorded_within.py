"""Something was done and recorded within the last months."""

from __future__ import annotations

from section75.language.months import later
from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, Run
from section75.reviews.predicates.records import TAKES, enough, wanted
from section75.reviews.predicates.values import Values
from section75.reviews.subject import Subject


def _prepare(values: Values) -> Run:
    records, least, months = wanted(values), values.number("least", absent=1), values.number("months")

    def run(subject: Subject) -> Outcome:
        since = later(subject.until, -months).isoformat()
        found = [record for record in records.among(subject) if record.on >= since]
        if len(found) < least and since < subject.agreement.term.start:
            return Outcome(None, (), f"it is not due in the first {months} months of the term", is_later=True)
        said = f"no {records.name} of that type is recorded in the last {months} months"
        return enough(found, least, said, records.is_any(subject))

    return run


RECORDED_WITHIN = Predicate(
    "recorded-within",
    "There is a record of a kind from the last months.",
    f"{TAKES}; months; least, how many",
    _prepare,
)
