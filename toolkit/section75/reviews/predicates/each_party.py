"""Every party appears in a field of a list: each delivers data, each contributes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, Run, only
from section75.reviews.subject import Subject


def _prepare(values: Mapping[str, Any]) -> Run:
    only(values, "of", "field")
    of, field = values["of"], values["field"]

    def run(subject: Subject) -> Outcome:
        rows = subject.data.get(of, [])
        named = {row.get(field) for row in rows}
        missing = [party.name for party in subject.agreement.parties if party.id not in named]
        where = tuple(row["id"] for row in rows)[:6]
        return Outcome(not missing, where, f"nothing under {of} is for {' or '.join(missing)}" if missing else "")

    return run


EACH_PARTY = Predicate(
    "each-party", "Every party appears in a field of a list.", "of, the name of a list; field, e.g. party", _prepare
)
