"""The proof of a redline: the written file read back, all changes accepted, all rejected, compared with both prints.

Written apart from the writer: it reads WordprocessingML and knows nothing of blocks, comparisons or how changes are
drawn. It compares the text, the style and the computed number of every paragraph, and what every reference points
at.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from importlib.resources import files
from itertools import zip_longest
from typing import NamedTuple

from lxml import etree

from section75.document import Style
from section75.errors import TemplateError
from section75.numbering.labels import Form, written_as
from section75.render.package import read_parts
from section75.render.word.names import NEEDED, style_name
from section75.render.word.opened import part_of
from section75.render.word.pointing import Pointer, left_of, pointers, words_in
from section75.render.word.relations import MAIN
from section75.render.word.styles import STYLES, W, parse_part, read_styles
from section75.value import dataclass

Q = f"{{{W}}}"
BOOKMARK = re.compile(rb'<w:bookmarkStart [^>]*w:name="([^"]*)"')
LONGEST = 200
"""Characters of a paragraph that a fault shows."""
PLACE = re.compile(r"%(\d)")
FORMS = {
    "decimal": Form.DECIMAL,
    "lowerLetter": Form.LOWER,
    "lowerRoman": Form.ROMAN,
    "upperLetter": Form.UPPER,
}
"""How Word calls the forms of numbers that prints have (ECMA-376 part 1, 17.18.59)."""
Parts = Mapping[str, bytes]
LEVELS = 9
"""Levels of a list in Word."""
NO_LIST = "0"
"""A paragraph says so to stand in no list, whatever its style says."""
NUMBERING = "word/numbering.xml"
FIELDS = 5
"""Lines that `settle.xslt` writes for each paragraph."""


class Line(NamedTuple):
    """One paragraph as a reader sees it."""

    style: str
    number: tuple[int, ...]
    """The counts of its list down to its level; () where it has no number."""
    form: str
    """How its level writes the number, e.g. "%1.%2" or, at 14A, "%1A"."""
    shown: str
    """The number as it prints, e.g. (aa); "" for none."""
    text: str


class _Read(NamedTuple):
    """One paragraph as it was read."""

    line: Line
    text: str
    """The words with the bookmarks and fields among them."""


@dataclass(frozen=True, slots=True)
class Proof:
    """Whether a redline proves itself, and where it first does not."""

    fault: str = ""
    paragraphs: int = 0
    """Paragraphs of the new version that were compared."""

    @property
    def holds(self) -> bool:
        """Whether nothing differs."""
        return not self.fault


def prove(redline: bytes, old: Parts, new: Parts) -> Proof:
    """Accepting every change gives the new print, rejecting every change the old one, down to what references point at.

    `redline` is the written file, which is read back; `old` and `new` are the parts of the prints.
    """
    return joined(half(redline, old, reject=True), half(redline, new, reject=False))


@dataclass(frozen=True, slots=True)
class Half:
    """One half of a proof."""

    proof: Proof
    twice: frozenset[str]
    """Bookmarks that stand twice in the redline and not in this print."""


def half(redline: bytes, other: Parts, reject: bool) -> Half:
    """Rejecting every change gives the old print, or accepting every change the new one; `other` is that print."""
    marked = read_parts(redline, "the redline")
    return Half(_same(marked, other, reject), frozenset(_twice(marked[MAIN]) - _twice(other[MAIN])))


def joined(rejected: Half, accepted: Half) -> Proof:
    """The whole proof of its two halves. A bookmark may stand twice where it does so in one of the prints."""
    if here := rejected.twice & accepted.twice:
        return Proof(f"the bookmark {min(here)} stands twice, and Word keeps one")
    return accepted.proof if rejected.proof.holds else rejected.proof


def _same(marked: Parts, other: Parts, reject: bool) -> Proof:
    here, there = list(_read(marked, reject)), list(_read(other))
    found = _same_lines(map(_line, here), map(_line, there), _done(reject))
    return (_astray(here, there, _done(reject)) if found.holds else None) or found


def _same_lines(here: Iterable[Line], there: Iterable[Line], done: str) -> Proof:
    position = 0
    for position, (one, other) in enumerate(zip_longest(here, there), 1):
        if one != other:
            return Proof(f"{done} all, paragraph {position} is {_shown(one)} and should be {_shown(other)}")
    return Proof(paragraphs=position) if position else Proof(f"{done} all leaves nothing to compare")


def _astray(here: list[_Read], there: list[_Read], done: str) -> Proof | None:
    """The first reference that does not point at what it points at in the print."""
    pairs = zip_longest(*(pointers(read.text for read in side) for side in (here, there)))
    for one, other in pairs:
        if one != other or one.target is None:
            at = (one or other).paragraph
            shown = [_aim(pointer, there) for pointer in (one, other)]
            return Proof(f"{done} all, a reference in paragraph {at} points at {shown[0]} and should at {shown[1]}")
    return None


def _aim(pointer: Pointer | None, paragraphs: list[_Read]) -> str:
    """What a reference points at, in words."""
    if pointer is None:
        return "nothing, for it is missing"
    if pointer.target is None:
        return "nothing, for its bookmark is gone"
    words = f'"{pointer.target.words[:LONGEST]}" of {_shown(paragraphs[pointer.target.paragraph - 1].line)}'
    return f"{words}, from paragraph {pointer.paragraph} with {pointer.switches}"


def _twice(main: bytes) -> set[str]:
    """The names that two bookmarks have."""
    return {name.decode() for name, count in Counter(BOOKMARK.findall(main)).items() if count > 1}


def _done(reject: bool) -> str:
    return "rejecting" if reject else "accepting"


def _shown(line: Line | None) -> str:
    """A paragraph in words: its number, its text and its style."""
    if line is None:
        return "missing"
    text = line.text if len(line.text) <= LONGEST else f"{line.text[:LONGEST]}..."
    return f'{line.shown} "{text}" ({line.style})'.strip()


def lines(parts: Parts, reject: bool = False) -> Iterator[Line]:
    """The paragraphs of the body, from the parties to the control sheet, with all changes accepted or rejected."""
    return map(_line, _read(parts, reject))


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as read, its changes accepted or rejected."""

    lines: tuple[tuple[str, Line], ...]
    """The paragraphs of the body, each with the name of its style as Word shows it; "" for none of ours."""
    pointers: tuple[Pointer, ...]
    """Every reference, in order."""


