"""What keeps its order where some things moved: the longest or the heaviest series that rises."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any


def longest_rising(values: Sequence[Any]) -> list[int]:
    """The indexes of the longest series of values of which each is greater than the one before."""
    tails: list[Any] = []
    ends: list[int] = []
    previous: list[int | None] = []
    for index, value in enumerate(values):
        length = bisect_left(tails, value)
        previous.append(ends[length - 1] if length else None)
        tails[length : length + 1] = [value]
        ends[length : length + 1] = [index]
    series: list[int] = []
    last = ends[-1] if ends else None
    while last is not None:
        series.append(last)
        last = previous[last]
    return series[::-1]


def heaviest_rising(values: Sequence[int], weights: Sequence[int]) -> list[int]:
    """The indexes of the series of greatest total weight of which each value is greater than the one before.

    Values are all different; `weights` has a whole number above 0 for each. Takes time in proportion to
    n log n: a Fenwick tree holds, for each value, the heaviest series found so far that ends at or below it.
    """
    stretches = list(_stretches(values))
    totals = [sum(weights[start:end]) for start, end in stretches]
    series = _heaviest([values[start] for start, _ in stretches], totals)
    return [index for at in series for index in range(*stretches[at])]


def _stretches(values: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where values that rise by one at each step begin and end: they stay together, since nothing comes between."""
    start = 0
    for index in range(1, len(values) + 1):
        if index == len(values) or values[index] != values[index - 1] + 1:
            yield start, index
            start = index


def _heaviest(values: Sequence[int], weights: Sequence[int]) -> list[int]:
    rank = {value: place for place, value in enumerate(sorted(values), 1)}
    best: list[tuple[int, int]] = [(0, -1)] * (len(rank) + 1)
    """At each node of the tree the weight of a series and the index of its last value."""
    previous: list[int] = []
    heaviest = (0, -1)
    for index, (value, weight) in enumerate(zip(values, weights, strict=True)):
        before = _heaviest_below(best, rank[value] - 1)
        previous.append(before[1])
        found = (before[0] + weight, index)
        heaviest = max(heaviest, found, key=_weight)
        at = rank[value]
        while at < len(best):
            best[at] = max(best[at], found, key=_weight)
            at += at & -at
    series: list[int] = []
    last = heaviest[1]
    while last >= 0:
        series.append(last)
        last = previous[last]
    return series[::-1]


def _heaviest_below(best: Sequence[tuple[int, int]], at: int) -> tuple[int, int]:
    """The heaviest series that ends at or below a place of the tree."""
    found = best[0]
    while at:
        found = max(found, best[at], key=_weight)
        at -= at & -at
    return found


def _weight(series: tuple[int, int]) -> int:
    return series[0]
