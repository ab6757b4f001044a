"""Structured data and further tables as table blocks, with computed totals."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from section75.compose.columns import FACTS, FORMS, Entry
from section75.compose.counted import COUNTED, quantity, total
from section75.compose.phrases import Phrases, composed, of_field
from section75.document import Cell, Column, Line, Origin, Row, Runs, Table, Text, words_of
from section75.language import british
from section75.model import Table as OwnTable
from section75.model.leaves import plan
from section75.model.operations import Band, PassedOn, YearlyValue
from section75.model.table import NUMERIC
from section75.model.units import Day, Months, Pounds, Prose, Ref
from section75.numbering import Placed
from section75.value import dataclass

YES_NO = {True: "Yes", False: "No"}


@dataclass(frozen=True)
class Drawer:
    """Draws the tables of an agreement."""

    phrases: Phrases

    def table(self, placed: Placed) -> Table:
        """The block of one placed table."""
        if isinstance(placed.source, OwnTable):
            return self._own(placed, placed.source)
        if placed.name in COUNTED:
            return COUNTED[placed.name](placed, self.phrases)
        if placed.name == "facts":
            return self._facts(placed)
        return self._listed(placed)

    def _listed(self, placed: Placed) -> Table:
        form = FORMS[placed.name]
        caption = form.caption.format(name=self._name_of(placed.holder))
        # A column that no row fills, such as a limit that nobody sets, is left out.
        used = [column for column in form.columns if any(self._cell(row, column[1]) for row in placed.source)]
        named = {"First rating": "first_rating", "Second rating": "second_rating"}
        headings = [getattr(placed.holder, named.get(column[0], ""), "") or column[0] for column in used]
        columns = tuple(Column(heading, id=column[1][0].field) for heading, column in zip(headings, used, strict=True))
        rows = tuple(
            Row(tuple(self._cell(row, entries) for _, entries in used), row.id, str(index))
            for index, row in enumerate(placed.source, 1)
        )
        return Table(placed.id, str(placed.number), (composed(caption),), columns, rows)

    def _name_of(self, holder: Any) -> str:
        return words_of(self.phrases.line(getattr(holder, "name", "") or ""))

    def _cell(self, row: Any, entries: tuple[Entry, ...]) -> Cell:
        return tuple(line for entry in entries for line in self._lines(row, entry))

    def _lines(self, row: Any, entry: Entry) -> Iterator[Line]:
        value = getattr(row, entry.field)
        if value in ("", None, ()) or (value is False and entry.label):
            if entry.field == "policy_owner":
                yield Line((composed("each employer\u2019s own"),), entry.label, Origin(row.id, entry.field))
            return
        unit = dict(plan(type(row)))[entry.field]
        label = entry.label
        for nth, runs in enumerate(self._value(row, value, unit, capital=not label), 1):
            yield Line(runs, label, Origin(row.id, entry.field, nth))
            label = ""

    def _value(self, row: Any, value: Any, unit: Any, capital: bool) -> Iterator[Runs]:
        """The paragraphs that a value prints as; a choice that no label precedes begins with a `capital`."""
        if isinstance(value, tuple) and value and isinstance(value[0], Band | YearlyValue | PassedOn):
            yield from (self._compound(row, each) for each in value)
        elif unit is Prose:
            yield from self.phrases.paragraphs(value, row.id)
        elif unit is Ref:
            targets = value if isinstance(value, tuple) else (value,)
            yield (composed("; ".join(self._named(target) for target in targets)),)
        elif isinstance(value, tuple):
            yield (Text(", ".join(value)),)
        elif isinstance(value, bool):
            yield (Text(YES_NO[value]),)
        elif unit is Day:
            yield (Text(british.day(value)),)
        elif unit is Months:
            yield (Text(str(value)),)
        elif isinstance(value, Decimal):
            measured = "pounds" if unit is Pounds else getattr(row, "unit", "number")
            yield (Text(british.quantity(value, measured)),)
        else:
            words = british.choice(value)
            yield (Text(words[0].upper() + words[1:] if capital else words),)

    def _compound(self, row: Any, value: Band | YearlyValue | PassedOn) -> Runs:
        """One of several values that are made of parts, on a line."""
        match value:
            case Band():
                return (composed(self._band(value)),)
            case YearlyValue(year=year, value=amount):
                return (composed(f"{year}: {british.pounds(amount)}"),)
            case PassedOn(to=to, amount=amount):
                return (*self.phrases.line(to, row.id), composed(f": {british.pounds(amount)}"))

    def _band(self, band: Band) -> str:
        """A band in words: "Above 2 and up to 5 per cent of the fund: Council 60 per cent, ICB 40 per cent"."""
        above = f"above {british.number(band.above)}" if band.above else ""
        up_to = f"up to {british.number(band.up_to)}" if band.up_to is not None else ""
        reach = " and ".join(part for part in (above, up_to) if part)
        reach = f"{reach[:1].upper()}{reach[1:]} per cent of the fund" if reach else "The whole"
        portions = (f"{self._named(each.party)} {british.number(each.per_cent)} per cent" for each in band.portions)
        return f"{reach}: {', '.join(portions)}"

    def _named(self, target: str) -> str:
        return words_of(self.phrases.named(target))

    def _facts(self, placed: Placed) -> Table:
        form = FACTS[placed.holder.kind]
        columns = tuple(Column(heading) for heading, _ in form.columns)
        rows: list[Row] = []
        for entry in form.columns[-1][1]:
            lines = tuple(self._lines(placed.holder, Entry(entry.field)))
            if lines:
                rows.append(Row(((Line((composed(entry.label),)),), lines), "", str(len(rows) + 1)))
        return Table(placed.id, str(placed.number), (composed(form.caption),), columns, tuple(rows))

    def _own(self, placed: Placed, table: OwnTable) -> Table:
        columns = tuple(
            Column(
                words_of(self.phrases.line(column.heading)),
                numeric=column.unit in NUMERIC,
                origin=Origin(table.id, f"columns.{index}.heading"),
                id=column.id,
            )
            for index, column in enumerate(table.columns)
        )
        rows = [
            Row(
                tuple(self._own_cell(cell, table.columns[i].unit, row.id, i) for i, cell in enumerate(row.cells)),
                row.id,
                str(n),
            )
            for n, row in enumerate(table.rows, 1)
        ]
        if any(column.total for column in table.columns):
            rows.append(_total([self._own_total(table, index) for index in range(len(table.columns))]))
        caption = of_field(self.phrases.line(table.title, table.id), "title")
        return Table(table.id, str(placed.number), caption, columns, tuple(rows))

    def _own_cell(self, cell: Any, unit: str, row_id: str, index: int) -> Cell:
        field = f"cells.{index}"
        if isinstance(cell, Decimal):
            return quantity(cell, unit, Origin(row_id, field))
        if unit == "date":
            return (Line((Text(british.day(cell)),), origin=Origin(row_id, field)),)
        paragraphs = enumerate(self.phrases.paragraphs(cell, row_id), 1)
        return tuple(Line(runs, origin=Origin(row_id, field, nth)) for nth, runs in paragraphs)

    def _own_total(self, table: OwnTable, index: int) -> Cell:
        column = table.columns[index]
        if column.total:
            cells = (row.cells[index] for row in table.rows)
            figures = (cell for cell in cells if isinstance(cell, Decimal))
            return total(british.added_up(figures, column.unit), column.unit)
        return (Line((composed("Total", strong=True),)),) if index == 0 else ()


def _total(cells: list[Cell]) -> Row:
    return Row(tuple(cells), total=True)
