"""Every single value of an agreement with its unit, for rules about all prose or all references.

A leaf of the clause `{id: notice, text: Give notice.}` has the owner `notice`, the path `text` and the unit `Prose`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any, get_args, get_type_hints

from section75.model.units import Day, Id, Months, Pounds, Prose, Ref

UNITS = (Id, Ref, Prose, Day, Pounds, Months)
PLANS: dict[type[Any], tuple[tuple[str, Any], ...]] = {}


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
        hints = get_type_hints(cls)
        PLANS[cls] = tuple((field.name, unit_of(hints[field.name])) for field in fields(cls))
    return PLANS[cls]


def unit_at(cls: type[Any], keys: Sequence[str | int]) -> Any:
    """The unit of the field at a path below a model class, e.g. `items`, 0, `value`. None for a plain one."""
    hint: Any = cls
    for key in keys:
        if isinstance(key, str):
            inner = _class_in(hint)
            hints = get_type_hints(inner) if inner else {}
            hint = hints.get(key, hints.get(f"{key}_"))
    return unit_of(hint)


def _class_in(hint: Any) -> type[Any] | None:
    """The model class in a type hint such as `tuple[Item, ...]`, or None."""
    if isinstance(hint, type) and is_dataclass(hint):
        return hint
    return next((found for found in map(_class_in, get_args(hint)) if found), None)


def leaves(value: Any) -> list[Leaf]:
    """Every leaf below a model value, in declared order; an empty value has none."""
    found: list[Leaf] = []
    _gather(value, "", "", None, found)
    return found


def _gather(value: Any, owner: str, path: str, unit: Any, found: list[Leaf]) -> None:
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            _gather(item, owner, f"{path}.{index}", unit, found)
    elif is_dataclass(value):
        own = getattr(value, "id", None)
        if own:
            owner, path = own, ""
        for name, declared in plan(type(value)):
            item = getattr(value, name)
            if item not in ("", None, ()):
                key = name.rstrip("_")
                _gather(item, owner, f"{path}.{key}" if path else key, declared, found)
    else:
        found.append(Leaf(owner, path, None if unit is Prose and not isinstance(value, str) else unit, value))
