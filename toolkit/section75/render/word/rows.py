"""Which rows of a table stay on one page.

A row that may not split and is nearly as high as a page loses its last lines in LibreOffice, and so in a PDF, without a
word (seen in 7.4). So a row is kept whole only where it is surely low, by an estimate of its height.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from section75.render.word.styles import NS, W, parse_part

WHOLE = "<w:cantSplit/>"
HIGHEST = 260
"""Points, with the heading row: a third of an upright A4 page, half of one that lies."""
SIZE = 21
"""Half-points, where nobody says how large the letters are."""
LETTER = 0.55
"""The width of a letter as a share of its size; Arial has 0.5 in ordinary words."""
LEADING = 1.3
PADDING = 5
"""Points between the paragraphs of a cell."""
BORDERS = 200
"""Twentieths of a point of a cell's width that no letter stands on."""

Lines = Sequence[str]
"""The paragraphs of one cell, in words."""


def height(cells: Iterable[Lines], widths: Iterable[int], size: int = SIZE) -> float:
    """About how high a row is, in points. Widths in twentieths of a point, the size of the letters in half-points."""
    return max((_cell(lines, width, size) for lines, width in zip(cells, widths, strict=False)), default=0.0)


def whole(row: float, heading: float = 0.0) -> str:
    """The property that keeps a row of some height together below the heading of its table; "" where it may split."""
    return WHOLE if row + heading <= HIGHEST else ""


def _cell(lines: Lines, width: int, size: int) -> float:
    letters = max(1, int((width - BORDERS) / (size * 10 * LETTER)))
    return sum(_lines(line, letters) * size / 2 * LEADING + PADDING for line in lines)


def _lines(text: str, letters: int) -> int:
    """How many lines words take that wrap after so many letters; a longer word breaks."""
    if len(text) <= letters:
        return 1
    count, at = 1, -1
    for word in text.split():
        at += 1 + len(word)
        if at > letters:
            count += max(1, -(-len(word) // letters))
            at = len(word) % letters or letters
    return count


def loosened(raw: bytes) -> bytes:
    """A main part in which the rows that a template keeps whole may split where what they were filled with is long."""
    root = parse_part(raw, "word/document.xml")
    for table in root.iter(f"{{{W}}}tbl"):
        grid = [_figure(column, "w") for column in table.iterfind("w:tblGrid/w:gridCol", NS)]
        heading = 0.0
        for row in table.iterfind("w:tr", NS):
            found = height(map(_words, row.iterfind("w:tc", NS)), _widths(row, grid))
            if row.find("w:trPr/w:tblHeader", NS) is not None:
                heading += found
                found = 0.0
            if not whole(found, heading):
                for kept in row.findall("w:trPr/w:cantSplit", NS):
                    kept.getparent().remove(kept)  # type: ignore[union-attr]  # it was found below the row
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _widths(row: etree._Element, grid: Sequence[int]) -> Iterable[int]:
    at = 0
    for cell in row.iterfind("w:tc", NS):
        span = cell.find("w:tcPr/w:gridSpan", NS)
        columns = _figure(span, "val") if span is not None else 1
        yield sum(grid[at : at + columns])
        at += columns


def _figure(node: etree._Element, attribute: str) -> int:
    said = node.get(f"{{{W}}}{attribute}", "")
    return int(said) if said.isdecimal() else 0


def _words(cell: etree._Element) -> Lines:
    return ["".join(text.text or "" for text in paragraph.iter(f"{{{W}}}t")) for paragraph in cell.iter(f"{{{W}}}p")]
