"""What reviews and the law ask for: a catalogue of items, each with a test."""

from __future__ import annotations

from typing import Any

from section75.model.units import Day, Prose
from section75.value import dataclass


@dataclass(frozen=True, slots=True)
class Search:
    """Rows of one list of the assembled data that match a JSON Schema."""

    of: str
    """Name of the list, e.g. `members` or `clauses`."""
    like: Any
    """A JSON Schema for one row."""
    least: int = 1
    """The least number of rows: with `some`, of rows that match; with `every`, of rows in the list."""


@dataclass(frozen=True, slots=True)
class Test:
    """One test; exactly one of its kinds is given."""

    schema: Any = None
    """A JSON Schema for the whole of the assembled data."""
    some: Search | None = None
    """Some rows match."""
    every: Search | None = None
    """Every row matches, and there is at least one."""
    none: Search | None = None
    """No row matches."""
    predicate: str = ""
    """Name of a predicate of the toolkit."""
    with_: Any = None
    """The values that the predicate takes."""
    otherwise: Prose = Prose("")
    """What to do where the test fails."""


@dataclass(frozen=True, slots=True)
class Applies:
    """The agreements to which an item applies. A condition that is left out does not limit it."""

    arrangements: tuple[str, ...] = ()
    start_from: Day = Day("")
    """The term begins on this day or later."""
    start_until: Day = Day("")
    """The term begins on this day or earlier."""
    party_kinds: tuple[str, ...] = ()
    """One of the parties is of one of these kinds."""
    runs_on: Day = Day("")
    """The term runs on this day."""
    schedules: tuple[str, ...] = ()
    """Of catalogues in their old form; it no longer limits anything."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a review or the law asks for."""

    id: str
    strength: str
    theme: str
    says: Prose
    """What it asks, in one sentence of our own."""
    source: str
    """The section and line, or the regulation."""
    tests: tuple[Test, ...] = ()
    """All of them have to hold; if only some do, the item is partly met."""
    evidence: Prose = Prose("")
    """What a person has to show. The tests alone do not meet such an item."""
    law: tuple[str, ...] = ()
    """The provisions behind it, e.g. "SI 2000/617, regulation 8(3)"."""
    relates: tuple[str, ...] = ()
    """Ids of items that ask the same, in this catalogue or another."""
    parts: tuple[str, ...] = ()
    """The parts of an agreement concerned: kinds of schedule, or `clauses`, `term`, `parties`, `risks`, `records`."""
    partnerships: tuple[str, ...] = ()
    """The partnerships that it is for; if it names none, those of the catalogue."""
    applies: Applies | None = None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A review, or a body of law, item by item."""

    format: int
    id: str
    title: str
    source: str
    items: tuple[Item, ...]
    published: Day = Day("")
    partnerships: tuple[str, ...] = ()
    """The partnerships that it is for; if it names none, all of them."""
    notes: str = ""
