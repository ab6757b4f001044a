"""Sheets of Excel, whatever stands on them: every text written as text, so that `=cmd()` stays words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from section75.errors import OutputError
from section75.render.package import read_parts, write_parts

BASE = {"font_name": "Arial", "font_size": 10, "valign": "top", "border": 1, "border_color": "#A6A6A6"}
"""How every cell looks."""
LONGEST = 32_767
"""UTF-16 units that a cell of Excel holds."""
MOST_BREAKS = 252
"""Line breaks that a cell of Excel shows."""
FONT = '&"-,Regular"'
"""Ends the code of the size, so that a title that begins with a figure does not add to it."""
WIDEST_TITLE = 150
"""Characters of a title in a header, which holds 255 with its codes."""
LINE, HIGHEST = 13, 409
"""Points of a line of type, and of the highest row."""
CREATED = datetime(2000, 1, 1, tzinfo=UTC)
"""A fixed date: the same data gives the same bytes."""


@dataclass
class Made:
    """A workbook once it is closed."""

    bytes: bytes = b""


@contextmanager
def workbook(title: str) -> Iterator[tuple[Any, dict[str, Any], Made]]:
    """A workbook to be filled, the looks of its cells, and what holds its bytes afterwards."""
    import xlsxwriter  # noqa: PLC0415 -- only where Excel is wanted

    buffer, made = BytesIO(), Made()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title, "created": CREATED.replace(tzinfo=None)})
    head = {"bold": True, "bg_color": "#1F3864", "font_color": "#FFFFFF", "text_wrap": True}
    looks = {
        "text": book.add_format({**BASE, "text_wrap": True}),
        "number": book.add_format({**BASE, "align": "center"}),
        "date": book.add_format({**BASE, "num_format": "d mmm yyyy", "align": "left"}),
        "head": book.add_format({**BASE, **head}),
    }
    yield book, looks, made
    book.close()
    made.bytes = write_parts(read_parts(buffer.getvalue(), "the workbook"))


def heads(sheet: Any, looks: dict[str, Any], heads: tuple[tuple[str, int], ...]) -> None:
    """The names of the columns with their widths in characters, on a row that stays in sight and repeats."""
    for column, (name, width) in enumerate(heads):
        sheet.set_column(column, column, width)
        write(sheet, 0, column, name, looks["head"])
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)


def write(sheet: Any, row: int, column: int, text: str, look: Any) -> None:
    """Write text as text. Raises `OutputError` where Excel would cut it off or repair the file."""
    if len(text.encode("utf-16-le")) // 2 > LONGEST or text.count("\n") > MOST_BREAKS:
        message = f'"{text[:40]}..." in row {row} of the sheet {sheet.get_name()} is longer than a cell of Excel can be'
        raise OutputError(message, f"print it for Word, or shorten it to {LONGEST:,} characters")
    sheet.write_string(row, column, text, look)


def fit(sheet: Any, row: int, cells: Iterable[tuple[str, int]]) -> None:
    """Make a row as high as its longest cell, each given with the width of its column in characters.

    Excel would see to that by itself; LibreOffice does not.
    """
    lines = max(sum(1 + len(line) // max(width, 1) for line in text.split("\n")) for text, width in cells)
    sheet.set_row(row, min(LINE * lines + 2, HIGHEST))


def set_up(sheet: Any, title: str, kind: str, illustrative: bool) -> None:
    """A4 landscape, one page wide; `title` at the head of each page and `kind` at its foot."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    notice = "&C&8ILLUSTRATIVE: not made by the bodies it names" if illustrative else ""
    sheet.set_header(f"&L&8{FONT}{_in_header(title)}{notice}")
    sheet.set_footer(f"&L&8{FONT}{_in_header(kind)}&R&8Page &P of &N")


def _in_header(title: str) -> str:
    """A title in a header: an ampersand would begin a code, so it is doubled; what is too long ends in dots."""
    shown = [sign.replace("&", "&&") for sign in " ".join(title.split())]
    if len("".join(shown)) <= WIDEST_TITLE:
        return "".join(shown)
    while len("".join(shown)) > WIDEST_TITLE - 3:
        shown.pop()
    return "".join(shown).rstrip() + "..."
