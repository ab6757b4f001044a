"""What keeps its order where some things moved: the longest series that rises."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
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
