"""Two states of one table: rows paired by id, cells line by line."""

from __future__ import annotations

from section75.compare import words
from section75.compare.marked import MarkedRow, MarkedRuns
from section75.document import Cell, Line, Row, Runs, Table, Text


def same_columns(old: Table, new: Table) -> bool:
    """Whether the two have the same columns. Else the table is taken out and put in whole: no program shows more."""
    return [column.heading for column in old.columns] == [column.heading for column in new.columns]


def marked_rows(old: Table, new: Table, moved: frozenset[str]) -> tuple[MarkedRow, ...]:
    """The rows of both in the order of the new; a row whose order changed is taken out and put in."""
    places = {_key(row, i): i for i, row in enumerate(old.rows)}
    rows: list[MarkedRow] = []
    last = -1
    for index, row in enumerate(new.rows):
        at = places.get(_key(row, index))
        if at is None or at <= last or not _pairs(old.rows[at], row):
            rows.append(MarkedRow(None, row))
            continue
        rows += [MarkedRow(gone, None) for gone in old.rows[last + 1 : at]]
        rows.append(_both(old.rows[at], row, moved))
        last = at
    return (*rows, *(MarkedRow(gone, None) for gone in old.rows[last + 1 :]))


def _key(row: Row, index: int) -> object:
    if row.id:
        return row.id
    return "total" if row.total else index


def _pairs(old: Row, new: Row) -> bool:
    """Rows pair where each cell has as many lines; the last mark of a cell can be neither taken out nor put in."""
    return [_labels(cell) for cell in old.cells] == [_labels(cell) for cell in new.cells]


def _labels(cell: Cell) -> list[str]:
    return [line.label for line in cell]


def _both(old: Row, new: Row, moved: frozenset[str]) -> MarkedRow:
    cells = tuple(
        tuple(_line(before, after, moved) for before, after in zip(a, b, strict=True))
        for a, b in zip(old.cells, new.cells, strict=True)
    )
    return MarkedRow(old, new, cells, words.marked(_number(old), _number(new)))


def _line(before: Line, after: Line, moved: frozenset[str]) -> MarkedRuns:
    return words.marked(before.runs, after.runs, moved)


def _number(row: Row) -> Runs:
    return (Text(row.number),) if row.number else ()
