"""Base, ours and theirs: what theirs changed since the base, as changes to be made in ours, and the conflicts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import field
from enum import StrEnum
from typing import Any

from section75.merge.order import home, lists, moved
from section75.merge.words import combined
from section75.outline.changes import Change, FieldRemoved, FieldSet, UnitAdded, UnitMoved, UnitRemoved
from section75.outline.plain import plain_copy, same
from section75.outline.units import WHOLE, Outline, Path, Unit
from section75.value import dataclass

PARAGRAPHS = re.compile(r"\n\s*\n")


class Kind(StrEnum):
    """What stands in the way of a change."""

    BOTH_CHANGED = "both changed the same value, each in another way"
    REMOVED_HERE = "theirs changed it, and ours has removed it"
    REMOVED_THERE = "theirs removed it, and ours has changed it"
    MOVED_TWICE = "both moved it, each to another place"
    ADDED_TWICE = "both added it, with different content"
    NO_PLACE = "theirs added or moved it to what ours no longer has"
    ID_TWICE = "its id is given more than once"
    COMMENT = "theirs has a comment that found no place"
    DECISION = "both changed the record of a decision, which is never merged"


@dataclass(frozen=True)
class Conflict:
    """Something that cannot be merged; ours stays as it is there. Values are None where a side has none."""

    kind: Kind
    unit: str
    path: Path = ()
    """The value of the unit that is in conflict; () for the unit itself."""
    base: Any = None
    ours: Any = None
    theirs: Any = None


@dataclass(frozen=True)
class Merged:
    """What theirs changed, in the order in which it is to be made in ours, and what could not be merged."""

    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]


def merged(base: Outline, ours: Outline, theirs: Outline) -> Merged:
    """The changes that bring into ours what theirs changed since the base. The same change on both sides is none."""
    merge = _Merge(base, ours, theirs)
    changes = (*merge.fields(), *merge.placed(), *merge.removed())
    return Merged(changes, tuple(merge.conflicts))


def alike(one: Any, other: Any) -> bool:
    """Whether two values say the same: words may be broken into lines differently within a paragraph."""
    if isinstance(one, str) and isinstance(other, str):
        return one == other or _unbroken(one) == _unbroken(other)
    return same(one, other)


class _Missing:
    """What stands for a value that a unit does not have."""


MISSING = _Missing()


@dataclass
class _Merge:
    base: Outline
    ours: Outline
    theirs: Outline
    conflicts: list[Conflict] = field(default_factory=list)

    def __post_init__(self) -> None:
        sides = (self.base, self.ours, self.theirs)
        counts = (Counter(unit.id for unit in side.values()) for side in sides)
        self.twice = {identity for count in counts for identity, number in count.items() if number > 1}
        self.homes = {name: home(unit) for name, unit in self.ours.items() if name != WHOLE}
        """Where each unit of ours stands, once the changes found so far are made."""
        self.lists = lists(self.ours)
        self.held: set[str] = set()
        """Units of ours that stay, since their list is in conflict."""

    def fields(self) -> Iterator[Change]:
        """Values changed, added and removed in units that all three have."""
        for name, now in self.theirs.items():
            was, own = self.base.get(name), self.ours.get(name)
            if was is None or (own is not None and _says_the_same(was, now)):
                continue
            if own is None:
                if not _says_the_same(was, now):
                    self._conflict(Kind.REMOVED_HERE, name)
            elif now.id in self.twice:
                self._conflict(Kind.ID_TWICE, name)
            else:
                yield from self._fields(was, own, now)

    def _fields(self, was: Unit, own: Unit, now: Unit) -> Iterator[Change]:
        # What is removed goes first: a value may become a mapping of values.
        paths = sorted(dict.fromkeys((*was.fields, *now.fields)), key=lambda path: path in now.fields)
        for path in paths:
            values = tuple(_value(unit, path) for unit in (was, own, now))
            if values[2] is not MISSING and not alike(values[0], values[2]) and _is_in_the_way(own, was, now, path):
                self.held.update(self.lists.get((own.name, path), ()))
                self._conflict(Kind.BOTH_CHANGED, own.name, path)
            else:
                yield from self._field(own.name, path, *values)

    def _field(self, name: str, path: Path, was: Any, own: Any, now: Any) -> Iterator[Change]:
        if alike(was, now) or alike(own, now):
            return
        if not alike(own, was):
            both = combined(was, own, now) if all(isinstance(value, str) for value in (was, own, now)) else None
            if both is None:
                shown = (None if value is MISSING else value for value in (was, own, now))
                self._conflict(Kind.BOTH_CHANGED, name, path, *shown)
                return
            now = both
        yield FieldRemoved(name, path) if now is MISSING else FieldSet(name, path, now)

    def placed(self) -> Iterator[Change]:
        """Units added and moved, in the order of theirs, so that whatever holds one comes before it."""
        elsewhere = moved(self.base, self.theirs)
        here = moved(self.base, self.ours)
        settled: set[str] = set()
        for name, unit in self.theirs.items():
            if name == WHOLE:
                continue
            if name in self.base:
                if name in elsewhere and name in self.ours:
                    yield from self._move(unit, is_moved_here=name in here)
            elif unit.parent in settled and name not in self.ours:
                settled.add(name)
            elif name not in self.ours:
                settled.add(name)
                yield from self._add(unit)
            elif not self._is_added_alike(unit):
                settled.add(name)
                self._conflict(Kind.ADDED_TWICE, name)

    def _is_added_alike(self, unit: Unit) -> bool:
        own = self.ours[unit.name]
        return _says_the_same(own, unit) and home(own) == home(unit)

    def _add(self, unit: Unit) -> Iterator[Change]:
        if unit.id in self.twice:
            self._conflict(Kind.ID_TWICE, unit.name)
            return
        after = self._after(unit)
        if after is None:
            self._conflict(Kind.NO_PLACE, unit.name)
            return
        value = self._grown(unit, after)
        yield UnitAdded(unit.parent, unit.list, after, value)

    def _grown(self, unit: Unit, after: str) -> dict[str, Any]:
        """The data of a new unit with the new units that it holds; what was only moved into it follows later."""
        self._settle(unit, after)
        value: dict[str, Any] = plain_copy(unit.node)
        for path in unit.lists:
            holder = value
            for key in path[:-1]:
                holder = holder[key]
            inner, before = [], ""
            for child in self._children(unit.name, path):
                if child.name not in self.base and child.name not in self.ours and child.id not in self.twice:
                    inner.append(self._grown(child, before))
                    before = child.name
            holder[path[-1]] = inner
            if not inner:
                del holder[path[-1]]
        return value

    def _children(self, parent: str, path: Path) -> list[Unit]:
        return [unit for unit in self.theirs.values() if home(unit) == (parent, path) and unit.name != WHOLE]

    def _move(self, unit: Unit, *, is_moved_here: bool) -> Iterator[Change]:
        own = self.ours[unit.name]
        if home(own) == home(unit) and self._before(own, self.ours, self.theirs) == self._before(
            unit, self.theirs, self.ours
        ):
            return
        after = self._after(unit)
        if unit.id in self.twice:
            self._conflict(Kind.ID_TWICE, unit.name)
        elif is_moved_here:
            self._conflict(Kind.MOVED_TWICE, unit.name)
        elif after is None or self._is_within(unit.parent, unit.name):
            self._conflict(Kind.NO_PLACE, unit.name)
        else:
            self.lists[self.homes[unit.name]].remove(unit.name)
            self._settle(unit, after)
            yield UnitMoved(unit.name, unit.parent, unit.list, after)

    @staticmethod
    def _before(unit: Unit, side: Outline, other: Outline) -> str:
        """The nearest unit before one in its list that stands in the same list on the other side."""
        name = unit.before
        while name and (name not in other or home(other[name]) != home(unit)):
            name = side[name].before
        return name

    def _after(self, unit: Unit) -> str | None:
        """After which unit of ours one of theirs is to stand; None where what would hold it is not there."""
        if unit.parent != WHOLE and unit.parent not in self.homes:
            return None
        there = self.lists.get(home(unit), [])
        after = unit.before
        while after and (after not in there or after == unit.name):
            after = self.theirs[after].before
        # What ours has put in at the same spot stays first.
        at = there.index(after) + 1 if after else 0
        while (
            at < len(there) and there[at] in self.ours and there[at] not in self.base and there[at] not in self.theirs
        ):
            after, at = there[at], at + 1
        return after

    def _settle(self, unit: Unit, after: str) -> None:
        there = self.lists.setdefault(home(unit), [])
        there.insert(there.index(after) + 1 if after else 0, unit.name)
        self.homes[unit.name] = home(unit)

    def _is_within(self, name: str, holder: str) -> bool:
        while name != WHOLE:
            if name == holder:
                return True
            name = self.homes[name][0]
        return False

    def removed(self) -> Iterator[Change]:
        """Units that theirs has removed and ours left as they were."""
        passed: set[str] = set()
        for name, was in self.base.items():
            if name in self.theirs or name not in self.ours:
                continue
            passed.add(name)
            if self.homes[name][0] in passed or name in self.held:
                continue
            if was.id in self.twice:
                self._conflict(Kind.ID_TWICE, name)
            elif self._is_untouched(name):
                yield UnitRemoved(name)
            else:
                self._conflict(Kind.REMOVED_THERE, name)

    def _is_untouched(self, name: str) -> bool:
        """Whether ours left a unit of the base, with all that it still holds, as it was, and theirs has none of it."""
        was, own = self.base.get(name), self.ours.get(name)
        if was is None or own is None or name in self.theirs or name in self.held:
            return False
        inner = [child for child, (parent, _) in self.homes.items() if parent == name]
        return _says_the_same(was, own) and home(was) == home(own) and all(map(self._is_untouched, inner))

    def _conflict(self, kind: Kind, name: str, path: Path = (), *values: Any) -> None:
        self.conflicts.append(Conflict(kind, name, path, *values))


def _value(unit: Unit, path: Path) -> Any:
    """A value of a unit. A list without items is as good as none."""
    value = unit.fields.get(path, MISSING)
    return MISSING if isinstance(value, list) and not value else value


def _is_in_the_way(own: Unit, was: Unit, now: Unit, path: Path) -> bool:
    """Whether ours has something else where a value is to stand: a list of units, or a mapping where words were."""
    for other in (*own.fields, *own.lists):
        shorter, longer = sorted((path, other), key=len)
        if other != path and longer[: len(shorter)] == shorter:
            goes = other in was.fields and other not in now.fields and alike(own.fields.get(other), was.fields[other])
            if not goes:
                return True
    return path in own.lists


def _says_the_same(one: Unit, other: Unit) -> bool:
    return all(alike(_value(one, path), _value(other, path)) for path in {*one.fields, *other.fields})


def _unbroken(words: str) -> list[str]:
    return [" ".join(paragraph.split()) for paragraph in PARAGRAPHS.split(words.strip())]
