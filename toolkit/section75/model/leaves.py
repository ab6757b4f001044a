"""Every single value of an agreement with its unit, for rules about all prose or all references.

A leaf of the clause `{id: notice, text: Give notice.}` has the owner `notice`, the path `text` and the unit `Prose`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, get_args

from section75.model.hints import hints_of
from section75.model.units import Day, Id, Months, Pounds, Prose, Ref
from section75.model.walk import list_paths, walk
from section75.value import dataclass

UNITS = (Id, Ref, Prose, Day, Pounds, Months)
PLANS: dict[type[Any], tuple[tuple[str, Any], ...]] = {}
OWN_PLANS: dict[type[Any], tuple[tuple[str, str, Any], ...]] = {}


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value of the agreement."""

    owner: str
    """Id of the nearest thing above that has one."""
    path: str
    """Dotted path below the owner, e.g. `text` or `term.start`."""
    unit: Any
    """The unit of the field (`Prose`, `Ref`, ...), or None for a plain value."""
    value: Any


@cache
def unit_of(hint: Any) -> Any:
    """The unit in a type hint such as `tuple[Ref, ...]` or `Months | None`, or None."""
    if hint in UNITS:
        return hint
    return next((unit for unit in map(unit_of, get_args(hint)) if unit is not None), None)


def plan(cls: type[Any]) -> tuple[tuple[str, Any], ...]:
    """The fields of a model class with their units; worked out once for each class."""
    if cls not in PLANS:
        hints = hints_of(cls)
        PLANS[cls] = tuple((field.name, unit_of(hints[field.name])) for field in fields(cls))
    return PLANS[cls]


def unit_at(cls: type[Any], keys: Sequence[str | int]) -> Any:
    """The unit of the field at a path below a model class, e.g. `items`, 0, `value`. None for a plain one."""
    hint: Any = cls
    for key in keys:
        if isinstance(key, str):
            inner = _class_in(hint)
            hints = hints_of(inner) if inner else {}
            hint = hints.get(key, hints.get(f"{key}_"))
    return unit_of(hint)


def _class_in(hint: Any) -> type[Any] | None:
    """The model class in a type hint such as `tuple[Item, ...]`, or None."""
    if isinstance(hint, type) and is_dataclass(hint):
        return hint
    return next((found for found in map(_class_in, get_args(hint)) if found), None)


def leaves(value: Any) -> list[Leaf]:
    """Every leaf below a model value; an empty value has none. The owner is "" for what lies in nothing with an id."""
    found: list[Leaf] = []
    for thing in walk(value):
        _gather(thing.value, getattr(thing.value, "id", ""), "", found)
    return found


def _gather(value: Any, owner: str, path: str, found: list[Leaf]) -> None:
    """The leaves of one thing, those of the things that it holds left out."""
    for name, key, unit in _own_plan(type(value)):
        item = getattr(value, name)
        if item not in ("", None, ()):
            _gather_item(item, owner, f"{path}{key}", unit, found)


def _own_plan(cls: type[Any]) -> tuple[tuple[str, str, Any], ...]:
    """The fields of a model class but for its lists of things, each with its name in a file and its unit."""
    if cls not in OWN_PLANS:
        held = {names[0] for names in list_paths(cls) if len(names) == 1}
        OWN_PLANS[cls] = tuple((name, name.rstrip("_"), unit) for name, unit in plan(cls) if name not in held)
    return OWN_PLANS[cls]


def _gather_item(item: Any, owner: str, path: str, unit: Any, found: list[Leaf]) -> None:
    if isinstance(item, tuple):
        for index, inner in enumerate(item):
            _gather_item(inner, owner, f"{path}.{index}", unit, found)
    elif is_dataclass(item):
        _gather(item, owner, f"{path}.", found)
    else:
        found.append(Leaf(owner, path, None if unit is Prose and not isinstance(item, str) else unit, item))
