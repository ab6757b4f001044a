"""The names of what an edit may be about. How they are told stands in `kinds`, which is slower to read in."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What an edit is about, the weightiest first. One edit may be of several kinds."""

    MONEY = "money"
    OBLIGATION = "obligation"
    LIABILITY = "liability"
    PARTY = "party or role"
    FUNCTION = "function"
    DEFINED = "defined term"
    PERIOD = "date or period"
    ENDING = "duration and ending"
    REFERENCE = "reference"
    PERCENTAGE = "percentage"
    NUMBER = "number"
    GOVERNANCE = "governance"
    OTHER = "other"
    """Of substance, and none of the above."""
    ADMINISTRATIVE = "appears administrative"


Kinds = tuple[Kind, ...]


def of_substance(kinds: Kinds) -> Kinds:
    """The kinds of what was added, removed or moved: never administrative, whatever it says."""
    return (Kind.OTHER,) if kinds == (Kind.ADMINISTRATIVE,) else kinds
