"""What belonged to the old term: a renewal moves it on, drops it, or leaves it to be decided anew."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from section75.language import months
from section75.load import RISKS_FILE, SourceFile
from section75.outline.changes import Change, FieldRemoved, FieldSet, UnitRemoved
from section75.outline.units import WHOLE, Unit, outline

YEAR = re.compile(r"\d{4}-\d{2}\Z")
FIRST_REVIEW = 3
"""Months from the first day of the new term to the first review of its risk register."""
DONE = "done"
LONGEST_ID = 34
"""Characters."""


def brought_over(source: SourceFile, years: int, start: str, is_cited: Callable[[str], bool]) -> Iterator[Change]:
    """The changes of one file, a schedule or the risk register, for a term that begins on `start`, `years` later.

    `is_cited` says whether anything speaks of an id.
    """
    if source.path == RISKS_FILE:
        yield from _register(source, start)
    else:
        yield from _schedule(source, years, is_cited)


def _schedule(source: SourceFile, years: int, is_cited: Callable[[str], bool]) -> Iterator[Change]:
    """A schedule has not been reviewed yet, its years are those of the new term, and what was done is left out.

    The amounts of its years stay, to be decided anew.
    """
    data = source.data
    if years:
        for index, label in enumerate(data.get("years", ())):
            yield FieldSet(WHOLE, ("years", index), _later(str(label), years))
        if YEAR.match(str(data.get("plan_year", ""))):
            yield FieldSet(WHOLE, ("plan_year",), _later(data["plan_year"], years))
    if "last_reviewed" in data:
        yield FieldRemoved(WHOLE, ("last_reviewed",))
    units = outline(data)
    if data.get("kind") == "information-sharing":
        for unit in units.values():
            if unit.list == ("agreements",) and ("review_due",) in unit.fields:
                yield FieldRemoved(unit.name, ("review_due",))
    if data.get("kind") == "action-plan":
        yield from _actions([unit for unit in units.values() if unit.list == ("actions",)], is_cited)


def _actions(actions: list[Unit], is_cited: Callable[[str], bool]) -> Iterator[Change]:
    """What is done goes, unless something else speaks of it or nothing would be left; what is open stays."""
    finished = [unit for unit in actions if unit.fields.get(("status",)) == DONE and not is_cited(unit.id)]
    if len(finished) < len(actions):
        yield from (UnitRemoved(unit.name) for unit in finished)


def _register(source: SourceFile, start: str) -> Iterator[Change]:
    """The risks stay, and are reviewed anew within three months; actions that are done go."""
    due = months.last_day(date.fromisoformat(start), FIRST_REVIEW).isoformat()
    data = source.data
    if "reviewed" in data:
        yield FieldRemoved(WHOLE, ("reviewed",))
    if "review_due" in data:
        yield FieldSet(WHOLE, ("review_due",), due)
    for unit in outline(data).values():
        if unit.list == ("risks",):
            yield FieldSet(unit.name, ("review_date",), due)
        elif unit.list == ("actions",):
            yield UnitRemoved(unit.name) if unit.fields.get(("status",)) == DONE else FieldSet(unit.name, ("due",), due)


def _later(label: str, years: int) -> str:
    """The financial year so many years later."""
    begins = int(label[:4]) + years
    return f"{begins}-{(begins + 1) % 100:02d}"


def register_id(data: Any, old: str, new: str) -> Iterator[Change]:
    """The id of a register, where it was made from that of the agreement."""
    identity = str(data.get("id", ""))
    if identity.startswith(old):
        ending = identity[len(old) :]
        yield FieldSet(WHOLE, ("id",), new[: LONGEST_ID - len(ending)].rstrip("-") + ending)
