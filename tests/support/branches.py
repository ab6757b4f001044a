"""Two branches that edit different clauses of a real file, and what their merge has to say."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from section75.load.layout import value_end
from section75.load.proved import spliced
from section75.load.source import SourceFile
from section75.outline.changes import Change, FieldSet, UnitAdded, UnitMoved, UnitRemoved, applied
from section75.outline.units import WHOLE, Outline, Unit, below, outline
from section75.project.merging.file import sourced

PROSE = {("text",), ("closing",), ("meaning",), ("heading",), ("function",), ("aim",), ("provision",), ("definition",)}
NEW_WORDS = ["promptly", "in writing", "each year", "with reasons", "where practicable", "jointly"]


@dataclass(frozen=True)
class Branches:
    """A file on three branches."""

    path: Path
    base: SourceFile
    ours: bytes
    theirs: bytes
    touched: frozenset[str]
    """Units that either branch changed, with all that hold them."""
    reordered: frozenset[tuple[str, tuple[str, ...]]]
    """Lists in which a unit moved, so that the order of the rest may be told in two ways."""
    meant: Any
    """The data of the merged file."""


def branches(random: Random, path: Path, name: str) -> Branches | None:
    """Random edits of different units of a file on two branches; None where it has too few units."""
    base = sourced(path.read_bytes(), name)
    units = outline(base.data)
    chosen = _apart(random, units)
    if len(chosen) < 2:
        return None
    half = random.randint(1, len(chosen) - 1)
    moved: set[tuple[str, tuple[str, ...]]] = set()
    sides = [
        [_edit(random, units, each, set(chosen), f"new-{at}-{number}", moved) for number, each in enumerate(part)]
        for at, part in enumerate((chosen[:half], chosen[half:]))
    ]
    touched = {each for name in chosen for each in _holders(units, name)}
    for edit in (*sides[0], *sides[1]):
        if isinstance(edit, UnitMoved | UnitRemoved):
            touched |= below(units, edit.unit).keys()
    meant = applied(applied(base.data, sides[0]), sides[1])
    return Branches(
        path, base, spliced(base, sides[0]), spliced(base, sides[1]), frozenset(touched), frozenset(moved), meant
    )


def _apart(random: Random, units: Outline) -> list[str]:
    """Some units, none of which holds another."""
    names = [name for name in units if name != WHOLE]
    random.shuffle(names)
    chosen: list[str] = []
    for name in names:
        line = {name, *_holders(units, name)}
        if not any(each in line or name in _holders(units, each) for each in chosen):
            chosen.append(name)
        if len(chosen) == random.randint(2, 6):
            break
    return chosen


def _edit(
    random: Random, units: Outline, name: str, chosen: set[str], fresh: str, moved: set[tuple[str, tuple[str, ...]]]
) -> Change:
    unit = units[name]
    siblings = [each.name for each in units.values() if each.name != WHOLE and _home(each) == _home(unit)]
    words = [(path, text) for path, text in unit.fields.items() if path in PROSE and isinstance(text, str)]
    way = random.random()
    if words and way < 0.6:
        path, text = random.choice(words)
        return FieldSet(name, path, reworded(random, text))
    if way < 0.75 and len(siblings) > 1:
        return UnitRemoved(name)
    free = [each for each in siblings if each not in chosen]
    if way < 0.85 and free and _home(unit) not in moved:
        moved.add(_home(unit))
        return UnitMoved(name, *_home(unit), random.choice(free))
    return UnitAdded(*_home(unit), name, {"id": fresh, "text": f"The Parties shall meet {random.choice(NEW_WORDS)}."})


def reworded(random: Random, text: str) -> str:
    """The text with a word or a few put in, taken out or changed."""
    words = text.split(" ")
    at = random.randrange(len(words))
    way = random.random()
    if way < 0.4:
        words.insert(at, random.choice(NEW_WORDS))
    elif way < 0.7 or len(words) == 1:
        words[at] = random.choice(NEW_WORDS)
    else:
        del words[at]
    return " ".join(words)


def _home(unit: Unit) -> tuple[str, tuple[str, ...]]:
    return unit.parent, unit.list


def _holders(units: Outline, name: str) -> set[str]:
    names: set[str] = set()
    while name in units and name != WHOLE:
        names.add(name)
        name = units[name].parent
    return names | {WHOLE}


def texts(source: SourceFile) -> dict[str, str]:
    """The text of every unit."""
    found = {}
    for unit in outline(source.data).values():
        if unit.name != WHOLE:
            holder = source.data
            for key in unit.keys[:-1]:
                holder = holder[key]
            start, _ = holder.spans[unit.keys[-1]]
            found[unit.name] = source.text[start : value_end(source, holder, unit.keys[-1])]
    return found


def says(data: Any, pair: Branches) -> list[str]:
    """What a merged file says other than was meant, in words; nothing where all is well."""
    meant, now = outline(pair.meant), outline(data)
    wrong = [f"{name} is lost" for name in meant if name not in now] + [
        f"{name} is new" for name in now if name not in meant
    ]
    for name in meant.keys() & now.keys():
        one, other = meant[name], now[name]
        if _home(one) != _home(other):
            wrong.append(f"{name} stands in {other.parent}")
        if {path: _plain(value) for path, value in one.fields.items()} != {
            p: _plain(v) for p, v in other.fields.items()
        }:
            wrong.append(f"{name} says something else")
        if one.before != other.before and _home(one) not in pair.reordered:
            wrong.append(f"{name} stands after {other.before}, not {one.before}")
    return wrong


def _plain(value: Any) -> Any:
    return " ".join(value.split()) if isinstance(value, str) else value
