"""What changed in a table, told by the names of its rows and columns.

"Indicator \u201cPeople reviewed in the last twelve months\u201d, target", not "row 7".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from section75.compare import words
from section75.compare.marked import MarkedBlock, MarkedColumn, MarkedRow, MarkedRun, MarkedRuns, Verdict
from section75.compare.marked import edited as differs
from section75.compare.places import Part, row_edited
from section75.compare.targets import Targets
from section75.document import Cell, Line, Mark, Row, Table, Text, words_of
from section75.value import dataclass

LONGEST = 90
"""Characters of a row's first cell by which it is called."""
Here = tuple[Part, int]
"""A place within the table."""


@dataclass(frozen=True, slots=True)
class Told:
    """One change in a table."""

    name: str
    """The row and, where only one changed, its cell; or what of the table changed."""
    verdicts: tuple[Verdict, ...]
    runs: MarkedRuns
    places: tuple[Here, ...]
    id: str = ""
    """Of the row; "" for a row without one, a heading or a title."""
    note: str = ""
    likeness: float = 0.0
    of_table: bool = False
    """Whether it is of the table itself: its title or a column."""


def told_in_table(block: MarkedBlock, targets: Targets) -> Iterator[Told]:
    """Every change within a table that stands in both versions: its title, its columns, its rows."""
    old, new = block.old, block.new
    if not isinstance(old, Table) or not isinstance(new, Table):
        return
    if differs(block.caption, targets):
        verdict = Verdict.FORMATTED if formatted(block.caption) else Verdict.RETITLED
        yield Told("title", (verdict,), block.caption, ((Part.CAPTION, -1),), of_table=True)
    for nth, column in enumerate(block.columns):
        yield from _column(old, new, column, (Part.COLUMN, nth))
    stood = {row.move: at for at, row in enumerate(block.rows) if row.move and row.new is None}
    for at, row in enumerate(block.rows):
        here = (Part.ROW, at)
        if row.old is None and row.new is not None:
            yield _whole(new, row.new, Verdict.ADDED, here)
        elif row.new is None and row.old is not None:
            if not row.move:
                yield _whole(old, row.old, Verdict.REMOVED, here)
        elif row_edited(row, block.columns, targets):
            both = (here, (Part.ROW, stood[row.move])) if row.move else (here,)
            yield _row(new, row, _changed(block.columns, row, targets), both)


def formatted(runs: MarkedRuns) -> bool:
    """Whether only bold or italic came or went."""
    sides = (tuple(run.run for run in runs if run.mark is not gone) for gone in (Mark.ADDED, Mark.REMOVED))
    was, now = map(words_of, sides)
    return differs(runs) and was == now


def _column(old: Table, new: Table, column: MarkedColumn, place: Here) -> Iterator[Told]:
    heading = (column.new or column.old or new.columns[0]).heading
    name = f"column \u201c{heading}\u201d"
    if column.new is None or column.old is None:
        table, side = (old, column.old) if column.new is None else (new, column.new)
        mark, verdict = (Mark.REMOVED, Verdict.REMOVED) if column.new is None else (Mark.ADDED, Verdict.ADDED)
        said = _whole_column(table, table.columns.index(side)) if side else ""
        yield Told(name, (verdict,), (MarkedRun(Text(said), mark),), (place,), of_table=True)
        return
    verdicts: tuple[Verdict, ...] = (Verdict.MOVED,) if column.moved else ()
    verdicts += (Verdict.RETITLED,) if differs(column.heading) else ()
    if verdicts:
        yield Told(name, verdicts, column.heading, (place,), of_table=True)


def _whole_column(table: Table, at: int) -> str:
    """A whole column in words: each row by its name, and its cell."""
    cells = (f"{_called(row)}: {' '.join(words_of(line.runs) for line in row.cells[at])}" for row in table.rows)
    return f"{table.columns[at].heading}: {'; '.join(cells)}"


def _whole(table: Table, row: Row, verdict: Verdict, place: Here) -> Told:
    mark = Mark.ADDED if verdict is Verdict.ADDED else Mark.REMOVED
    return Told(_name(table, row), (verdict,), (MarkedRun(Text(_said(table, row)), mark),), (place,), row.id)


