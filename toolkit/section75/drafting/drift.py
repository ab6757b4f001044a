"""How far a schedule has drifted from the model it was copied from, and taking over what is newer there.

Three states: the model as it was copied, the model as it is now, and our copy. What only the model changed can be taken
over; what both changed is left as ours and named.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from section75.compare import Verdict
from section75.compare.departures import Departure
from section75.compare.kinds import Kinds, kinds_of_words, of_substance
from section75.compare.vocabulary import Vocabulary, vocabulary
from section75.compare.words import marked
from section75.document import Text
from section75.drafting.measured import measured
from section75.load import SourceFile
from section75.load.proved import spliced
from section75.merge import Conflict, merged
from section75.merge import Kind as ConflictKind
from section75.outline.changes import Change, FieldSet, UnitAdded, UnitMoved, UnitRemoved
from section75.outline.units import WHOLE, Outline, Path, outline
from section75.value import dataclass

OF_ONE_COPY = ("notes", "answers")
"""Values that belong to one copy and are never compared with the model."""
OF_ONE_FILE = ("format", "id", "kind", "from", "last_reviewed")
"""The same, of the schedule itself."""
WHY = {
    ConflictKind.BOTH_CHANGED: "edited in the model and in our copy",
    ConflictKind.REMOVED_HERE: "the model edited it, and it is gone from our copy",
    ConflictKind.REMOVED_THERE: "gone from the model, and our copy has other words",
    ConflictKind.MOVED_TWICE: "moved in the model and, to another place, in our copy",
    ConflictKind.ADDED_TWICE: "new in the model and, with other words, in our copy",
    ConflictKind.NO_PLACE: "new or moved in the model, and our copy has no place for it",
    ConflictKind.ID_TWICE: "its id is given twice",
}


@dataclass(frozen=True)
class Proposal:
    """Our copy with the newer wording of the model in it."""

    content: bytes
    taken: tuple[str, ...]
    """What was taken over, in words."""
    left: tuple[str, ...]
    """What both sides changed, which stays as ours."""


def departures_of(model: SourceFile, ours: SourceFile) -> tuple[Departure, ...]:
    """Where our copy differs from a model: was is the model's wording, now is ours."""
    terms = [each["term"] for side in (model, ours) for each in side.data.get("definitions", ())]
    return tuple(_differences(_compared(model), _compared(ours), ours.data, vocabulary(terms)))


def proposal(base: SourceFile, model: SourceFile, ours: SourceFile, digest: str) -> Proposal:
    """Our copy brought up to the model as it is now. `digest` is the model's, and is noted in our copy.

    Raises `Section75Error` where our copy cannot be edited safely.
    """
    theirs = _compared(model)
    merge = merged(_compared(base), _compared(ours), theirs)
    content = spliced(ours, [*merge.changes, FieldSet(WHOLE, ("from", "digest"), digest)])
    identity = str(ours.data["id"])
    taken = tuple(_taken(change, identity, theirs) for change in merge.changes)
    return Proposal(content, taken, tuple(_left(conflict, identity) for conflict in merge.conflicts))


def _compared(source: SourceFile) -> Outline:
    """The units of a schedule with the values in which a copy and its model are compared."""
    return {
        name: replace(unit, fields={path: value for path, value in unit.fields.items() if _counts(name, path)})
        for name, unit in outline(source.data).items()
    }


def _counts(unit: str, path: Path) -> bool:
    return path[0] not in OF_ONE_COPY and not (unit == WHOLE and path[0] in OF_ONE_FILE)


def _taken(change: Change, schedule: str, model: Outline) -> str:
    if isinstance(change, UnitAdded):
        return f"{change.value['id']}, which is new"
    if isinstance(change, UnitRemoved):
        return f"{change.unit}, which is gone"
    if isinstance(change, UnitMoved):
        return f"{change.unit}, which has moved"
    path = tuple(map(str, change.path))
    what = _named(change.unit, path, schedule)
    is_combined = isinstance(change, FieldSet) and change.value != model[change.unit].fields[path]
    return f"{what}, beside sentences of our own" if is_combined else what


def _left(conflict: Conflict, schedule: str) -> str:
    return f"{_named(conflict.unit, conflict.path, schedule)}: {WHY[conflict.kind]}"


def _named(unit: str, path: Path, schedule: str) -> str:
    return f"{'.'.join(path)} of {unit or schedule}" if path else unit or schedule


def _differences(old: Outline, new: Outline, data: Mapping[str, Any], known: Vocabulary) -> Iterator[Departure]:
    schedule, kind = str(data["id"]), str(data.get("kind", ""))
    for name in [*new, *(name for name in old if name not in new)]:
        before, after = old.get(name), new.get(name)
        if before is not None and after is not None:
            for path in dict.fromkeys((*before.fields, *after.fields)):
                was, now = said(before.fields.get(path, "")), said(after.fields.get(path, ""))
                if was != now:
                    sides = measured(was, before, path, kind), measured(now, after, path, kind)
                    kinds = kinds_of_words(*sides, known)
                    yield _departure(name, ".".join(path), was, now, Verdict.EDITED, kinds, schedule)
            continue
        here = after or before
        was, now = (" ".join(map(said, unit.fields.values())) if unit else "" for unit in (before, after))
        verdict = Verdict.ADDED if before is None else Verdict.REMOVED
        kinds = of_substance(kinds_of_words(was, now, known))
        yield _departure(name, here.list[-1] if here and here.list else "schedule", was, now, verdict, kinds, schedule)


def said(value: Any) -> str:
    """A value as words, so that wrapping a paragraph anew is no difference."""
    if isinstance(value, list):
        return ", ".join(map(said, value))
    if isinstance(value, dict):
        return "; ".join(f"{key}: {said(item)}" for key, item in value.items())
    return " ".join(str(value).split())


def _departure(
    identity: str, what: str, was: str, now: str, verdict: Verdict, kinds: Kinds, schedule: str
) -> Departure:
    runs = marked((Text(was),) if was else (), (Text(now),) if now else ())
    named = identity or schedule
    where = f"{schedule}: {what} of {named}"
    return Departure(
        id=named, where=where, was=was, now=now, verdicts=(verdict,), kinds=kinds, runs=runs, schedule=schedule
    )
