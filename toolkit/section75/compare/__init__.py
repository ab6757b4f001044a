"""Two Documents into one marked Document. Pure: no markup, no files, no git.

"Diff the data, draw the marks": print, redline and diff read this one tree and cannot disagree.
"""

from __future__ import annotations

from itertools import pairwise

from section75.compare import tables, words
from section75.compare.marked import Comparison, MarkedBlock, MarkedRow, MarkedRun, MarkedRuns, Verdict, side
from section75.compare.pairing import Pairs, paired
from section75.document import Block, Document, Execution, Mark, Paragraph, Reference, Run, Style, Table, Text, words_of

__all__ = [
    "Comparison",
    "Mark",
    "MarkedBlock",
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
    moved = frozenset(old.blocks[i].id for i in moves if old.blocks[i].id)
    back = {new_at: old_at for old_at, new_at in pairs.partner.items()}
    found: list[MarkedBlock] = []
    at = 0

    def gone(k: int) -> MarkedBlock:
        """A block of the old version that does not stand here any more."""
        if k not in pairs.partner:
            return MarkedBlock(old.blocks[k], None, (Verdict.REMOVED,))
        runs = _both(old.blocks[k], new.blocks[pairs.partner[k]], moved, 0.0).runs
        return MarkedBlock(old.blocks[k], None, (Verdict.MOVED,), runs, move=moves[k])

    for j, block in enumerate(new.blocks):
        i = back.get(j)
        if i is not None and i in pairs.stationary:
            found += [gone(k) for k in range(at, i) if k not in pairs.stationary]
            found.append(_both(old.blocks[i], block, moved, pairs.likeness.get(i, 0.0)))
            at = i + 1
        elif i is not None:
            found.append(_arrived(old.blocks[i], block, moves[i], moved, pairs.likeness.get(i, 0.0)))
        else:
            found.append(MarkedBlock(None, block, (Verdict.ADDED,)))
    found += [gone(k) for k in range(at, len(old.blocks)) if k not in pairs.stationary]
    return Comparison(old, new, tuple(found))


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


def _arrived(old: Block, new: Block, move: int, moved: frozenset[str], likeness: float) -> MarkedBlock:
    """A moved block where it now stands, with whatever was edited in it."""
    marked = _both(old, new, moved, likeness)
    verdicts = tuple(v for v in marked.verdicts if v not in (Verdict.UNCHANGED, Verdict.RENUMBERED))
    return MarkedBlock(
        old, new, (Verdict.MOVED, *verdicts), marked.runs, marked.rows, marked.caption, marked.number, move, likeness
    )


def _both(old: Block, new: Block, moved: frozenset[str], likeness: float) -> MarkedBlock:
    """A block in both versions."""
    if isinstance(old, Paragraph) and isinstance(new, Paragraph):
        runs = words.marked(old.runs, new.runs, moved)
        return MarkedBlock(old, new, _verdicts(old, new, runs), runs, likeness=likeness)
    if isinstance(old, Table) and isinstance(new, Table):
        return _both_tables(old, new, moved)
    if isinstance(old, Execution) and isinstance(new, Execution) and old.signed == new.signed:
        runs = words.marked(old.said[0], new.said[0])
        return MarkedBlock(old, new, (Verdict.EDITED if _is_edited(runs) else Verdict.UNCHANGED,), runs)
    return MarkedBlock(old, new, (Verdict.UNCHANGED if old == new else Verdict.EDITED,))


def _both_tables(old: Table, new: Table, moved: frozenset[str]) -> MarkedBlock:
    if not tables.same_columns(old, new):
        return MarkedBlock(old, new, (Verdict.EDITED,))
    rows = tables.marked_rows(old, new, moved)
    caption = words.marked(old.caption, new.caption, moved)
    number = words.marked((Text(old.number),), (Text(new.number),))
    edited = _is_edited(caption) or any(_row_edited(row) for row in rows)
    verdicts = [Verdict.EDITED] if edited else []
    verdicts += [Verdict.RENUMBERED] if old.number != new.number else []
    return MarkedBlock(old, new, tuple(verdicts) or (Verdict.UNCHANGED,), (), rows, caption, number)


def _row_edited(row: MarkedRow) -> bool:
    return row.old is None or row.new is None or any(_is_edited(line) for cell in row.cells for line in cell)


def _verdicts(old: Paragraph, new: Paragraph, runs: MarkedRuns) -> tuple[Verdict, ...]:
    found = []
    if _is_edited(runs):
        found.append(Verdict.RETITLED if new.style in TITLES else Verdict.EDITED)
    if (old.style, old.level) != (new.style, new.level):
        found.append(Verdict.RENESTED)
    if old.label and new.label and old.label.shown != new.label.shown:
        found.append(Verdict.RENUMBERED)
    return tuple(found) or (Verdict.UNCHANGED,)


def _is_edited(runs: MarkedRuns) -> bool:
    """Whether words differ. A reference taken out and put in whole because its target moved is not an edit."""
    gone = [run.run for run in runs if run.mark is Mark.REMOVED]
    come = [run.run for run in runs if run.mark is Mark.ADDED]
    return [_meant(run) for run in gone] != [_meant(run) for run in come]


def _meant(run: Run) -> object:
    return run.target if isinstance(run, Reference) else (words_of((run,)), run.bold, run.italic)
