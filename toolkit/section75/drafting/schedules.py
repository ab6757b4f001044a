"""Schedules put into an agreement from the library, and taken out of it."""

from __future__ import annotations

from collections.abc import Mapping, Set

from section75.drafting.renaming import renamed
from section75.load import SourceFile, read_file
from section75.load.proved import spliced
from section75.model import SCHEDULE_KINDS
from section75.outline.changes import Change, FieldRemoved, FieldSet, UnitRemoved
from section75.outline.units import WHOLE, outline
from section75.signoff import schedule_digest
from section75.tree import MemoryTree

LONGEST_ID = 34
"""Characters."""
QUESTION = "Does this schedule say what the parties have agreed, with its posts, dates and figures?"


def copied(model: SourceFile, taken: Set[str], new_id: str = "") -> tuple[bytes, Mapping[str, str]]:
    """A schedule of the library as a schedule of an agreement, and which ids had to be named otherwise.

    `taken` are the ids that the agreement has already; `new_id` is the schedule's own, "" for that of the model.
    Raises `Section75Error` where the model cannot be edited.
    """
    origin = {"id": model.data["id"], "digest": schedule_digest(model.data)}
    fresh = _fresh_ids(model, taken, new_id)
    source = model
    for old, new in fresh.items():
        source = _read(source.path, renamed(source, old, new))
    return spliced(source, [FieldSet(WHOLE, ("from",), origin)]), fresh


def _read(path: str, content: bytes) -> SourceFile:
    return read_file(MemoryTree({path: content}), path, tuple(SCHEDULE_KINDS))[0]


def _fresh_ids(model: SourceFile, taken: Set[str], new_id: str) -> dict[str, str]:
    own = str(model.data["id"])
    ids = [unit.id for unit in outline(model.data).values() if unit.keys]
    used = {*taken, *ids, own, new_id}
    fresh = {own: new_id} if new_id and new_id != own else {}
    for identity in ids:
        if identity in taken:
            fresh[identity] = _free(identity, used)
            used.add(fresh[identity])
    return fresh


def _free(identity: str, used: Set[str]) -> str:
    """The id with the first number behind it that makes it one of its own."""
    number = 2
    while True:
        ending = f"-{number}"
        candidate = identity[: LONGEST_ID - len(ending)].rstrip("-") + ending
        if candidate not in used:
            return candidate
        number += 1


def with_schedule(main: SourceFile, path: str, identity: str, question: str) -> bytes:
    """The agreement's file with one more schedule at the end of its list, and the question what it should say.

    `question` is the id of the question.
    """
    asked = {"id": question, "places": [identity], "question": QUESTION}
    changes: list[Change] = [
        FieldSet(WHOLE, ("schedules",), [*main.data.get("schedules", []), path]),
        FieldSet(WHOLE, ("to_settle",), [*main.data.get("to_settle", []), asked]),
    ]
    return spliced(main, changes)


def without(main: SourceFile, ids: Set[str], path: str = "") -> bytes:
    """The agreement's file without what has these ids: questions and accepted findings about them go too.

    `path` is that of a schedule that is taken out of the list; "" where none is.
    """
    changes: list[Change] = []
    if path:
        listed = [each for each in main.data["schedules"] if each != path]
        changes.append(FieldSet(WHOLE, ("schedules",), listed))
    for question in main.data.get("to_settle", ()):
        kept = [place for place in question["places"] if place.partition(".")[0] not in ids]
        if not kept:
            changes.append(UnitRemoved(question["id"]))
        elif kept != question["places"]:
            changes.append(FieldSet(question["id"], ("places",), kept))
    accepted = [entry for entry in main.data.get("accepted", ()) if entry["place"] not in ids]
    if not accepted and main.data.get("accepted"):
        changes.append(FieldRemoved(WHOLE, ("accepted",)))
    elif len(accepted) != len(main.data.get("accepted", ())):
        changes.append(FieldSet(WHOLE, ("accepted",), [dict(entry) for entry in accepted]))
    units = outline(main.data)
    changes += [
        UnitRemoved(name)
        for name in units
        if units[name].id in ids and units[name].keys and _is_top(units[name].parent, ids)
    ]
    return spliced(main, changes)


def _is_top(parent: str, ids: Set[str]) -> bool:
    """Whether what holds a thing stays."""
    return parent not in ids
