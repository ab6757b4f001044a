"""What another version of a series replaced, as hunks."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise

Hunk = tuple[int, int, int, int]
"""From where to where the base was replaced, and by which of the other."""


def hunks(was: Sequence[str], now: Sequence[str]) -> list[Hunk]:
    """The stretches of the base that were replaced, in order; what is alike at both ends is not looked through."""
    shorter = min(len(was), len(now))
    head = next((at for at in range(shorter) if was[at] != now[at]), shorter)
    tail = next((at for at in range(shorter - head) if was[-1 - at] != now[-1 - at]), shorter - head)
    matcher = SequenceMatcher(None, was[head : len(was) - tail], now[head : len(now) - tail], autojunk=False)
    found = (
        (i1 + head, i2 + head, j1 + head, j2 + head)
        for kind, i1, i2, j1, j2 in matcher.get_opcodes()
        if kind != "equal"
    )
    return list(found)


def touch(one: Hunk, other: Hunk) -> bool:
    """Whether two hunks of the same base overlap, or something was put in where the other begins or ends.

    What was replaced side by side does not touch: each of two neighbours has its own new wording.
    """
    if one[0] == one[1] or other[0] == other[1]:
        return one[0] <= other[1] and other[0] <= one[1]
    return one[0] < other[1] and other[0] < one[1]


def merged_lines(base: str, ours: str, theirs: str) -> str | None:
    """Our lines with what theirs changed, where the two changed lines that do not touch, or the same in the same way.

    None where they touch.
    """
    was, own, now = (text.splitlines(keepends=True) for text in (base, ours, theirs))
    here, there = hunks(was, own), hunks(was, now)
    alike = {one for one in here for other in there if one[:2] == other[:2] and _same(own, one, now, other)}
    left = [other for other in there if not any(one[:2] == other[:2] for one in alike)]
    if any(touch(one, other) for one in here for other in left):
        return None
    steps = sorted([(hunk, own) for hunk in here] + [(hunk, now) for hunk in left], key=lambda step: step[0][:2])
    if any(first[0][1] > second[0][0] for first, second in pairwise(steps)):
        return None
    made: list[str] = []
    at = 0
    for (start, end, first, last), lines in steps:
        made += was[at:start] + lines[first:last]
        at = end
    return "".join([*made, *was[at:]])


def _same(own: Sequence[str], one: Hunk, now: Sequence[str], other: Hunk) -> bool:
    return own[one[2] : one[3]] == now[other[2] : other[3]]
