"""A cost shared partly in equal parts and partly by a weight such as population, worked out again to the pound."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from section75.model import Table
from section75.model.walk import every
from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, Run
from section75.reviews.predicates.values import Values
from section75.reviews.subject import Subject

Matches = Callable[[str], bool]


def _prepare(values: Values) -> Run:
    title = values.pattern("table")
    headings = tuple(values.pattern(name) for name in ("weight", "equal", "share"))
    tolerance = values.number("tolerance", absent=1)

    def run(subject: Subject) -> Outcome:
        named = [table for table in every(Table, subject.agreement) if title(table.title)]
        tables = [table for table in named if all(_index(table, heading) is not None for heading in headings)]
        if not tables:
            return Outcome(False, (), "there is no such table", by_words=True)
        wrong = [identity for table in tables for identity in _wrong(table, headings, tolerance)]
        said = f"{len(wrong)} rows are wrong by more than {tolerance}" if wrong else ""
        return Outcome(not wrong, tuple(wrong) or tuple(table.id for table in tables), said)

    return run


def _wrong(table: Table, headings: tuple[Matches, ...], tolerance: int) -> Iterator[str]:
    """The rows whose equal part is not an even share of its column, or whose other part does not follow the weight."""
    weights, equals, shares = (_column(table, heading) for heading in headings)
    weight, equal, share = (sum(column, Decimal(0)) for column in (weights, equals, shares))
    for row, each, even, part in zip(table.rows, weights, equals, shares, strict=True):
        is_even = abs(even - equal / len(table.rows)) <= tolerance
        is_weighted = bool(weight) and abs(part - share * each / weight) <= tolerance
        if not (is_even and is_weighted):
            yield row.id


def _index(table: Table, heading: Matches) -> int | None:
    return next((index for index, column in enumerate(table.columns) if heading(column.heading)), None)


def _column(table: Table, heading: Matches) -> list[Decimal]:
    """The numbers of the first column with such a heading; a cell of words counts as nought."""
    index = _index(table, heading) or 0
    cells = (row.cells[index] for row in table.rows)
    return [cell if isinstance(cell, Decimal) else Decimal(0) for cell in cells]


APPORTIONED = Predicate(
    "apportioned",
    "A cost is shared in equal parts and by a weight, and each row comes to what that gives.",
    "table, weight, equal and share, patterns for the title and the headings; tolerance in pounds",
    _prepare,
)
