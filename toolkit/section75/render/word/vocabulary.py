"""What the body of a print is made of. A file with anything else in it says more than its words, or shows less.

The list is short: what the writers here write, and what LibreOffice and Word add when they save that unchanged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from section75.document import Style
from section75.render.word.names import NEEDED, TABLE_HEADING, style_name
from section75.render.word.opened import part_of
from section75.render.word.relations import MAIN
from section75.render.word.styles import STYLES, W, parse_part, read_styles
from section75.value import dataclass

Q = f"{{{W}}}"


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
LOWEST_LINE, LOWEST_SIZE, BRIGHTEST = 200, 10, 0xC0
"""Twentieths of a point, half-points, and the least of red, green and blue: below or above it nobody can read."""
HIDING = _names("vanish specVanish webHidden strike dstrike position w outline emboss imprint effect")
"""Properties of a style that hide its words or make others of them."""


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
    yield from map(Stranger, _odd_styles(said, {styles[name]: name for name in NEEDED}))
    root = parse_part(parts[MAIN], MAIN, large=True)
    body = root.find(f"{Q}body")
    begun, words = False, ""
    for block in body if body is not None else ():
        begun = begun or _style(block) == styles[style_name(Style.DEED_HEADING, 0)]
        if begun and block.tag != f"{Q}sectPr":
            own = "" if block.tag == f"{Q}tbl" else "".join(text.text or "" for text in block.iter(f"{Q}t"))
            words = own or words
            yield from (Stranger(what, words) for what in _odd(block, tracked))


def _odd(block: etree._Element, tracked: bool) -> Iterator[str]:
    for element in block.iter():
        if not isinstance(element.tag, str):
            continue
        parent = element.getparent()
        within = _local(parent) if parent is not None else ""
        name = _local(element)
        if name == "sectPr" or within == "sectPr":
            continue
        wrong = _wrong(element, name, within, tracked)
        if wrong:
            yield wrong


def _wrong(element: etree._Element, name: str, within: str, tracked: bool) -> str:
    """What is wrong with an element; "" for nothing."""
    if name in TRACKED:
        return "" if tracked else "a tracked change"
    allowed = PROPERTIES.get(within)
    if allowed is not None and name not in allowed:
        return f"formatting that no print has ({name})"
    if allowed is None and name not in BODY:
        return f"something that no print holds ({name})"
    return _wrong_value(element, name)


def _wrong_value(element: etree._Element, name: str) -> str:
    """What is wrong with what an element that may stand there says."""
    if name == "instrText" and not FIELD.fullmatch(element.text or ""):
        return "a field that is no reference"
    if name == "spacing" and _number(element, "line", LOWEST_LINE) < LOWEST_LINE:
        return "lines too low to be read"
    hides = name == "trHeight" and element.get(f"{Q}hRule") == "exact"
    return "a row that hides what does not fit" if hides else ""


def _odd_styles(raw: bytes, needed: Mapping[str, str]) -> Iterator[str]:
    """Styles of the body, and those that they are based on, that hide words."""
    known = {style.get(f"{Q}styleId", ""): style for style in parse_part(raw, STYLES).iter(f"{Q}style")}
    for identity, name in needed.items():
        at: str | None = identity
        seen: set[str] = set()
        while at and at in known and at not in seen:
            seen.add(at)
            for wrong in _hiding(known[at], name):
                yield f"the style {name} {wrong}"
            based = known[at].find(f"{Q}basedOn")
            at = based.get(f"{Q}val") if based is not None else None


def _hiding(style: etree._Element, name: str) -> Iterator[str]:
    for each in style.iterfind(f"{Q}rPr/*"):
        local = _local(each)
        if local in HIDING and each.get(f"{Q}val", "1") not in ("0", "false", "off"):
            yield f"hides words or alters them ({local})"
        if local == "sz" and _number(each, "val", LOWEST_SIZE) < LOWEST_SIZE:
            yield "is too small to be read"
        if local == "color" and name != TABLE_HEADING and _is_bright(each.get(f"{Q}val", "")):
            yield "is too bright to be read"


def _is_bright(color: str) -> bool:
    try:
        return min(bytes.fromhex(color)) >= BRIGHTEST
    except ValueError:
        return False


def _number(element: etree._Element, name: str, absent: int) -> int:
    given = element.get(f"{Q}{name}", "")
    return int(given) if given.lstrip("-").isdigit() else absent


def _style(block: etree._Element) -> str:
    found = block.find(f"{Q}pPr/{Q}pStyle")
    return found.get(f"{Q}val", "") if found is not None else ""


def _local(element: etree._Element) -> str:
    """The name of an element of Word; of any other its name in full."""
    return str(element.tag).removeprefix(Q)
