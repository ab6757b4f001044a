"""The Document: a small tree of blocks between the agreement and every writer.

Writers know blocks and marks, nothing of agreements. Every paragraph and every line of a cell says which field of
which unit it came from (`Origin`), and every run whether its words stand in that field, in another one or in none.
"""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from section75.numbering import Beginning, Live, Piece
from section75.value import dataclass

__all__ = [
    "BLANK",
    "COMPOSED",
    "CONFORMED",
    "CONSOLIDATED",
    "DATED",
    "DRAFT",
    "ENGROSSMENT",
    "EXECUTION",
    "SEALED",
    "SUBTITLE",
    "WITNESS",
    "Block",
    "Body",
    "Cell",
    "Column",
    "Control",
    "Document",
    "Edition",
    "Execution",
    "Front",
    "Label",
    "Line",
    "Live",
    "Mark",
    "Origin",
    "Paragraph",
    "Piece",
    "Reference",
    "Row",
    "Run",
    "Runs",
    "Style",
    "Table",
    "Text",
    "Value",
    "words_of",
]


COMPOSED = "(composed)"
"""The `field` of a run whose words stand in no field: composing put them in."""


WITNESS = "Witness"
"""Who signs last where an execution is witnessed."""
BLANK = "________________"
"""Room for a few words or a date by hand."""
SEALED = "Number in the register of seals"
"""What is written by hand beside a seal."""


EXECUTION = "agreement.execution"
"""Anchor of the heading over the execution blocks; the dot keeps it apart from every id."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a paragraph, a line of a cell or the heading of a column came from."""

    id: str
    """Id of the unit: a clause, a definition, a row. Parts of the agreement without an id have a name with a dot, e.g.
    `agreement.parties`."""
    field: str
    """Field of the unit, e.g. `text` or `closing`; in a list by position from 0, e.g. `cells.2`."""
    nth: int = 1
    """Which paragraph of the field, from 1."""


class Mark(StrEnum):
    """Whether words stand in both of two versions or in one."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Text:
    """Words in one style."""

    text: str
    bold: bool = False
    italic: bool = False
    field: str = ""
    """Field of the same unit in which the words stand: "" for that of the paragraph or line, COMPOSED for none."""
    put_in: tuple[int, int] = (0, 0)
    """Characters at the beginning and at the end that stand in no field, e.g. the quotation marks around a label."""
    is_open: bool = False
    """Still to be settled: a draft highlights it."""


@dataclass(frozen=True, slots=True)
class Value:
    """What a look-up gives: the words stand elsewhere, and here only their path."""

    path: str
    """Dotted name in the agreement, e.g. `term.end`."""
    shown: str
    """The value as it prints, e.g. 31 March 2021."""
    bold: bool = False
    italic: bool = False
    field: str = ""
    """As for `Text`."""
    is_open: bool = False
    """As for `Text`."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference whose numbers follow their targets."""

    target: str
    pieces: tuple[Piece, ...]
    bold: bool = False
    italic: bool = False
    field: str = ""
    """As for `Text`."""


Run = Text | Value | Reference
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
    full: str = ""
    """As it is cited, e.g. 12.3(a)."""
    beginning: Beginning | None = None
    """Where its list begins, if not with the first thing in it: at 14A, or after a gap."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A heading, a clause, a recital, a definition: anything that is one paragraph."""

    style: Style
    runs: Runs
    id: str = ""
    """What it can be pointed at by; "" where another paragraph of the same unit bears the id."""
    label: Label | None = None
    level: int = 0
    """Depth of a clause or of its text, from 0; it sets the indent."""
    keep_next: bool = False
    """Stays on the page of what follows: a heading, or words that lead in to sub-clauses."""
    kind: str = ""
    """What reviewers call it: clause, recital, definition ..."""
    origin: Origin = field(kw_only=True)
    schedule: str = ""
    """Id of the schedule in which it stands; "" for the agreement itself."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    heading: str
    width: int = 1
    """Share of the whole width in a report. In an agreement the words decide, and nobody reads this."""
    numeric: bool = False
    """Numbers stand at the right."""
    origin: Origin | None = None
    """The field that holds the heading; None where composing named the column."""
    id: str = ""
    """What the column is known by, whatever its heading says: its id, or the first field in it; "" for its heading."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a cell; a label, where there is one, prints before it in small type."""

    runs: Runs
    label: str = ""
    origin: Origin | None = None
    """None for what is worked out, such as a total."""


