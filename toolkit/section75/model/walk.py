"""One walk over everything in an agreement that has an id, in printed order.

What the outline of a file calls a unit is called a thing here: a clause, a row, a party, a Part, a table. A thing
stands in a list of what holds it: a sub-clause in the `clauses` of a clause, a member in the `members` of a group.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar, get_args, get_origin

from section75.model.hints import hints_of
from section75.value import dataclass

Kind = TypeVar("Kind")
Path = tuple[str, ...]
"""Names of fields from a value to a list, e.g. `("term", "extensions")`."""
LAST = ("tables", "appendices")
"""Lists that print after the others of a schedule."""
PATHS: dict[type[Any], tuple[Path, ...]] = {}


@dataclass(frozen=True, slots=True)
class Thing:
    """Something with an id, and where it stands."""

    value: Any
    list: str
    """Name of the list in which it stands, e.g. `clauses` or `members`; "" for that with which the walk began."""
    holders: tuple[Any, ...]
    """What holds it, outermost first, e.g. an agreement, a schedule, a Part and a clause for a sub-paragraph."""

    def within(self, kind: type[Kind]) -> Kind | None:
        """The nearest of what holds it that is of a kind, e.g. its schedule; None where there is none."""
        return next((holder for holder in reversed(self.holders) if isinstance(holder, kind)), None)


def walk(top: Any) -> Iterator[Thing]:
    """An agreement, or anything in it that has an id, and all that it holds; each before what it holds."""
    return _walk(top, "", ())


def every(kind: type[Kind], top: Any) -> Iterator[Kind]:
    """Everything of a kind in an agreement or in a part of it, in printed order, e.g. every clause."""
    found: list[Kind] = []
    _collect(kind, top, found)
    return iter(found)


def lists(holder: Any) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """The lists of things that something holds itself, by name, empty ones left out."""
    for path in list_paths(type(holder)):
        found = holder
        for name in path:
            found = getattr(found, name) if found is not None else None
        if found:
            yield path[-1], found


def list_paths(cls: type[Any]) -> tuple[Path, ...]:
    """The paths to the lists of things in a model class, in printed order; worked out once for each class."""
    if cls not in PATHS:
        hints = hints_of(cls)
        found = [path for field in fields(cls) for path in _paths(field.name, hints[field.name])]
        PATHS[cls] = tuple(sorted(found, key=lambda path: LAST.index(path[-1]) if path[-1] in LAST else -1))
    return PATHS[cls]


def _collect(kind: type[Kind], value: Any, found: list[Kind]) -> None:
    """Add everything of a kind in a value, itself included. Rules ask often, and a list costs less than generators."""
    if isinstance(value, kind):
        found.append(value)
    for path in list_paths(type(value)):
        things = value
        for name in path:
            things = getattr(things, name) if things is not None else None
        for thing in things or ():
            _collect(kind, thing, found)


def _walk(value: Any, name: str, holders: tuple[Any, ...]) -> Iterator[Thing]:
    yield Thing(value, name, holders)
    holders = (*holders, value)
    for inner, things in lists(value):
        for thing in things:
            if list_paths(type(thing)):
                yield from _walk(thing, inner, holders)
            else:
                yield Thing(thing, inner, holders)


def _paths(name: str, hint: Any) -> Iterator[Path]:
    for cls in (hint, *get_args(hint)):
        if not (isinstance(cls, type) and is_dataclass(cls)):
            continue
        has_id = any(field.name == "id" for field in fields(cls))
        if get_origin(hint) is tuple and has_id:
            yield (name,)
        elif get_origin(hint) is not tuple and not has_id:
            yield from ((name, *path) for path in list_paths(cls))
