"""Blocks in few words, for tests of the writers."""

from __future__ import annotations

from section75.document import (
    Cell,
    Column,
    Execution,
    Label,
    Line,
    Live,
    Origin,
    Paragraph,
    Reference,
    Row,
    Run,
    Style,
    Table,
    Text,
)

LONG = "a duty that is set out at some length so that it is heavier than its heading and all that stands around it"
LISTED = {
    Style.CLAUSE_HEADING: "clauses",
    Style.CLAUSE: "clauses",
    Style.RECITAL: "recitals",
    Style.PARTY: "parties",
    Style.SCHEDULE_HEADING: "schedules",
    Style.PART_HEADING: "schedules",
    Style.APPENDIX_HEADING: "schedules",
}
"""Lists that styles count in by themselves."""


def line(
    style: Style,
    *runs: Run | str,
    identity: str = "",
    shown: str = "",
    level: int = 0,
    counted: str = "",
    keep: bool = False,
) -> Paragraph:
    """A paragraph; `shown` is its number and `counted` the list that it counts in, where its style does not say."""
    label = Label(counted or LISTED.get(style, "clauses"), level, shown) if shown else None
    return Paragraph(style, tuple(map(_run, runs)), identity, label, level, keep, origin=Origin(identity, "text"))


def clause(shown: str, *runs: Run | str, identity: str = "", level: int = 1, keep: bool = False) -> Paragraph:
    """A clause with its number."""
    return line(Style.CLAUSE, *runs, identity=identity, shown=shown, level=level, keep=keep)


def heading(shown: str, words: str, identity: str = "") -> Paragraph:
    """The heading of a clause."""
    return line(Style.CLAUSE_HEADING, words, identity=identity, shown=shown, keep=True)


def ref(target: str, lead: str, shown: str, form: str = "full", bold: bool = False, italic: bool = False) -> Reference:
    """A reference: its lead stays, its number follows the target."""
    return Reference(target, (lead, Live(target, shown, form)), bold, italic)


def bold(words: str) -> Text:
    """Words in bold."""
    return Text(words, bold=True)


def italic(words: str) -> Text:
    """Words in italic."""
    return Text(words, italic=True)


def cell(*lines: str | Run | tuple[str, str]) -> Cell:
    """A cell; a pair is a small label and the words after it."""
    return tuple(Line((_run(n[1]),), n[0]) if isinstance(n, tuple) else Line((_run(n),)) for n in lines)


def row(number: str, *cells: str | Cell, identity: str = "", total: bool = False) -> Row:
    """A row of a table."""
    return Row(tuple(cell(c) if isinstance(c, str) else c for c in cells), identity, number, total)


def money(*rows: Row, identity: str = "money", number: str = "1", caption: str = "what each party pays") -> Table:
    """A table of two columns, the second of numbers."""
    columns = (Column("Party", 3), Column("Pounds", 1, numeric=True))
    return Table(identity, number, (Text(caption),), columns, rows)


def signing(identity: str, party: str, said: str, *signed: str) -> Execution:
    """An execution block that names its party in bold."""
    return Execution(identity, party, ((Text("Signed on behalf of "), bold(party), Text(said)),), signed)


def _run(run: Run | str) -> Run:
    return Text(run) if isinstance(run, str) else run
