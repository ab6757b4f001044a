"""Which units were moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from section75.outline.units import WHOLE, Outline, Path, Unit

Home = tuple[str, Path]
"""The list in which a unit stands: its parent and the path from there."""


def lists(units: Outline) -> dict[Home, list[str]]:
    """The names of the units in every list, in order."""
    found: dict[Home, list[str]] = {}
    for unit in units.values():
        if unit.name != WHOLE:
            found.setdefault(home(unit), []).append(unit.name)
    return found


def moved(old: Outline, new: Outline) -> set[str]:
    """The units of both that stand in another list now, or elsewhere among those that stayed in theirs.

    As few as can be: the longest run that kept its order stays.
    """
    found = {name for name, unit in new.items() if name in old and home(old[name]) != home(unit)}
    was = lists(old)
    for place, names in lists(new).items():
        places = {name: index for index, name in enumerate(was.get(place, ()))}
        kept = [name for name in names if name in places]
        steady = _longest_rising([places[name] for name in kept])
        found.update(name for index, name in enumerate(kept) if index not in steady)
    return found


def home(unit: Unit) -> Home:
    """The list in which a unit stands."""
    return unit.parent, unit.list


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """The positions of a longest run of rising numbers."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, number in enumerate(numbers):
        at = bisect_left(tails, number)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [number]
        ends[at : at + 1] = [index]
    found: set[int] = set()
    at = ends[-1] if ends else -1
    while at != -1:
        found.add(at)
        at = before[at]
    return found
