"""The numbers that the records of executions keep: of the last one, with those that earlier ones spent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from section75.model import Executed, HeldNumber
from section75.numbering.entries import Entry, Numbers, Series
from section75.numbering.number import Number, Position
from section75.numbering.unused import UNUSED


def held_numbers(numbers: Numbers) -> tuple[HeldNumber, ...]:
    """The numbers of an agreement as the record of its execution keeps them: all that later versions hold."""
    return tuple(
        HeldNumber(entry.id, entry.noun, entry.full, entry.number.exact, entry.within)
        for entry in numbers.entries.values()
        if entry.number and not entry.id.startswith(UNUSED)
    )


def recorded(agreement: str, records: Sequence[Executed]) -> Numbers | None:
    """The numbers that the next version of an agreement holds, from the records of its executions in any order.

    None where none was executed or no record keeps numbers.
    """
    ours = sorted((each for each in records if each.agreement == agreement), key=lambda each: (each.dated, each.id))
    kept = [_entries(each.numbers) for each in ours if each.numbers]
    if not kept:
        return None
    last = {entry.id: entry for entry in kept[-1]}
    standing = _places(kept[-1])
    earlier = _places([entry for entries in kept[:-1] for entry in entries])
    spent = {series: frozenset(places - standing.get(series, set())) for series, places in earlier.items()}
    return Numbers(last, {series: places for series, places in spent.items() if places})


def _entries(kept: Sequence[HeldNumber]) -> list[Entry]:
    return [
        Entry(each.unit, each.noun, each.number, each.number, each.within, Number.read(each.place)) for each in kept
    ]


def _places(entries: Sequence[Entry]) -> dict[Series, set[Position]]:
    found: defaultdict[Series, set[Position]] = defaultdict(set)
    for entry in entries:
        if entry.number:
            found[entry.series].add(entry.number.positions[-1])
    return found
