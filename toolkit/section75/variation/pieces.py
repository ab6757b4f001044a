"""An agreement as the pieces that a deed can name: every paragraph and every table, each with its address."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from section75.document import Block, Body, Document, Execution, Paragraph, Style, Table, Text, words_of
from section75.language.british import ordinal
from section75.value import dataclass

HEADINGS = (Style.CLAUSE_HEADING, Style.PARAGRAPH_HEADING)
TITLES = (Style.SCHEDULE_HEADING, Style.PART_HEADING, Style.APPENDIX_HEADING)
NUMBERED = (*HEADINGS, Style.CLAUSE, Style.PARAGRAPH)
LISTED = {Style.PARTY: "the description of party {}", Style.RECITAL: "recital {}"}
BODY = 10
"""Depth of a first-level clause, recital or party; a Schedule has 0, a Part or an appendix 2."""
STEP = 2
"""Between two levels; what has no number of its own stands one below that which it belongs to."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph or a table."""

    address: str
    """Of the whole thing where it is a numbered one, a definition or a table; else of the paragraph alone."""
    depth: int
    block: Body
    is_unit: bool
    """Whether its address means all that stands below it too."""
    own: str = ""
    """For a numbered thing: what its first paragraph is called where something stands below it."""

    @property
    def number(self) -> str:
        """As it prints in front of the paragraph; "" for none."""
        return self.block.label.shown if isinstance(self.block, Paragraph) and self.block.label else ""

    @property
    def words(self) -> str:
        """Of the paragraph, or of the caption and every cell."""
        return words_of(self.block.runs) if isinstance(self.block, Paragraph) else table_words(self.block)

    @property
    def shown(self) -> str:
        """In one line: a paragraph with its number, or how a table is cited."""
        return f"{self.number} {self.words}".strip() if isinstance(self.block, Paragraph) else self.address


def pieces(document: Document) -> tuple[Piece, ...]:
    """Everything from the parties to the last schedule, in printed order. Front sheet, date and execution stay out."""
    return tuple(_Walk().pieces(document))


def ends(found: Sequence[Piece]) -> list[int]:
    """For each piece the index behind the last one that stands below it. Only what is numbered has something below."""
    behind = [len(found)] * len(found)
    open_at: list[int] = []
    for index, piece in enumerate(found):
        while open_at and found[open_at[-1]].depth >= piece.depth:
            behind[open_at.pop()] = index
        open_at.append(index)
    return [end if piece.own else index + 1 for index, (piece, end) in enumerate(zip(found, behind, strict=True))]


def table_words(table: Table) -> str:
    """Everything that a table says, so that no two tables read alike: tabs part cells, line breaks lines of a cell."""
    rows = ["\t".join(column.heading for column in table.columns)]
    for row in table.rows:
        cells = ("\n".join(f"{line.label}{words_of(line.runs)}" for line in cell) for cell in row.cells)
        rows.append("\t".join((row.number, *cells)))
    return "\v".join([words_of(table.caption), *rows])


def _is(block: Block, style: Style) -> bool:
    return isinstance(block, Paragraph) and block.style is style


class _Walk:
    """Walks down a Document and knows at each block what it stands in."""

    def __init__(self) -> None:
        self.schedule = ""
        self.section = ""
        """The Schedule, Part or appendix whose paragraphs count by themselves."""
        self.open: list[tuple[int, str]] = [(0, "")]
        """Depth and address of what is open, the innermost last."""
        self.defined = ""
        self.last = ""
        """What was opened last."""
        self.kinds: dict[str, str] = {}
        """For each thing whether it begins with a heading or a title; for a part of the agreement `part`."""
        self.counts: dict[tuple[str, str], int] = {}

    def pieces(self, document: Document) -> Iterator[Piece]:
        begun = False
        for block in document.blocks:
            if isinstance(block, Execution) or _is(block, Style.EXECUTION_HEADING):
                return
            begun = begun or _is(block, Style.DEED_HEADING)
            if begun:
                yield self._table(block) if isinstance(block, Table) else self._paragraph(block)

    def _table(self, table: Table) -> Piece:
        return Piece(f"Table {table.number} of {self.schedule}", self.open[-1][0] + 1, table, is_unit=True)

    def _paragraph(self, block: Paragraph) -> Piece:
        style, label = block.style, block.label
        if style is Style.DEED_HEADING:
            return self._opened(0, f"the heading “{words_of(block.runs)}”", block)
        if label and style in TITLES:
            return self._titled(block, label.shown)
        if label and style in LISTED:
            return self._opened(BODY, LISTED[style].format(label.shown), block)
        if label and style in NUMBERED:
            noun = f"paragraph {label.full} of {self.section}" if self.section else f"clause {label.full}"
            return self._opened(BODY + STEP * label.level, noun, block)
        is_definition = style is Style.DEFINITION and block.id
        return self._definition(block) if is_definition else self._unnumbered(block)

    def _opened(self, depth: int, address: str, block: Paragraph) -> Piece:
        while len(self.open) > 1 and self.open[-1][0] >= depth:
            self.open.pop()
        self.open.append((depth, address))
        self.last = address
        kind = "heading" if block.style in HEADINGS else "title" if block.style in TITLES else "opening words"
        self.kinds[address] = "part" if block.style is Style.DEED_HEADING else kind.removeprefix("opening words")
        return Piece(address, depth, block, is_unit=True, own=f"the {kind} of {address}")

    def _titled(self, block: Paragraph, shown: str) -> Piece:
        if block.style is Style.SCHEDULE_HEADING:
            self.schedule = self.section = shown
            return self._opened(0, shown, block)
        self.section = f"{shown} of {self.schedule}"
        return self._opened(STEP, self.section, block)

    def _definition(self, block: Paragraph) -> Piece:
        term = "".join(run.text for run in block.runs if isinstance(run, Text) and run.field == "term")
        self.defined = self.last = f"the definition of “{term}”" + (f" in {self.schedule}" if self.schedule else "")
        return Piece(self.defined, self.open[-1][0] + 1, block, is_unit=True)

    def _unnumbered(self, block: Paragraph) -> Piece:
        if block.style is Style.DEFINITION:
            depth, owner = self.open[-1][0], self.defined
            self.last = owner
        else:
            deepest = BODY + STEP * block.level if self.open[-1][0] >= BODY else self.open[-1][0]
            while len(self.open) > 1 and self.open[-1][0] > deepest:
                self.open.pop()
            depth, owner = self.open[-1]
        return Piece(self._called(owner, closes=owner != self.last), depth + 1, block, is_unit=False)

    def _called(self, owner: str, closes: bool) -> str:
        """What a paragraph without a number is called: by the heading above it, as closing words, or by its place."""
        kind = "closing" if closes else self.kinds.get(owner, "")
        nth = self.counts[owner, kind] = self.counts.get((owner, kind), 0) + 1
        if kind == "closing":
            return (
                f"the closing words of {owner}"
                if nth == 1
                else f"the {ordinal(nth)} paragraph of the closing words of {owner}"
            )
        if kind:
            what = owner if kind == "part" else f"the {kind} of {owner}"
            return f"the words under {what}" if nth == 1 else f"the {ordinal(nth)} paragraph under {what}"
        return f"the {ordinal(nth + 1)} paragraph of {owner}"
