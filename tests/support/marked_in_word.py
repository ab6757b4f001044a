"""Where a redline marks something, read from what is written for Word, block by block.

Shares no code with what lists the changes: each block is written by itself, its changes are accepted and rejected, and
a place is marked where the two do not say the same. Numbers that follow from elsewhere are left out: results of
fields, row and table numbers, and the words of a reference that say what its target is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from section75.compare import Comparison
from section75.render.word.body import BodyWriter
from section75.render.word.marks import Bookmarks, Lists
from section75.render.word.names import MOVED, NEEDED
from section75.render.word.revisions import Revisions
from section75.render.word.styles import read_styles
from tests.support.ooxml import W, part
from tests.support.printing import TEMPLATE

Marked = tuple[int, str]
"""Position of the block; "" for the block itself; "caption", "column 0" or "row 3" within a table."""
FOLLOWS = re.compile(r"\b(?:clauses?|paragraphs?|Schedules?|Parts?|Appendix|Tables?|rows?|recitals?|of)\b|\s+")
SPACES = f'xmlns:w="{W[1:-1]}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
IN, OUT = (f"{W}ins", f"{W}moveTo"), (f"{W}del", f"{W}moveFrom")


def marked_in_word(comparison: Comparison) -> set[Marked]:
    """Every place at which the written redline is marked."""
    styles = read_styles(etree.tostring(part(TEMPLATE, "word/styles.xml")), NEEDED, "t")
    found: set[Marked] = set()
    for at, block in enumerate(comparison.blocks):
        writer = BodyWriter(styles, Lists(1, styles.lists), Bookmarks(), Revisions("A", "2018-03-05T00:00:00Z"))
        xml = etree.fromstring(f"<w:body {SPACES}>{writer.write_marked([block])}</w:body>")
        found |= {(at, place) for place in _of_block(xml)}
    return found


def _of_block(xml: etree._Element) -> Iterator[str]:
    tables = xml.findall(f"{W}tbl")
    rows = [row for table in tables for row in table.findall(f"{W}tr")]
    numbered = len(tables) == 1 and tables[0].find(f".//{W}tblHeader") is not None
    if not numbered or _is_marked(rows[0]):
        if _differs(xml):
            yield ""
        return
    yield from (f"column {at}" for at, cell in enumerate(rows[0].findall(f"{W}tc")[1:]) if _differs(cell))
    caption = next(xml.iterchildren(f"{W}p"))
    if _differs(caption, caption=True):
        yield "caption"
    for at, row in enumerate(rows[1:]):
        if _is_marked(row) or any(map(_differs, row.findall(f"{W}tc")[1:])):
            yield f"row {at}"


def _is_marked(row: etree._Element) -> bool:
    return any(row.find(f"{W}trPr/{W}{tag}") is not None for tag in ("ins", "del"))


def _differs(node: etree._Element, caption: bool = False) -> bool:
    accepted, rejected = (list(_side(node, gone)) for gone in (OUT, IN))
    if caption:
        accepted, rejected = (side[[letter for _, letter in side].index(":") :] for side in (accepted, rejected))
    return accepted != rejected


def _side(node: etree._Element, gone: tuple[str, str]) -> Iterator[tuple[str, str]]:
    """What one side says: styles of paragraphs that are there, letters with their emphasis, targets of fields."""
    for paragraph in node.iter(f"{W}p"):
        properties = paragraph.find(f"{W}pPr")
        change = properties.find(f"{W}pPrChange/{W}pPr") if properties is not None else None
        if gone is IN and change is not None:
            properties = change
        style = properties.find(f"{W}pStyle").get(f"{W}val")
        mark = paragraph.find(f"{W}pPr/{W}rPr")
        there = mark is None or not any(mark.find(tag) is not None for tag in gone)
        letters = list(_letters(paragraph, gone))
        if there or letters:
            yield "style", style
        yield from letters


def _letters(paragraph: etree._Element, gone: tuple[str, str]) -> Iterator[tuple[str, str]]:
    kept: list[tuple[str, str]] = []
    in_result = False
    for run in paragraph.iter(f"{W}r"):
        if next(run.iterancestors(*gone), None) is not None:
            continue
        looks = "".join(tag for tag in "bi" if run.find(f"{W}rPr/{W}{tag}") is not None)
        for child in run:
            if child.tag == f"{W}fldChar":
                in_result = {"separate": True, "end": False}.get(child.get(f"{W}fldCharType"), in_result)
            elif child.tag in (f"{W}instrText", f"{W}delInstrText"):
                kept.append(("field", child.text.replace(MOVED, "").split()[1]))
            elif child.tag in (f"{W}t", f"{W}delText") and not in_result:
                kept.append((looks, child.text or ""))
    after_field = False
    for looks, text in kept:
        if looks != "field":
            letters = FOLLOWS.sub("", text)
            yield from ((looks, letter) for letter in letters)
            after_field = after_field and not letters
        elif not after_field:
            # What holds a target is named by further fields: "paragraph 1 of Part A".
            yield looks, text
            after_field = True
