"""What the body of a print is made of. A file with anything else in it says more than its words, or shows less.

The list is short: what the writers here write, and what LibreOffice and Word add when they save that unchanged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from section75.document import Style
from section75.render.word.hiding import hidden_by_style, hides
from section75.render.word.names import NEEDED, TABLE_LABEL, style_name
from section75.render.word.opened import part_of
from section75.render.word.relations import MAIN
from section75.render.word.styles import STYLES, W, parse_part, read_styles
from section75.value import dataclass

Q = f"{{{W}}}"
NUMBERING = "word/numbering.xml"


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


TRACKED = _names(
    "ins del delText delInstrText moveFrom moveTo moveFromRangeStart moveFromRangeEnd moveToRangeStart "
    "moveToRangeEnd pPrChange rPrChange"
)
"""Tracked changes, which a redline has and no other print."""
BODY = _names(
    "p pPr r rPr t tbl tblPr tblGrid gridCol tr trPr tc tcPr bookmarkStart bookmarkEnd fldChar instrText "
    "lastRenderedPageBreak proofErr"
)
OF_PARAGRAPHS = _names(
    "pStyle numPr ilvl numId keepNext keepLines widowControl spacing jc rPr sectPr suppressAutoHyphens"
)
OF_RUNS = _names("rStyle b bCs i iCs highlight rFonts kern lang noProof")
OF_TABLES = _names(
    "tblStyle tblW tblLayout tblLook tblCaption tblDescription jc tblInd tblCellMar top left bottom right "
    "start end cantSplit tblHeader trHeight tcW tcBorders shd vAlign"
)
PROPERTIES = {
    "pPr": OF_PARAGRAPHS, "rPr": OF_RUNS, "numPr": OF_PARAGRAPHS, "tblPr": OF_TABLES, "trPr": OF_TABLES,
    "tcPr": OF_TABLES, "tblCellMar": OF_TABLES, "tcBorders": OF_TABLES,
}  # fmt: skip
"""What may stand in each kind of properties."""
FIELD = re.compile(r"\s*REF _s75_\w+ (?:\\[nwh] ?)*(?:\\\* MERGEFORMAT )?\s*")


@dataclass(frozen=True, slots=True)
class Stranger:
    """Something in the body that no print holds."""

    what: str
    words: str = ""
    """Of the paragraph in which it stands, or of the one before what says nothing itself; "" for a style."""


def strangers(parts: Mapping[str, bytes], tracked: bool) -> Iterator[Stranger]:
    """What stands in the body that no print holds. `tracked` allows tracked changes.

    Raises `TemplateError` where a part is missing or damaged.
    """
    said = part_of(parts, STYLES, "the file")
    styles = read_styles(said, NEEDED, "of the file")
    lists = part_of(parts, NUMBERING, "the file")
    yield from map(Stranger, hidden_by_style(said, lists, {styles[name]: name for name in NEEDED}))
    root = parse_part(parts[MAIN], MAIN, large=True)
    body = root.find(f"{Q}body")
    begun, words = False, ""
    for block in body if body is not None else ():
        begun = begun or _style(block) == styles[style_name(Style.DEED_HEADING, 0)]
        if begun and block.tag != f"{Q}sectPr":
            own = "" if block.tag == f"{Q}tbl" else "".join(text.text or "" for text in block.iter(f"{Q}t"))
            words = own or words
            yield from (Stranger(what, words) for what in _odd(block, tracked, styles[TABLE_LABEL]))


def _odd(block: etree._Element, tracked: bool, label: str) -> Iterator[str]:
    for element in block.iter():
        if not isinstance(element.tag, str):
            continue
        parent = element.getparent()
        within = _local(parent) if parent is not None else ""
        name = _local(element)
        if name == "sectPr" or within == "sectPr":
            continue
        wrong = _wrong(element, name, within, tracked, label)
        if wrong:
            yield wrong


def _wrong(element: etree._Element, name: str, within: str, tracked: bool, label: str) -> str:
    """What is wrong with an element; "" for nothing. `label` is the one style of characters that a body has."""
    if name in TRACKED and not tracked:
        return "a tracked change"
    allowed = PROPERTIES.get(within)
    if allowed is not None and name not in allowed | TRACKED:
        return f"formatting that no print has ({name})"
    if allowed is None and name not in BODY | TRACKED:
        return f"something that no print holds ({name})"
    if name in ("instrText", "delInstrText") and not FIELD.fullmatch(element.text or ""):
        return "a field that is no reference"
    is_other = name == "rStyle" and element.get(f"{Q}val") != label
    return "a style of characters that no print has" if is_other else hides(element)


def _style(block: etree._Element) -> str:
    found = block.find(f"{Q}pPr/{Q}pStyle")
    return found.get(f"{Q}val", "") if found is not None else ""


def _local(element: etree._Element) -> str:
    """The name of an element of Word; of any other its name in full."""
    return str(element.tag).removeprefix(Q)
