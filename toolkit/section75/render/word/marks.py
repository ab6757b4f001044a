"""What a writer counts up as it goes: bookmarks and lists."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256

from section75.compare import Mark
from section75.document import Label
from section75.render.word.names import MOVED, bookmark

LISTS = 30_000
"""Numbers of lists lie below 32,768, which older formats of Word count in."""
STYLED_LISTS = ("clauses", "recitals", "parties", "schedules")
"""Lists that count by their styles alone; every other list starts again and has a number of its own."""


@dataclass
class Bookmarks:
    """Hidden bookmarks by which things are referred to."""

    kept: frozenset[str] = frozenset()
    """Ids of the new version: what is taken out gives its bookmark up to the thing that bears its id there."""
    count: int = 0

    def around(self, identity: str, content: str, mark: Mark = Mark.KEPT, moved: bool = False) -> str:
        """Content within the bookmark of an id. Where a thing stood that moved, the bookmark has a name of its own."""
        if not identity:
            return content
        name = bookmark(identity)
        if mark is Mark.REMOVED and identity in self.kept:
            if not moved:
                return content
            name += MOVED
        self.count += 1
        return f'<w:bookmarkStart w:id="{self.count}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{self.count}"/>'


@dataclass
class Lists:
    """The lists that are added to those of a template."""

    first: int
    """The lowest number that is free."""
    numbers: dict[str, int] = field(default_factory=dict)
    """By the list that a label names."""

    def place(self, label: Label | None) -> str:
        """The properties that place a paragraph in its list; "" where its style does."""
        if label is None or label.list in STYLED_LISTS:
            return ""
        number = self.numbers.get(label.list) or self._add(label.list)
        return f'<w:numPr><w:ilvl w:val="{label.level}"/><w:numId w:val="{number}"/></w:numPr>'

    def _add(self, key: str) -> int:
        """A number for a list, from its id alone: a redline and both its sides then count in lists of one number."""
        number = self.first + int.from_bytes(sha256(key.encode()).digest()[:4]) % LISTS
        while number in self.numbers.values():
            number += 1
        self.numbers[key] = number
        return number
