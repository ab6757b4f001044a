"""How alike two versions are, schedule by schedule: similar agreements are rarely the same, and seldom say where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from section75.compare.marked import Comparison, Mark, MarkedBlock, MarkedRow
from section75.document import Block, Paragraph, Style, words_of

AGREEMENT = "The agreement"
EXECUTION = "Execution"


@dataclass(frozen=True, slots=True)
class Extent:
    """One schedule, or what stands before or after the schedules. Paragraphs and rows of tables are counted."""

    id: str
    """Id of the schedule; "" for the agreement itself."""
    title: str
    """As in the new version, e.g. "Schedule 5: Functions"; as in the old where it is gone."""
    same: int
    total: int
    only_in: str = ""
    """"old" or "new" where the schedule stands in one of the two."""


def extents(comparison: Comparison) -> tuple[Extent, ...]:
    """How much of each schedule is the same, in the order of the new version."""
    found: list[Extent] = []
    for heading, blocks in _sections(comparison):
        units = [same for block in blocks for same in _units(block)]
        named = heading.new or heading.old if heading else None
        only_in = "" if heading is None or (heading.new and heading.old) else "new" if heading.new else "old"
        title = _title(named) if named else EXECUTION if found else AGREEMENT
        identity = named.id if isinstance(named, Paragraph) and named.style is Style.SCHEDULE_HEADING else ""
        found.append(Extent(identity, title, sum(units), len(units), only_in))
    return tuple(extent for extent in found if extent.total)


def _sections(comparison: Comparison) -> Iterator[tuple[MarkedBlock | None, list[MarkedBlock]]]:
    heading: MarkedBlock | None = None
    blocks: list[MarkedBlock] = []
    for block in comparison.blocks:
        if block.move and block.new is None:
            continue
        if _heads(block.new or block.old):
            yield heading, blocks
            heading, blocks = block, []
        blocks.append(block)
    yield heading, blocks


def _heads(block: Block | None) -> bool:
    return isinstance(block, Paragraph) and block.style in (Style.SCHEDULE_HEADING, Style.EXECUTION_HEADING)


def _title(block: Block) -> str:
    if not isinstance(block, Paragraph) or block.label is None:
        return EXECUTION
    return f"{block.label.shown}: {words_of(block.runs)}"


def _units(block: MarkedBlock) -> Iterator[bool]:
    """Whether each paragraph or row of a block is the same in both."""
    if block.rows:
        yield from (_row_same(row) for row in block.rows)
    else:
        yield not block.changed


def _row_same(row: MarkedRow) -> bool:
    if row.old is None or row.new is None:
        return False
    return all(run.mark is Mark.KEPT for cell in row.cells for line in cell for run in line)
