"""Changes of units as data, and what they make of a file's data."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping
from typing import Any

from section75.errors import Section75Error
from section75.outline.plain import plain_copy
from section75.outline.steps import Drop, Insert, Put, Step, drop, put, stepped
from section75.outline.units import WHOLE, Keys, Outline, Path, Unit, below, outline
from section75.value import dataclass


@dataclass(frozen=True)
class FieldSet:
    """A value of a unit changed or added. The path may go on into a list that holds no units, by position."""

    unit: str
    path: Keys
    value: Any


@dataclass(frozen=True)
class FieldRemoved:
    """A value of a unit, or a whole list of it, taken out."""

    unit: str
    path: Keys


@dataclass(frozen=True)
class UnitAdded:
    """A unit with all that it holds put into a list of another, after a neighbour; "" puts it first."""

    parent: str
    list: Path
    after: str
    value: Mapping[str, Any]


@dataclass(frozen=True)
class UnitRemoved:
    """A unit taken out with all that it holds; a list that is left without items goes with its last."""

    unit: str


@dataclass(frozen=True)
class UnitMoved:
    """A unit put elsewhere, with all that it holds."""

    unit: str
    parent: str
    list: Path
    after: str


Change = FieldSet | FieldRemoved | UnitAdded | UnitRemoved | UnitMoved


def applied(data: Any, changes: Iterable[Change]) -> Any:
    """A copy of a file's data with changes made, one after another.

    Raises `Section75Error` where a change speaks of what is not there.
    """
    changing = Changing(plain_copy(data))
    for change in changes:
        for _ in changing.steps(change):
            pass
    return changing.data


class Changing:
    """Data that is being changed, in place."""

    def __init__(self, data: Any) -> None:
        self.data = data
        self._units: Outline | None = None

    @property
    def units(self) -> Outline:
        """Every unit of the data as it is now."""
        if self._units is None:
            self._units = outline(self.data)
        return self._units

    def steps(self, change: Change) -> Iterator[Step]:
        """The steps that make a change; each is done to the data after it has been given.

        Raises `Section75Error` where the change speaks of what is not there.
        """
        try:
            if isinstance(change, UnitMoved):
                if _is_there(self.units[change.unit], change):
                    return
                value = yield from self._moved_out(change)
                step = _inserted(self.units, change, value)
            else:
                step = self._step(change)
        except (KeyError, IndexError, TypeError) as error:
            raise Section75Error(f"there is no such place in the file: {_said(change)}") from error
        yield step
        self._do(step)

    def _do(self, step: Step) -> None:
        old = stepped(self.data, step)
        if not isinstance(step, Put) or isinstance(step.value, dict | list) or isinstance(old, dict | list):
            self._units = None

    def _step(self, change: FieldSet | FieldRemoved | UnitAdded | UnitRemoved) -> Step:
        if isinstance(change, UnitAdded):
            return _inserted(self.units, change, plain_copy(change.value))
        unit = self.units[change.unit]
        if isinstance(change, FieldSet):
            return put(self.data, unit.keys, change.path, plain_copy(change.value))
        if isinstance(change, FieldRemoved):
            return drop(self.data, unit.keys, change.path)
        return self._taken(change.unit)

    def _taken(self, name: str) -> Drop:
        """A unit out of its list. The file itself cannot be taken out of itself."""
        unit = self.units[name]
        if name == WHOLE:
            raise KeyError(name)
        return drop(self.data, self.units[unit.parent].keys, (*unit.list, unit.keys[-1]))

    def _moved_out(self, change: UnitMoved) -> Generator[Step, None, Any]:
        if change.parent in below(self.units, change.unit) or change.after == change.unit:
            raise KeyError(change.parent)
        value = plain_copy(self.units[change.unit].node)
        step = self._taken(change.unit)
        yield step
        self._do(step)
        return value


def _inserted(units: Outline, change: UnitAdded | UnitMoved, value: Any) -> Step:
    parent = units[change.parent]
    if change.list not in parent.lists:
        if change.after or _is_taken(parent.node, change.list):
            raise KeyError(change.after)
        return put(units[WHOLE].node, parent.keys, change.list, [value])
    siblings = [unit for unit in units.values() if (unit.parent, unit.list) == (parent.name, change.list)]
    names = [unit.name for unit in siblings if unit.name != WHOLE]
    index = names.index(change.after) + 1 if change.after in names else 0
    if change.after and not index:
        raise KeyError(change.after)
    return Insert((*parent.keys, *change.list, index), value)


def _is_there(unit: Unit, change: UnitMoved) -> bool:
    return (unit.parent, unit.list, unit.before) == (change.parent, change.list, change.after)


def _is_taken(node: Any, path: Path) -> bool:
    """Whether something stands at the place of a list, an empty list apart."""
    for key in path:
        if not isinstance(node, Mapping) or key not in node:
            return False
        node = node[key]
    return bool(node != [])


def _said(change: Change) -> str:
    if isinstance(change, FieldSet | FieldRemoved):
        return f"{'.'.join(map(str, change.path))} of {change.unit or 'the file'}"
    if isinstance(change, UnitRemoved):
        return change.unit
    where = f"in {'.'.join(change.list)} of {change.parent or 'the file'}"
    moved = change.unit if isinstance(change, UnitMoved) else str(change.value.get("id"))
    return f"{moved} {where}" + (f" after {change.after}" if change.after else "")
