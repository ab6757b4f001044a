"""How alike two versions are, schedule by schedule: similar agreements are rarely the same, and seldom say where."""

from __future__ import annotations

from collections.abc import Iterator

from section75.compare.marked import Comparison, MarkedBlock, MarkedRow
from section75.document import EXECUTION, Block, Execution, Mark, Paragraph, Style, words_of
from section75.value import dataclass


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
    for section, blocks in _sections(comparison).items():
        units = [same for block in blocks for same in _units(block)]
        heading = next(filter(_heads, blocks), None)
        only_in = "" if heading is None or (heading.new and heading.old) else "new" if heading.new else "old"
        identity = "" if section == EXECUTION else section
        found.append(Extent(identity, _title(section, heading), sum(units), len(units), only_in))
    return tuple(extent for extent in found if extent.total)


def _sections(comparison: Comparison) -> dict[str, list[MarkedBlock]]:
    """The blocks of each schedule, of what stands before the schedules ("") and of the execution."""
    sections: dict[str, list[MarkedBlock]] = {}
    for block in comparison.blocks:
        here = block.new or block.old
        if here is not None and not (block.move and block.new is None):
            sections.setdefault(_section(here), []).append(block)
    return sections


def _section(block: Block) -> str:
    if isinstance(block, Execution) or (isinstance(block, Paragraph) and block.origin.id == EXECUTION):
        return EXECUTION
    return block.schedule


def _heads(block: MarkedBlock) -> bool:
    here = block.new or block.old
    return isinstance(here, Paragraph) and here.style is Style.SCHEDULE_HEADING


def _title(section: str, heading: MarkedBlock | None) -> str:
    here = heading.new or heading.old if heading else None
    if isinstance(here, Paragraph) and here.label is not None:
        return f"{here.label.shown}: {words_of(here.runs)}"
    return "Execution" if section == EXECUTION else "The agreement"


def _units(block: MarkedBlock) -> Iterator[bool]:
    """Whether each paragraph or row of a block is the same in both."""
    if block.rows:
        yield from (_row_same(row) for row in block.rows if not (row.move and row.new is None))
    else:
        yield not block.changed


def _row_same(row: MarkedRow) -> bool:
    if row.mark is not Mark.KEPT:
        return False
    return all(run.mark is Mark.KEPT for cell in row.cells for line in cell for run in line.runs)
