"""A confirmation as a file: who read which words, and confirms that they meet an item."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from section75.load.emit import named
from section75.reviews import Subject
from section75.value import dataclass

KIND = "confirmation"


@dataclass(frozen=True, slots=True)
class Confirming:
    """What a person confirms."""

    item: str
    at: tuple[str, ...]
    """Ids of the clauses and rows that were read."""
    by: str
    """A role."""
    on: str
    """Year-month-day."""
    note: str = ""

    @property
    def name(self) -> str:
        """Name of its file, and end of its id, e.g. "st-10-2026-11-26"."""
        return f"{self.item.lower()}-{self.on}"


def confirmation_file(made: Confirming, subject: Subject) -> bytes:
    """The file of a confirmation, with the digest and the words of each clause and row that was read."""
    data: dict[str, Any] = {"format": 1, "id": f"read-{made.name}", "item": made.item, "by": made.by, "on": made.on}
    data |= {"note": made.note} if made.note else {}
    data["at"] = [_read(unit, subject) for unit in made.at]
    lines = [line for name, value in data.items() for line in named(name, value, 0)]
    return "\n".join((f"# yaml-language-server: $schema=../{KIND}.json", *lines, "")).encode()


def _read(unit: str, subject: Subject) -> Mapping[str, Any]:
    read = {"unit": unit, "digest": subject.unit_digests[unit]}
    words = subject.words_within(unit)
    return read | ({"words": words} if words else {})


def units_to_read(proposed: Sequence[str], found: Sequence[str], subject: Subject) -> tuple[str, ...]:
    """The clauses and rows to read for an item: those that say so themselves first, then those that tests found."""
    return tuple(dict.fromkeys(unit for unit in (*proposed, *found) if unit in subject.unit_digests))
