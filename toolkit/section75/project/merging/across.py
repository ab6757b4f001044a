"""Units that one branch moved to another file: what the other branch did to them goes with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field, replace

from section75.errors import Section75Error
from section75.load.form import comments
from section75.load.proved import spliced
from section75.load.reader import read_source
from section75.load.source import SourceFile
from section75.outline.changes import Change, UnitAdded, UnitRemoved
from section75.outline.plain import plain_copy
from section75.outline.units import WHOLE, Outline, Unit, outline
from section75.value import dataclass

Files = Mapping[str, SourceFile]
Home = tuple[str, Unit]
"""The key of the file in which a unit stands, and the unit there."""


@dataclass
class Across:
    """What is to be done to each side before its files are merged one by one."""

    changes: dict[int, list[Change]] = field(default_factory=dict)
    """By the identity of the file."""
    strays: list[tuple[str, str]] = field(default_factory=list)
    """Units for which there is no one place: the path of a file, and why."""

    def concerns(self, *files: SourceFile | None) -> bool:
        """Whether a unit moved to or from one of the files."""
        return any(id(each) in self.changes for each in files)

    def followed(self, *files: SourceFile) -> tuple[SourceFile, ...]:
        """Files with the units that moved to or from them.

        Raises `Section75Error` where a comment could not go with its unit.
        """
        return tuple(self._moved(each) for each in files)

    def _moved(self, source: SourceFile) -> SourceFile:
        wanted = self.changes.get(id(source))
        if not wanted:
            return source
        text = spliced(source, wanted).decode("utf-8-sig")
        again, _ = read_source(source.path, source.label, text.encode("utf-8"))
        made = replace(again, kind=source.kind, byte_order_mark=source.byte_order_mark)
        if sorted(comments(source)) != sorted(comments(made)):
            hint = "move the clause on both branches first, or merge the two files by hand"
            raise Section75Error("a clause with comments went to another file, and the other branch edited it", hint)
        return made


def moved_across(base: Files, ours: Files, theirs: Files) -> Across:
    """The units of an agreement that went from one file to another on either branch."""
    across = Across()
    homes = [_homes(files) for files in (base, ours, theirs)]
    outlines = {id(source): outline(source.data) for files in (base, ours, theirs) for source in files.values()}
    settled: set[str] = set()
    for name, (key, unit) in homes[0].items():
        if unit.parent in settled:
            # It goes with what holds it.
            settled.add(name)
        elif not all(_is_home(side.get(name), key) for side in homes[1:]):
            _follow(across, name, homes, (base, ours, theirs), outlines)
            settled.add(name)
    return across


def _homes(files: Files) -> dict[str, Home]:
    """Where each unit of the drafted files stands. What is recorded beside them has its ids to itself."""
    drafted = {key: source for key, source in files.items() if not key.startswith("records/")}
    return {
        name: (key, unit)
        for key, source in drafted.items()
        for name, unit in outline(source.data).items()
        if name != WHOLE
    }


def _is_home(home: Home | None, key: str) -> bool:
    return home is None or home[0] == key


def _follow(
    across: Across,
    name: str,
    homes: list[dict[str, Home]],
    sides: tuple[Files, Files, Files],
    outlines: Mapping[int, Outline],
) -> None:
    was, own, now = (each.get(name) for each in homes)
    if was is None:
        return
    places = {home[0] for home in (own, now) if home is not None and home[0] != was[0]}
    if len(places) > 1 or (places and (own is None or now is None)):
        across.strays += _stray(name, own, now, sides)
        return
    target = places.pop()
    mover = own if own is not None and own[0] == target else now
    if mover is None or any(target not in files for files in sides):
        return
    for files, home in zip(sides, (was, own, now), strict=True):
        if home is None or home[0] == target:
            continue
        there = outlines[id(files[target])]
        if mover[1].parent != WHOLE and mover[1].parent not in there:
            return
    for files, home in zip(sides, (was, own, now), strict=True):
        if home is None or home[0] == target:
            continue
        there = outlines[id(files[target])]
        after = mover[1].before if mover[1].before in there else ""
        added = UnitAdded(mover[1].parent, mover[1].list, after, plain_copy(home[1].node))
        across.changes.setdefault(id(files[target]), []).append(added)
        across.changes.setdefault(id(files[home[0]]), []).append(UnitRemoved(name))


def _stray(
    name: str, own: Home | None, now: Home | None, sides: tuple[Files, Files, Files]
) -> Iterator[tuple[str, str]]:
    """A unit that each side put elsewhere, or that one took out and the other moved."""
    paths = [files[home[0]].path if home else "" for home, files in ((own, sides[1]), (now, sides[2]))]
    if own is None or now is None:
        out, moved = ("ours", "theirs") if own is None else ("theirs", "ours")
        yield (next(filter(None, paths)), f"{name}: {out} took it out, and {moved} moved it to this file")
    else:
        why = f"{name}: ours moved it to {paths[0]}, theirs to {paths[1]}; keep one"
        yield from ((path, why) for path in paths)
