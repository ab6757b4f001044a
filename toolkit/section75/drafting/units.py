"""A schedule taken apart: everything that has an id, with its own fields and its place among its neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from section75.load import SourceFile

Keys = tuple[str | int, ...]
OUTSIDE = ("format", "id", "kind", "from", "last_reviewed", "notes", "answers")
"""Fields that belong to one copy and are never compared with the model."""
WHOLE = ""
"""What stands for the id of the schedule itself: its copy may have another."""


@dataclass(frozen=True)
class Unit:
    """A clause, a row, a Part: whatever has an id."""

    id: str
    keys: Keys
    """Path to it from the top of the file."""
    parent: str
    """Id of the unit that holds it."""
    list_name: str
    """The list of the parent in which it stands, e.g. `clauses`."""
    before: str
    """Id of the unit before it in that list; "" for the first."""
    fields: Mapping[str, str]
    """Its own values as words, lists of other units left out."""


def units_of(source: SourceFile) -> dict[str, Unit]:
    """Every unit of a schedule, by id, in the order of the file; the schedule itself first."""
    return {unit.id: unit for unit in _units(source.data, WHOLE, (), WHOLE, "", "")}


def said(value: Any) -> str:
    """A value as words, so that wrapping a paragraph anew is no difference."""
    if isinstance(value, list):
        return ", ".join(map(said, value))
    if isinstance(value, dict):
        return "; ".join(f"{key}: {said(item)}" for key, item in value.items())
    return " ".join(str(value).split())


def _units(node: Any, identity: str, keys: Keys, parent: str, list_name: str, before: str) -> Iterator[Unit]:
    inner = {name: value for name, value in node.items() if _holds_units(value)}
    own = {name: said(value) for name, value in node.items() if name not in OUTSIDE and name not in inner}
    yield Unit(identity, keys, parent, list_name, before, own)
    for name, items in inner.items():
        previous = ""
        for index, item in enumerate(items):
            yield from _units(item, str(item["id"]), (*keys, name, index), identity, name, previous)
            previous = str(item["id"])


def _holds_units(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) and "id" in item for item in value)
