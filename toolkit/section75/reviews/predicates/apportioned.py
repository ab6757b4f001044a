"""A cost shared half in equal parts and half by population, recomputed to the pound."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from section75.model import Table
from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, Run
from section75.reviews.predicates.values import Values
from section75.reviews.subject import Subject


def _prepare(values: Values) -> Run:
    title = values.pattern("table")
    weight, equal, share = (values.pattern(name) for name in ("weight", "equal", "share"))
    tolerance = values.number("tolerance", absent=1)

    def run(subject: Subject) -> Outcome:
        tables = [
            t
            for s in subject.agreement.schedules
            for t in s.all_tables()
            if title(t.title) and all(any(m(c.heading) for c in t.columns) for m in (weight, equal, share))
        ]
        if not tables:
            return Outcome(False, (), "there is no such table")
        wrong = [row for table in tables for row in _wrong(table, weight, equal, share, tolerance)]
        said = f"{len(wrong)} rows are out by more than {tolerance}" if wrong else ""
        return Outcome(not wrong, tuple(wrong) or tuple(table.id for table in tables), said)

    return run


def _wrong(table: Table, weight: Any, equal: Any, share: Any, tolerance: int) -> list[str]:
    """Rows whose two shares are not what the whole, divided, gives."""
    weights, equals, shares = (
        [_number(row.cells[i]) for row in table.rows]
        for i in (
            next(i for i, c in enumerate(table.columns) if matches(c.heading)) for matches in (weight, equal, share)
        )
    )
    people, half, other = (sum(column, Decimal(0)) for column in (weights, equals, shares))
    return [
        row.id
        for row, each, even, part in zip(table.rows, weights, equals, shares, strict=True)
        if abs(even - half / len(table.rows)) > tolerance or not people or abs(part - other * each / people) > tolerance
    ]


def _number(cell: Any) -> Decimal:
    return cell if isinstance(cell, Decimal) else Decimal(0)


APPORTIONED = Predicate(
    "apportioned",
    "A cost is shared in equal parts and by a weight, and each row comes to what that gives.",
    "table, weight, equal and share, patterns for the title and the headings; tolerance in pounds",
    _prepare,
)
