"""Any page as a Word file: a template with headers, footers and styles is filled, then the blocks are spliced in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count, zip_longest

from section75.page import (
    Block,
    Bullets,
    Cell,
    Column,
    Entries,
    Heading,
    Links,
    Mark,
    Page,
    Pairs,
    Phrase,
    Phrases,
    Prose,
    Table,
    Tone,
    cell,
    visible,
)
from section75.render.package import write_parts
from section75.render.word import rows
from section75.render.word.form import filled_form
from section75.render.word.marks import highest_bookmark
from section75.render.word.names import TABLE_HEADING, TABLE_STYLE, TABLE_TEXT, bookmark
from section75.render.word.runs import escaped
from section75.render.word.splice import spliced
from section75.render.word.styles import Styles, read_styles

TITLE, SUBTITLE, TEXT, BULLET = "Report title", "Report subtitle", "Report text", "List Bullet"
HEADINGS = ("heading 1", "heading 2", "heading 3")
NEEDED = (TITLE, SUBTITLE, TEXT, BULLET, *HEADINGS, TABLE_STYLE, TABLE_TEXT, TABLE_HEADING)
MARKER = "\ue075report\ue075"
"""What the template's {{ report }} is filled with, until the blocks take its place."""
LONG, SHORT, MARGIN = 16838, 11906, 1134
"""The sides of A4 and the margin left and right, in twentieths of a point."""
SIZE = re.compile(r"<w:pgSz [^>]*/>")
TAB = re.compile(rb'(<w:tab w:val="right" w:pos=")\d+(")')
TONES = {Tone.GOOD: "0B5D1E", Tone.WARNING: "833C0B", Tone.BAD: "8B1A1A", Tone.NOTE: "44546A"}
CLOSE = '<w:spacing w:before="0" w:after="0" w:line="212" w:lineRule="auto"/>'
"""Lines that stand close, in a table of small type."""
LINKED = '<w:color w:val="1D4F91"/><w:u w:val="single"/>'


def write_word_page(page: Page, template: bytes, name: str) -> bytes:
    """The bytes of a .docx. `name` is the template's file, for errors.

    Raises `TemplateError` where the template lacks a style or the tag of the report, or cannot be used.
    """
    values = {"title": visible(page.title), "subtitle": visible(page.subtitle), "report": MARKER}
    parts = filled_form(values, visible(page.title), page.illustrative, template, name)
    styles = read_styles(parts["word/styles.xml"], NEEDED, name)
    width = (LONG if page.wide else SHORT) - 2 * MARGIN
    body = "".join(PageWriter(styles, width, highest_bookmark(parts)).page(page))
    document = spliced(parts["word/document.xml"], {MARKER: body}, name).decode()
    sides = f'w:w="{LONG}" w:h="{SHORT}" w:orient="landscape"' if page.wide else f'w:w="{SHORT}" w:h="{LONG}"'
    parts["word/document.xml"] = SIZE.sub(f"<w:pgSz {sides}/>", document).encode()
    parts["word/styles.xml"] = TAB.sub(rb"\g<1>%d\g<2>" % width, parts["word/styles.xml"])
    return write_parts(parts)


