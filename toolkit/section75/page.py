"""A page: what a report says, as a few kinds of block.

Writers take any page and know nothing of what it reports. All text is data: no writer runs it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from section75.document import Column, Mark
from section75.value import dataclass

__all__ = [
    "NOTICE",
    "Block",
    "Bullets",
    "Cell",
    "Column",
    "Entries",
    "Entry",
    "Heading",
    "Links",
    "Mark",
    "Page",
    "Pairs",
    "Phrase",
    "Phrases",
    "Prose",
    "Table",
    "Tone",
    "cell",
    "phrases",
    "visible",
    "wording",
]

NOTICE = "Illustrative: a reconstruction for demonstration, not made by the bodies it names; it binds nobody."
HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""Control characters, which XML cannot hold, and those that turn the direction of writing."""


class Tone(StrEnum):
    """How words are coloured. A tone only stresses what the words already say."""

    NONE = ""
    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in one style."""

    text: str
    bold: bool = False
    italic: bool = False
    mark: Mark = Mark.KEPT
    """Added and removed words are shown as such in place."""
    tone: Tone = Tone.NONE
    link: str = ""
    """The anchor of a heading or an entry on the same page; "" for none."""


Phrases = tuple[Phrase, ...]
Cell = tuple[Phrases, ...]
"""The lines of a cell."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 stands directly below the title."""

    text: str
    level: int = 1
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """One paragraph."""

    phrases: Phrases


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list whose order has no meaning."""

    items: tuple[Phrases, ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Names and what is said of each, e.g. a schedule and how much of it is the same."""

    pairs: tuple[tuple[str, Phrases], ...]


@dataclass(frozen=True, slots=True)
class Links:
    """Ways to the parts of the page: the anchor and the words of each."""

    name: str
    targets: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is told: its head, and details below it."""

    head: Phrases
    details: tuple[Phrases, ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Entries:
    """Entries in order. Where they have anchors, a web page also leads from each to the next."""

    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: each row has a cell for each column, and its first cell heads the row."""

    name: str
    """What the table shows; different for each table of a page."""
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    empty: str = "None."
    """What is said in place of a table without rows."""


Block = Heading | Prose | Bullets | Pairs | Links | Entries | Table


@dataclass(frozen=True, slots=True)
class Page:
    """A whole report. Without a title it is a few lines for a terminal."""

    blocks: tuple[Block, ...]
    title: str = ""
    subtitle: str = ""
    illustrative: bool = False
    """Carries the notice that the agreement is an example."""
    wide: bool = True
    """Printed on A4 turned sideways."""


def phrases(*parts: str | Phrase) -> Phrases:
    """Phrases from plain words and phrases; empty words are left out."""
    made = (Phrase(part) if isinstance(part, str) else part for part in parts)
    return tuple(phrase for phrase in made if phrase.text)


def cell(lines: str | Iterable[str]) -> Cell:
    """A cell of plain lines: one, or one for each given."""
    given = (lines,) if isinstance(lines, str) else lines
    return tuple(phrases(line) for line in given if line)


def wording(said: Phrases) -> str:
    """The words alone."""
    return "".join(phrase.text for phrase in said)


def visible(text: str) -> str:
    """Text with control characters and those that turn the direction of writing shown by their number."""
    return HIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text) if HIDDEN.search(text) else text
