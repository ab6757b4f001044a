"""A deed of variation as a Document, as an illustration: recitals, instructions, and the execution of the agreement.

An agreement that was made under hand is varied under hand, and the same form is called a variation agreement.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from section75.compose.execution import execution_blocks
from section75.compose.parties import heading, parties
from section75.compose.phrases import composed
from section75.document import (
    DATED,
    DRAFT,
    EXECUTION,
    Block,
    Document,
    Edition,
    Front,
    Label,
    Origin,
    Paragraph,
    Reference,
    Run,
    Runs,
    Style,
    Table,
    Text,
    Value,
    pieces_text,
)
from section75.language import british
from section75.model import Agreement, Day
from section75.value import dataclass
from section75.variation import Insert, Instruction, Piece, Substitute

HEADINGS = (
    Style.CLAUSE_HEADING,
    Style.PARAGRAPH_HEADING,
    Style.SCHEDULE_HEADING,
    Style.PART_HEADING,
    Style.APPENDIX_HEADING,
)
GAP = "\u2003"
"""Between a number and the words in a quotation."""
DEEPEST = 4
"""Levels of indent for what is quoted."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What a deed of variation says besides its instructions."""

    agreement: Agreement
    """The agreement that it varies, with the parties and the execution of both."""
    dated: tuple[Day, ...]
    """The date of the agreement, then those of the deeds that varied it before."""
    effective: Day = Day("")
    """From when it varies the agreement; "" for from its own date."""
    edition: Edition = DRAFT

    @property
    def instrument(self) -> str:
        """What it calls itself."""
        under_seal = self.agreement.execution is not None and self.agreement.execution.form == "deed"
        return "deed" if under_seal else "agreement"


def compose_deed(deed: Deed, instructions: Sequence[Instruction]) -> Document:
    """The deed with everything that it orders."""
    agreement, name = deed.agreement, deed.instrument
    title = "Deed of variation" if name == "deed" else "Variation agreement"
    front = Front(
        title=agreement.title,
        parties=tuple(party.name for party in agreement.parties),
        version=agreement.version,
        reference=agreement.reference,
        illustrative=agreement.illustrative,
        edition=deed.edition,
        subtitle=f"{title} of an agreement under section 75 of the National Health Service\u00a0Act\u00a02006",
    )
    blocks = (
        _text(f"This {name} is dated {DATED}"),
        *parties(agreement),
        *_background(deed),
        heading("Agreed terms", "deed.terms"),
        *_clause(
            1, "Interpretation", (f"Words that the Agreement defines have the same meaning in this {name}.", ASIDE)
        ),
        *_variation(deed, instructions),
        *_clause(
            3,
            "Continuing effect",
            (f"Except as this {name} varies it, the Agreement continues in full force.", NUMBERS),
        ),
        *_clause(
            4, "Law and counterparts", (f"This {name} is governed by the law of England and Wales.", COUNTERPARTS)
        ),
        *_execution(deed),
    )
    return Document(front, blocks)


ASIDE = "Each instruction refers to the Agreement as it stood before this document, with the numbers that it then had."
NUMBERS = "A number that is not used is not given to anything else."
COUNTERPARTS = "It may be executed in counterparts, which together are one document."


def _text(words: str, level: int = 0, bold: bool = False, keep_next: bool = False) -> Paragraph:
    origin = Origin("deed.text", "text")
    return Paragraph(Style.CLAUSE_TEXT, (composed(words, bold),), level=level, keep_next=keep_next, origin=origin)


def _background(deed: Deed) -> Iterator[Block]:
    yield heading("Background", "deed.background")
    made, *varied = (british.day(day) for day in deed.dated)
    since = f", as varied on {' and on '.join(varied)}" if varied else ""
    what = "an agreement dated {} under section 75 of the National Health Service\u00a0Act\u00a02006"
    called = f"(the \u201cAgreement\u201d): {deed.agreement.title}"
    said = (
        f"The parties made {what.format(made)}{since} {called}.",
        f"They wish to vary the Agreement, and do so by this {deed.instrument}.",
    )
    for letter, words in zip("AB", said, strict=True):
        label = Label("recitals", 0, f"({letter})")
        yield Paragraph(
            Style.RECITAL, (composed(words),), label=label, kind="recital", origin=Origin("deed.recital", letter)
        )


