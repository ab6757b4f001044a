"""The blocks of a Document as the body of a Word document, written as text: many times faster than building a tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256

from section75.document import Block, Execution, Paragraph, Runs, Style, Table, Text
from section75.render.word.names import EXECUTION_TEXT, TABLE_TEXT, bookmark, style_name
from section75.render.word.runs import escaped, runs_xml
from section75.render.word.styles import Styles
from section75.render.word.tables import TableWriter

Line = Callable[[str, Runs, str], str]
"""Writes a paragraph from its properties, its runs and its id."""
LISTS = 30_000
"""Numbers of lists lie below 32,768, which older formats of Word count in."""
STYLED_LISTS = ("clauses", "recitals", "parties", "schedules")
"""Lists that count by their styles alone; every other list starts again and has a number of its own."""


@dataclass
class BodyWriter:
    """Writes blocks, and remembers which bookmarks and lists it has used."""

    styles: Styles
    first_list: int
    """Number of the first list that may be added to the template's own."""
    lists: dict[str, int] = field(default_factory=dict)
    bookmarks: int = 0

    def write(self, blocks: tuple[Block, ...]) -> str:
        """The XML of all blocks, in order."""
        return "".join(self._block(block) for block in blocks)

    def closing(self) -> str:
        """An empty paragraph that ends the body, so that the mark of the last block can be tracked like any other."""
        return f'<w:p><w:pPr><w:pStyle w:val="{self.styles[TABLE_TEXT]}"/></w:pPr></w:p>'

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph():
                return self.paragraph(block)
            case Table():
                return "".join(TableWriter(self.styles, self.marked).table(block))
            case Execution():
                return "".join(self._execution(block))

    def paragraph(self, block: Paragraph) -> str:
        """One paragraph, its whole text within the bookmark of its id."""
        style = self.styles[style_name(block.style, block.level)]
        keep = "<w:keepNext/>" if block.keep_next else ""
        properties = f'<w:pPr><w:pStyle w:val="{style}"/>{keep}{self._numbering(block)}</w:pPr>'
        return f"<w:p>{properties}{self._content(block)}</w:p>"

    def marked(self, identity: str, content: str) -> str:
        """Content within the hidden bookmark of an id."""
        if not identity:
            return content
        self.bookmarks += 1
        start = f'<w:bookmarkStart w:id="{self.bookmarks}" w:name="{bookmark(identity)}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{self.bookmarks}"/>'

    def _content(self, block: Paragraph) -> str:
        if block.style is Style.DEFINITION and block.id:
            # The bookmark holds the term alone, so that a reference to the definition repeats the term.
            return self.marked(block.id, runs_xml(block.runs[:1])) + runs_xml(block.runs[1:])
        return self.marked(block.id, runs_xml(block.runs))

    def _numbering(self, block: Paragraph) -> str:
        label = block.label
        if label is None or label.list in STYLED_LISTS:
            return ""
        number = self.lists.get(label.list) or self._new_list(label.list)
        return f'<w:numPr><w:ilvl w:val="{label.level}"/><w:numId w:val="{number}"/></w:numPr>'

    def _new_list(self, key: str) -> int:
        """A number for a list, from its id alone: a redline and both its sides then count in lists of one number."""
        number = self.first_list + int.from_bytes(sha256(key.encode()).digest()[:4]) % LISTS
        while number in self.lists.values():
            number += 1
        self.lists[key] = number
        return number

    def _execution(self, block: Execution) -> Iterator[str]:
        def line(properties: str, runs: Runs, identity: str) -> str:
            return f"<w:p><w:pPr>{properties}</w:pPr>{self.marked(identity, runs_xml(runs))}</w:p>"

        yield from self.execution_table(block, line)

    def execution_table(self, block: Execution, line: Line, row: Callable[[], str] = str) -> Iterator[str]:
        """Two columns without borders; every row keeps with the next, so that a block never splits over pages.

        `line` writes one paragraph from its properties, its runs and its id; `row` what a row is marked by.
        """
        style = f'<w:pStyle w:val="{self.styles[EXECUTION_TEXT]}"/>'
        kept = f"{style}<w:keepNext/><w:keepLines/>"
        yield (
            '<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/>'
            f'<w:tblDescription w:val="Execution by {escaped(block.party)}"/></w:tblPr>'
            '<w:tblGrid><w:gridCol w:w="4510"/><w:gridCol w:w="4510"/></w:tblGrid>'
        )
        for index, role in enumerate(block.signed):
            last = f"{style}<w:keepLines/>" if index == len(block.signed) - 1 else kept
            said = [line(kept, runs, "" if i else block.id) for i, runs in enumerate(block.said)] if index == 0 else []
            left = "".join(said) or line(last, (), "")
            right = line(kept, (Text("_" * 36),), "") + line(last, (Text(role),), "")
            yield f"<w:tr><w:trPr><w:cantSplit/>{row()}</w:trPr>{_half(left)}{_half(right)}</w:tr>"
        yield f"</w:tbl>{line(style, (), '')}"


def _half(content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="4510" w:type="dxa"/></w:tcPr>{content}</w:tc>'
