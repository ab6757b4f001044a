"""Two Documents into one marked Document. Pure: no markup, no files, no git.

"Diff the data, draw the marks": print, redline and diff read this one tree and cannot disagree.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from section75.compare import table_pairing, words
from section75.compare.apart import targets_of
from section75.compare.block_pairing import Pairs, paired
from section75.compare.marked import (
    Comparison,
    MarkedBlock,
    MarkedCell,
    MarkedColumn,
    MarkedLine,
    MarkedRow,
    MarkedRun,
    MarkedRuns,
    Verdict,
    edited,
    side,
)
from section75.compare.places import row_edited
from section75.compare.signatures import same_form, signatures
from section75.compare.targets import Targets
from section75.document import Document, Execution, Mark, Paragraph, Style, Table, Text

__all__ = [
    "Comparison",
    "Mark",
    "MarkedBlock",
    "MarkedCell",
    "MarkedColumn",
    "MarkedLine",
    "MarkedRow",
    "MarkedRun",
    "MarkedRuns",
    "Verdict",
    "compare",
    "side",
]

TITLES = (
    Style.CLAUSE_HEADING,
    Style.PARAGRAPH_HEADING,
    Style.SCHEDULE_HEADING,
    Style.PART_HEADING,
    Style.APPENDIX_HEADING,
)


def compare(old: Document, new: Document) -> Comparison:
    """Every block of both versions, in the order of the new one, what was taken out standing where it stood."""
    pairs = paired(old.blocks, new.blocks)
    moves = _moves(pairs)
    both = _Both(old, new, pairs, moves)
    back = {new_at: old_at for old_at, new_at in pairs.partner.items()}
    found: list[MarkedBlock] = []
    at = 0
    for j, block in enumerate(new.blocks):
        i = back.get(j)
        if i is not None and i in pairs.stationary:
            found += [both.gone(k) for k in range(at, i) if k not in pairs.stationary]
            at = i + 1
        found.append(MarkedBlock(None, block, (Verdict.ADDED,)) if i is None else both.stands(i))
    found += [both.gone(k) for k in range(at, len(old.blocks)) if k not in pairs.stationary]
    return Comparison(old, new, tuple(found), both.targets)


class _Both:
    """Marks the blocks of two versions that are paired."""

    def __init__(self, old: Document, new: Document, pairs: Pairs, moves: dict[int, int]) -> None:
        self.old, self.new, self.pairs, self.moves = old.blocks, new.blocks, pairs, moves
        self.tables = {
            i: table_pairing.paired_table(before, after)
            for i, j in pairs.partner.items()
            if isinstance(before := self.old[i], Table) and isinstance(after := self.new[j], Table)
        }
        self.targets = targets_of(self.old, self.new, pairs, self.tables)

    def gone(self, i: int) -> MarkedBlock:
        """A block of the old version that does not stand here any more."""
        if i not in self.pairs.partner:
            return MarkedBlock(self.old[i], None, (Verdict.REMOVED,))
        return MarkedBlock(self.old[i], None, (Verdict.MOVED,), self._marked(i).runs, move=self.moves[i])

    def stands(self, i: int) -> MarkedBlock:
        """A block of the new version that was in the old one, with whatever was edited in it."""
        marked, likeness = self._marked(i), self.pairs.likeness.get(i, 0.0)
        if i in self.pairs.stationary:
            return replace(marked, likeness=likeness) if likeness else marked
        verdicts = (v for v in marked.verdicts if v not in (Verdict.UNCHANGED, Verdict.RENUMBERED))
        return replace(marked, verdicts=(Verdict.MOVED, *verdicts), move=self.moves[i], likeness=likeness)

    def _marked(self, i: int) -> MarkedBlock:
        old, new = self.old[i], self.new[self.pairs.partner[i]]
        if isinstance(old, Paragraph) and isinstance(new, Paragraph):
            runs = words.marked(old.runs, new.runs, self.targets)
            return MarkedBlock(old, new, _verdicts(old, new, runs, self.targets), runs)
        if isinstance(old, Table) and isinstance(new, Table):
            return _tables(old, new, self.tables[i], self.targets)
        if isinstance(old, Execution) and isinstance(new, Execution):
            return _executions(old, new, self.targets)
        return MarkedBlock(old, new, (Verdict.UNCHANGED if old == new else Verdict.EDITED,))


def _moves(pairs: Pairs) -> dict[int, int]:
    """A number for each moved block, by its old position; blocks that moved together share one."""
    moved = sorted(set(pairs.partner) - pairs.stationary)
    numbers: dict[int, int] = {}
    count = 0
    for before, here in pairwise([-2, *moved]):
        together = here == before + 1 and pairs.partner[here] == pairs.partner.get(before, -9) + 1
        count += 0 if together else 1
        numbers[here] = count
    return numbers


def _executions(old: Execution, new: Execution, targets: Targets) -> MarkedBlock:
    """An execution block in both: what is said, and who signs."""
    if not same_form(old, new):
        return MarkedBlock(old, new, (Verdict.UNCHANGED if old == new else Verdict.EDITED,), whole=old != new)
    runs, signed = words.marked(old.said[0], new.said[0], targets), signatures(old.signed, new.signed)
    differs = edited(runs, targets) or any(map(edited, signed))
    return MarkedBlock(old, new, (Verdict.EDITED if differs else Verdict.UNCHANGED,), runs, signed=signed)


def _tables(old: Table, new: Table, pairs: table_pairing.TablePairs, targets: Targets) -> MarkedBlock:
    columns = table_pairing.marked_columns(old, new, pairs)
    rows = table_pairing.marked_rows(old, new, pairs, targets)
    caption = words.marked(old.caption, new.caption, targets)
    number = words.marked((Text(old.number),), (Text(new.number),))
    headings = any(edited(column.heading) for column in columns)
    within = edited(caption, targets) or any(row_edited(row, columns, targets) for row in rows)
    verdicts = [Verdict.EDITED] if pairs.whole or headings or within else []
    verdicts += [Verdict.RENUMBERED] if old.number != new.number else []
    said = tuple(verdicts) or (Verdict.UNCHANGED,)
    return MarkedBlock(old, new, said, (), rows, caption, number, columns=columns, whole=pairs.whole)


def _verdicts(old: Paragraph, new: Paragraph, runs: MarkedRuns, targets: Targets) -> tuple[Verdict, ...]:
    found = []
    if edited(runs, targets):
        found.append(Verdict.RETITLED if new.style in TITLES else Verdict.EDITED)
    if (old.style, old.level) != (new.style, new.level):
        found.append(Verdict.RENESTED)
    if old.label and new.label and old.label.shown != new.label.shown:
        found.append(Verdict.RENUMBERED)
    return tuple(found) or (Verdict.UNCHANGED,)
