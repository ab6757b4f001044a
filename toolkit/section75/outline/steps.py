"""The smallest edits of data: a value put, taken out, or inserted into a list. Both data and text can take them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from section75.outline.units import Keys


@dataclass(frozen=True)
class Put:
    """A value set under a name of a mapping that is there, or at a position of a list that is taken."""

    keys: Keys
    value: Any


@dataclass(frozen=True)
class Drop:
    """A name with its value, or an item of a list, taken out."""

    keys: Keys


@dataclass(frozen=True)
class Insert:
    """A value put into a list before what now stands at the position; the length of the list puts it last."""

    keys: Keys
    """Path to the list, and the position."""
    value: Any


Step = Put | Drop | Insert


def stepped(data: Any, step: Step) -> None:
    """Do a step to plain data, in place. Raises KeyError or IndexError where there is no such place."""
    holder: Any = data
    for key in step.keys[:-1]:
        holder = holder[key]
    last = step.keys[-1]
    if isinstance(step, Put):
        holder[last] = step.value
    elif isinstance(step, Drop):
        del holder[last]
    else:
        holder.insert(last, step.value)


def put(data: Any, base: Keys, path: Keys, value: Any) -> Put:
    """The step that sets a value, with the mappings on the way to it that are not there yet."""
    holder: Any = _at(data, base)
    for index, key in enumerate(path[:-1]):
        if isinstance(holder, Mapping) and key not in holder:
            for name in reversed(path[index + 1 :]):
                value = {name: value}
            return Put((*base, *path[: index + 1]), value)
        holder = holder[key]
        if not isinstance(holder, Mapping | list):
            raise KeyError(path)
    if isinstance(holder, list) and not isinstance(path[-1], int):
        raise KeyError(path)
    return Put((*base, *path), value)


def drop(data: Any, base: Keys, path: Keys) -> Drop:
    """The step that takes a value out, with the mappings and lists that would be left empty by it."""
    holders = [_at(data, (*base, *path[:length])) for length in range(len(path) + 1)]
    end = len(path)
    while end > 1 and len(holders[end - 1]) == 1:
        end -= 1
    return Drop((*base, *path[:end]))


def _at(data: Any, keys: Keys) -> Any:
    node = data
    for key in keys:
        node = node[key]
    return node
