"""Blocks, marked or not, as the body of a Word document, written as text: many times faster than building a tree.

A print is a comparison in which every mark is "kept", so one writer draws both, and what stands in both versions of a
redline is drawn as in any print.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from section75.compare import Mark, MarkedBlock, MarkedRun, MarkedRuns
from section75.document import BLANK, Block, Execution, Paragraph, Runs, Style, Table, Text, words_of
from section75.render.word.endings import shifted
from section75.render.word.marks import Bookmarks, Lists
from section75.render.word.names import EXECUTION_TEXT, style_name
from section75.render.word.revisions import MOVES, TAGS, Revisions
from section75.render.word.rows import SIZE, height, whole
from section75.render.word.runs import escaped, runs_xml
from section75.render.word.styles import Styles
from section75.render.word.tables import TableWriter
from section75.value import dataclass

SEAL = '<w:trHeight w:val="2550" w:hRule="atLeast"/>'
"""Four and a half centimetres beside the signature: room for a seal under what is said."""
HALF = 4510
"""The width of each column of an execution block, in twentieths of a point."""
Draw = Callable[[Any], str]
"""Writes some of the runs of a paragraph, marked or not."""


@dataclass(frozen=True)
class BodyWriter:
    """Writes blocks. What it counts up as it writes stands in the lists, the bookmarks and the revisions."""

    styles: Styles
    lists: Lists
    bookmarks: Bookmarks
    revisions: Revisions

    def write(self, blocks: Sequence[Block]) -> str:
        """The XML of one version, all of which is kept."""
        return "".join(map(self._kept, blocks))

    def write_marked(self, blocks: Sequence[MarkedBlock]) -> str:
        """The XML of a comparison, every block of either version in order."""
        put_in, plain = shifted(blocks, self._form)
        written = []
        for (move, gone), group in groupby(enumerate(blocks), lambda pair: (pair[1].move, pair[1].new is None)):
            content = "".join(self._block(block, at in put_in, at in plain) for at, block in group)
            written.append(self.revisions.moved_range(content, move, gone) if move else content)
        return "".join(written)

    def _block(self, block: MarkedBlock, put_in: bool, plain: bool) -> str:
        """One block. The mark of an edited paragraph may be `put_in`, that of a new one `plain`: see `endings`."""
        old, new = block.old, block.new
        if new is None or old is None or block.move:
            return self._one_sided(block, plain)
        if isinstance(new, Paragraph) and isinstance(old, Paragraph):
            return self._paragraph(old, new, block.runs, put_in)
        if not block.whole:
            return "".join(self._other(new, Mark.KEPT, block))
        return "".join(self._other(old, Mark.REMOVED)) + "".join(self._other(new, Mark.ADDED))

    def _kept(self, block: Block) -> str:
        """A block that nothing happened to."""
        if isinstance(block, Paragraph):
            return _written(self._form(block), block.keep_next, "", self._named(block, block.runs, runs_xml))
        return "".join(self._other(block, Mark.KEPT))

    def _one_sided(self, block: MarkedBlock, plain: bool) -> str:
        """A block that is all new or all gone."""
        whole, mark = (block.old, Mark.REMOVED) if block.new is None else (block.new, Mark.ADDED)
        if isinstance(whole, Paragraph):
            return self._whole_paragraph(whole, mark, block, plain)
        return "".join(self._other(whole, mark)) if whole is not None else ""

    def _other(self, block: Block, mark: Mark, found: MarkedBlock | None = None) -> Iterator[str]:
        """A block in both versions as it was `found`, or all new or all gone. Paragraphs out and in when not one."""
        match block:
            case Table():
                writer = TableWriter(self.styles, self.bookmarks, self.revisions)
                yield from writer.table(block, mark, found)
            case Execution():
                said, signed = (found.runs, found.signed) if found else ((), ())
                yield from self._execution(block, mark, said, signed)
            case Paragraph():
                yield self._whole_paragraph(block, mark, MarkedBlock(None, block, ()), plain=False)

    def _paragraph(self, old: Paragraph, new: Paragraph, runs: MarkedRuns, put_in: bool) -> str:
        """A paragraph in both versions: its words, and its style where it was re-nested."""
        before, form = self._form(old), self._form(new)
        if before[1] != form[1] and _counts_alike(old, new):
            before = (before[0], form[1])
        change = self.revisions.change("".join(before)) if before != form else ""
        mark = self.revisions.mark("ins") if put_in else ""
        content = self._named(new, runs, self.revisions.runs, before=old.id)
        return _written(form, new.keep_next, mark + change, content)

    def _whole_paragraph(self, paragraph: Paragraph, mark: Mark, found: MarkedBlock, plain: bool) -> str:
        """A paragraph that is all new or all gone; one that moved has beside its words those edited on the way."""
        moving = bool(found.move) and self.revisions.pairs
        tag = MOVES[mark] if moving else TAGS[mark]
        tracked = "" if plain else self.revisions.mark(tag)
        if moving and found.runs:
            content = self._named(paragraph, found.runs, lambda runs: self.revisions.moved_runs(runs, mark), mark)
        else:
            gone = mark is Mark.REMOVED and not moving
            content = self._named(paragraph, paragraph.runs, lambda runs: self.revisions.covered(tag, runs, gone), mark)
        return _written(self._form(paragraph), paragraph.keep_next, tracked, content)

    def _named(self, paragraph: Paragraph, runs: Any, draw: Draw, mark: Mark = Mark.KEPT, before: str = "") -> str:
        """The words of a paragraph within the bookmark of its id, and of the id that it had `before`.

        In a definition the bookmark holds the term alone, so that a reference to it repeats the term.
        """
        term = paragraph.style is Style.DEFINITION and (paragraph.id or before)
        end = _end_of_term(runs) if term else len(runs)
        content = self.bookmarks.around(paragraph.id, draw(runs[:end]), mark, before)
        return content + draw(runs[end:]) if term else content

    def _form(self, block: Paragraph) -> tuple[str, str]:
        """The style of a paragraph and its place in a list."""
        style = style_name(block.style, block.level)
        return f'<w:pStyle w:val="{self.styles[style]}"/>', self.lists.place(block.label, style)

    def _execution(
        self, block: Execution, mark: Mark, said: MarkedRuns, signed: tuple[MarkedRuns, ...]
    ) -> Iterator[str]:
        """Two columns without borders; every row keeps with the next, so that a block stays together on its page."""

        def line(properties: str, mark: Mark, runs: Runs = (), found: MarkedRuns = (), identity: str = "") -> str:
            content = self.revisions.written(runs, mark, found)
            content = self.bookmarks.around(identity, content, mark)
            return self.revisions.paragraph(properties, content, mark)

        style = f'<w:pStyle w:val="{self.styles[EXECUTION_TEXT]}"/>'
        kept = f"{style}<w:keepNext/><w:keepLines/>"
        yield (
            '<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/>'
            f'<w:tblDescription w:val="Execution by {escaped(block.party)}"/></w:tblPr>'
            f'<w:tblGrid><w:gridCol w:w="{HALF}"/><w:gridCol w:w="{HALF}"/></w:tblGrid>'
        )
        rows = signed if mark is Mark.KEPT and signed else tuple((MarkedRun(Text(role)),) for role in block.signed)
        for index, role in enumerate(rows):
            of_row = mark if mark is not Mark.KEPT else _one_mark(role)
            last = f"{style}<w:keepLines/>" if index == len(rows) - 1 else kept
            words = enumerate(block.said) if index == 0 else ()
            first = [line(kept, of_row, runs, () if i else said, "" if i else block.id) for i, runs in words]
            left = "".join(first) or line(last, of_row)
            under = tuple(run.run for run in role)
            by_hand = [f"{label}: {BLANK}" for label in block.to_fill_in(words_of(under))]
            right = line(kept, of_row, (Text("_" * 36),)) + line(kept, of_row, under, role)
            right += "".join(line(kept, of_row, (Text(each),)) for each in by_hand[:-1])
            right += line(last, of_row, (Text(by_hand[-1]),))
            held = self._held(block if index == 0 else None, [words_of(under), *by_hand])
            room = SEAL if block.sealed and index == 0 else ""
            yield f"<w:tr><w:trPr>{held}{room}{self.revisions.row(of_row)}</w:trPr>{_half(left)}{_half(right)}</w:tr>"
        yield f"</w:tbl>{line(style, mark)}"

    def _held(self, block: Execution | None, signed: Sequence[str]) -> str:
        """What keeps a row of an execution block whole; the first also has what is said."""
        said = [words_of(runs) for runs in block.said] if block else []
        size = self.styles.sizes.get(EXECUTION_TEXT.lower(), SIZE)
        return whole(height((said, ("", *signed)), (HALF, HALF), size))


def _one_mark(runs: MarkedRuns) -> Mark:
    """The mark that all of the words bear; kept where they bear several."""
    marks = {run.mark for run in runs}
    return marks.pop() if len(marks) == 1 else Mark.KEPT


def _counts_alike(old: Paragraph, new: Paragraph) -> bool:
    """Whether a paragraph has one number in both versions, so that the list in which it stands is nobody's concern."""
    if old.label is None or new.label is None or not new.label.full:
        return False
    return replace(old.label, beginning=None) == replace(new.label, beginning=None)


def _written(form: tuple[str, str], keep_next: bool, tracked: str, content: str) -> str:
    """A paragraph, the children of its properties in the order that Word wants."""
    style, numbering = form
    keep = "<w:keepNext/>" if keep_next else ""
    return f"<w:p><w:pPr>{style}{keep}{numbering}{tracked}</w:pPr>{content}</w:p>"


def _end_of_term(runs: Any) -> int:
    """How many runs are the term of a definition, which is in bold."""
    bold = (getattr(run, "run", run).bold for run in runs)
    return next((index for index, is_bold in enumerate(bold) if not is_bold), len(runs))


def _half(content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{HALF}" w:type="dxa"/></w:tcPr>{content}</w:tc>'