Cell = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `number` counts from 1 and is "" in a row of totals.

    `id` is "" in a row of totals and in the table of a schedule's single values, whose lines say where they came from.
    """

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
    """Each run names its field, for a table has many."""
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    schedule: str = ""
    """Id of the schedule in which it stands."""


@dataclass(frozen=True, slots=True)
class Execution:
    """How one party executes: what is said on the left, where it is signed on the right. Never split over pages."""

    id: str
    party: str
    said: tuple[Runs, ...]
    signed: tuple[str, ...]
    """What is written under each line, e.g. "Authorised Officer"; last `WITNESS`, where somebody witnesses."""
    sealed: bool = False
    """Whether it needs room for a seal."""

    def to_fill_in(self, role: str) -> tuple[str, ...]:
        """What whoever signs writes by hand under the line, for each of those who sign."""
        return ("Name", "Address", "Occupation", "Date") if role == WITNESS else ("Name", "Date")


Body = Paragraph | Table
"""A block that may stand in a schedule."""
Block = Body | Execution


@dataclass(frozen=True, slots=True)
class Edition:
    """What a print is worth: a draft, and whatever else is printed one day."""

    shown: str
    """As the front sheet says it."""
    watermark: str
    """Behind every page; "" for none."""


DRAFT = Edition("Draft", "DRAFT")
ENGROSSMENT = Edition("Engrossment", "")
"""The text to be executed, once every approval covers it and nothing is left to settle."""
CONFORMED = Edition("Conformed copy", "")
"""The executed text with its date, and who executed it in which office."""
CONSOLIDATED = Edition("Consolidated text", "")
"""The executed text with the deeds that varied it carried out."""


SUBTITLE = "Agreement under section 75 of the National Health Service\u00a0Act\u00a02006"
"""What every front sheet says the document is; the name of the Act does not part from its year."""

DATED = "____________________ 20____"
"""Room for the date, which is written in on completion."""


@dataclass(frozen=True, slots=True)
class Front:
    """What the front sheet, the headers and the footers show."""

    title: str
    parties: tuple[str, ...]
    version: str
    reference: str
    illustrative: bool
    edition: Edition = DRAFT
    dated: str = DATED
    """The date of the agreement, or room for it."""
    subtitle: str = SUBTITLE
    """What the document is."""

    @property
    def numbered_parties(self) -> tuple[str, ...]:
        """The parties as the front sheet lists them: "(1) Newtown Council"."""
        return tuple(f"({number}) {name}" for number, name in enumerate(self.parties, 1))


@dataclass(frozen=True, slots=True)
class Control:
    """The document-control sheet. Not part of the agreement."""

    versions: tuple[tuple[str, str, str, str], ...] = ()
    """Version, date, author's role and summary."""
    digest: str = ""
    scheme: str = ""
    """Name of the rule by which the digest is made."""
    outstanding: tuple[tuple[str, str], ...] = ()
    """Where, as it is cited, and what is found wrong."""
    to_settle: tuple[tuple[str, str], ...] = ()
    """Whose it is to decide, and the question."""
    accepted: tuple[tuple[str, str], ...] = ()
    """Which finding stands, and why."""
    approvals: tuple[tuple[str, str], ...] = ()
    """Each body whose approval is required, and how that stands."""
    signed: tuple[tuple[str, str], ...] = ()
    """The agreement and each deed that varied it, and when it was executed."""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole agreement, ready to be written."""

    front: Front
    blocks: tuple[Block, ...]
    control: Control | None = None
    """None leaves the document-control sheet out."""


def words_of(runs: Runs) -> str:
    """The words as a reader sees them, numbers of references included."""
    return "".join(map(_shown, runs))


def _shown(run: Run) -> str:
    match run:
        case Text():
            return run.text
        case Value():
            return run.shown
        case Reference():
            return pieces_text(run.pieces)


def pieces_text(pieces: tuple[Piece, ...]) -> str:
    """The words of a reference."""
    return "".join(piece if isinstance(piece, str) else piece.shown for piece in pieces)
