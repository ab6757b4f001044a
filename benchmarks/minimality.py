"""How much more a redline tracks than the least that would do: `python -m benchmarks minimality [--pairs N]`.

The least is worked out apart from the redline. For the pairs of blocks and rows that the comparison made, what keeps its
order is chosen again, by characters; what moved counts as taken out and put in; and whatever stays counts by the best
script of words between its two sides, line by line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise, zip_longest
from pathlib import Path
from statistics import median
from zipfile import ZipFile

from benchmarks.correctness import least_of
from benchmarks.edits import random_pair, real_agreements
from section75.compare import Comparison, MarkedBlock, MarkedRow, compare
from section75.compare.words import TOKEN
from section75.document import Block, Cell, Document, Execution, Paragraph, Row, Table, words_of
from section75.render.word import Print, Who, write_redline

PIECE = re.compile(
    r"<w:(?P<open>ins|del|moveFrom|moveTo)\b(?P<rest>[^>]*)>|</w:(?P<close>ins|del|moveFrom|moveTo)>"
    r"|<w:(?:t|delText)(?: [^>]*)?>(?P<text>[^<]*)</w:(?:t|delText)>"
)
TEMPLATE = Path("templates/agreement.docx")
Pair = tuple[int, int]


@dataclass(frozen=True)
class Measured:
    """One redline."""

    seed: int
    tracked: int
    floor: int

    @property
    def ratio(self) -> float:
        """Tracked characters over the least."""
        return self.tracked / self.floor if self.floor else 1.0 if not self.tracked else float("inf")


def minimality(pairs: int, root: Path = Path("agreements")) -> list[str]:
    """A table of the median and the total over random pairs of the real agreements, and the pairs that are worst."""
    agreements = real_agreements(root)
    found = [measured(seed, *random_pair(agreements, seed)) for seed in range(pairs)]
    telling = [each for each in found if each.floor]
    total = sum(each.tracked for each in found) / sum(each.floor for each in found)
    needless = sum(each.tracked for each in found if not each.floor)
    worst = sorted(telling, key=lambda each: each.floor - each.tracked)[:10]
    return [
        "| pairs | median | total | tracked where nothing need be |\n|---|---|---|---|",
        f"| {pairs} | {median(each.ratio for each in telling):.3f} | {total:.3f} | {needless} |",
        "\n| seed | tracked | least | ratio |\n|---|---|---|---|",
        *(f"| {each.seed} | {each.tracked} | {each.floor} | {each.ratio:.2f} |" for each in worst),
    ]


def measured(seed: int, old: Document, new: Document) -> Measured:
    """One pair, compared and drawn."""
    comparison = compare(old, new)
    return Measured(seed, tracked(_drawn(comparison)), floor(comparison))


def tracked(main: str) -> int:
    """Characters put in, taken out or moved in the main part of a Word file, each once."""
    depth = count = 0
    for piece in PIECE.finditer(main):
        if piece["open"]:
            depth += not piece["rest"].endswith("/")
        elif piece["close"]:
            depth -= 1
        elif depth:
            count += len(re.sub(r"&\w+;", "&", piece["text"]))
    return count


def _drawn(comparison: Comparison) -> str:
    raw = write_redline(
        comparison, TEMPLATE.read_bytes(), TEMPLATE.name, Print(contents=False), Who("A", "2018-03-05T00:00:00Z")
    )
    return ZipFile(BytesIO(raw)).read("word/document.xml").decode()


def floor(comparison: Comparison) -> int:
    """The least that can be tracked over the pairs of a comparison."""
    old, new = comparison.old.blocks, comparison.new.blocks
    places = ({id(block): at for at, block in enumerate(side)} for side in (old, new))
    before, after = places
    paired = {
        (before[id(block.old)], after[id(block.new)]): block
        for block in comparison.blocks
        if block.old is not None and block.new is not None
    }
    sizes = [sum(map(len, _said(block))) for block in old]
    steady = _heaviest(sorted(paired), sizes)
    total = sum(_within(paired[pair]) for pair in steady)
    return total + _outside(old, {i for i, _ in steady}) + _outside(new, {j for _, j in steady})


def _outside(blocks: Sequence[Block], held: set[int]) -> int:
    return sum(sum(map(len, _said(block))) for at, block in enumerate(blocks) if at not in held)


def _within(block: MarkedBlock) -> int:
    """The least for a block that stays."""
    old, new = block.old, block.new
    if isinstance(old, Table) and isinstance(new, Table):
        return _table(old, new, block)
    sides = (list(_said(side)) if side is not None else [] for side in (old, new))
    return sum(_least(a, b) for a, b in zip_longest(*sides, fillvalue="")) if old != new else 0


def _table(old: Table, new: Table, block: MarkedBlock) -> int:
    if old == new:
        return 0
    columns = [
        (next((k for k, c in enumerate(old.columns) if c is column.old), None),
         next((k for k, c in enumerate(new.columns) if c is column.new), None))
        for column in block.columns
    ]  # fmt: skip
    total = _least(_caption(old), _caption(new))
    for column in block.columns:
        total += _least(column.old.heading if column.old else "", column.new.heading if column.new else "")
    paired = {_where(row, old, new): row for row in block.rows if row.old is not None and row.new is not None}
    steady = _heaviest(sorted(paired), [sum(map(len, _row(row))) for row in old.rows])
    for i, j in steady:
        a, b = old.rows[i], new.rows[j]
        total += _least(a.number, b.number)
        total += sum(
            _cell(a.cells[m] if m is not None else (), b.cells[n] if n is not None else ()) for m, n in columns
        )
    for rows, held in ((old.rows, {i for i, _ in steady}), (new.rows, {j for _, j in steady})):
        total += sum(sum(map(len, _row(row))) for at, row in enumerate(rows) if at not in held)
    return total


def _where(row: MarkedRow, old: Table, new: Table) -> Pair:
    before = next(at for at, each in enumerate(old.rows) if each is row.old)
    return before, next(at for at, each in enumerate(new.rows) if each is row.new)


def _cell(old: Cell, new: Cell) -> int:
    return 0 if old == new else _least("\n".join(_lines(old)), "\n".join(_lines(new)))


def _least(old: str, new: str) -> int:
    """The least between two texts; ends of lines count for nothing."""
    if old == new:
        return 0
    before, after = (TOKEN.findall(text) for text in (old, new))
    start = end = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return least_of(before[start : len(before) - end], after[start : len(after) - end])


def _heaviest(pairs: Sequence[Pair], sizes: Sequence[int]) -> list[Pair]:
    """The pairs of greatest size together that keep their order; by trying every pair after every other."""
    best = [sizes[i] + 1 for i, _ in pairs]
    came = [-1] * len(pairs)
    if all(left[1] < right[1] for left, right in pairwise(pairs)):
        return list(pairs)
    for at, (i, j) in enumerate(pairs):
        for earlier in range(at):
            if pairs[earlier][1] < j and best[earlier] + sizes[i] + 1 > best[at]:
                best[at], came[at] = best[earlier] + sizes[i] + 1, earlier
    at = max(range(len(pairs)), key=best.__getitem__)
    series = []
    while at >= 0:
        series.append(pairs[at])
        at = came[at]
    return series[::-1]


def _said(block: Block) -> Iterator[str]:
    """All that a block prints."""
    match block:
        case Paragraph():
            yield words_of(block.runs)
        case Table():
            yield _caption(block)
            yield "No."
            yield from (column.heading for column in block.columns)
            yield from (text for row in block.rows for text in _row(row))
        case Execution():
            yield from map(words_of, block.said)
            yield from (f"{'_' * 36}{role}" for role in block.signed)


def _caption(table: Table) -> str:
    return f"Table {table.number}: {words_of(table.caption)}"


def _row(row: Row) -> Iterator[str]:
    yield row.number
    yield from (text for cell in row.cells for text in _lines(cell))


def _lines(cell: Cell) -> Iterator[str]:
    return (f"{line.label}: {words_of(line.runs)}" if line.label else words_of(line.runs) for line in cell)
