"""Agreement into Document: the one path that print, redline, HTML and text all follow.

Expects an agreement without errors; what it cannot resolve would have been a finding.
"""

from __future__ import annotations

from collections.abc import Iterator

from section75.compose.clauses import clause_blocks, definition_blocks
from section75.compose.execution import execution_blocks
from section75.compose.phrases import Phrases
from section75.compose.schedules import DEFINITIONS, schedule_blocks
from section75.document import Block, Control, Document, Front, Label, Paragraph, Style, Text
from section75.model import Agreement, Clause
from section75.numbering import number

__all__ = ["compose"]


EXECUTION = "agreement.execution"
"""Anchor of the heading over the execution blocks; the dot keeps it apart from every id."""


def compose(agreement: Agreement, control: Control | None = None) -> Document:
    """The whole agreement as a Document. `control` fills the document-control sheet; without it there is none."""
    phrases = Phrases(agreement, number(agreement))
    blocks = (
        *_parties(agreement),
        *_background(agreement, phrases),
        *_terms(agreement, phrases),
        *(block for schedule in agreement.schedules for block in schedule_blocks(schedule, phrases)),
        *_execution(agreement),
    )
    return Document(_front(agreement), blocks, control)


def _front(agreement: Agreement) -> Front:
    return Front(
        title=agreement.title,
        parties=tuple(party.name for party in agreement.parties),
        version=agreement.version,
        reference=agreement.reference,
        illustrative=agreement.illustrative,
    )


def _parties(agreement: Agreement) -> Iterator[Block]:
    yield Paragraph(Style.DEED_HEADING, (Text("Parties"),), keep_next=True)
    for index, party in enumerate(agreement.parties, 1):
        runs = (
            Text(party.name, bold=True),
            Text(f" of {party.address} ("),
            Text(_label(party.label), bold=True),
            Text(")"),
        )
        joint = _joint(index, len(agreement.parties))
        yield Paragraph(Style.PARTY, (*runs, Text(joint)), party.id, Label("parties", 0, f"({index})"), kind="party")


def _label(label: str) -> str:
    """The label in quotation marks, as a definition."""
    return f"\u201c{label}\u201d"


def _joint(index: int, count: int) -> str:
    if index == count:
        return "."
    return "; and" if index == count - 1 else ";"


def _background(agreement: Agreement, phrases: Phrases) -> Iterator[Block]:
    if not agreement.recitals:
        return
    yield Paragraph(Style.DEED_HEADING, (Text("Background"),), keep_next=True)
    for recital in agreement.recitals:
        label = Label("recitals", 0, phrases.numbers[recital.id].label)
        first, *rest = phrases.paragraphs(recital.text, recital.id, capital=True)
        yield Paragraph(Style.RECITAL, first, recital.id, label, kind="recital")
        yield from (Paragraph(Style.CLAUSE_TEXT, runs, kind="recital") for runs in rest)


def _terms(agreement: Agreement, phrases: Phrases) -> Iterator[Block]:
    yield Paragraph(Style.DEED_HEADING, (Text("Agreed terms"),), keep_next=True)
    placed = any(clause.table == DEFINITIONS for top in agreement.clauses for clause in top.walk())
    if not placed:
        yield from definition_blocks(agreement.definitions, phrases, "")

    def after(clause: Clause) -> Iterator[Block]:
        if clause.table == DEFINITIONS:
            yield from definition_blocks(agreement.definitions, phrases, clause.id)

    yield from clause_blocks(agreement.clauses, phrases, after)


def _execution(agreement: Agreement) -> Iterator[Block]:
    if agreement.execution is None:
        return
    deed = agreement.execution.form == "deed"
    said = (
        "This document has been executed as a deed and is delivered and takes effect on the date stated at the "
        "beginning of it."
        if deed
        else "This Agreement has been entered into on the date stated at the beginning of it."
    )
    yield Paragraph(Style.EXECUTION_HEADING, (Text("Execution"),), EXECUTION, keep_next=True)
    yield Paragraph(Style.CLAUSE_TEXT, (Text(said),), keep_next=True)
    yield from execution_blocks(agreement)
