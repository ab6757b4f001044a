"""Any page as a workbook of Excel: a sheet for each of its tables, with a filter over the columns."""

from __future__ import annotations

import re

from section75.page import Cell, Page, Table, visible, wording
from section75.render.sheets import fit, heads, set_up, workbook, write

WIDEST = 70
"""Characters of a column."""
SHARE = 12
"""Characters for each share of a column's width."""
BARRED = re.compile(r"[\[\]:*?/\\']")
"""Signs that the name of a sheet may not hold."""
LONGEST_NAME = 31


def write_workbook(page: Page) -> bytes:
    """The bytes of an .xlsx. What stands between the tables is left out. Raises `OutputError` for a cell too long."""
    with workbook(visible(page.title)) as (book, looks, made):
        for number, table in enumerate((block for block in page.blocks if isinstance(block, Table)), 1):
            sheet = book.add_worksheet(BARRED.sub(" ", visible(table.name))[:LONGEST_NAME].strip() or str(number))
            columns = tuple((visible(each.heading), min(WIDEST, SHARE * each.width)) for each in table.columns)
            heads(sheet, looks, columns)
            for at, row in enumerate(table.rows, 1):
                said = [_said(cell) for cell in row]
                for column, text in enumerate(said):
                    write(sheet, at, column, text, looks["text"])
                fit(sheet, at, zip(said, (width for _, width in columns), strict=True))
            sheet.autofilter(0, 0, max(1, len(table.rows)), len(table.columns) - 1)
            set_up(sheet, visible(page.title), visible(page.subtitle), page.illustrative)
    return made.bytes


def _said(cell: Cell) -> str:
    return "\n".join(visible(wording(line)) for line in cell)
