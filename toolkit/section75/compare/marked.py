"""What a comparison gives: the blocks of both versions in one order, each with its verdicts and marked runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from section75.compare.targets import STEADY, Targets
from section75.document import Block, Column, Document, Line, Mark, Reference, Row, Run, Runs, words_of
from section75.value import dataclass

CITING = re.compile(r"\b(?:clauses?|paragraphs?|Schedule|Part|Appendix|Tables?|rows?|recitals?|of|the)\b|\s+")
"""Words of a reference that follow from where its target stands."""


class Verdict(StrEnum):
    """What became of a block; one may have several."""

    UNCHANGED = "unchanged"
    EDITED = "edited"
    RETITLED = "retitled"
    MOVED = "moved"
    RENUMBERED = "renumbered"
    RENESTED = "re-nested"
    ADDED = "added"
    REMOVED = "removed"
    FORMATTED = "formatting"
    """Only bold or italic came or went."""


@dataclass(frozen=True, slots=True)
class MarkedRun:
    """One run and its mark. A reference kept, whose number changed, has its old form beside it."""

    run: Run
    mark: Mark = Mark.KEPT
    before: Reference | None = None


MarkedRuns = tuple[MarkedRun, ...]


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """One line of a cell: in both versions, or in one."""

    old: Line | None
    new: Line | None
    runs: MarkedRuns
    """Its marked words; of a line in one version all bear one mark. The label is the same on both sides."""

    @property
    def mark(self) -> Mark:
        """Whether the line stands in both versions or in one."""
        return _mark(self.old, self.new)

    @property
    def label(self) -> str:
        """The small label before the words."""
        line = self.new or self.old
        return line.label if line else ""


MarkedCell = tuple[MarkedLine, ...]


@dataclass(frozen=True, slots=True)
class MarkedColumn:
    """One column of a table: in both versions, or in one. A column that moved stands only where it now is."""

    old: Column | None
    new: Column | None
    heading: MarkedRuns
    """The marked words of its heading."""
    moved: bool = False
    """Whether it changed places with other columns."""

    @property
    def mark(self) -> Mark:
        """Whether the column stands in both versions or in one."""
        return _mark(self.old, self.new)


@dataclass(frozen=True, slots=True)
class MarkedRow:
    """One row of a table: in both versions with marked cells, or in one.

    A row that moved stands twice, as a block that moved does: where it was, with no new side, and where it is now, with
    both sides and marked cells.
    """

    old: Row | None
    new: Row | None
    cells: tuple[MarkedCell, ...] = ()
    """For a row in both: its marked lines in each of the `columns` of the table, those of one version included. In a
    column that was added every line is added; in one that was removed every line is removed."""
    number: MarkedRuns = ()
    """The marked number of a row in both."""
    move: int = 0
    """Number of the move within the table, on both sides; 0 for a row that did not move."""
    likeness: float = 0.0
    """For rows paired by likeness, because an id was lost: how like, from 0 to 1. 0 for rows paired by id."""

    @property
    def mark(self) -> Mark:
        """How the row is drawn: kept, put in or taken out. A row that moved is put in where it now stands."""
        if self.old is None or (self.move and self.new is not None):
            return Mark.ADDED
        return Mark.REMOVED if self.new is None else Mark.KEPT

    @property
    def shown(self) -> Row:
        """The row as it is in the new version, or as it was in the old one where it is gone."""
        row = self.new or self.old
        assert row is not None  # noqa: S101 -- one of the two sides is always there
        return row


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """One block of the comparison."""

    old: Block | None
    new: Block | None
    verdicts: tuple[Verdict, ...]
    runs: MarkedRuns = ()
    """The marked words of a paragraph that stands in both, or of what is said in an execution block."""
    rows: tuple[MarkedRow, ...] = ()
    """The rows of a table that stands in both, and of one that moved where it now stands."""
    caption: MarkedRuns = ()
    number: MarkedRuns = ()
    move: int = 0
    """Number of the move that it belongs to, on both sides; 0 for none."""
    likeness: float = 0.0
    """For a pair found by likeness, because an id was lost: how like, from 0 to 1. 0 for a pair by id."""
    columns: tuple[MarkedColumn, ...] = ()
    """The columns of a table with `rows`: those of the new version in order, each that is gone where it stood."""
    signed: tuple[MarkedRuns, ...] = ()
    """The marked words under each line of an execution block that stands in both."""
    whole: bool = False
    """Whether a redline takes the table out and puts it in whole, because it gained, lost or moved a column, which
    Word cannot track. `columns`, `rows` and `caption` say all the same what changed in it."""

    @property
    def changed(self) -> bool:
        """Whether a reader has to look at it. A new number alone is not a change."""
        return not set(self.verdicts) <= {Verdict.UNCHANGED, Verdict.RENUMBERED}


def _mark(old: object, new: object) -> Mark:
    if old is None:
        return Mark.ADDED
    return Mark.REMOVED if new is None else Mark.KEPT


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions and every block of either, in the order of the new one."""

    old: Document
    new: Document
    blocks: tuple[MarkedBlock, ...]
    targets: Targets = STEADY
    """What became of the things that references point at."""


def side(runs: MarkedRuns, gone: Mark) -> Runs:
    """One side of marked runs: without what was added, or without what was removed."""
    chosen = []
    for marked in runs:
        if marked.mark is not gone:
            old = gone is Mark.ADDED and marked.before is not None
            chosen.append(marked.before if old and marked.before else marked.run)
    return tuple(chosen)


def edited(runs: MarkedRuns, targets: Targets = STEADY) -> bool:
    """Whether the two sides say different things, or the same with other emphasis.

    A reference is what it points at: one typed anew because its target moved, or has another id, says the same.
    """
    if all(run.mark is Mark.KEPT for run in runs):
        return False
    return list(_meant(runs, Mark.ADDED, targets)) != list(_meant(runs, Mark.REMOVED, targets))


def _meant(runs: MarkedRuns, gone: Mark, targets: Targets) -> Iterator[object]:
    """Every character of one side with its emphasis; a reference by its target and the words of its own."""
    for marked in runs:
        run = marked.run
        if marked.mark is gone:
            continue
        if not isinstance(run, Reference):
            yield from ((letter, run.bold, run.italic) for letter in words_of((run,)))
            continue
        target = targets.now(run.target) if marked.mark is Mark.REMOVED else run.target
        said = "".join(piece for piece in run.pieces if isinstance(piece, str))
        yield (target, CITING.sub("", said), run.bold, run.italic)