def _clause(number: int, title: str, said: Sequence[str]) -> Iterator[Block]:
    label = Label("clauses", 0, str(number), str(number))
    name, origin = f"deed.{number}", Origin(f"deed.{number}", "heading")
    yield Paragraph(Style.CLAUSE_HEADING, (composed(title),), name, label, keep_next=True, kind="clause", origin=origin)
    yield from (_sub_clause(number, nth, words) for nth, words in enumerate(said, 1))


def _sub_clause(number: int, nth: int, words: str, keep_next: bool = False) -> Paragraph:
    label, origin = Label("clauses", 1, f"{number}.{nth}", f"{number}.{nth}"), Origin(f"deed.{number}.{nth}", "text")
    return Paragraph(Style.CLAUSE, (composed(words),), "", label, 1, keep_next, "clause", origin=origin)


def _variation(deed: Deed, instructions: Sequence[Instruction]) -> Iterator[Block]:
    yield from _clause(2, "Variation of the Agreement", ())
    from_when = british.day(deed.effective) if deed.effective else f"the date of this {deed.instrument}"
    yield _text(f"With effect from {from_when} the Agreement is varied as follows.", keep_next=True)
    for nth, instruction in enumerate(instructions, 1):
        put_in = instruction.put_in if isinstance(instruction, Insert | Substitute) else ()
        yield _sub_clause(2, nth, instruction.said, keep_next=bool(put_in))
        yield from _quoted(put_in)


def _quoted(put_in: Sequence[Piece]) -> Iterator[Block]:
    """What is put in, with its numbers typed: they are those of the Agreement and none of the deed's own."""
    last = max((i for i, piece in enumerate(put_in) if isinstance(piece.block, Paragraph)), default=-1)
    highest = min((piece.depth for piece in put_in), default=0)
    for index, piece in enumerate(put_in):
        if isinstance(piece.block, Table):
            yield _bare(piece.block)
            continue
        number = f"{piece.number}{GAP}" if piece.number else ""
        is_heading = piece.block.style in HEADINGS
        closing = (composed("\u201d"),) if index == last else ()
        runs = (composed(f"\u201c{number}", is_heading), *_plain(piece.block.runs, is_heading), *closing)
        level = min(1 + (piece.depth - highest) // 2, DEEPEST)
        yield Paragraph(
            Style.CLAUSE_TEXT,
            runs,
            level=level,
            keep_next=is_heading,
            kind="clause",
            origin=Origin("deed.quoted", "text"),
        )


def _plain(runs: Runs, bold: bool) -> Iterator[Run]:
    """The words alone: a deed points at nothing, since its numbers are those of another document."""
    for run in runs:
        match run:
            case Text():
                yield composed(run.text, run.bold or bold, run.italic)
            case Value():
                yield composed(run.shown, run.bold or bold, run.italic)
            case Reference():
                yield composed(pieces_text(run.pieces), run.bold or bold, run.italic)


def _bare(table: Table) -> Table:
    return replace(table, id="", rows=tuple(replace(row, id="") for row in table.rows), schedule="")


def _execution(deed: Deed) -> Iterator[Block]:
    if deed.agreement.execution is None:
        return
    is_deed = deed.instrument == "deed"
    said = "executed as a deed and is delivered" if is_deed else "entered into"
    origin = Origin(EXECUTION, "heading")
    yield Paragraph(Style.EXECUTION_HEADING, (composed("Execution"),), EXECUTION, keep_next=True, origin=origin)
    yield _text(f"This document has been {said} on the date stated at the beginning of it.", keep_next=True)
    yield from execution_blocks(deed.agreement)
