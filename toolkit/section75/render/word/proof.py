"""The proof of a redline: the written file read back, all changes accepted, all rejected, compared with both prints.

Written apart from the writer: it reads WordprocessingML and knows nothing of blocks, comparisons or how changes are
drawn. It compares the text, the style and the computed number of every paragraph.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from importlib.resources import files
from itertools import zip_longest
from typing import NamedTuple

from lxml import etree

from section75.document import Style
from section75.errors import TemplateError
from section75.render.package import read_parts
from section75.render.word.names import NEEDED, style_name
from section75.render.word.opened import part_of
from section75.render.word.relations import MAIN
from section75.render.word.styles import STYLES, W, parse_part, read_styles

Q = f"{{{W}}}"
LONGEST = 200
"""Characters of a paragraph that a fault shows."""
Parts = Mapping[str, bytes]
LEVELS = 9
"""Levels of a list in Word."""
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
    text: str


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
    """Accepting every change gives the new print, rejecting every change the old one.

    `redline` is the written file, which is read back; `old` and `new` are the parts of the prints.
    """
    marked = read_parts(redline, "the redline")
    rejected = same_lines(marked, old, reject=True)
    return same_lines(marked, new, reject=False) if rejected.holds else rejected


def same_lines(marked: Parts, other: Parts, reject: bool) -> Proof:
    """Whether a file with its changes rejected, or accepted, says what another says."""
    done = "rejecting" if reject else "accepting"
    position = 0
    for position, (here, there) in enumerate(zip_longest(lines(marked, reject), lines(other)), 1):
        if here != there:
            return Proof(f"{done} all, paragraph {position} is {_shown(here)} and should be {_shown(there)}")
    return Proof(paragraphs=position) if position else Proof(f"{done} all leaves nothing to compare")


def _shown(line: Line | None) -> str:
    """A paragraph in words: its number, its text and its style."""
    if line is None:
        return "missing"
    number = line.form
    for level, count in enumerate(line.number, 1):
        number = number.replace(f"%{level}", str(count))
    text = line.text if len(line.text) <= LONGEST else f"{line.text[:LONGEST]}..."
    return f'{number} "{text}" ({line.style})'.strip()


def lines(parts: Parts, reject: bool = False) -> Iterator[Line]:
    """The paragraphs of the body, from the parties to the control sheet, with all changes accepted or rejected."""
    said, lists = part_of(parts, STYLES, "the file"), part_of(parts, NUMBERING, "the file")
    styles = read_styles(said, NEEDED, "of the file")
    ours = {"", *(styles[name] for name in NEEDED)}
    counter = _Counter(lists, said)
    written = _settled(parts[MAIN], reject)
    return _lines(written, styles[style_name(Style.DEED_HEADING, 0)], ours, counter)


def _lines(written: list[str], first: str, ours: Set[str], counter: _Counter) -> Iterator[Line]:
    begun, pending = False, ""
    for at in range(0, len(written) - 1, FIELDS):
        style, list_id, level, mark, text = written[at : at + FIELDS]
        begun = begun or style == first
        if begun and style not in ours:
            return
        text = pending + text
        # A mark that goes joins what is left of the paragraph to the next one.
        pending = text if mark == "gone" else ""
        if begun and (mark == "kept" or (mark == "bare" and text)):
            yield Line(style, *counter.count(style, (list_id, level) if list_id else None), text)


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
    """Counts lists as Word does."""

    def __init__(self, numbering: bytes, styles: bytes) -> None:
        root = parse_part(numbering, "word/numbering.xml")
        self._abstract = {n.get(f"{Q}numId", ""): _value(n.find(f"{Q}abstractNumId")) for n in root.iter(f"{Q}num")}
        self._restart: dict[tuple[str, int], int] = {}
        self._start: dict[tuple[str, int], int] = {}
        self._form: dict[tuple[str, int], str] = {}
        for abstract in root.iter(f"{Q}abstractNum"):
            for level in abstract.iter(f"{Q}lvl"):
                at = (abstract.get(f"{Q}abstractNumId", ""), int(level.get(f"{Q}ilvl", "0")))
                self._start[at] = int(_value(level.find(f"{Q}start")))
                self._form[at] = _value(level.find(f"{Q}lvlText"))
                if (rule := level.find(f"{Q}lvlRestart")) is not None:
                    self._restart[at] = int(_value(rule))
        self._styles = {}
        for style in parse_part(styles, "word/styles.xml").iter(f"{Q}style"):
            number = style.find(f"{Q}pPr/{Q}numPr")
            if number is not None:
                pair = (_value(number.find(f"{Q}numId")), _value(number.find(f"{Q}ilvl")))
                self._styles[style.get(f"{Q}styleId", "")] = pair
        self._counts: defaultdict[str, list[int | None]] = defaultdict(lambda: [None] * LEVELS)

    def count(self, style: str, direct: tuple[str, str] | None) -> tuple[tuple[int, ...], str]:
        """The number of the next paragraph of a style, or of a list given directly, and how its level writes it."""
        found = direct or self._styles.get(style)
        if found is None:
            return (), ""
        list_id, level = found[0], int(found[1])
        abstract = self._abstract.get(list_id, "")
        counts = self._counts[list_id]
        before = counts[level]
        counts[level] = self._start.get((abstract, level), 1) if before is None else before + 1
        for deeper in range(level + 1, LEVELS):
            rule = self._restart.get((abstract, deeper))
            if rule is None or level < rule:
                counts[deeper] = None
        # A level above that has not been counted yet shows the number with which it will begin.
        number = [self._start.get((abstract, i), 1) if n is None else n for i, n in enumerate(counts[: level + 1])]
        return tuple(number), self._form.get((abstract, level), "")
