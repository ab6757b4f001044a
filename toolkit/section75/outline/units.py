"""Data taken apart into its units."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any

from section75.value import dataclass

Keys = tuple[str | int, ...]
"""A path of names and positions from the top of the file."""
Path = tuple[str, ...]
"""A path of names from a unit to one of its values or lists, e.g. `("term", "end")`."""

WHOLE = ""
"""What stands for the id of the file itself: a copy of it may have another."""
REFERENCE = {"id", "digest"}
"""A mapping of these alone points at a unit and is none: `from`, `renews`."""


@dataclass(frozen=True)
class Unit:
    """A clause, a row, a party, a Part: an item of a list that has an id; or the file itself."""

    name: str
    """Its id, or the id with `#2` and so on where an id is given again; `WHOLE` for the file."""
    id: str
    keys: Keys
    """Path to it from the top of the file."""
    parent: str
    """Name of the unit that holds it."""
    list: Path
    """The list of the parent in which it stands, e.g. `("clauses",)` or `("execution", "blocks")`."""
    before: str
    """Name of the unit before it in that list; "" for the first."""
    fields: Mapping[Path, Any]
    """Its own values, those of inner mappings by their path; lists of units and its id left out."""
    lists: tuple[Path, ...]
    """Its lists of units."""
    node: Mapping[str, Any] = field(compare=False, repr=False)
    """The data that it was read from."""


Outline = Mapping[str, Unit]
"""Every unit by its name, in the order of the file; the file itself first."""


def outline(data: Any) -> dict[str, Unit]:
    """Every unit of a file's data. Anything that is no mapping has no units but the file itself."""
    found: dict[str, Unit] = {}
    whole = data if isinstance(data, dict) else {}
    _collect(found, whole, WHOLE, WHOLE, (), WHOLE, (), "")
    return found


def below(units: Outline, name: str) -> dict[str, Unit]:
    """A unit and all that it holds, by name, in the order of the file. Raises KeyError where it is not."""
    found = {name: units[name]}
    for unit in units.values():
        if unit.parent in found and unit.name != WHOLE:
            found[unit.name] = unit
    return found


def named(data: Any) -> Iterator[tuple[Keys, Mapping[str, Any]]]:
    """Every mapping with an id, wherever it stands, in the order of the file; for looking up places.

    Unlike `outline` it also finds what stands in a list whose other items have no id, so that a half-written file
    can still be pointed at.
    """
    stack: list[tuple[Keys, Any]] = [((), data)]
    while stack:
        keys, node = stack.pop()
        if isinstance(node, dict):
            if isinstance(node.get("id"), str) and not _is_reference(node):
                yield keys, node
            inner: list[tuple[str | int, Any]] = list(node.items())
        elif isinstance(node, list):
            inner = list(enumerate(node))
        else:
            continue
        # Pushed backwards, so that the stack gives them in the order of the file.
        stack.extend(((*keys, key), value) for key, value in reversed(inner) if isinstance(value, (dict, list)))


def holds_units(value: Any) -> bool:
    """Whether a value is a list of units: every item a mapping with an id that is words."""
    return isinstance(value, list) and bool(value) and all(map(_is_unit, value))


def _is_unit(item: Any) -> bool:
    return isinstance(item, dict) and isinstance(item.get("id"), str) and not _is_reference(item)


def _is_reference(node: Mapping[str, Any]) -> bool:
    return node.keys() == REFERENCE


def _collect(
    found: dict[str, Unit],
    node: Mapping[str, Any],
    name: str,
    identity: str,
    keys: Keys,
    parent: str,
    path: Path,
    before: str,
) -> None:
    fields: dict[Path, Any] = {}
    lists: list[Path] = []
    _sort(node, (), fields, lists)
    if name != WHOLE:
        fields.pop(("id",))
    found[name] = Unit(name, identity, keys, parent, path, before, fields, tuple(lists), node)
    for inner in lists:
        items: Any = node
        for key in inner:
            items = items[key]
        previous = ""
        for index, item in enumerate(items):
            fresh = _unused(found, item["id"])
            _collect(found, item, fresh, item["id"], (*keys, *inner, index), name, inner, previous)
            previous = fresh


def _sort(node: Mapping[str, Any], at: Path, fields: dict[Path, Any], lists: list[Path]) -> None:
    for key, value in node.items():
        path = (*at, key)
        if holds_units(value):
            lists.append(path)
        elif isinstance(value, dict) and value:
            _sort(value, path, fields, lists)
        else:
            fields[path] = value


def _unused(found: Outline, identity: str) -> str:
    name, count = identity, 1
    while name in found:
        count += 1
        name = f"{identity}#{count}"
    return name
