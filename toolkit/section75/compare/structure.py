"""What stands under what on either side of a comparison, and what is told with what it stands under.

A schedule that is added, removed or moved is one thing to tell, and so is a clause with its sub-clauses.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from section75.compare.marked import Comparison, MarkedBlock, Verdict
from section75.document import Block, Paragraph, Style, Table
from section75.numbering.rising import longest_rising

DEPTHS = {
    Style.SCHEDULE_HEADING: 0.0,
    Style.EXECUTION_HEADING: 0.0,
    Style.PART_HEADING: 1.0,
    Style.APPENDIX_HEADING: 1.0,
}
CLAUSES = 2.0
"""Depth of a clause of the first level; each level below is one more."""
BESIDE = 0.5
"""How much deeper the second paragraph of a unit stands, or its closing words."""
DEEPEST = 50.0
"""A definition or a table: it holds nothing."""
ALONE = (Style.DEED_HEADING, Style.PARTY, Style.RECITAL)
"""What is under nothing and has nothing under it."""


@dataclass
class Structure:
    """For positions in `Comparison.blocks`: what stands under what, and what is told with it."""

    new: dict[int, int] = field(default_factory=dict)
    """The block that each stands under in the new version."""
    old: dict[int, int] = field(default_factory=dict)
    """The same in the old version; what moved counts where it stood."""
    stood: dict[int, int] = field(default_factory=dict)
    """For what moved: where it stands now to where it stood."""
    with_: dict[int, int] = field(default_factory=dict)
    """What is told with the block that it stands under."""

    def told(self, at: int) -> int:
        """The block with which one is told; itself where it is told alone."""
        while at in self.with_:
            at = self.with_[at]
        return at

    def together(self) -> dict[int, list[int]]:
        """For each block that is told with others, those others in order."""
        found = defaultdict[int, list[int]](list)
        for at in sorted(self.with_):
            found[self.told(at)].append(at)
        return dict(found)


def structure(comparison: Comparison) -> Structure:
    """What stands under what, and what is told with it."""
    blocks = comparison.blocks
    gone = {id(block.old): at for at, block in enumerate(blocks) if block.move and block.new is None}
    stood = {at: gone[id(block.old)] for at, block in enumerate(blocks) if block.move and block.new is not None}
    found = Structure(
        _parents((at, block.new) for at, block in enumerate(blocks) if block.new is not None),
        _parents((at, block.old) for at, block in enumerate(blocks) if block.old is not None and at not in stood),
        stood,
    )
    found.with_.update(_gone_with(comparison, found) | _come_with(comparison, found) | _moved_with(found))
    return found


def _gone_with(comparison: Comparison, found: Structure) -> dict[int, int]:
    """What is removed with what it stood under."""
    blocks = comparison.blocks
    gone = {at for at, block in enumerate(blocks) if block.new is None and not block.move}
    return {at: over for at in gone if (over := found.old.get(at)) in gone and over is not None}


def _come_with(comparison: Comparison, found: Structure) -> dict[int, int]:
    """What is added, or goes a level up or down, with what it stands under."""
    with_ = {}
    for at, over in found.new.items():
        block, above = comparison.blocks[at], comparison.blocks[over]
        if (block.old is None and above.old is None) or (not block.move and _only_follows(block, above)):
            with_[at] = over
    return with_


def _moved_with(found: Structure) -> dict[int, int]:
    """What moved with what it stands under, and kept its order there."""
    below = defaultdict[int, list[int]](list)
    for at in found.stood:
        over = found.new.get(at)
        if over in found.stood and found.old.get(found.stood[at]) == found.stood[over]:
            below[over].append(at)
    together = {}
    for over, moved in below.items():
        for index in longest_rising([found.stood[at] for at in moved]):
            together[moved[index]] = over
    return together


def _only_follows(block: MarkedBlock, over: MarkedBlock) -> bool:
    """Whether a block was re-nested as what it stands under was, and nothing else happened to it."""
    if set(block.verdicts) - {Verdict.RENUMBERED} != {Verdict.RENESTED} or Verdict.RENESTED not in over.verdicts:
        return False
    return not over.move and _deeper(block) == _deeper(over)


def _deeper(block: MarkedBlock) -> int:
    old, new = block.old, block.new
    return new.level - old.level if isinstance(old, Paragraph) and isinstance(new, Paragraph) else 0


def _parents(blocks: Iterable[tuple[int, Block]]) -> dict[int, int]:
    """The block that each stands under, on one side."""
    found: dict[int, int] = {}
    over: list[tuple[float, int]] = []
    units: dict[str, tuple[float, int]] = {}
    for at, block in blocks:
        depth, owner = _depth(block), None
        if isinstance(block, Paragraph) and not block.id and block.origin.id in units:
            owner = units[block.origin.id]
            depth = owner[0] + BESIDE
        while over and over[-1][0] >= depth:
            over.pop()
        if isinstance(block, Paragraph) and block.style in ALONE:
            over.clear()
        elif isinstance(block, Paragraph | Table) and (owner or over):
            found[at] = owner[1] if owner else over[-1][1]
        if isinstance(block, Paragraph):
            if block.id:
                units[block.id] = (depth, at)
            if depth < DEEPEST and owner is None and block.style not in ALONE:
                over.append((depth, at))
    return found


def _depth(block: Block) -> float:
    if not isinstance(block, Paragraph):
        return DEEPEST if isinstance(block, Table) else 0.0
    if block.style is Style.DEFINITION:
        return DEEPEST
    return DEPTHS.get(block.style, CLAUSES + block.level)