def read_file(parts: Parts, reject: bool = False, name: str = "the file") -> Reading:
    """A file read from the parties to the control sheet; `name` is for errors.

    Raises `TemplateError` where it is damaged or lacks a part or a style.
    """
    styles = read_styles(part_of(parts, STYLES, name), NEEDED, f"of {name}")
    part_of(parts, NUMBERING, name)
    names = {styles[each]: each for each in NEEDED}
    found = list(_read(parts, reject))
    named = tuple((names.get(read.line.style, ""), read.line) for read in found)
    return Reading(named, tuple(pointers(read.text for read in found)))


def _line(read: _Read) -> Line:
    return read.line


def _read(parts: Parts, reject: bool = False) -> Iterator[_Read]:
    said, lists = part_of(parts, STYLES, "the file"), part_of(parts, NUMBERING, "the file")
    styles = read_styles(said, NEEDED, "of the file")
    ours = {"", *(styles[name] for name in NEEDED)}
    counter = _Counter(lists, said)
    written = _settled(parts[MAIN], reject)
    return _paragraphs(written, styles[style_name(Style.DEED_HEADING, 0)], ours, counter)


def _paragraphs(written: list[str], first: str, ours: Set[str], counter: _Counter) -> Iterator[_Read]:
    begun, pending = False, ""
    for at in range(0, len(written) - 1, FIELDS):
        style, list_id, level, mark, text = written[at : at + FIELDS]
        begun = begun or style == first
        if begun and style not in ours:
            return
        text = pending + text
        # A mark that goes joins what is left of the paragraph to the next one.
        pending = left_of(text) if mark == "gone" else ""
        words = words_in(text)
        if begun and (mark == "kept" or (mark == "bare" and words)):
            yield _Read(Line(style, *counter.count(style, (list_id, level) if list_id else None), words), text)


def _settled(main: bytes, reject: bool) -> list[str]:
    """The lines of every paragraph, five for each. The tree is large, and gone when this returns."""
    sheet = etree.XSLT(etree.fromstring((files("section75.render.word") / "settle.xslt").read_bytes()))
    tree = parse_part(main, "word/document.xml", large=True)
    try:
        return str(sheet(tree, reject="true()" if reject else "false()")).split("\n")
    except etree.XSLTApplyError as error:
        hint = "no print of an agreement is built like that; ask for the file again"
        raise TemplateError("elements of the file stand far too deep in each other", hint) from error


