"""A table block as WordprocessingML: repeating header row, numbered rows, cells of labelled lines, totals."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from section75.document import Cell, Column, Row, Style, Table, words_of
from section75.render.word.names import TABLE_HEADING, TABLE_LABEL, TABLE_STYLE, TABLE_TEXT
from section75.render.word.runs import escaped, runs_xml, words
from section75.render.word.styles import Styles

WIDTH = 9070
"""Twentieths of a point: A4 less margins of 2.5 cm."""
NUMBER_WIDTH = 560
"""The column of row numbers."""


@dataclass(frozen=True)
class TableWriter:
    """Writes tables in the styles of one template."""

    styles: Styles
    marked: Callable[[str, str], str]
    """Puts content within the bookmark of an id."""

    def table(self, table: Table) -> Iterator[str]:
        """The caption and the table, then an empty paragraph so that two tables never run together."""
        yield self._caption(table)
        widths = widths_of(table.columns)
        yield (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self.styles[TABLE_STYLE]}"/><w:tblW w:w="5000" w:type="pct"/>'
            '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
            'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
            f'<w:tblCaption w:val="{escaped(words_of(table.caption))}"/></w:tblPr><w:tblGrid>'
        )
        yield "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        yield "</w:tblGrid>"
        yield self._header(table.columns, widths)
        yield from (self._row(row, table.columns, widths) for row in table.rows)
        yield f'</w:tbl><w:p><w:pPr><w:pStyle w:val="{self.styles[TABLE_TEXT]}"/></w:pPr></w:p>'

    def _caption(self, table: Table) -> str:
        style = self.styles[Style.CAPTION.value]
        number = self.marked(table.id, words(table.number))
        said = f"{words('Table ')}{number}{words(': ')}{runs_xml(table.caption)}"
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:keepNext/></w:pPr>{said}</w:p>'

    def _header(self, columns: tuple[Column, ...], widths: tuple[int, ...]) -> str:
        style = self.styles[TABLE_HEADING]
        cells = [_cell(widths[0], f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{words("No.")}</w:p>')]
        for column, width in zip(columns, widths[1:], strict=True):
            side = '<w:jc w:val="right"/>' if column.numeric else ""
            content = f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{side}</w:pPr>{words(column.heading)}</w:p>'
            cells.append(_cell(width, content))
        return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"

    def _row(self, row: Row, columns: tuple[Column, ...], widths: tuple[int, ...]) -> str:
        style = self.styles[TABLE_TEXT]
        number = self.marked(row.id, words(row.number)) if row.number else ""
        cells = [_cell(widths[0], f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{number}</w:p>')]
        for cell, column, width in zip(row.cells, columns, widths[1:], strict=True):
            cells.append(_cell(width, self._lines(cell, column.numeric, style)))
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"

    def _lines(self, cell: Cell, numeric: bool, style: str) -> str:
        side = '<w:jc w:val="right"/>' if numeric else ""
        opening = f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{side}</w:pPr>'
        lines = [f"{opening}{self._label(line.label)}{runs_xml(line.runs)}</w:p>" for line in cell]
        return "".join(lines) or f"{opening}</w:p>"

    def _label(self, label: str) -> str:
        return words(f"{label}: ", style=self.styles[TABLE_LABEL]) if label else ""


def _cell(width: int, content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def widths_of(columns: tuple[Column, ...]) -> tuple[int, ...]:
    """The width of the number column and of each other, in twentieths of a point."""
    shares = sum(column.width for column in columns)
    room = WIDTH - NUMBER_WIDTH
    return (NUMBER_WIDTH, *(room * column.width // shares for column in columns))
