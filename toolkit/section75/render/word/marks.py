"""What a writer counts up as it goes: bookmarks and lists."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from section75.compare import Mark
from section75.document import Label, Style
from section75.render.word.names import MOVED, bookmark, style_name

NUMBERED = re.compile(rb'<w:bookmarkStart\b[^>]*?\bw:id="(\d{1,9})"')
LISTS = 30_000
"""Numbers of lists lie below 32,768, which older formats of Word count in."""
STYLED_LISTS = {
    "clauses": style_name(Style.CLAUSE, 1),
    "recitals": style_name(Style.RECITAL, 0),
    "parties": style_name(Style.PARTY, 0),
    "schedules": style_name(Style.SCHEDULE_HEADING, 0),
}
"""Lists that count by their styles, each with a style that counts in it; every other list starts again and has a
number of its own."""
WITHOUT_HEADING = style_name(Style.CLAUSE, 0)
"""The style of a clause of the first level that has no heading."""


def highest_bookmark(parts: Mapping[str, bytes]) -> int:
    """The highest number of a bookmark that the parts of a template have; 0 where they have none."""
    found = (number for name, raw in parts.items() if name.endswith(".xml") for number in NUMBERED.findall(raw))
    return max(map(int, found), default=0)


@dataclass
class Bookmarks:
    """Hidden bookmarks by which things are referred to."""

    kept: frozenset[str] = frozenset()
    """Ids of the new version: what is taken out gives its bookmark up to the thing that bears its id there."""
    moved: frozenset[str] = frozenset()
    """Ids of which the place where they stood has a bookmark of its own."""
    count: int = 0
    """The number of the last one; at first the highest that the template has."""

    def around(self, identity: str, content: str, mark: Mark = Mark.KEPT, before: str = "") -> str:
        """Content within the bookmark of an id and, where old references need it, of the id that it had `before`."""
        if before and before != identity and (not identity or before in self.moved):
            content = self.around(before, content, Mark.REMOVED)
        if not identity:
            return content
        name = bookmark(identity)
        if mark is Mark.REMOVED and identity in self.kept:
            if identity not in self.moved:
                return content
            name += MOVED
        self.count += 1
        return f'<w:bookmarkStart w:id="{self.count}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{self.count}"/>'


@dataclass
class Lists:
    """The lists that are added to those of a template."""

    first: int
    """The lowest number that is free."""
    styled: Mapping[str, int]
    """The lists of the template that its styles count in, by the name of the style."""
    numbers: dict[str, int] = field(default_factory=dict)
    """By the list that a label names, and for one that begins anew by what it begins with."""
    beginnings: dict[int, Label] = field(default_factory=dict)
    """By the number of the list, the label of a paragraph in it, for lists that do not begin at 1."""

    def place(self, label: Label | None, style: str) -> str:
        """The properties that place a paragraph in its list; "" where its style does."""
        if label is None:
            return ""
        if label.beginning is not None:
            key = f"{label.list} {label.beginning.id} {label.beginning.number.full}"
            number = self.numbers.get(key) or self._add(key)
            self.beginnings[number] = label
        elif label.list not in STYLED_LISTS:
            number = self.numbers.get(label.list) or self._add(label.list)
        elif style != WITHOUT_HEADING:
            return ""
        else:
            # No level of a list is joined to the style of a clause without a heading: LibreOffice would not count it.
            number = self.styled.get(style.lower(), 0)
        return f'<w:numPr><w:ilvl w:val="{label.level}"/><w:numId w:val="{number}"/></w:numPr>' if number else ""

    def _add(self, key: str) -> int:
        """A number for a list, from its id alone: a redline and both its sides then count in lists of one number."""
        number = self.first + int.from_bytes(sha256(key.encode()).digest()[:4]) % LISTS
        while number in self.numbers.values():
            number += 1
        self.numbers[key] = number
        return number