class PageWriter:
    """Writes blocks in the styles of one template."""

    def __init__(self, styles: Styles, width: int, last: int = 0, size: int = 0) -> None:
        """`width` is that of the text, in twentieths of a point, `last` the highest number of a bookmark so far.

        `size` is that of the type in tables, in half points; 0 for that of the styles.
        """
        self.styles = styles
        self.width = width
        self.close = CLOSE if size else ""
        self.size = f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else ""
        self._bookmarks = count(last + 1)

    def page(self, page: Page) -> Iterator[str]:
        """The title and the blocks, as paragraphs and tables."""
        yield self._paragraph(TITLE, _words(page.title))
        if page.subtitle:
            yield self._paragraph(SUBTITLE, _words(page.subtitle))
        yield from self.blocks(page.blocks)

    def blocks(self, blocks: Sequence[Block]) -> Iterator[str]:
        """The blocks alone."""
        level = 0
        for block, after in zip_longest(blocks, blocks[1:]):
            level = block.level if isinstance(block, Heading) else level
            yield from self._block(block, level)
            if isinstance(block, Table) and block.rows and not isinstance(after, Heading):
                yield self._paragraph(TABLE_TEXT, "")  # two tables would run together, and text stand too close

    def _block(self, block: Block, level: int) -> Iterator[str]:
        match block:
            case Heading():
                yield self._heading(_words(block.text), level, block.anchor)
            case Prose():
                yield self._paragraph(TEXT, _said(block.phrases))
            case Bullets():
                yield from (self._paragraph(BULLET, _said(item)) for item in block.items)
            case Pairs():
                for name, words in block.pairs:
                    yield self._paragraph(TEXT, _words(f"{name}: ", "<w:b/>") + _said(words))
            case Links():
                yield from (self._paragraph(BULLET, _link(at, _words(words, LINKED))) for at, words in block.targets)
            case Entries():
                yield from self._entries(block, level + 1)
            case Table():
                yield from self._table(block)

    def _entries(self, block: Entries, level: int) -> Iterator[str]:
        for entry in block.entries:
            if entry.anchor:
                yield self._heading(_said(entry.head), level, entry.anchor)
                yield from (self._paragraph(TEXT, _said(detail)) for detail in entry.details)
            else:
                keep = "<w:keepNext/>" if entry.details else ""
                yield self._paragraph(TEXT, _said(entry.head), keep)
                yield from (self._paragraph(BULLET, _said(detail)) for detail in entry.details)

    def _table(self, table: Table) -> Iterator[str]:
        if not table.rows:
            yield self._paragraph(TEXT, _words(table.empty)) if table.empty else ""
            return
        whole = sum(column.width for column in table.columns)
        widths = [self.width * column.width // whole for column in table.columns]
        yield (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self.styles[TABLE_STYLE]}"/><w:tblW w:w="{sum(widths)}" '
            'w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" '
            'w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
            f'<w:tblCaption w:val="{escaped(visible(table.name))}"/></w:tblPr><w:tblGrid>'
        )
        yield "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        heads = [cell(column.heading) for column in table.columns]
        heading = self._height(TABLE_HEADING, heads, widths)
        kept = f"{rows.whole(heading)}<w:tblHeader/>" if rows.whole(heading) else ""
        yield "</w:tblGrid>" + self._row(TABLE_HEADING, heads, table.columns, widths, kept)
        for row in table.rows:
            yield self._row(
                TABLE_TEXT, row, table.columns, widths, rows.whole(self._height(TABLE_TEXT, row, widths), heading)
            )
        yield "</w:tbl>"

    def _row(
        self, style: str, cells: Sequence[Cell], columns: Sequence[Column], widths: Sequence[int], kept: str
    ) -> str:
        written = []
        for lines, column, width in zip(cells, columns, widths, strict=True):
            side = self.close + ('<w:jc w:val="right"/>' if column.numeric else "")
            content = "".join(self._paragraph(style, _said(line, self.size), side) for line in lines or ((),))
            written.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>')
        split = self.size and style == TABLE_TEXT and max(map(len, cells)) > 1
        kept = f"<w:trPr>{kept}</w:trPr>" if kept and not split else ""
        return f"<w:tr>{kept}{''.join(written)}</w:tr>"

    def _height(self, style: str, cells: Sequence[Cell], widths: Sequence[int]) -> float:
        lines = (["".join(phrase.text for phrase in line) for line in cell] for cell in cells)
        return rows.height(lines, widths, self.styles.sizes.get(style.lower(), rows.SIZE))

    def _heading(self, words: str, level: int, anchor: str) -> str:
        if anchor:
            at = next(self._bookmarks)
            start = f'<w:bookmarkStart w:id="{at}" w:name="{bookmark(anchor)}"/>'
            words = f'{start}{words}<w:bookmarkEnd w:id="{at}"/>'
        return self._paragraph(HEADINGS[min(level, len(HEADINGS)) - 1], words)

    def _paragraph(self, style: str, words: str, properties: str = "") -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{self.styles[style]}"/>{properties}</w:pPr>{words}</w:p>'


def _said(said: Phrases, size: str = "") -> str:
    return "".join(_phrase(phrase, size) for phrase in said)


def _phrase(phrase: Phrase, size: str) -> str:
    """A phrase as a run; what stands first in the properties is set by the schema (ECMA-376 part 1, 17.3.2.28)."""
    looks = ("<w:b/>" if phrase.bold else "") + ("<w:i/>" if phrase.italic else "")
    if phrase.mark is Mark.REMOVED:
        looks += f'<w:strike/><w:color w:val="8B1A1A"/>{size}'
    elif phrase.mark is Mark.ADDED:
        looks += f'<w:color w:val="0B5D1E"/>{size}<w:u w:val="single"/>'
    elif phrase.link:
        looks += f'<w:color w:val="1D4F91"/>{size}<w:u w:val="single"/>'
    else:
        looks += (f'<w:color w:val="{TONES[phrase.tone]}"/>' if phrase.tone else "") + size
    words = _words(phrase.text, looks)
    return _link(phrase.link, words) if phrase.link else words


def _link(anchor: str, words: str) -> str:
    return f'<w:hyperlink w:anchor="{bookmark(anchor)}" w:history="1">{words}</w:hyperlink>'


def _words(text: str, looks: str = "") -> str:
    properties = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escaped(visible(text))}</w:t></w:r>'
