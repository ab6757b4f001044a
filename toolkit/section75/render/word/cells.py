"""Which paragraph marks of a cell are tracked.

The last mark of a cell can be neither taken out nor put in. So where the last lines of a cell are new, the mark of the
line before them is the one put in, and the last mark is plain: rejected, the line before joins what is left of the new
ones, which is nothing. Where the last lines are gone it is the same with the marks taken out. Where lines went and
others came, the last of them share a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, takewhile

from section75.compare import Mark, MarkedCell

Held = tuple[MarkedCell, Mark]
"""The lines that a paragraph holds, one or what went and what came in its place, and the mark of the paragraph."""


def arranged(lines: MarkedCell) -> Iterator[Held]:
    """The paragraphs of a cell; one with no line where it has none."""
    tail = tuple(takewhile(lambda line: line.mark is not Mark.KEPT, reversed(lines)))[::-1]
    head = lines[: len(lines) - len(tail)]
    gone, come = (tuple(line for line in tail if line.mark is mark) for mark in (Mark.REMOVED, Mark.ADDED))
    shared = min(len(gone), len(come))
    if shared or not tail:
        alone = chain(head, gone[: len(gone) - shared], come[: len(come) - shared])
        yield from (((line,), line.mark) for line in alone)
        yield from ((pair, Mark.KEPT) for pair in _pairs(gone, come, shared))
        if not lines:
            yield (), Mark.KEPT
    else:
        yield from _shifted(head, tail)


def _pairs(gone: MarkedCell, come: MarkedCell, shared: int) -> Iterator[MarkedCell]:
    if shared:
        yield from zip(gone[-shared:], come[-shared:], strict=True)


def _shifted(head: MarkedCell, tail: MarkedCell) -> Iterator[Held]:
    """Lines that all went or all came at the end of a cell: each mark stands a line earlier."""
    mark = tail[0].mark
    *before, last = (*head, *tail)
    for at, line in enumerate(before, 1):
        yield (line,), mark if at >= len(head) else line.mark
    yield (last,), Mark.KEPT
