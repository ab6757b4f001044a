"""Rows of a list, counted by the value of a field."""

from __future__ import annotations

from collections import Counter

from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, Run
from section75.reviews.predicates.values import Values
from section75.reviews.subject import Subject


def _prepare(values: Values) -> Run:
    of, by, exactly = values.word("of"), values.word("by"), values.flag("exactly")
    wanted = values.numbers("counts")

    def run(subject: Subject) -> Outcome:
        found = Counter(str(row.get(by, "")) for row in subject.rows(of))
        wrong = [
            f"{found[key]} {key.replace('-', ' ')}, not {count}"
            for key, count in wanted.items()
            if found[key] < count or (exactly and found[key] != count)
        ]
        where = tuple(str(row.get("id", "")) for row in subject.rows(of) if str(row.get(by, "")) in wanted)
        return Outcome(not wrong, where, f"under {of}: " + "; ".join(wrong) if wrong else "")

    return run


COUNTS = Predicate(
    "counts",
    "So many rows of a list have each value of a field.",
    "of, the name of a list; by, a field; counts, a number for each value; exactly, true where more is wrong too",
    _prepare,
)
