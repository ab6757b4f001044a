"""Two states of one cell, line by line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from section75.compare import words
from section75.compare.marked import MarkedCell, MarkedLine
from section75.compare.targets import Targets
from section75.document import Cell, Line, words_of


def marked_cell(old: Cell, new: Cell, targets: Targets) -> MarkedCell:
    """The lines of both in order. A line pairs with one of the same label, so that the most words stay."""
    if len(old) == len(new) and (len(old) <= 1 or old == new) and _labels(old) == _labels(new):
        return tuple(_both(a, b, targets) for a, b in zip(old, new, strict=True))
    return tuple(_aligned(old, new, targets))


def _labels(cell: Cell) -> list[str]:
    return [line.label for line in cell]


def _both(old: Line, new: Line, targets: Targets) -> MarkedLine:
    return MarkedLine(old, new, words.marked(old.runs, new.runs, targets))


def _aligned(old: Cell, new: Cell, targets: Targets) -> Iterator[MarkedLine]:
    i = j = 0
    for a, b in [*_pairs(old, new), (len(old), len(new))]:
        yield from (MarkedLine(line, None, words.removed(line.runs)) for line in old[i:a])
        yield from (MarkedLine(None, line, words.added(line.runs)) for line in new[j:b])
        if a < len(old):
            yield _both(old[a], new[b], targets)
        i, j = a + 1, b + 1


def _pairs(old: Cell, new: Cell) -> list[tuple[int, int]]:
    """Positions of the lines that pair, in order: the pairs that have the most characters in common."""
    counts = [[_words(line) for line in cell] for cell in (old, new)]
    best = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    shared = [
        [_shared(a, b) if x.label == y.label else 0 for y, b in zip(new, counts[1], strict=True)]
        for x, a in zip(old, counts[0], strict=True)
    ]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            together = best[i + 1][j + 1] + shared[i][j] if shared[i][j] else 0
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    return list(_walked(best, shared))


def _walked(best: Sequence[Sequence[int]], shared: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    i = j = 0
    while i < len(best) - 1 and j < len(best[0]) - 1:
        if shared[i][j] and best[i][j] == best[i + 1][j + 1] + shared[i][j]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1


def _words(line: Line) -> Counter[str]:
    return Counter(words_of(line.runs).split())


def _shared(old: Counter[str], new: Counter[str]) -> int:
    """Characters of the words that two lines of one label have in common; at least 1."""
    return 1 + sum(len(word) * count for word, count in (old & new).items())
