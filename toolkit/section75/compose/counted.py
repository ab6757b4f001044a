"""Lists whose columns are years, days or periods: contributions, vacancies, results."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from section75.compose.phrases import Phrases
from section75.document import Cell, Column, Line, Row, Table, Text, words_of
from section75.language import british
from section75.numbering import Placed


def contributions(placed: Placed, phrases: Phrases) -> Table:
    """What each party pays or provides in each year, and the total of each year."""
    schedule: Any = placed.holder
    years = tuple(Column(year.replace("-", "/"), 2, numeric=True) for year in schedule.years)
    rows = [
        _row(row.id, index, (_named(phrases, row.party), _line(phrases, row.item, row.id)), row.amounts, "pounds")
        for index, row in enumerate(placed.source, 1)
    ]
    sums = [sum((row.amounts[i] for row in placed.source), Decimal(0)) for i in range(len(schedule.years))]
    columns = (Column("Party", 3), Column("Contribution", 5), *years)
    return _table(placed, "Contributions", columns, (*rows, _total(2, sums, "pounds")))


def posts(placed: Placed, phrases: Phrases) -> Table:
    """The posts, their establishment and the vacancies on each day that they were counted."""
    schedule: Any = placed.holder
    days = tuple(Column(f"Vacant on {british.day(day)}", 2, numeric=True) for day in schedule.counted_on)
    known = any(row.establishment is not None for row in placed.source)
    agreed = (Column("Establishment", 2, numeric=True),) if known else ()
    rows = []
    for index, row in enumerate(placed.source, 1):
        figures = ((row.establishment,) if known else ()) + row.vacant
        named = (_line(phrases, row.post, row.id), _named(phrases, row.employer))
        rows.append(_row(row.id, index, named, figures, "number"))
    sums: list[Decimal | None] = [_sum(row.establishment for row in placed.source)] if known else []
    sums += [_sum(row.vacant[i] for row in placed.source) for i in range(len(days))]
    columns = (Column("Post", 5), Column("Employer", 3), *agreed, *days)
    total = (_total(2, sums, "number"),) if sums else ()
    return _table(placed, "Posts, in whole-time equivalents", columns, (*rows, *total))


def results(placed: Placed, phrases: Phrases) -> Table:
    """What was reported for each indicator, period by period, and the figure stated for the whole."""
    schedule: Any = placed.holder
    units = {indicator.id: indicator.unit for indicator in schedule.indicators}
    periods = tuple(Column(period, 2, numeric=True) for period in schedule.periods)
    rows = []
    for index, row in enumerate(placed.source, 1):
        # A row without values shows nothing under any period.
        values = row.values or (None,) * len(periods)
        made = _row(row.id, index, (_named(phrases, row.indicator),), (), "")
        unit = units.get(row.indicator, "number")
        cells = [_value(phrases, value, unit, row.id) for value in (*values, row.stated)]
        said = tuple(
            Line(phrases.line(words, row.id), label) for words, label in ((row.remark, ""), (row.plan, "Plan")) if words
        )
        rows.append(Row((*made.cells, *cells, said), row.id, str(index)))
    columns = (Column("Indicator", 4), *periods, Column("Stated", 2, numeric=True), Column("Remark", 4))
    return _table(placed, "Results reported", columns, tuple(rows))


COUNTED: dict[str, Callable[[Placed, Phrases], Table]] = {
    "contributions": contributions,
    "posts": posts,
    "results": results,
}
"""What draws each of them, by the name of the list."""


def quantity(value: Decimal, unit: str, strong: bool = False) -> Cell:
    """A cell that holds a figure."""
    return (Line((Text(british.quantity(value, unit), bold=strong),)),)


def _row(identity: str, index: int, named: Iterable[Cell], figures: Iterable[Decimal | None], unit: str) -> Row:
    cells = tuple(quantity(figure, unit) if figure is not None else () for figure in figures)
    return Row((*named, *cells), identity, str(index))


def _value(phrases: Phrases, value: str | Decimal | None, unit: str, at: str) -> Cell:
    """A figure, or the words that stand in its place."""
    if value is None:
        return ()
    return quantity(value, unit) if isinstance(value, Decimal) else _line(phrases, value, at)


def _total(before: int, sums: Iterable[Decimal | None], unit: str) -> Row:
    """The row of totals, after so many columns of words."""
    blank: tuple[Cell, ...] = ((),) * (before - 1)
    cells = tuple(quantity(figure, unit, True) if figure is not None else () for figure in sums)
    return Row(((Line((Text("Total", bold=True),)),), *blank, *cells), total=True)


def _sum(figures: Iterable[Decimal | None]) -> Decimal:
    return sum((figure for figure in figures if figure is not None), Decimal(0))


def _named(phrases: Phrases, target: str) -> Cell:
    return (Line((Text(words_of(phrases.named(target))),)),)


def _line(phrases: Phrases, prose: str, at: str) -> Cell:
    return (Line(phrases.line(prose, at)),)


def _table(placed: Placed, caption: str, columns: tuple[Column, ...], rows: tuple[Row, ...]) -> Table:
    return Table(placed.id, str(placed.number), (Text(caption),), columns, rows)
