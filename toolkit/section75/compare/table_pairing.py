"""Two states of one table: columns paired by what they are known by, rows by id or likeness."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from section75.compare import words
from section75.compare.block_pairing import LIKE, like, phrases_of, row_lines, row_weight
from section75.compare.lines import marked_cell
from section75.compare.marked import MarkedCell, MarkedColumn, MarkedRow
from section75.compare.targets import Targets
from section75.document import Cell, Column, Row, Runs, Table, Text, words_of
from section75.numbering.rising import heaviest_rising
from section75.value import dataclass


@dataclass(frozen=True, slots=True)
class TablePairs:
    """Rows and columns of an old table to those of the new one, by position."""

    rows: dict[int, int]
    columns: dict[int, int]
    likeness: dict[int, float]
    """Old rows that were paired by likeness, and how like."""
    steady_rows: frozenset[int]
    """Old rows that keep their order: the heaviest of them."""
    steady_columns: frozenset[int]
    whole: bool
    """Whether a column came, went or moved, which Word cannot track."""


def paired_table(old: Table, new: Table) -> TablePairs:
    """Which row and which column of the old table became which of the new."""
    if old == new:
        rows, columns = ({at: at for at in range(len(parts))} for parts in (old.rows, old.columns))
        return TablePairs(rows, columns, {}, frozenset(rows), frozenset(columns), whole=False)
    rows, likeness = _paired_rows(old.rows, new.rows)
    columns = _paired_columns(old, new, rows)
    steady = _steady(columns, [len(column.heading) + 1 for column in old.columns])
    whole = not len(steady) == len(old.columns) == len(new.columns)
    return TablePairs(rows, columns, likeness, _steady(rows, [row_weight(row) for row in old.rows]), steady, whole)


def struck(old: Table, new: Table, pairs: TablePairs, moved: bool) -> Iterator[str]:
    """Ids, on both sides, of what a redline takes out and puts in again; of the whole table where it `moved`."""
    whole = moved or pairs.whole
    if whole:
        yield from (old.id, new.id)
    for i, j in pairs.rows.items():
        if whole or i not in pairs.steady_rows:
            yield from (old.rows[i].id, new.rows[j].id)


def _heading_runs(column: Column | None) -> Runs:
    return (Text(column.heading),) if column else ()


Place = tuple[int | None, int | None]
"""Where a column stands in the old table and in the new one; None where it does not."""


def marked_columns(old: Table, new: Table, pairs: TablePairs) -> tuple[MarkedColumn, ...]:
    """The columns of the new table in order, each that is gone where it stood."""
    steady = pairs.steady_columns
    found = []
    for i, j in _places(old, new, pairs):
        before, after = (None if i is None else old.columns[i]), (None if j is None else new.columns[j])
        heading = words.marked(_heading_runs(before), _heading_runs(after))
        moved = i is not None and j is not None and i not in steady
        found.append(MarkedColumn(before, after, heading, moved))
    return tuple(found)


def marked_rows(old: Table, new: Table, pairs: TablePairs, targets: Targets) -> tuple[MarkedRow, ...]:
    """The rows of both in the order of the new; what is gone or moved away stands where it stood."""
    back = {j: i for i, j in pairs.rows.items()}
    steady = pairs.steady_rows
    moves = {i: number for number, i in enumerate((i for i in sorted(pairs.rows) if i not in steady), 1)}
    places = _places(old, new, pairs)
    rows: list[MarkedRow] = []
    at = 0
    for j, row in enumerate(new.rows):
        i = back.get(j)
        if i is None:
            rows.append(MarkedRow(None, row))
            continue
        if i in steady:
            rows += [MarkedRow(old.rows[k], None, move=moves.get(k, 0)) for k in range(at, i) if k not in steady]
            at = i + 1
        cells = _cells(old.rows[i], row, places, targets)
        number = words.marked(_number(old.rows[i]), _number(row))
        rows.append(MarkedRow(old.rows[i], row, tuple(cells), number, moves.get(i, 0), pairs.likeness.get(i, 0.0)))
    rest = (k for k in range(at, len(old.rows)) if k not in steady)
    return (*rows, *(MarkedRow(old.rows[k], None, move=moves.get(k, 0)) for k in rest))


def _places(old: Table, new: Table, pairs: TablePairs) -> list[Place]:
    """The columns of either table: those of the new one in order, each that is gone where it stood."""
    back = {j: i for i, j in pairs.columns.items()}
    steady = pairs.steady_columns
    gone = [i for i in range(len(old.columns)) if i not in pairs.columns]
    found: list[Place] = []
    for j in range(len(new.columns)):
        i = back.get(j)
        if i is not None and i in steady:
            found += [(k, None) for k in gone if k < i]
            gone = [k for k in gone if k > i]
        found.append((i, j))
    return [*found, *((k, None) for k in gone)]


def _cells(old: Row, new: Row, places: Sequence[Place], targets: Targets) -> Iterator[MarkedCell]:
    for i, j in places:
        yield marked_cell(() if i is None else old.cells[i], () if j is None else new.cells[j], targets)


def _paired_rows(old: Sequence[Row], new: Sequence[Row]) -> tuple[dict[int, int], dict[int, float]]:
    """Rows pair by id; what has none, or lost it, by likeness."""
    where = {key: j for j, row in enumerate(new) if (key := _key(row))}
    rows = {i: where[key] for i, row in enumerate(old) if (key := _key(row)) in where}
    taken = set(rows.values())
    left = {i: phrases_of(*row_lines(row)) for i, row in enumerate(old) if i not in rows}
    right = {j: phrases_of(*row_lines(row)) for j, row in enumerate(new) if j not in taken} if left else {}
    found = like(left, right, lambda i, j: old[i].total == new[j].total)
    rows.update({i: j for i, (j, _) in found.items()})
    return rows, {i: likeness for i, (_, likeness) in found.items()}


def _key(row: Row) -> str:
    """What a row is known by: its id, that it is the total, or the field that all of it came from; "" for nothing."""
    if row.id or row.total:
        return row.id or "(total)"
    fields = {f"{line.origin.id}.{line.origin.field}" for cell in row.cells for line in cell if line.origin}
    return f"({fields.pop()})" if len(fields) == 1 else ""


def _paired_columns(old: Table, new: Table, rows: dict[int, int]) -> dict[int, int]:
    """Columns pair by what they are known by, then by heading, then by their cells, then by their place."""
    pairs: dict[int, int] = {}
    for key in (_known_by, _heading):
        where = {key(column): j for j, column in _free(new.columns, pairs.values())}
        for i, column in _free(old.columns, pairs):
            if key(column) and (j := where.pop(key(column), None)) is not None:
                pairs[i] = j
    for i, _ in _free(old.columns, pairs):
        shares = ((_share(old, new, rows, i, j), -abs(i - j), j) for j, _ in _free(new.columns, pairs.values()))
        share, _, j = max(shares, default=(0.0, 0, 0))
        if share >= LIKE:
            pairs[i] = j
    if len(old.columns) == len(new.columns):
        places = {j for j, _ in _free(new.columns, pairs.values())}
        pairs.update({i: i for i, _ in _free(old.columns, pairs) if i in places})
    return pairs


def _free(columns: Sequence[Column], taken: Iterable[int]) -> list[tuple[int, Column]]:
    held = set(taken)
    return [(at, column) for at, column in enumerate(columns) if at not in held]


def _known_by(column: Column) -> str:
    return column.id


def _heading(column: Column) -> str:
    return column.heading


def _share(old: Table, new: Table, rows: dict[int, int], i: int, j: int) -> float:
    """The share of rows that say the same in two columns."""
    said = [(_said(old.rows[a].cells[i]), _said(new.rows[b].cells[j])) for a, b in rows.items()]
    return sum(before == after != "" for before, after in said) / len(said) if said else 0.0


def _said(cell: Cell) -> str:
    return " ".join(words_of(line.runs) for line in cell)


def _steady(pairs: dict[int, int], weights: Sequence[int]) -> frozenset[int]:
    """Old positions of what keeps its order."""
    positions = sorted(pairs)
    if all(pairs[left] < pairs[right] for left, right in pairwise(positions)):
        return frozenset(positions)
    series = heaviest_rising([pairs[i] for i in positions], [weights[i] for i in positions])
    return frozenset(positions[index] for index in series)


def _number(row: Row) -> Runs:
    return (Text(row.number),) if row.number else ()
