"""Red, amber or green: how much an item has to worry a board."""

from __future__ import annotations

from enum import StrEnum

from section75.reviews.outcome import FAILING, Result, Status


class Rating(StrEnum):
    """How much an item has to worry a board. Each has a letter and a shape, so that no meaning hangs on colour."""

    RED = "\u25b2 R"
    AMBER = "\u25c6 A"
    GREEN = "\u25cf G"
    NONE = ""


ABOUT = {
    Rating.RED: "unlawful as far as can be seen, past its date, or shown by data not to be so",
    Rating.AMBER: "somebody has to read, show, decide or do something",
    Rating.GREEN: "shown by data, or confirmed by a person against the exact words",
}


def rating(result: Result) -> Rating:
    """The rating of a result."""
    return rated(result.status, result.item.strength)


def rated(status: Status, strength: str) -> Rating:
    """Red: the law is not seen to be met, data shows that something asked for is not so, or it is overdue."""
    if status is Status.NOT_APPLICABLE:
        return Rating.NONE
    if status is Status.MET:
        return Rating.GREEN
    if status is Status.OVERDUE or (status is Status.FAILED and strength != "consider"):
        return Rating.RED
    return Rating.RED if status in FAILING and strength == "statutory" else Rating.AMBER
