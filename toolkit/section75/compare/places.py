"""Every place of a comparison at which something is marked, so that what is listed can be held to what is marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from section75.compare.marked import Comparison, MarkedBlock, MarkedColumn, MarkedRow, Verdict, edited
from section75.compare.targets import Targets
from section75.document import Mark, Paragraph


class Part(StrEnum):
    """What is marked at a place."""

    WHOLE = "whole"
    """All of a block: it is added, removed, moved, or taken out and put in because Word cannot track its change."""
    WORDS = "words"
    """Words of a paragraph, or of an execution block and who signs it."""
    FORM = "form"
    """The style or level of a paragraph."""
    CAPTION = "caption"
    COLUMN = "column"
    """A column that came, went or moved, or the words of its heading."""
    ROW = "row"


class Place(NamedTuple):
    """A marked place."""

    block: int
    """Position in `Comparison.blocks`."""
    part: Part
    nth: int = -1
    """Position among the columns or rows of the block."""


def marked_places(comparison: Comparison) -> Iterator[Place]:
    """Every marked place, in order.

    A number that changed because something else did is not one, nor is a reference typed anew because its target moved.
    """
    for at, block in enumerate(comparison.blocks):
        if block.old is None or block.new is None or block.move or block.whole:
            yield Place(at, Part.WHOLE)
        if block.old is not None and block.new is not None:
            yield from (Place(at, part, nth) for part, nth in _inside(block, comparison.targets))


def _inside(block: MarkedBlock, targets: Targets) -> Iterator[tuple[Part, int]]:
    """What is marked within a block that stands in both versions."""
    if edited(block.runs, targets) or any(map(edited, block.signed)):
        yield Part.WORDS, -1
    if Verdict.RENESTED in block.verdicts and isinstance(block.new, Paragraph):
        yield Part.FORM, -1
    if edited(block.caption, targets):
        yield Part.CAPTION, -1
    for nth, column in enumerate(block.columns):
        if column.mark is not Mark.KEPT or column.moved or edited(column.heading):
            yield Part.COLUMN, nth
    for nth, row in enumerate(block.rows):
        if row_edited(row, block.columns, targets):
            yield Part.ROW, nth


def row_edited(row: MarkedRow, columns: Sequence[MarkedColumn], targets: Targets) -> bool:
    """Whether a row is added, removed, moved, or edited in a column that both versions have."""
    if row.mark is not Mark.KEPT:
        return True
    kept = (cell for cell, column in zip(row.cells, columns, strict=True) if column.mark is Mark.KEPT)
    return any(line.mark is not Mark.KEPT or edited(line.runs, targets) for cell in kept for line in cell)
