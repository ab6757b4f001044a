"""How far a schedule has drifted from the model it was copied from, and taking over what is newer there.

Three states: the model as it was copied, the model as it is now, and our copy. What only the model changed can be taken
over; what both changed is left as ours and named. Text is spliced, so that every other byte of the file stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from section75.compare import Verdict
from section75.compare.departures import Departure
from section75.compare.kinds import Kind, kind_of_words
from section75.compare.words import marked
from section75.document import Text
from section75.drafting.units import WHOLE, Unit, units_of
from section75.load import SourceFile
from section75.load.edit import Edit, replaced, spliced
from section75.load.graft import field_added, field_removed, field_replaced, item_removed, items_added

Units = Mapping[str, Unit]


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
    return tuple(_differences(units_of(model), units_of(ours), str(ours.data["id"])))


def proposal(base: SourceFile, model: SourceFile, ours: SourceFile, digest: str) -> Proposal:
    """Our copy brought up to the model as it is now. `digest` is the model's, and is noted in our copy."""
    merge = _Merge(base, model, ours)
    edits = [*merge.edits(), replaced(ours, ("from", "digest"), digest)]
    return Proposal(spliced(ours, edits), tuple(merge.taken), tuple(merge.left))


def _differences(old: Units, new: Units, schedule: str) -> Iterator[Departure]:
    for identity in [*new, *(identity for identity in old if identity not in new)]:
        before, after = old.get(identity), new.get(identity)
        if before is None or after is None:
            here = after or before
            assert here is not None  # noqa: S101 -- an id comes from one of the two
            was, now = (" ".join(unit.fields.values()) if unit else "" for unit in (before, after))
            verdict = Verdict.ADDED if before is None else Verdict.REMOVED
            yield _departure(identity, here.list_name or "schedule", was, now, verdict, schedule)
            continue
        for name in dict.fromkeys((*before.fields, *after.fields)):
            was, now = before.fields.get(name, ""), after.fields.get(name, "")
            if was != now:
                yield _departure(identity, name, was, now, Verdict.EDITED, schedule)


def _departure(identity: str, what: str, was: str, now: str, verdict: Verdict, schedule: str) -> Departure:
    kind = kind_of_words(was, now)
    if verdict is not Verdict.EDITED and kind is Kind.ADMINISTRATIVE:
        kind = Kind.OTHER
    runs = marked((Text(was),) if was else (), (Text(now),) if now else ())
    named = identity or schedule
    where = f"{schedule}: {what} of {named}"
    return Departure(
        id=named, where=where, was=was, now=now, verdicts=(verdict,), kind=kind, runs=runs, schedule=schedule
    )


class _Merge:
    """What the model changed since it was copied, one unit after another."""

    def __init__(self, base: SourceFile, model: SourceFile, ours: SourceFile) -> None:
        self._model, self._ours = model, ours
        self._was, self._is, self._has = units_of(base), units_of(model), units_of(ours)
        self.taken: list[str] = []
        self.left: list[str] = []

    def edits(self) -> Iterator[Edit]:
        yield from self._added()
        for identity, unit in self._is.items():
            before, own = self._was.get(identity), self._has.get(identity)
            if before is not None and own is not None:
                yield from self._fields(before, unit, own)
            elif before is not None and before.fields != unit.fields:
                self.left.append(f"{identity}: the model edited it, and it is gone from our copy")
        yield from self._removed()

    def _fields(self, before: Unit, unit: Unit, own: Unit) -> Iterator[Edit]:
        for name in dict.fromkeys((*before.fields, *unit.fields)):
            was, now, ours = (each.fields.get(name) for each in (before, unit, own))
            if now in (was, ours):
                continue
            said = f"{name} of {unit.id or self._ours.data['id']}"
            if ours != was:
                self.left.append(f"{said}: edited in the model and in our copy")
                continue
            self.taken.append(said)
            if now is None:
                yield field_removed(self._ours, (*own.keys, name))
            elif ours is None:
                yield field_added(self._ours, own.keys, self._model, (*unit.keys, name))
            else:
                yield field_replaced(self._ours, (*own.keys, name), self._model, (*unit.keys, name))

    def _added(self) -> Iterator[Edit]:
        """New units of the model, those that stand together in one edit, each after its neighbour in the model."""
        groups: dict[tuple[str, str, str], list[Unit]] = {}
        placed: dict[str, tuple[str, str, str]] = {}
        for identity, unit in self._is.items():
            if identity in self._was or unit.parent in placed:
                placed |= {identity: placed[unit.parent]} if unit.parent in placed else {}
                continue
            if identity in self._has:
                if self._has[identity].fields != unit.fields:
                    self.left.append(f"{identity}: new in the model and, with other words, in our copy")
                continue
            anchor = placed.get(unit.before, (unit.parent, unit.list_name, unit.before))
            groups.setdefault(anchor, []).append(unit)
            placed[identity] = anchor
        for (parent, name, before), units in groups.items():
            yield from self._grafted(parent, name, before, units)

    def _grafted(self, parent: str, name: str, before: str, units: list[Unit]) -> Iterator[Edit]:
        holder = self._has.get(parent)
        siblings = [unit for unit in self._has.values() if (unit.parent, unit.list_name) == (parent, name)]
        if holder is None or not siblings:
            self.left += [f"{unit.id}: new in the model, and our copy has no {name} there" for unit in units]
            return
        at = next((i for i, unit in enumerate(siblings) if unit.id == before), -1 if not before else len(siblings) - 1)
        self.taken += [f"{unit.id}, which is new" for unit in units]
        yield items_added(self._ours, (*holder.keys, name), at, self._model, [unit.keys for unit in units])

    def _removed(self) -> Iterator[Edit]:
        gone: set[str] = set()
        for identity, before in self._was.items():
            own = self._has.get(identity)
            if identity in self._is or own is None or identity == WHOLE:
                continue
            gone.add(identity)
            if before.parent in gone:
                continue
            if self._same_below(identity) and not self._last_of_its_list(own):
                self.taken.append(f"{identity}, which is gone")
                yield item_removed(self._ours, own.keys)
            else:
                self.left.append(f"{identity}: gone from the model, and our copy has other words")

    def _same_below(self, identity: str) -> bool:
        """Whether our copy of a unit, with all that it holds, is still as it was copied."""
        was, has = _below(self._was, identity), _below(self._has, identity)
        return was.keys() == has.keys() and all(was[i].fields == has[i].fields for i in was)

    def _last_of_its_list(self, own: Unit) -> bool:
        kept = [u for u in self._has.values() if (u.parent, u.list_name) == (own.parent, own.list_name)]
        return all(unit.id not in self._is for unit in kept)


def _below(units: Units, identity: str) -> dict[str, Unit]:
    """A unit and all that it holds, by id."""
    found = {identity: units[identity]}
    for unit in units.values():
        if unit.parent in found and unit.id != unit.parent:
            found[unit.id] = unit
    return found
