"""Conflicts of a merge, decided one by one in the files in which they stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from section75.errors import MissingError, UsageError
from section75.load import SourceFile
from section75.load.conflicts import CONFLICTS, Standing, standing, taken
from section75.load.proved import encoded, spliced
from section75.outline.changes import Change, FieldRemoved, FieldSet
from section75.outline.plain import plain_copy
from section75.outline.units import WHOLE, outline
from section75.project.output import Edited, write_edited
from section75.project.versions import Version
from section75.value import dataclass

OURS, THEIRS, BASE = "ours", "theirs", "base"


@dataclass(frozen=True)
class Open:
    """A conflict, and the file in which it stands."""

    source: SourceFile
    conflict: Standing


def open_conflicts(found: Version) -> tuple[Open, ...]:
    """Every conflict that stands in an agreement's files, in order."""
    return tuple(Open(source, each) for source in found.loaded.places.files for each in standing(source.data))


def resolve(found: Version, places: Sequence[str], side: str, words: str | None = None) -> tuple[str, ...]:
    """Decide conflicts by their places, all where none is named: `side` is taken, or the words that are given.

    The files are edited in place, all or none. Gives the places. Raises `MissingError` for a place where none stands,
    and `Section75Error` where no side can settle it.
    """
    every = open_conflicts(found)
    known = {each.conflict.at for each in every}
    for place in places:
        if place not in known:
            hint = f"open: {', '.join(sorted(known))}" if known else "no conflict is left"
            raise MissingError(f"there is no conflict at {place}", hint)
    chosen = [each for each in every if not places or each.conflict.at in places]
    if words is not None and any(not each.conflict.path for each in chosen):
        raise UsageError("words cannot stand in the place of a whole clause", "take a side, then edit the clause")
    edits = []
    for source in found.loaded.places.files:
        mine = [each.conflict for each in chosen if each.source is source]
        if mine:
            edits.append(Edited(found.path_of(source.path), encoded(source), _decided(source, mine, side, words)))
    write_edited(edits)
    return tuple(each.conflict.at for each in chosen)


def _decided(source: SourceFile, decided: Sequence[Standing], side: str, words: str | None) -> bytes:
    units = outline(source.data)
    changes: list[Change] = []
    for each in decided:
        if words is not None:
            changes.append(FieldSet(each.unit, each.path, words))
        else:
            changes += taken(each, side, units)
    gone = {each.index for each in decided}
    entries: list[Any] = plain_copy(source.data[CONFLICTS])
    left = [entry for index, entry in enumerate(entries) if index not in gone]
    changes.append(FieldSet(WHOLE, (CONFLICTS,), left) if left else FieldRemoved(WHOLE, (CONFLICTS,)))
    return spliced(source, changes)
