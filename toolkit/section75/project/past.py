"""Who changed which clause of an agreement, and when: its log, that of one clause, and who last changed each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import islice

from section75.compare.kinds import Kind, Kinds, kinds_of_words
from section75.errors import MissingError
from section75.load.units_of import NOTHING, Earlier, same_unit
from section75.outline.units import Outline, Unit
from section75.progress import Step, silent
from section75.project.history import Commit, Past, past_of
from section75.project.versions import Version
from section75.value import dataclass

MOST_READ = 200
"""Commits whose contents are held at once."""


class Did(StrEnum):
    """What a commit did to a unit."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True)
class Event:
    """What one commit did to one unit."""

    unit: str
    did: Did
    kinds: Kinds = ()

    @property
    def is_substance(self) -> bool:
        """Whether it is more than administrative."""
        return self.kinds != (Kind.ADMINISTRATIVE,)


@dataclass(frozen=True)
class Entry:
    """A commit with what it did to the units that were asked about."""

    commit: Commit
    events: tuple[Event, ...]


@dataclass(frozen=True)
class Blamed:
    """Who last changed the words of a unit."""

    unit: str
    commit: Commit | None
    """None where that is not committed yet, or lies before what a shallow copy of the repository holds."""
    is_open: bool = False
    """Whether it is not committed yet."""


def log(found: Version, identity: str = "", most: int = 0, step: Step = silent) -> Iterator[Entry]:
    """The commits that changed an agreement, or one unit and all that it holds, newest first; `most` of them, or all.

    Raises `MissingError` where nothing ever had the id, or there is no repository.
    """
    if identity:
        entries = _of_unit(found, identity, step)
    else:
        entries = (entry for entry in _of_all(_past(found), step) if entry.events)
    yield from islice(entries, most) if most else entries


def is_cut_off(found: Version) -> bool:
    """Whether the repository is a shallow copy, so that older commits are not known."""
    return bool(_past(found).cut_off)


def _past(found: Version) -> Past:
    """The history of its folder. Raises `MissingError` where it has none."""
    if found.folder is None or found.is_carried:
        raise MissingError(f"{found.name} comes with the tool and has no history here", "name a folder of your project")
    return past_of(found.folder)


def _of_unit(found: Version, identity: str, step: Step) -> Iterator[Entry]:
    past = _past(found)
    is_known = any(identity in Earlier(source.text.encode()).units for source in found.loaded.places.files)
    for commits, earlier in _read(past, step):
        for commit in commits:
            pairs = [pair for pair in _pairs(commit, earlier) if pair[0].block(identity) != pair[1].block(identity)]
            names = {name for pair in pairs for side in pair for name in side.below(identity)}
            events = tuple(_compared(*_sides(pairs), names))
            if events:
                is_known = True
                yield Entry(commit, events)
    if not is_known:
        raise MissingError(f"nothing in the agreement ever had the id {identity}", "see `s75 digest` for its ids")


def _of_all(past: Past, step: Step) -> Iterator[Entry]:
    for commits, earlier in _read(past, step):
        for commit in commits:
            was, now = _sides(_pairs(commit, earlier))
            yield Entry(commit, tuple(_compared(was, now, {*was, *now})))


def blame(found: Version, step: Step = silent) -> tuple[Blamed, ...]:
    """For each unit of the agreement and its schedules, who last changed its own words, in the order of the print.

    Raises `MissingError` where there is no repository, or its history is not in this copy.
    """
    past = _past(found)
    sources = [Earlier(source.text.encode()) for source in found.loaded.drafted]
    wanted = {name: unit for source in sources for name, unit in source.units.items()}
    kept = [Earlier(content) for content in past.now().values()]
    is_open = {name for name, unit in wanted.items() if not any(same_unit(each.units.get(name), unit) for each in kept)}
    last: dict[str, Commit] = {}
    left = {name: unit for name, unit in wanted.items() if name not in is_open}
    for commits, earlier in _read(past, step):
        for commit in commits:
            pairs = _pairs(commit, earlier)
            for was, now in pairs:
                for name in _candidates(was, now, left):
                    if same_unit(now.units.get(name), left[name]) and not _said_so(pairs, name, left[name]):
                        last[name] = commit
                        del left[name]
        if not left:
            break
    return tuple(Blamed(name, last.get(name), name in is_open) for name in wanted)


def _candidates(was: Earlier, now: Earlier, left: Mapping[str, Unit]) -> list[str]:
    return [name for name in now.lines if name in left and was.lines.get(name) != now.lines[name]]


def _said_so(pairs: Pairs, name: str, now: Unit) -> bool:
    """Whether a unit said the same before, in whichever of the changed files it stood."""
    return any(name.encode() in was.content and same_unit(was.units.get(name), now) for was, _ in pairs)


def _read(past: Past, step: Step) -> Iterator[tuple[list[Commit], Mapping[str, Earlier]]]:
    """Commits with the contents of their files, some at a time."""
    commits = past.commits()
    count = 0
    while some := list(islice(commits, MOST_READ)):
        step(f"Reading {count} commits and more" if count else "Reading the history")
        count += len(some)
        yield some, {name: Earlier(content) for name, content in past.contents(some).items()}


Pairs = list[tuple[Earlier, Earlier]]
"""The changed files of a commit, before and after."""


def _pairs(commit: Commit, earlier: Mapping[str, Earlier]) -> Pairs:
    return [(earlier.get(file.was, NOTHING), earlier.get(file.now, NOTHING)) for file in commit.files]


def _sides(pairs: Pairs) -> tuple[Outline, Outline]:
    """Every unit of the files before and after."""
    was: dict[str, Unit] = {}
    now: dict[str, Unit] = {}
    for before, after in pairs:
        was |= before.units
        now |= after.units
    return was, now


def _compared(was: Outline, now: Outline, names: Sequence[str] | set[str]) -> Iterator[Event]:
    for name in [each for each in (*now, *(each for each in was if each not in now)) if each in names]:
        before, after = was.get(name), now.get(name)
        if before is None or after is None:
            holder = (after or before).parent  # type: ignore[union-attr]
            if holder in names and (holder in now) != (holder in was):
                continue
            yield Event(name, Did.ADDED if before is None else Did.REMOVED)
        elif not same_unit(before, after):
            yield Event(name, Did.CHANGED, kinds_of_words(_words(before), _words(after)))
        elif (before.parent, before.list) != (after.parent, after.list):
            yield Event(name, Did.MOVED)


def _words(unit: Unit) -> str:
    return "\n".join(str(value) for value in unit.fields.values())