def _value(node: etree._Element | None) -> str:
    return node.get(f"{Q}val", "0") if node is not None else "0"


class _Counter:
    """Counts lists as Word does: lists that share an abstract one count on from one another.

    What a list overrides counts from where it is first used (ECMA-376 part 1, 17.9.8 and 17.9.26).
    """

    def __init__(self, numbering: bytes, styles: bytes) -> None:
        root = parse_part(numbering, "word/numbering.xml")
        self._levels: dict[tuple[str, int], _Level] = {}
        for abstract in root.iter(f"{Q}abstractNum"):
            for level in abstract.iterfind(f"{Q}lvl"):
                at = (f"abstract {abstract.get(f'{Q}abstractNumId', '')}", int(level.get(f"{Q}ilvl", "0")))
                self._levels[at] = _Level.read(level)
        self._abstract: dict[str, str] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        for listed in root.iter(f"{Q}num"):
            self._read_list(listed)
        self._styles = {}
        for style in parse_part(styles, "word/styles.xml").iter(f"{Q}style"):
            number = style.find(f"{Q}pPr/{Q}numPr")
            if number is not None:
                pair = (_value(number.find(f"{Q}numId")), _value(number.find(f"{Q}ilvl")))
                self._styles[style.get(f"{Q}styleId", "")] = pair
        self._counts: defaultdict[str, list[int | None]] = defaultdict(lambda: [None] * LEVELS)

    def _read_list(self, listed: etree._Element) -> None:
        name = listed.get(f"{Q}numId", "")
        self._abstract[name] = f"abstract {_value(listed.find(f'{Q}abstractNumId'))}"
        for override in listed.iterfind(f"{Q}lvlOverride"):
            at = int(override.get(f"{Q}ilvl", "0"))
            if (level := override.find(f"{Q}lvl")) is not None:
                self._levels[name, at] = _Level.read(level)
            if (start := override.find(f"{Q}startOverride")) is not None:
                self._restarts.setdefault(name, {})[at] = int(_value(start))

    def count(self, style: str, direct: tuple[str, str] | None) -> tuple[tuple[int, ...], str, str]:
        """The number of the next paragraph of a style, or of a list given directly: counts, form, as printed."""
        found = direct or self._styles.get(style)
        if found is None or found[0] == NO_LIST:
            return (), "", ""
        listed, level = found[0], int(found[1])
        counts = self._counts[self._abstract.get(listed, "")]
        for at, start in self._restarts.pop(listed, {}).items():
            counts[at:] = [start - 1] + [None] * (LEVELS - at - 1)
        before = counts[level]
        counts[level] = self._of(listed, level).start if before is None else before + 1
        for deeper in range(level + 1, LEVELS):
            rule = self._of(listed, deeper).restart
            if rule is None or level < rule:
                counts[deeper] = None
        # A level above that has not been counted yet shows the number with which it will begin.
        number = [self._of(listed, i).start if n is None else n for i, n in enumerate(counts[: level + 1])]
        form = self._of(listed, level).form
        return tuple(number), form, PLACE.sub(lambda place: self._figure(listed, number, int(place[1])), form)

    def _of(self, listed: str, level: int) -> _Level:
        own = self._levels.get((listed, level))
        return own or self._levels.get((self._abstract.get(listed, ""), level)) or _Level()

    def _figure(self, listed: str, number: list[int], level: int) -> str:
        """One place of a number, as its own level writes it."""
        written = self._of(listed, level - 1).written
        count = number[level - 1] if level <= len(number) else 0
        return written_as(count, written) if written and count > 0 else str(count)


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list counts."""

    start: int = 1
    form: str = ""
    """E.g. "%1.%2"."""
    written: Form | None = None
    restart: int | None = None
    """The level, from 1, after which it begins again; None after any above it."""

    @classmethod
    def read(cls, level: etree._Element) -> _Level:
        rule = level.find(f"{Q}lvlRestart")
        return cls(
            int(_value(level.find(f"{Q}start"))),
            _value(level.find(f"{Q}lvlText")),
            FORMS.get(_value(level.find(f"{Q}numFmt"))),
            None if rule is None else int(_value(rule)),
        )
