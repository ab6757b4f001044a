"""A table block as WordprocessingML: repeating header row, numbered rows, cells of labelled lines, totals."""

from __future__ import annotations

from collections.abc import Iterator

from section75.compare import Mark, MarkedBlock, MarkedCell, MarkedColumn, MarkedLine, MarkedRow
from section75.document import Cell, Column, Style, Table, Text, words_of
from section75.errors import OutputError
from section75.render.word.cells import arranged
from section75.render.word.marks import Bookmarks
from section75.render.word.names import TABLE_HEADING, TABLE_LABEL, TABLE_STYLE, TABLE_TEXT
from section75.render.word.revisions import Revisions
from section75.render.word.rows import SIZE, Lines, height, whole
from section75.render.word.runs import escaped, words
from section75.render.word.styles import Styles
from section75.render.word.widths import column_widths
from section75.value import dataclass

WIDTH = 9070
"""Twentieths of a point: A4 less margins of 2.5 cm."""
KEEP_NEXT = "<w:keepNext/>"
NUMBER_WIDTH = 560
"""The column of row numbers."""
MOST = 62
"""Columns beside that; Word opens no table with more than 63 (its documented limit)."""


@dataclass(frozen=True)
class TableWriter:
    """Writes tables in the styles of one template."""

    styles: Styles
    bookmarks: Bookmarks
    revisions: Revisions

    def table(self, table: Table, mark: Mark, found: MarkedBlock | None = None) -> Iterator[str]:
        """The caption and the table, then an empty paragraph so that two tables never run together.

        A table in both versions is marked as it was `found`; any other bears one mark.
        """
        if len(table.columns) > MOST:
            said = f'Table {table.number}, "{words_of(table.caption)[:60]}", has {len(table.columns)} columns'
            raise OutputError(f"{said}; Word opens no more than {MOST} beside the row numbers", "make two tables of it")
        yield self._caption(table, mark, found)
        rows = found.rows if found and found.rows else tuple(_rows(table, mark))
        spoken = [list(_said(row)) for row in rows]
        widths = self._widths(table.columns, spoken)
        yield (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self.styles[TABLE_STYLE]}"/><w:tblW w:w="5000" w:type="pct"/>'
            '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
            'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
            f'<w:tblCaption w:val="{escaped(words_of(table.caption))}"/></w:tblPr><w:tblGrid>'
        )
        yield "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        yield "</w:tblGrid>"
        heading = height(
            [("No.",), *((column.heading,) for column in table.columns)], widths, self._size(TABLE_HEADING)
        )
        yield self._header(table.columns, widths, mark, found.columns if found else (), heading)
        for at, (row, lines) in enumerate(zip(rows, spoken, strict=True)):
            kept = whole(height(lines, widths[1:], self._size(TABLE_TEXT)), heading)
            # The first row stays with the second, so that no page ends with a header and one row.
            with_next = KEEP_NEXT if at == 0 and kept and len(rows) > 1 else ""
            yield self._row(row, table.columns, widths, kept, with_next)
        yield "</w:tbl>" + self.revisions.paragraph(self._style(TABLE_TEXT), "", mark)

    def _caption(self, table: Table, mark: Mark, found: MarkedBlock | None) -> str:
        written = self.revisions.written
        number, caption = (found.number, found.caption) if found else ((), ())
        before = found.old.id if found and found.old else ""
        content = (
            written((Text("Table "),), mark)
            + self.bookmarks.around(table.id, written((Text(table.number),), mark, number), mark, before)
            + written((Text(": "),), mark)
            + written(table.caption, mark, caption)
        )
        return self.revisions.paragraph(f"{self._style(Style.CAPTION.value)}<w:keepNext/>", content, mark)

    def _header(
        self,
        columns: tuple[Column, ...],
        widths: tuple[int, ...],
        mark: Mark,
        found: tuple[MarkedColumn, ...],
        high: float,
    ) -> str:
        style, written = self._style(TABLE_HEADING) + KEEP_NEXT, self.revisions.written
        cells = [_cell(widths[0], self.revisions.paragraph(style, written((Text("No."),), mark), mark))]
        for column, marked, width in zip(columns, found or (None,) * len(columns), widths[1:], strict=True):
            words = written((Text(column.heading),), mark, marked.heading if marked else ())
            cells.append(_cell(width, self.revisions.paragraph(style + _side(column), words, mark)))
        kept = f"{whole(high)}<w:tblHeader/>" if whole(high) else ""
        return f"<w:tr><w:trPr>{kept}{self.revisions.row(mark)}</w:trPr>{''.join(cells)}</w:tr>"

    def _widths(self, columns: tuple[Column, ...], said: list[list[Lines]]) -> tuple[int, ...]:
        """The width of the number column and of each other, in twentieths of a point."""
        headings: list[Lines] = [(column.heading,) for column in columns]
        figures = [column.numeric for column in columns]
        size = max(self._size(TABLE_HEADING), self._size(TABLE_TEXT))
        return (NUMBER_WIDTH, *column_widths([headings, *said], figures, WIDTH - NUMBER_WIDTH, size))

    def _row(
        self, row: MarkedRow, columns: tuple[Column, ...], widths: tuple[int, ...], kept: str, with_next: str
    ) -> str:
        style = self._style(TABLE_TEXT) + with_next
        shown, mark, number = row.shown, row.mark, ""
        if shown.number:
            number = self.revisions.written((Text(shown.number),), mark, row.number)
            before = row.old.id if row.old and mark is Mark.KEPT else ""
            number = self.bookmarks.around(shown.id, number, mark, before)
        cells = [_cell(widths[0], self.revisions.paragraph(style, number, mark))]
        marked = row.cells if mark is Mark.KEPT and row.cells else (None,) * len(shown.cells)
        for cell, lines, column, width in zip(shown.cells, marked, columns, widths[1:], strict=True):
            properties = style + _side(column)
            drawn = self._lines(cell, properties, mark) if lines is None else self._marked(lines, properties)
            cells.append(_cell(width, "".join(drawn) or self.revisions.paragraph(properties, "", mark)))
        return f"<w:tr><w:trPr>{kept}{self.revisions.row(mark)}</w:trPr>{''.join(cells)}</w:tr>"

    def _lines(self, cell: Cell, properties: str, mark: Mark) -> Iterator[str]:
        """The lines of a cell that bears one mark."""
        for line in cell:
            content = self.revisions.written(line.runs, mark, (), self._label(line.label))
            yield self.revisions.paragraph(properties, content, mark)

    def _marked(self, lines: MarkedCell, properties: str) -> Iterator[str]:
        """The lines of a cell of a row in both versions."""
        for held, mark in arranged(lines):
            yield self.revisions.paragraph(properties, "".join(map(self._line, held)), mark)

    def _line(self, line: MarkedLine) -> str:
        runs = tuple(run.run for run in line.runs)
        return self.revisions.written(runs, line.mark, line.runs, self._label(line.label))

    def _label(self, label: str) -> str:
        return words(f"{label}: ", style=self.styles[TABLE_LABEL]) if label else ""

    def _size(self, name: str) -> int:
        return self.styles.sizes.get(name.lower(), SIZE)

    def _style(self, name: str) -> str:
        return f'<w:pStyle w:val="{self.styles[name]}"/>'


def _rows(table: Table, mark: Mark) -> Iterator[MarkedRow]:
    """The rows of a table that bears one mark."""
    for row in table.rows:
        yield MarkedRow(None if mark is Mark.ADDED else row, None if mark is Mark.REMOVED else row)


def _said(row: MarkedRow) -> Iterator[Lines]:
    """The lines of each cell with their labels; where they were edited, with the words of both versions."""
    marked = row.cells if row.mark is Mark.KEPT and row.cells else (None,) * len(row.shown.cells)
    for cell, edited in zip(row.shown.cells, marked, strict=True):
        if edited is None:
            yield [f"{line.label}  {words_of(line.runs)}" for line in cell]
        else:
            yield [f"{line.label}  {words_of(tuple(each.run for each in line.runs))}" for line in edited]


def _side(column: Column) -> str:
    return '<w:jc w:val="right"/>' if column.numeric else ""


def _cell(width: int, content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'
