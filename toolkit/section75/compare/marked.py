"""What a comparison gives: the blocks of both versions in one order, each with its verdicts and marked runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from section75.document import Block, Document, Mark, Reference, Row, Run, Runs


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


@dataclass(frozen=True, slots=True)
class MarkedRun:
    """One run and its mark. A reference kept, whose number changed, has its old form beside it."""

    run: Run
    mark: Mark = Mark.KEPT
    before: Reference | None = None


MarkedRuns = tuple[MarkedRun, ...]


@dataclass(frozen=True, slots=True)
class MarkedRow:
    """One row of a table: in both versions with marked cells, or in one."""

    old: Row | None
    new: Row | None
    cells: tuple[tuple[MarkedRuns, ...], ...] = ()
    """For a row in both: the marked lines of each cell."""
    number: MarkedRuns = ()
    """The marked number of a row in both."""

    @property
    def mark(self) -> Mark:
        """Whether the row stands in both versions or in one."""
        if self.old is None:
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
    """The marked words of a paragraph that stands in both."""
    rows: tuple[MarkedRow, ...] = ()
    """The rows of a table that stands in both with the same columns."""
    caption: MarkedRuns = ()
    number: MarkedRuns = ()
    move: int = 0
    """Number of the move that it belongs to, on both sides; 0 for none."""
    likeness: float = 0.0
    """For a pair found by likeness, because an id was lost: how like, from 0 to 1. 0 for a pair by id."""

    @property
    def changed(self) -> bool:
        """Whether a reader has to look at it. A new number alone is not a change."""
        return not set(self.verdicts) <= {Verdict.UNCHANGED, Verdict.RENUMBERED}


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions and every block of either, in the order of the new one."""

    old: Document
    new: Document
    blocks: tuple[MarkedBlock, ...]

    def changes(self) -> Iterator[MarkedBlock]:
        """The blocks that changed; a moved block once, where it now stands."""
        return (b for b in self.blocks if b.changed and not (b.move and b.new is None))


def side(runs: MarkedRuns, gone: Mark) -> Runs:
    """One side of marked runs: without what was added, or without what was removed."""
    chosen = []
    for marked in runs:
        if marked.mark is not gone:
            old = gone is Mark.ADDED and marked.before is not None
            chosen.append(marked.before if old and marked.before else marked.run)
    return tuple(chosen)
