"""What is printed where something that was executed is gone: its number, and that it is not used.

A deed of variation takes a clause out and leaves its number behind, so that letters and minutes that name the next one
stay right. A list that holds nothing any more has nothing to keep in order, and prints nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from section75.model import Agreement, Appendix, Clause, Part, Recital, Schedule
from section75.model.units import Id, Prose
from section75.numbering.entries import Numbers, Series
from section75.numbering.number import Number, Position
from section75.value import dataclass

UNUSED = "not-used."
"""How the id of what prints at a number that is not used begins; the dot keeps it apart from every id in a file."""
NOT_USED = Prose("Not used")
TOP = Number(())
MADE: Mapping[str, tuple[str, Callable[[Id], Any]]] = {
    "recital": ("recitals", lambda name: Recital(name, NOT_USED)),
    "clause": ("clauses", lambda name: Clause(name, not_used=True)),
    "paragraph": ("clauses", lambda name: Clause(name, not_used=True)),
    "Schedule": ("schedules", lambda name: Schedule(format=1, id=name, kind="general", title=NOT_USED)),
    "Part": ("parts", lambda name: Part(name, NOT_USED, ())),
    "Appendix": ("appendices", lambda name: Appendix(name, NOT_USED)),
}
"""For each noun the field that lists such things, and what stands in for one that is gone. Tables and their rows leave
a gap."""


def with_unused(agreement: Agreement, numbers: Numbers) -> tuple[Agreement, dict[Series, dict[str, Position]]]:
    """The agreement with something at each number that is not used, and the places of what was put in, list by list."""
    filling = _Filling(numbers, {})
    return filling.of(agreement, "", TOP), filling.places


@dataclass(frozen=True, slots=True)
class _Filling:
    """Fills the gaps of an agreement and notes what it put in."""

    numbers: Numbers
    places: dict[Series, dict[str, Position]]

    def of(self, holder: Any, within: str, above: Number) -> Any:
        """The holder with its lists filled, and those of what it holds. `above` is the number of a clause."""
        changed = {}
        other = "clause" if within else "paragraph"
        named = {field.name for field in fields(holder)}
        for noun, (name, _) in MADE.items():
            if name in named and noun != other and (listed := getattr(holder, name)):
                whole = self._filled(listed, (noun, within, above))
                changed[name] = tuple(self._below(each, noun, within) for each in whole)
        return replace(holder, **changed) if changed else holder

    def _below(self, thing: Any, noun: str, within: str) -> Any:
        if thing.id.startswith(UNUSED) or noun == "recital":
            return thing
        if noun in ("clause", "paragraph"):
            return self.of(thing, within, self.numbers[thing.id].number or TOP)
        return self.of(thing, thing.id, TOP)

    def _filled(self, listed: Sequence[Any], series: Series) -> list[Any]:
        spent = self.numbers.spent.get(series, ())
        if not spent:
            return list(listed)
        noun, within, above = series
        made = MADE[noun][1]
        standing = [(self._place(each), each) for each in listed]
        for place in spent:
            at = above.below(place).exact.replace("+", "-")
            unused = made(Id(f"{UNUSED}{noun.lower()}.{within}.{at}"))
            standing.append((place, unused))
            self.places.setdefault(series, {})[unused.id] = place
        return [each for _, each in sorted(standing, key=lambda placed: placed[0])]

    def _place(self, thing: Any) -> Position:
        number = self.numbers[thing.id].number
        return number.positions[-1] if number else Position(0)
