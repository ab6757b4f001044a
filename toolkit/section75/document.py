"""The Document: a small tree of blocks between the agreement and every writer.

Writers know blocks and marks, nothing of agreements. Each block bears the id it came from.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from section75.numbering import Live, Piece

__all__ = [
    "Block",
    "Cell",
    "Column",
    "Control",
    "Document",
    "Execution",
    "Front",
    "Label",
    "Line",
    "Live",
    "Paragraph",
    "Piece",
    "Reference",
    "Row",
    "Run",
    "Runs",
    "Style",
    "Table",
    "Text",
    "words_of",
]


@dataclass(frozen=True, slots=True)
class Text:
    """Words in one style."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference whose numbers follow their targets."""

    target: str
    pieces: tuple[Piece, ...]
    bold: bool = False
    italic: bool = False


Run = Text | Reference
Runs = tuple[Run, ...]


class Style(StrEnum):
    """The styles of paragraphs, by the names they bear in Word."""

    DEED_HEADING = "Deed heading"
    """PARTIES, BACKGROUND, AGREED TERMS."""
    PARTY = "Party"
    RECITAL = "Recital"
    CLAUSE_HEADING = "heading 1"
    CLAUSE = "Clause"
    CLAUSE_TEXT = "Clause text"
    DEFINITION = "Definition"
    SCHEDULE_HEADING = "Schedule heading"
    SCHEDULE_NOTE = "Schedule note"
    """Under a schedule's heading: its lead officer and when it was last reviewed."""
    PART_HEADING = "heading 2"
    APPENDIX_HEADING = "Appendix heading"
    PARAGRAPH_HEADING = "heading 3"
    PARAGRAPH = "Paragraph"
    PARAGRAPH_TEXT = "Paragraph text"
    CAPTION = "caption"
    EXECUTION_HEADING = "Execution heading"


@dataclass(frozen=True, slots=True)
class Label:
    """The computed number of a paragraph, and the list it is counted in."""

    list: str
    """clauses, recitals, parties, schedules, or the id of the schedule, Part or appendix whose paragraphs count."""
    level: int
    """From 0."""
    shown: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A heading, a clause, a recital, a definition: anything that is one paragraph."""

    style: Style
    runs: Runs
    id: str = ""
    label: Label | None = None
    level: int = 0
    """Depth of a clause or of its text, from 0; it sets the indent."""
    keep_next: bool = False
    """Stays on the page of what follows: a heading, or words that lead in to sub-clauses."""
    kind: str = ""
    """What reviewers call it: clause, recital, definition ..."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    heading: str
    width: int
    """Share of the whole width; the shares of a table need not add up to anything."""
    numeric: bool = False
    """Numbers stand at the right."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a cell; a label, where there is one, prints before it in small type."""

    runs: Runs
    label: str = ""


Cell = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `number` counts from 1 and is "" in a row of totals."""

    cells: tuple[Cell, ...]
    id: str = ""
    number: str = ""
    total: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption, a header row that repeats and rows that can be cited."""

    id: str
    number: str
    caption: Runs
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Execution:
    """How one party executes: what is said on the left, where it is signed on the right. Never split over pages."""

    id: str
    party: str
    said: tuple[Runs, ...]
    signed: tuple[str, ...]
    """What is written under each line, e.g. "Authorised Officer"."""


Block = Paragraph | Table | Execution


@dataclass(frozen=True, slots=True)
class Front:
    """What the front sheet, the headers and the footers show."""

    title: str
    parties: tuple[str, ...]
    version: str
    reference: str
    illustrative: bool
    subtitle: str = "Agreement under section 75 of the National Health Service Act 2006"


@dataclass(frozen=True, slots=True)
class Control:
    """The document-control sheet. Not part of the agreement."""

    versions: tuple[tuple[str, str, str, str], ...] = ()
    """Version, date, author's role and summary."""
    digest: str = ""
    outstanding: tuple[tuple[str, str], ...] = ()
    """Where, and what is still to be settled."""
    accepted: tuple[tuple[str, str], ...] = ()
    """Which finding stands, and why."""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole agreement, ready to be written."""

    front: Front
    blocks: tuple[Block, ...]
    control: Control | None = None
    """None leaves the document-control sheet out."""


def words_of(runs: Runs) -> str:
    """The words as a reader sees them, numbers of references included."""
    return "".join(run.text if isinstance(run, Text) else pieces_text(run.pieces) for run in runs)


def pieces_text(pieces: tuple[Piece, ...]) -> str:
    """The words of a reference."""
    return "".join(piece if isinstance(piece, str) else piece.shown for piece in pieces)
