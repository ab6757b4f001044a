"""Numbers that are held: what was executed keeps its number, and what is put in later gets a letter.

A thing keeps its number while it stands in the same list and in the same order as the others. One that moved gets a
new number where it now stands. No number is ever used for a second thing, since letters and minutes may name the
first; where it stood prints that it is not used (`unused`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count

from section75.numbering.entries import Entry, Numbers, Series
from section75.numbering.labels import Form
from section75.numbering.number import Position
from section75.numbering.rising import longest_rising
from section75.value import dataclass


@dataclass(frozen=True, slots=True)
class Held:
    """The numbers of an executed version, list by list."""

    places: Mapping[Series, Mapping[str, Position]]
    """The place of each id in its list."""
    spent: Mapping[Series, frozenset[Position]]
    """Places that were taken in still earlier versions."""

    @classmethod
    def of(cls, numbers: Numbers) -> Held:
        """The numbers of a version, to be held in the next."""
        places: defaultdict[Series, dict[str, Position]] = defaultdict(dict)
        for entry in numbers.entries.values():
            if entry.number:
                places[entry.series][entry.id] = entry.number.positions[-1]
        return cls(places, numbers.spent)

    def joined(self, more: Mapping[Series, Mapping[str, Position]]) -> Held:
        """The same with the places of more things."""
        every = {series: {**self.places.get(series, {}), **more.get(series, {})} for series in {*self.places, *more}}
        return Held(every, self.spent)

    def places_of(self, series: Series, ids: Sequence[str], form: Form) -> list[Position]:
        """The place of each id in a list whose counts are written in one form."""
        held = self.places.get(series, {})
        taken = {*held.values(), *self.spent.get(series, ())}
        if not taken:
            return plain(len(ids))
        return _placed(ids, held, taken, form)

    def now_spent(self, entries: Iterable[Entry]) -> dict[Series, frozenset[Position]]:
        """Every place that was taken once and that none of `entries` has now."""
        now = defaultdict[Series, set[Position]](set)
        for entry in entries:
            if entry.number:
                now[entry.series].add(entry.number.positions[-1])
        every = {series: frozenset(held.values()) for series, held in self.places.items()}
        for series, spent in self.spent.items():
            every[series] = every.get(series, frozenset()) | spent
        left = {series: places - now[series] for series, places in every.items()}
        return {series: places for series, places in left.items() if places}


def plain(length: int) -> list[Position]:
    """The places of a list that holds nothing: 1, 2, 3."""
    return [Position(index) for index in range(1, length + 1)]


def _placed(ids: Sequence[str], held: Mapping[str, Position], taken: set[Position], form: Form) -> list[Position]:
    known = [index for index, identity in enumerate(ids) if identity in held]
    kept = {known[i]: held[ids[known[i]]] for i in longest_rising([held[ids[index]] for index in known])}
    following = _following(len(ids), kept)
    written = {position.written(form) for position in taken}
    highest = max(position.whole for position in taken)
    before = Position(0)
    places = []
    for index in range(len(ids)):
        after = following[index]
        if index in kept:
            before = kept[index]
        elif after is None:
            highest += 1
            before = Position(highest)
        else:
            # What reads like a number that exists is passed over: (aa) may also be the 27th of a long list.
            before = next(place for place in between(before, after) if place.written(form) not in written)
        written.add(before.written(form))
        places.append(before)
    return places


def _following(length: int, kept: Mapping[int, Position]) -> list[Position | None]:
    """For each index the place of the next thing that keeps its number; None where none follows."""
    found: list[Position | None] = []
    after: Position | None = None
    for index in reversed(range(length)):
        found.append(after)
        after = kept.get(index, after)
    return found[::-1]


def between(before: Position, after: Position) -> Iterator[Position]:
    """The places that may follow `before` and stand in front of `after`, best first: 14A, 14B ... or 14ZA, 14ZB ..."""
    if before.put_in:
        yield from _series(before.whole, before.put_in[:-1], before.put_in[-1] + 1, after)
    for zeros in count():
        yield from _series(before.whole, before.put_in + (0,) * zeros, 1, after)


def _series(number: int, stem: tuple[int, ...], start: int, after: Position) -> Iterator[Position]:
    for letter in count(start):
        place = Position(number, (*stem, letter))
        if place >= after:
            return
        yield place
