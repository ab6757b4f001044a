"""Lists whose columns are years, days or periods: contributions, vacancies, results."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any

from section75.compose.phrases import Phrases, composed
from section75.document import Cell, Column, Line, Origin, Row, Table, Text, words_of
from section75.language import british
from section75.numbering import Placed


def contributions(placed: Placed, phrases: Phrases) -> Table:
    """What each party pays or provides in each year, and the total of each year."""
    schedule: Any = placed.holder
    years = _columns(schedule.id, "years", (year.replace("-", "/") for year in schedule.years))
    rows = []
    for index, row in enumerate(placed.source, 1):
        named = (_named(phrases, row.party, Origin(row.id, "party")), _line(phrases, row.item, Origin(row.id, "item")))
        rows.append(Row((*named, *_figures(row.id, "amounts", row.amounts, "pounds")), row.id, str(index)))
    sums = [british.added_up((row.amounts[i] for row in placed.source), "pounds") for i in range(len(schedule.years))]
    columns = (Column("Party"), Column("Contribution"), *years)
    return _table(placed, "Contributions", columns, (*rows, _total(2, sums, "pounds")))


def posts(placed: Placed, phrases: Phrases) -> Table:
    """The posts, their establishment and the vacancies on each day that they were counted."""
    schedule: Any = placed.holder
    days = _columns(schedule.id, "counted_on", (f"Vacant on {british.day(day)}" for day in schedule.counted_on))
    known = any(row.establishment is not None for row in placed.source)
    agreed = (Column("Establishment", numeric=True),) if known else ()
    rows = []
    for index, row in enumerate(placed.source, 1):
        named = (
            _line(phrases, row.post, Origin(row.id, "post")),
            _named(phrases, row.employer, Origin(row.id, "employer")),
        )
        agreed_on = (_figure(row.establishment, "number", Origin(row.id, "establishment")),) if known else ()
        vacant = _figures(row.id, "vacant", row.vacant, "number")
        rows.append(Row((*named, *agreed_on, *vacant), row.id, str(index)))
    sums: list[Decimal | None] = [_sum(row.establishment for row in placed.source)] if known else []
    sums += [_sum(row.vacant[i] for row in placed.source) for i in range(len(days))]
    columns = (Column("Post"), Column("Employer"), *agreed, *days)
    totals = (_total(2, sums, "number"),) if sums else ()
    return _table(placed, "Posts, in whole-time equivalents", columns, (*rows, *totals))


def results(placed: Placed, phrases: Phrases) -> Table:
    """What was reported for each indicator, period by period, and the figure stated for the whole."""
    schedule: Any = placed.holder
    units = {indicator.id: indicator.unit for indicator in schedule.indicators}
    periods = _columns(schedule.id, "periods", schedule.periods)
    rows = []
    for index, row in enumerate(placed.source, 1):
        # A row without values shows nothing under any period.
        values = row.values or (None,) * len(periods)
        named = _named(phrases, row.indicator, Origin(row.id, "indicator"))
        unit = units.get(row.indicator, "number")
        cells = [_value(phrases, value, unit, Origin(row.id, f"values.{i}")) for i, value in enumerate(values)]
        stated = _value(phrases, row.stated, unit, Origin(row.id, "stated"))
        said = tuple(
            Line(phrases.line(words, row.id), label, Origin(row.id, field))
            for words, label, field in ((row.remark, "", "remark"), (row.plan, "Plan", "plan"))
            if words
        )
        rows.append(Row((named, *cells, stated, said), row.id, str(index)))
    columns = (Column("Indicator"), *periods, Column("Stated", numeric=True), Column("Remark"))
    return _table(placed, "Results reported", columns, tuple(rows))


COUNTED: dict[str, Callable[[Placed, Phrases], Table]] = {
    "contributions": contributions,
    "posts": posts,
    "results": results,
}
"""What draws each of them, by the name of the list."""


def quantity(value: Decimal, unit: str, origin: Origin) -> Cell:
    """A cell that holds a figure."""
    return (Line((Text(british.quantity(value, unit)),), origin=origin),)


def total(value: Decimal, unit: str) -> Cell:
    """A cell that holds a figure worked out from those above it."""
    return (Line((composed(british.quantity(value, unit), strong=True),)),)


def _columns(schedule: str, field: str, headings: Iterable[str]) -> tuple[Column, ...]:
    """A column of figures for each entry of a list of the schedule."""
    return tuple(
        Column(heading, numeric=True, origin=Origin(schedule, f"{field}.{index}"))
        for index, heading in enumerate(headings)
    )


def _figures(row: str, field: str, figures: Iterable[Decimal | None], unit: str) -> Iterator[Cell]:
    """The cells of a list of figures."""
    for index, figure in enumerate(figures):
        yield _figure(figure, unit, Origin(row, f"{field}.{index}"))


def _figure(value: Decimal | None, unit: str, origin: Origin) -> Cell:
    return () if value is None else quantity(value, unit, origin)


def _value(phrases: Phrases, value: str | Decimal | None, unit: str, origin: Origin) -> Cell:
    """A figure, or the words that stand in its place."""
    return _line(phrases, value, origin) if isinstance(value, str) else _figure(value, unit, origin)


def _total(before: int, sums: Iterable[Decimal | None], unit: str) -> Row:
    """The row of totals, after so many columns of words."""
    blank: tuple[Cell, ...] = ((),) * (before - 1)
    cells = tuple(total(figure, unit) if figure is not None else () for figure in sums)
    return Row(((Line((composed("Total", strong=True),)),), *blank, *cells), total=True)


def _sum(figures: Iterable[Decimal | None]) -> Decimal:
    return sum((figure for figure in figures if figure is not None), Decimal(0))


def _named(phrases: Phrases, target: str, origin: Origin) -> Cell:
    """The printed name of what a field points at; the field holds its id."""
    return (Line((composed(words_of(phrases.named(target))),), origin=origin),)


def _line(phrases: Phrases, prose: str, origin: Origin) -> Cell:
    return (Line(phrases.line(prose, origin.id), origin=origin),)


def _table(placed: Placed, caption: str, columns: tuple[Column, ...], rows: tuple[Row, ...]) -> Table:
    return Table(placed.id, str(placed.number), (composed(caption),), columns, rows)
