"""Every party appears in a field of a list: each delivers data, each contributes."""

from __future__ import annotations

from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, Run
from section75.reviews.predicates.values import Values
from section75.reviews.subject import Subject


def _prepare(values: Values) -> Run:
    of, field = values.word("of"), values.word("field")

    def run(subject: Subject) -> Outcome:
        rows = subject.rows(of)
        named = {str(row.get(field)) for row in rows}
        missing = [party.name for party in subject.agreement.parties if party.id not in named]
        where = tuple(str(row.get("id", "")) for row in rows)
        return Outcome(not missing, where, f"nothing under {of} is for {' or '.join(missing)}" if missing else "")

    return run


EACH_PARTY = Predicate(
    "each-party", "Every party appears in a field of a list.", "of, the name of a list; field, e.g. party", _prepare
)
