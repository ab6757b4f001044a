"""The smallest edits of data: a value put, taken out, or inserted into a list. Both data and text can take them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from section75.outline.plain import same
from section75.outline.units import Keys
from section75.value import dataclass


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


def stepped(data: Any, step: Step) -> Any:
    """Do a step to plain data, in place; gives what a value was put in place of, None where there was nothing.

    Raises KeyError or IndexError where there is no such place.
    """
    holder: Any = data
    for key in step.keys[:-1]:
        holder = holder[key]
    last = step.keys[-1]
    if isinstance(step, Put):
        old = holder.get(last) if isinstance(holder, dict) else holder[last]
        holder[last] = step.value
        return old
    if isinstance(step, Drop):
        del holder[last]
    else:
        holder.insert(last, step.value)
    return None


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


def refined(data: Any, step: Step) -> Iterator[Step]:
    """A step as smaller ones that leave alone what stays the same in a list or mapping; nothing where all does."""
    if not isinstance(step, Put):
        yield step
        return
    try:
        old = _at(data, step.keys)
    except (KeyError, IndexError):
        yield step
        return
    yield from _finer(step.keys, old, step.value)


def _finer(keys: Keys, old: Any, new: Any) -> Iterator[Step]:
    if same(old, new):
        return
    if isinstance(old, list) and isinstance(new, list) and old and new:
        yield from _finer_list(keys, old, new)
    elif isinstance(old, Mapping) and isinstance(new, Mapping) and old.keys() & new.keys():
        yield from (Drop((*keys, name)) for name in old if name not in new)
        for name, value in new.items():
            if name in old:
                yield from _finer((*keys, name), old[name], value)
            else:
                yield Put((*keys, name), value)
    else:
        yield Put(keys, new)


def _finer_list(keys: Keys, old: list[Any], new: list[Any]) -> Iterator[Step]:
    """What is alike at both ends stays; what stands between is replaced one by one, then taken out or put in."""
    shorter = min(len(old), len(new))
    head = next((index for index in range(shorter) if not same(old[index], new[index])), shorter)
    tail = 0
    while tail < shorter - head and same(old[-1 - tail], new[-1 - tail]):
        tail += 1
    common = shorter - tail
    for index in range(head, common):
        yield from _finer((*keys, index), old[index], new[index])
    for index in range(len(old) - tail - 1, common - 1, -1):
        yield Drop((*keys, index))
    for index in range(common, len(new) - tail):
        yield Insert((*keys, index), new[index])


def _at(data: Any, keys: Keys) -> Any:
    node = data
    for key in keys:
        node = node[key]
    return node
