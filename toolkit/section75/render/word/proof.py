"""The proof of a redline: the written file read back, all changes accepted, all rejected, compared with both prints.

Written apart from the writer: it reads WordprocessingML and knows nothing of blocks, comparisons or how changes are
drawn. It compares the text, the style and the computed number of every paragraph.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from lxml import etree

from section75.document import Style
from section75.render.package import read_parts
from section75.render.word.names import style_name
from section75.render.word.styles import W, parse_part, read_styles

Q = f"{{{W}}}"
IN, OUT = ("ins", "moveTo"), ("del", "moveFrom")
TEXT = frozenset({f"{Q}t", f"{Q}delText"})
HOLDERS = frozenset(f"{Q}{name}" for name in ("r", "hyperlink", *IN, *OUT))


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph as a reader sees it."""

    style: str
    number: tuple[int, ...]
    """The counts of its list down to its level; () where it has no number."""
    text: str


@dataclass(frozen=True, slots=True)
class Proof:
    """Whether a redline proves itself, and where it first does not."""

    holds: bool
    fault: str = ""


def prove(redline: bytes, old: bytes, new: bytes) -> Proof:
    """Accepting every change gives the new print, rejecting every change the old one."""
    marked = _Read(redline)
    for drop, other, name in ((OUT, new, "accepting"), (IN, old, "rejecting")):
        position = 0
        for position, (here, there) in enumerate(zip_longest(marked.lines(drop), _Read(other).lines(drop)), 1):
            if here != there:
                return Proof(False, f"{name} all, paragraph {position} is {here} and should be {there}")
        if not position:
            return Proof(False, f"{name} all leaves nothing to compare")
    return Proof(True)


class _Read:
    """A Word file as read back."""

    def __init__(self, docx: bytes) -> None:
        self._parts = read_parts(docx, "the redline")
        self._body = parse_part(self._parts["word/document.xml"], "word/document.xml", large=True).find(f"{Q}body")
        self._first = read_styles(self._parts["word/styles.xml"], (), "the redline")[style_name(Style.DEED_HEADING, 0)]

    def lines(self, drop: tuple[str, ...]) -> Iterator[Line]:
        """The paragraphs of the body from the parties on, with the changes of one side, `IN` or `OUT`, dropped."""
        counter = _Counter(self._parts["word/numbering.xml"], self._parts["word/styles.xml"])
        begun, pending = False, ""
        for paragraph in _paragraphs(self._body, drop):
            properties = paragraph.find(f"{Q}pPr")
            style, numbering = _formed(properties, restore=drop == IN)
            begun = begun or style == self._first
            text = pending + "".join(_texts(paragraph, drop))
            pending = ""
            if _mark(properties, drop):
                # A mark that goes joins what is left of the paragraph to the next one.
                pending = text
            elif begun and properties is not None and properties.find(f"{Q}sectPr") is None:
                yield Line(style, counter.count(style, numbering), text)


def _paragraphs(node: etree._Element | None, drop: tuple[str, ...]) -> Iterator[etree._Element]:
    for child in node if node is not None else ():
        if child.tag == f"{Q}p":
            yield child
        elif child.tag == f"{Q}tr":
            row = child.find(f"{Q}trPr")
            if row is None or not any(row.find(f"{Q}{tag}") is not None for tag in drop):
                yield from _paragraphs(child, drop)
        elif child.tag in (f"{Q}tbl", f"{Q}tc", *(f"{Q}{tag}" for tag in (*IN, *OUT))):
            yield from _paragraphs(child, drop)


def _texts(node: etree._Element, drop: tuple[str, ...]) -> Iterator[str]:
    for child in node:
        tag = child.tag
        if tag in TEXT:
            yield child.text or ""
        elif tag in HOLDERS and tag[len(Q) :] not in drop:
            yield from _texts(child, drop)


def _mark(properties: etree._Element | None, drop: tuple[str, ...]) -> bool:
    run = properties.find(f"{Q}rPr") if properties is not None else None
    return run is not None and any(run.find(f"{Q}{tag}") is not None for tag in drop)


def _formed(properties: etree._Element | None, restore: bool) -> tuple[str, tuple[str, str] | None]:
    """The style and the direct numbering of a paragraph, as they were where changes are rejected."""
    if properties is None:
        return "", None
    change = properties.find(f"{Q}pPrChange/{Q}pPr")
    chosen = change if restore and change is not None else properties
    style, number = chosen.find(f"{Q}pStyle"), chosen.find(f"{Q}numPr")
    name = style.get(f"{Q}val", "") if style is not None else ""
    if number is None:
        return name, None
    level, list_id = number.find(f"{Q}ilvl"), number.find(f"{Q}numId")
    return name, (_value(list_id), _value(level))


def _value(node: etree._Element | None) -> str:
    return node.get(f"{Q}val", "0") if node is not None else "0"


class _Counter:
    """Counts lists as Word does."""

    def __init__(self, numbering: bytes, styles: bytes) -> None:
        root = parse_part(numbering, "word/numbering.xml")
        self._abstract = {n.get(f"{Q}numId", ""): _value(n.find(f"{Q}abstractNumId")) for n in root.iter(f"{Q}num")}
        self._restart = {
            (abstract.get(f"{Q}abstractNumId", ""), int(level.get(f"{Q}ilvl", "0"))): int(_value(rule))
            for abstract in root.iter(f"{Q}abstractNum")
            for level in abstract.iter(f"{Q}lvl")
            if (rule := level.find(f"{Q}lvlRestart")) is not None
        }
        self._styles = {}
        for style in parse_part(styles, "word/styles.xml").iter(f"{Q}style"):
            number = style.find(f"{Q}pPr/{Q}numPr")
            if number is not None:
                pair = (_value(number.find(f"{Q}numId")), _value(number.find(f"{Q}ilvl")))
                self._styles[style.get(f"{Q}styleId", "")] = pair
        self._counts: defaultdict[str, list[int]] = defaultdict(lambda: [0] * 9)

    def count(self, style: str, direct: tuple[str, str] | None) -> tuple[int, ...]:
        """The number of the next paragraph of a style, or of a list given directly."""
        found = direct or self._styles.get(style)
        if found is None:
            return ()
        list_id, level = found[0], int(found[1])
        counts = self._counts[list_id]
        counts[level] += 1
        for deeper in range(level + 1, 9):
            rule = self._restart.get((self._abstract.get(list_id, ""), deeper))
            if rule is None or level < rule:
                counts[deeper] = 0
        return tuple(counts[: level + 1])
