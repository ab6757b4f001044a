"""How wide each column of a table is: by the words that stand in it.

A column is at least as wide as its longest word, so that no word breaks, and a column of figures as its longest figure.
What is left of the page goes to the columns in proportion to how much they say, and to none more than it can use.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import sqrt
from typing import NamedTuple

from section75.render.word.rows import BORDERS, LETTER, Lines

NARROWEST = 500
"""Twentieths of a point: a column of row numbers."""
ROOM_FOR_CAPITALS = 1.12
"""Headings are bold, and some words are all capitals: wider than letters are on average."""


def column_widths(rows: Iterable[Sequence[Lines]], numeric: Sequence[bool], room: int, size: int) -> tuple[int, ...]:
    """The width of each column, in twentieths of a point; together they are `room`.

    `rows` are the cells of each row with the heading first, a cell as its paragraphs in words; `numeric` says which
    columns hold figures, which never wrap; `size` is that of the letters, in half-points.
    """
    letter = size * 10 * LETTER
    measured = [_Column.of(cells, whole) for cells, whole in zip(zip(*rows, strict=True), numeric, strict=True)]

    def wide(letters: int) -> int:
        return max(NARROWEST, int(letters * letter * ROOM_FOR_CAPITALS) + BORDERS)

    least = [min(room // 2, wide(column.longest)) for column in measured]
    if sum(least) >= room:
        return _whole(least, room)
    most = [max(low, wide(column.line)) for low, column in zip(least, measured, strict=True)]
    return _whole(_shared(least, most, [column.says for column in measured], room), room)


class _Column(NamedTuple):
    """What stands in a column, in letters."""

    longest: int
    """Of the longest word; of the longest line below the heading where lines may not be parted, as figures may not."""
    line: int
    """Of the longest paragraph, which would stand on one line."""
    says: float
    """How much it says. Long cells count for more than many short ones, since they set the height of rows."""

    @classmethod
    def of(cls, cells: Sequence[Lines], whole: bool) -> _Column:
        """The measures of a column whose first cell is the heading."""
        longest, line, squares = 1, 1, 0
        for at, lines in enumerate(cells):
            said = 0
            for text in lines:
                letters = len(text)
                said += letters
                line = max(line, letters)
                if letters > longest:
                    longest = letters if whole and at else max(longest, *map(len, text.split()))
            squares += said * said
        return cls(longest, line, max(1.0, sqrt(squares)))


def _shared(least: Sequence[int], most: Sequence[int], says: Sequence[float], room: int) -> list[float]:
    """The room in proportion to what columns say, none less than its least or, while others want more, above its most.

    Columns are settled one after the other: first those that a fair share would make too wide or too narrow.
    """
    settled: dict[int, float] = {}
    while len(settled) < len(least):
        open_ = [at for at in range(len(least)) if at not in settled]
        left, whole = room - sum(settled.values()), sum(says[at] for at in open_)
        fair = {at: left * says[at] / whole for at in open_}
        narrow = {at: float(least[at]) for at in open_ if fair[at] < least[at]}
        wide = {at: float(most[at]) for at in open_ if fair[at] > most[at]}
        if not narrow and not wide:
            settled |= fair
        elif sum(least[at] - fair[at] for at in narrow) >= sum(fair[at] - most[at] for at in wide):
            settled |= narrow
        else:
            settled |= wide
    return [settled[at] for at in range(len(least))]


def _whole(widths: Sequence[float], room: int) -> tuple[int, ...]:
    """Whole numbers that add up to the room, in the proportions given; what rounding leaves goes to the last."""
    scale = room / sum(widths)
    rounded = [int(width * scale) for width in widths]
    rounded[-1] += room - sum(rounded)
    return tuple(rounded)
