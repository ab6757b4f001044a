"""A comparison as the body of a Word document in Word's own tracked changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from section75.compare import Comparison, Mark, MarkedBlock, MarkedRow, MarkedRun, MarkedRuns, Verdict
from section75.document import Block, Column, Execution, Paragraph, Row, Runs, Style, Table, Text, words_of
from section75.render.word.body import BodyWriter
from section75.render.word.endings import shifted
from section75.render.word.names import TABLE_HEADING, TABLE_LABEL, TABLE_STYLE, TABLE_TEXT, bookmark, style_name
from section75.render.word.revisions import MOVED, Revisions
from section75.render.word.runs import escaped, words
from section75.render.word.tables import widths_of

TAGS = {Mark.ADDED: "ins", Mark.REMOVED: "del"}


@dataclass
class RedlineWriter(BodyWriter):
    """Writes marked blocks. What stands in both versions is written as any print is."""

    revisions: Revisions = field(default_factory=lambda: Revisions("", ""))
    kept: frozenset[str] = frozenset()
    """Ids of the new version, whose bookmarks it keeps."""
    pairs: bool = True
    """Show moves as moves; else as taken out and put in."""
    put_in: frozenset[int] = frozenset()
    """Positions of edited paragraphs whose mark is put in."""
    plain: frozenset[int] = frozenset()
    """Positions of new paragraphs whose mark is plain."""

    def write_all(self, comparison: Comparison) -> str:
        """The XML of every block of either version."""
        written = []
        self.put_in, self.plain = shifted(comparison.blocks, self._properties)
        numbered = enumerate(comparison.blocks)
        for (move, gone), blocks in groupby(numbered, lambda pair: (pair[1].move, pair[1].new is None)):
            content = "".join(self._marked(block, position) for position, block in blocks)
            written.append(self._range(content, move, gone) if move and self.pairs else content)
        return "".join(written)

    def _range(self, content: str, move: int, gone: bool) -> str:
        """The content of one side of a move within its named range; both sides bear one name."""
        tag = "moveFromRange" if gone else "moveToRange"
        attributes = self.revisions.attributes()
        identity = attributes.split()[0]
        return f'<w:{tag}Start {attributes} w:name="move{move}"/>{content}<w:{tag}End {identity}/>'

    def _marked(self, block: MarkedBlock, position: int) -> str:
        if position in self.plain and isinstance(block.new, Paragraph):
            return self._whole_paragraph(block.new, Mark.ADDED, 0, block, plain=True)
        if block.new is None or block.old is None or block.move:
            gone = block.new is None
            whole, mark = (block.old, Mark.REMOVED) if gone else (block.new, Mark.ADDED)
            return "".join(self._whole(whole, mark, block.move, block)) if whole is not None else ""
        return self._in_both(block, block.old, block.new, position)

    def _in_both(self, block: MarkedBlock, old: Block, new: Block, position: int) -> str:
        if isinstance(new, Paragraph) and isinstance(old, Paragraph):
            return self._paragraph(old, new, block.runs, put_in=position in self.put_in)
        if isinstance(new, Table) and block.rows:
            return "".join(self._table(new, block))
        if isinstance(new, Execution) and block.runs:
            return "".join(self._edited_execution(new, block.runs))
        if block.verdicts == (Verdict.UNCHANGED,):
            return self.write((new,))
        return "".join((*self._whole(old, Mark.REMOVED, 0), *self._whole(new, Mark.ADDED, 0)))

    def _paragraph(self, old: Paragraph, new: Paragraph, runs: MarkedRuns, put_in: bool) -> str:
        """A paragraph in both versions: its words, and its style where it was re-nested."""
        before, after = self._properties(old), self._properties(new)
        keep = "<w:keepNext/>" if new.keep_next else ""
        change = (
            f"<w:pPrChange {self.revisions.attributes()}><w:pPr>{before}</w:pPr></w:pPrChange>"
            if before != after
            else ""
        )
        style, _, numbering = after.partition("/>")
        mark = self.revisions.mark("ins") if put_in else ""
        properties = f"<w:pPr>{style}/>{keep}{numbering}{mark}{change}</w:pPr>"
        return f"<w:p>{properties}{self._marked_content(new, runs)}</w:p>"

    def _properties(self, block: Paragraph) -> str:
        style = self.styles[style_name(block.style, block.level)]
        return f'<w:pStyle w:val="{style}"/>{self._numbering(block)}'

    def _marked_content(self, block: Paragraph, runs: MarkedRuns) -> str:
        if block.style is Style.DEFINITION and block.id:
            term, rest = _split(runs)
            return self.marked(block.id, self.revisions.runs(term)) + self.revisions.runs(rest)
        return self.marked(block.id, self.revisions.runs(runs))

    def _whole(self, block: Block, mark: Mark, move: int, found: MarkedBlock | None = None) -> Iterator[str]:
        """A block that is all new or all gone."""
        match block:
            case Paragraph():
                yield self._whole_paragraph(block, mark, move, found)
            case Table():
                yield from self._whole_table(block, mark)
            case Execution():
                yield from self._whole_execution(block, mark)

    def _whole_paragraph(
        self, block: Paragraph, mark: Mark, move: int, found: MarkedBlock | None, plain: bool = False
    ) -> str:
        tag = TAGS[mark]
        moving = bool(move) and self.pairs
        marked_tag = {"ins": "moveTo", "del": "moveFrom"}[tag] if moving else tag
        keep = "<w:keepNext/>" if block.keep_next else ""
        style, _, numbering = self._properties(block).partition("/>")
        tracked = "" if plain else self.revisions.mark(marked_tag)
        properties = f"<w:pPr>{style}/>{keep}{numbering}{tracked}</w:pPr>"
        if moving and found is not None and found.runs:
            content = self._moved_runs(found.runs, mark)
        else:
            runs = tuple(MarkedRun(run, mark) for run in block.runs)
            content = self.revisions.wrapped(marked_tag, self._inside(runs, mark, moving))
        return f"<w:p>{properties}{self._anchored(block, mark, move, content)}</w:p>"

    def _inside(self, runs: MarkedRuns, mark: Mark, moving: bool) -> str:
        """The content of one change; what is moved from keeps `w:t`, what is deleted has `w:delText`."""
        return self.revisions.plain(runs, gone=mark is Mark.REMOVED and not moving)

    def _moved_runs(self, runs: MarkedRuns, mark: Mark) -> str:
        """One side of a moved paragraph: the words that moved, and beside them those edited on the way."""
        moved_tag = "moveTo" if mark is Mark.ADDED else "moveFrom"
        parts = []
        gone = mark is Mark.REMOVED
        for run in runs:
            if run.mark is Mark.KEPT and run.before is None:
                parts.append(self.revisions.wrapped(moved_tag, self.revisions.plain((run,), gone=False)))
            elif run.mark in (mark, Mark.KEPT):
                # A number that changed on the way is an edit like any other: the two sides of a move say the same.
                here = MarkedRun(run.before) if run.before is not None and gone else run
                parts.append(self.revisions.wrapped(TAGS[mark], self.revisions.plain((here,), gone=gone)))
        return "".join(parts)

    def _anchored(self, block: Paragraph, mark: Mark, move: int, content: str) -> str:
        if not block.id:
            return content
        name = bookmark(block.id)
        if mark is Mark.REMOVED and block.id in self.kept:
            if not move:
                return content
            name += MOVED
        self.bookmarks += 1
        start = f'<w:bookmarkStart w:id="{self.bookmarks}" w:name="{name}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{self.bookmarks}"/>'

    def _whole_execution(self, block: Execution, mark: Mark) -> Iterator[str]:
        def line(properties: str, runs: Runs, identity: str) -> str:
            content = self._covered(runs, mark)
            if identity and (mark is Mark.ADDED or identity not in self.kept):
                content = self.marked(identity, content)
            return f"<w:p><w:pPr>{properties}{self.revisions.mark(TAGS[mark])}</w:pPr>{content}</w:p>"

        yield from self.execution_table(block, line, lambda: self._row_mark(mark))

    def _edited_execution(self, block: Execution, runs: MarkedRuns) -> Iterator[str]:
        """An execution block in both versions, signed by the same roles: only what is said is marked."""

        def line(properties: str, written: Runs, identity: str) -> str:
            content = self.revisions.runs(runs if identity else tuple(map(MarkedRun, written)))
            return f"<w:p><w:pPr>{properties}</w:pPr>{self.marked(identity, content)}</w:p>"

        yield from self.execution_table(block, line)

    def _covered(self, runs: Runs, mark: Mark) -> str:
        """Runs within one change."""
        marked = tuple(MarkedRun(run, mark) for run in runs)
        return self.revisions.wrapped(TAGS[mark], self._inside(marked, mark, moving=False))

    def _table(self, table: Table, found: MarkedBlock) -> Iterator[str]:
        """A table in both versions with the same columns."""
        caption_style = self.styles[Style.CAPTION.value]
        number = self.marked(table.id, self.revisions.runs(found.number))
        said = f"{words('Table ')}{number}{words(': ')}{self.revisions.runs(found.caption)}"
        yield f'<w:p><w:pPr><w:pStyle w:val="{caption_style}"/><w:keepNext/></w:pPr>{said}</w:p>'
        widths = widths_of(table.columns)
        yield self._opening(table, widths)
        for row in found.rows:
            yield self._marked_row(row, table.columns, widths)
        yield f'</w:tbl><w:p><w:pPr><w:pStyle w:val="{self.styles[TABLE_TEXT]}"/></w:pPr></w:p>'

    def _opening(self, table: Table, widths: tuple[int, ...], header: str = "") -> str:
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self.styles[TABLE_STYLE]}"/><w:tblW w:w="5000" w:type="pct"/>'
            '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
            'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
            f'<w:tblCaption w:val="{escaped(words_of(table.caption))}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        ) + (header or self._header(table.columns, widths, None))

    def _header(self, columns: tuple[Column, ...], widths: tuple[int, ...], mark: Mark | None) -> str:
        sides = ['<w:jc w:val="right"/>' if column.numeric else "" for column in columns]
        names = ["No.", *(column.heading for column in columns)]
        cells = [
            _cell(width, self._cell_line(_text(name), TABLE_HEADING, side, mark))
            for name, side, width in zip(names, ["", *sides], widths, strict=True)
        ]
        return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/>{self._row_mark(mark)}</w:trPr>{''.join(cells)}</w:tr>"

    def _row_mark(self, mark: Mark | None) -> str:
        return f"<w:{TAGS[mark]} {self.revisions.attributes()}/>" if mark else ""

    def _marked_row(self, row: MarkedRow, columns: tuple[Column, ...], widths: tuple[int, ...]) -> str:
        if row.new is None and row.old is not None:
            return self._whole_row(row.old, columns, widths, Mark.REMOVED)
        if row.old is None and row.new is not None:
            return self._whole_row(row.new, columns, widths, Mark.ADDED)
        assert row.new is not None  # noqa: S101 -- one of the two sides is always there
        style = f'<w:pPr><w:pStyle w:val="{self.styles[TABLE_TEXT]}"/>'
        number = self.marked(row.new.id, self.revisions.runs(row.number)) if row.new.number else ""
        cells = [_cell(widths[0], f"<w:p>{style}</w:pPr>{number}</w:p>")]
        for cell, marked, column, width in zip(row.new.cells, row.cells, columns, widths[1:], strict=True):
            side = '<w:jc w:val="right"/>' if column.numeric else ""
            lines = [
                f"<w:p>{style}{side}</w:pPr>{self._label(line.label)}{self.revisions.runs(runs)}</w:p>"
                for line, runs in zip(cell, marked, strict=True)
            ]
            cells.append(_cell(width, "".join(lines) or f"<w:p>{style}{side}</w:pPr></w:p>"))
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"

    def _label(self, label: str) -> str:
        return words(f"{label}: ", style=self.styles[TABLE_LABEL]) if label else ""

    def _whole_table(self, table: Table, mark: Mark) -> Iterator[str]:
        tag = TAGS[mark]
        caption = (*_text(f"Table {table.number}: "), *table.caption)
        style = self.styles[Style.CAPTION.value]
        runs = tuple(MarkedRun(run, mark) for run in caption)
        content = self.revisions.wrapped(tag, self._inside(runs, mark, moving=False))
        if mark is Mark.ADDED:
            content = self.marked(table.id, content)
        yield f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:keepNext/>{self.revisions.mark(tag)}</w:pPr>{content}</w:p>'
        widths = widths_of(table.columns)
        yield self._opening(table, widths, self._header(table.columns, widths, mark))
        for row in table.rows:
            yield self._whole_row(row, table.columns, widths, mark)
        text_style = self.styles[TABLE_TEXT]
        yield f'</w:tbl><w:p><w:pPr><w:pStyle w:val="{text_style}"/>{self.revisions.mark(tag)}</w:pPr></w:p>'

    def _whole_row(self, row: Row, columns: tuple[Column, ...], widths: tuple[int, ...], mark: Mark) -> str:
        number = self._cell_line(_text(row.number), TABLE_TEXT, "", mark)
        if row.id and row.number and mark is Mark.ADDED:
            number = self._cell_line(_text(row.number), TABLE_TEXT, "", mark, row.id)
        cells = [_cell(widths[0], number)]
        for cell, column, width in zip(row.cells, columns, widths[1:], strict=True):
            side = '<w:jc w:val="right"/>' if column.numeric else ""
            lines = [
                self._cell_line((*_text(f"{n.label}: " if n.label else ""), *n.runs), TABLE_TEXT, side, mark)
                for n in cell
            ]
            cells.append(_cell(width, "".join(lines) or self._cell_line((), TABLE_TEXT, side, mark)))
        return f"<w:tr><w:trPr><w:cantSplit/>{self._row_mark(mark)}</w:trPr>{''.join(cells)}</w:tr>"

    def _cell_line(self, runs: Runs, style: str, side: str, mark: Mark | None, identity: str = "") -> str:
        properties = f'<w:pStyle w:val="{self.styles[style]}"/>{side}'
        if mark is None:
            return (
                f"<w:p><w:pPr>{properties}</w:pPr>{self.revisions.plain(tuple(map(MarkedRun, runs)), gone=False)}</w:p>"
            )
        marked = tuple(MarkedRun(run, mark) for run in runs)
        content = self.revisions.wrapped(TAGS[mark], self._inside(marked, mark, moving=False))
        if identity:
            content = self.marked(identity, content)
        return f"<w:p><w:pPr>{properties}{self.revisions.mark(TAGS[mark])}</w:pPr>{content}</w:p>"


def _split(runs: MarkedRuns) -> tuple[MarkedRuns, MarkedRuns]:
    """The term of a definition, which is in bold, and the rest."""
    end = next((i for i, run in enumerate(runs) if not run.run.bold), len(runs))
    return runs[:end], runs[end:]


def _text(text: str) -> Runs:
    return (Text(text),) if text else ()


def _cell(width: int, content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'
