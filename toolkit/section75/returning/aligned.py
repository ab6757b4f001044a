"""The paragraphs of a copy beside those of the print: which is which, which are new, which are gone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

Pair = tuple[int | None, int | None]
"""A paragraph of the copy and one of the print, by their places; None where there is none."""
Key = tuple[str, str]
"""Style and words."""
LIKE = 0.4
"""How alike two paragraphs must be, from 0 to 1, to be one that was edited."""
MOST = 20_000
"""Comparisons in one stretch, above which paragraphs are paired in their order."""


def aligned(copy: Sequence[Key], print_: Sequence[Key]) -> tuple[Pair, ...]:
    """Every paragraph of both, in order, each once."""
    head = next(
        (at for at, (a, b) in enumerate(zip(copy, print_, strict=False)) if a != b), min(len(copy), len(print_))
    )
    tail = 0
    while tail < min(len(copy), len(print_)) - head and copy[-1 - tail] == print_[-1 - tail]:
        tail += 1
    ours, theirs = copy[head : len(copy) - tail], print_[head : len(print_) - tail]
    pairs: list[Pair] = [(at, at) for at in range(head)]
    for tag, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs += [(head + a + at, head + c + at) for at in range(b - a)]
        else:
            pairs += [
                (None if one is None else head + a + one, None if other is None else head + c + other)
                for one, other in _stretch(ours[a:b], theirs[c:d])
            ]
    pairs += [(len(copy) - tail + at, len(print_) - tail + at) for at in range(tail)]
    return tuple(pairs)


def _stretch(ours: Sequence[Key], theirs: Sequence[Key]) -> Iterator[Pair]:
    """The heaviest series of pairs that keeps the order; what is left over is new or gone."""
    if not ours or not theirs:
        yield from ((at, None) for at in range(len(ours)))
        yield from ((None, at) for at in range(len(theirs)))
        return
    if len(ours) == len(theirs) == 1 or len(ours) * len(theirs) > MOST:
        shorter = min(len(ours), len(theirs))
        yield from ((at, at) for at in range(shorter))
        yield from ((at, None) for at in range(shorter, len(ours)))
        yield from ((None, at) for at in range(shorter, len(theirs)))
        return
    weight = [[0.0] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    likes = [[_like(one, other) for other in theirs] for one in ours]
    for i in range(len(ours) - 1, -1, -1):
        for j in range(len(theirs) - 1, -1, -1):
            both = likes[i][j] + weight[i + 1][j + 1] if likes[i][j] else 0.0
            weight[i][j] = max(weight[i + 1][j], weight[i][j + 1], both)
    i = j = 0
    while i < len(ours) and j < len(theirs):
        if likes[i][j] and weight[i][j] == likes[i][j] + weight[i + 1][j + 1]:
            yield i, j
            i, j = i + 1, j + 1
        elif weight[i][j] == weight[i + 1][j]:
            yield i, None
            i += 1
        else:
            yield None, j
            j += 1
    yield from ((at, None) for at in range(i, len(ours)))
    yield from ((None, at) for at in range(j, len(theirs)))


def _like(one: Key, other: Key) -> float:
    """How alike two paragraphs are; 0 where they are not one. With the same words, the style may be another."""
    if one[1] == other[1]:
        return 1.0
    if one[0] != other[0]:
        return 0.0
    matcher = SequenceMatcher(None, one[1].split(), other[1].split(), autojunk=False)
    found = matcher.ratio() if matcher.quick_ratio() >= LIKE else 0.0
    return found if found >= LIKE else 0.0
