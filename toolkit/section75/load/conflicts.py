"""Conflicts of a merge as they stand in a file, under `conflicts`, and what becomes of one when it is decided.

Ours stays in place, so that the file is whole and can be read; each conflict says what the others had.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from section75.errors import Section75Error
from section75.merge import Conflict, Kind
from section75.outline.changes import Change, FieldRemoved, FieldSet, UnitAdded, UnitMoved, UnitRemoved
from section75.outline.plain import plain_copy
from section75.outline.units import WHOLE, Outline
from section75.value import dataclass

CONFLICTS = "conflicts"
"""The field of a file that holds them."""
FILE = "file"
"""What stands for the file itself in the place of a conflict."""
SIDES = ("base", "ours", "theirs")
BY_HAND = {Kind.ID_TWICE, Kind.NO_PLACE, Kind.COMMENT, Kind.DECISION}
"""Conflicts that no side can settle."""


@dataclass(frozen=True)
class Standing:
    """A conflict that stands in a file."""

    index: int
    at: str
    """The unit, and the value of it: `board-duty.text`, or `file.term.end` for a value of the file itself."""
    why: str
    values: Mapping[str, Any]
    """What each of `base`, `ours` and `theirs` has; a side that has nothing is left out."""
    place: Mapping[str, str]
    """Where theirs put the unit: `in`, `list` and `after`."""

    @property
    def unit(self) -> str:
        """The name of the unit; `WHOLE` for the file."""
        name = self.at.split(".")[0]
        return WHOLE if name == FILE else name

    @property
    def path(self) -> tuple[str, ...]:
        """The path of the value within it; () for the unit itself."""
        return tuple(self.at.split(".")[1:])

    @property
    def can_be_taken(self) -> bool:
        """Whether a side can be taken; else the file is to be edited by hand first."""
        return self.why not in {str(kind) for kind in BY_HAND}


def as_data(conflicts: tuple[Conflict, ...], base: Outline, ours: Outline, theirs: Outline) -> list[dict[str, Any]]:
    """Conflicts as they are written into the file."""
    return [_entry(each, {"base": base, "ours": ours, "theirs": theirs}) for each in conflicts]


def _entry(conflict: Conflict, outlines: Mapping[str, Outline]) -> dict[str, Any]:
    entry: dict[str, Any] = {"at": ".".join((conflict.unit or FILE, *conflict.path)), "why": str(conflict.kind)}
    for side, value in zip(SIDES, (conflict.base, conflict.ours, conflict.theirs), strict=True):
        unit = outlines[side].get(conflict.unit)
        if value is not None:
            entry[side] = plain_copy(value)
        elif not conflict.path and unit is not None and conflict.unit != WHOLE:
            entry[side] = plain_copy(unit.node)
    unit = outlines["theirs"].get(conflict.unit)
    if not conflict.path and unit is not None and conflict.unit != WHOLE:
        entry["place"] = {"in": unit.parent or FILE, "list": ".".join(unit.list)}
        if unit.before:
            entry["place"]["after"] = unit.before
    return entry


def standing(data: Any) -> Iterator[Standing]:
    """The conflicts that a file's data holds, as far as they can be read."""
    entries = data.get(CONFLICTS) if isinstance(data, Mapping) else None
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, Mapping) and isinstance(entry.get("at"), str):
            values = {side: entry[side] for side in SIDES if side in entry}
            place = entry.get("place")
            yield Standing(
                index, entry["at"], str(entry.get("why", "")), values, place if isinstance(place, Mapping) else {}
            )


def taken(conflict: Standing, side: str, units: Outline) -> tuple[Change, ...]:
    """The changes that put a side in the place of ours; none where ours stays.

    Raises `Section75Error` where no side can settle it.
    """
    if side == "ours":
        return ()
    if not conflict.can_be_taken:
        raise Section75Error(f"{conflict.at}: {conflict.why}", "edit the file, then take ours")
    value = conflict.values.get(side)
    if conflict.path:
        if value is None:
            return (FieldRemoved(conflict.unit, conflict.path),)
        return (FieldSet(conflict.unit, conflict.path, value),)
    return tuple(_whole(conflict, value, units))


def _whole(conflict: Standing, value: Any, units: Outline) -> Iterator[Change]:
    """A whole unit of another side in the place of ours."""
    own = units.get(conflict.unit)
    parent = conflict.place.get("in", FILE)
    place = (WHOLE if parent == FILE else parent, tuple(conflict.place.get("list", "").split(".")))
    after = conflict.place.get("after", "")
    if conflict.why == str(Kind.MOVED_TWICE):
        yield UnitMoved(conflict.unit, *place, after if after in units else "")
        return
    if own is not None:
        place, after = (own.parent, own.list), own.before
        yield UnitRemoved(conflict.unit)
    if value is not None:
        yield UnitAdded(*place, after if after in units else "", value)