def _row(table: Table, row: MarkedRow, cells: list[tuple[str, MarkedRuns]], places: tuple[Here, ...]) -> Told:
    """A row in both: that it moved, and its changed cells; one by its name in the place, several before their words."""
    shown = row.shown
    name, moved = _name(table, shown), (Verdict.MOVED,) if row.move else ()
    was = row.old.number if row.old else ""
    note = f"was row {was}, now row {shown.number}" if row.move and was != shown.number else ""
    if not cells:
        runs: MarkedRuns = (MarkedRun(Text(_said(table, shown))),)
        return Told(name, moved, runs, places, shown.id, note, row.likeness)
    verdicts = {_verdict(runs) for _, runs in cells}
    verdict = verdicts.pop() if len(verdicts) == 1 else Verdict.EDITED
    if len(cells) == 1:
        label, runs = cells[0]
        name = f"{name}, {_small(label)}" if label != table.columns[0].heading else name
    else:
        runs = tuple(run for at, cell in enumerate(cells) for run in _labelled(*cell, first=at == 0))
    return Told(name, (*moved, verdict), runs, places, shown.id, note, row.likeness)


def _labelled(label: str, runs: MarkedRuns, first: bool) -> MarkedRuns:
    return (MarkedRun(Text(f"{'' if first else '; '}{label}: ")), *runs)


def _verdict(runs: MarkedRuns) -> Verdict:
    return Verdict.FORMATTED if formatted(runs) else Verdict.EDITED


def _changed(columns: Sequence[MarkedColumn], row: MarkedRow, targets: Targets) -> list[tuple[str, MarkedRuns]]:
    """The changed lines of a row in both, by what they are called; lines of one name that went and came are one."""
    found: dict[str, MarkedRuns] = {}
    for column, cell in zip(columns, row.cells, strict=True):
        if column.old is None or column.new is None:
            continue
        labels = _labels(column.new.heading, [line.new or line.old for line in cell])
        for label, line in zip(labels, cell, strict=True):
            if line.mark is not Mark.KEPT or differs(line.runs, targets):
                found[label] = (*found.get(label, ()), *line.runs)
    return [(label, _once(runs)) for label, runs in found.items()]


def _once(runs: MarkedRuns) -> MarkedRuns:
    """Words that went and came whole, with only what differs between them marked."""
    if {run.mark for run in runs} != {Mark.REMOVED, Mark.ADDED}:
        return runs
    was, now = (tuple(run.run for run in runs if run.mark is mark) for mark in (Mark.REMOVED, Mark.ADDED))
    return words.marked(was, now)


def _labels(heading: str, lines: Sequence[Line | None]) -> list[str]:
    """What each line of a cell is called: by its label, by that of the line it goes on from, or by the column."""
    found: list[str] = []
    for line in lines:
        goes_on = bool(found) and line is not None and line.origin is not None and line.origin.nth > 1
        found.append((line.label if line else "") or (found[-1] if goes_on else heading))
    return found


def _said(table: Table, row: Row) -> str:
    """A whole row in words, each cell by its label."""
    return "; ".join(
        said
        for column, cell in zip(table.columns, row.cells, strict=True)
        for said in _cell(table, column.heading, cell)
    )


def _cell(table: Table, heading: str, cell: Cell) -> Iterator[str]:
    for label, line in zip(_labels(heading, cell), cell, strict=True):
        said = words_of(line.runs)
        yield said if label == table.columns[0].heading else f"{label}: {said}"


def _name(table: Table, row: Row) -> str:
    """A row by what its first cell says."""
    if row.total:
        return "the row of totals"
    called = _called(row)
    return f"{_small(table.columns[0].heading)} \u201c{called}\u201d" if called else f"row {row.number}"


def _called(row: Row) -> str:
    said = next((words_of(line.runs) for line in row.cells[0] if line.runs), "") if row.cells else ""
    return said if len(said) <= LONGEST else f"{said[:LONGEST].rsplit(' ', 1)[0]} \u2026"


def _small(label: str) -> str:
    """A label within a sentence: with a small letter, unless it is an abbreviation or a year."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label
