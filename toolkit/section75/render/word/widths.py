"""How wide each column of a table is: by the words that stand in it.

A column is at least as wide as its longest word, so that no word breaks, and a column of figures as its longest figure.
What is left of the page goes to the columns in proportion to how much they say, and to none more than it can use.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import sqrt

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
    columns = list(zip(*rows, strict=True))
    longest = [_longest(column, whole) for column, whole in zip(columns, numeric, strict=True)]
    least = [min(room // 2, max(NARROWEST, int(letters * letter * ROOM_FOR_CAPITALS) + BORDERS)) for letters in longest]
    if sum(least) >= room:
        return _whole(least, room)
    most = [
        max(low, int(_line(column) * letter * ROOM_FOR_CAPITALS) + BORDERS)
        for low, column in zip(least, columns, strict=True)
    ]
    says = [_amount(column) for column in columns]
    return _whole(_shared(least, most, says, room), room)


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


def _longest(column: Sequence[Lines], whole: bool) -> int:
    """Letters that may not be parted: of the longest word, or of the longest line below the heading for figures."""
    heading, *cells = column
    words = (word for lines in (heading, *(() if whole else cells)) for line in lines for word in line.split())
    figures = (line for lines in (cells if whole else ()) for line in lines)
    return max(max(map(len, words), default=1), max(map(len, figures), default=1))


def _line(column: Sequence[Lines]) -> int:
    """Letters of the longest paragraph, which would stand on one line."""
    return max((len(line) for lines in column for line in lines), default=1)


def _amount(column: Sequence[Lines]) -> float:
    """How much a column says. Long cells count for more than many short ones, since they set the height of rows."""
    return max(1.0, sqrt(sum(sum(map(len, lines)) ** 2 for lines in column)))
