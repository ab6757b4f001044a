"""Rows of a list, counted by the value of a field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, Run, only
from section75.reviews.subject import Subject


def _prepare(values: Mapping[str, Any]) -> Run:
    only(values, "of", "by", "counts", "exactly")
    of, by, exactly = values["of"], values["by"], bool(values.get("exactly", False))
    wanted = {str(key): int(count) for key, count in values["counts"].items()}

    def run(subject: Subject) -> Outcome:
        found = Counter(str(row.get(by, "")) for row in subject.data.get(of, ()))
        wrong = [
            f"{found[key]} {key.replace('-', ' ')}, not {count}"
            for key, count in wanted.items()
            if found[key] < count or (exactly and found[key] != count)
        ]
        where = tuple(row["id"] for row in subject.data.get(of, ()) if str(row.get(by, "")) in wanted)
        return Outcome(not wrong, where[:6], f"under {of}: " + "; ".join(wrong) if wrong else "")

    return run


COUNTS = Predicate(
    "counts",
    "So many rows of a list have each value of a field.",
    "of, the name of a list; by, a field; counts, a number for each value; exactly, true where more is wrong too",
    _prepare,
)
