"""Agreement into Document: the one path that print, redline, HTML and text all follow.

Expects an agreement without errors; what it cannot resolve would have been a finding.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from section75.compose.clauses import clause_blocks, definition_blocks
from section75.compose.curly import curly
from section75.compose.execution import execution_blocks
from section75.compose.parties import heading, parties
from section75.compose.phrases import Phrases, composed
from section75.compose.schedules import schedule_blocks
from section75.document import (
    CONFORMED,
    CONSOLIDATED,
    DATED,
    DRAFT,
    EXECUTION,
    Block,
    Body,
    Control,
    Document,
    Front,
    Origin,
    Paragraph,
    Style,
    Table,
)
from section75.language import british
from section75.model import Agreement, Clause, Executed, Schedule
from section75.model.walk import every
from section75.numbering import Numbers, number, with_unused
from section75.numbering.tables import DEFINITIONS

__all__ = ["compose"]


DATE = "agreement.date"
RECITALS = "agreement.recitals"
CLAUSES = "agreement.clauses"
"""Where the date, and the headings over the recitals and the clauses, come from; the dot keeps each apart from every
id."""


def compose(
    agreement: Agreement,
    control: Control | None = None,
    numbers: Numbers | None = None,
    executed: tuple[Executed, ...] = (),
) -> Document:
    """The whole agreement as a Document, with its own numbers or those given, such as numbers that are held.

    `control` fills the document-control sheet; without it there is none. `executed`, the execution of the
    agreement and then of each deed that varied it, makes it a conformed copy. Where numbers are
    held, what is gone prints as not used.
    """
    numbers = numbers or number(agreement)
    if numbers.spent:
        agreement, _ = with_unused(agreement, numbers)
    phrases = Phrases(agreement, numbers)
    blocks = (
        *_dated(executed),
        *parties(agreement),
        *_background(agreement, phrases),
        *_terms(agreement, phrases),
        *(block for schedule in agreement.schedules for block in _scheduled(schedule, phrases)),
        *_execution(agreement, executed),
    )
    return curly(Document(_front(agreement, executed), blocks, control))


def _scheduled(schedule: Schedule, phrases: Phrases) -> Iterator[Block]:
    """The blocks of a schedule, each of which says in which schedule it stands."""
    for block in schedule_blocks(schedule, phrases):
        held = _with_held(block, phrases.numbers) if isinstance(block, Table) else block
        yield replace(held, schedule=schedule.id)


def _with_held(table: Table, numbers: Numbers) -> Table:
    """A table whose own number and whose rows' are those that are held, if any are."""
    rows = tuple(
        replace(row, number=numbers[row.id].full) if row.number and row.id in numbers else row for row in table.rows
    )
    number = numbers[table.id].full if table.id in numbers else table.number
    return table if (number, rows) == (table.number, table.rows) else replace(table, number=number, rows=rows)


def _front(agreement: Agreement, executed: tuple[Executed, ...]) -> Front:
    return Front(
        title=agreement.title,
        parties=tuple(party.name for party in agreement.parties),
        version=agreement.version,
        reference=agreement.reference,
        illustrative=agreement.illustrative,
        edition=DRAFT if not executed else CONFORMED if len(executed) == 1 else CONSOLIDATED,
        dated=british.day(executed[0].dated) if executed else DATED,
    )


def _dated(executed: tuple[Executed, ...]) -> Iterator[Block]:
    """The line that every agreement begins with, and what varied it since; it takes effect on the date stated there."""
    said_on = british.day(executed[0].dated) if executed else DATED
    yield Paragraph(Style.CLAUSE_TEXT, (composed(f"This Agreement is dated {said_on}"),), origin=Origin(DATE, "date"))
    for nth, each in enumerate(executed[1:], 2):
        instrument = "a deed of variation" if each.form == "deed" else "a variation agreement"
        said = f"It is shown as varied by {instrument} dated {british.day(each.dated)}"
        said += f", with effect from {british.day(each.effective)}." if each.effective else "."
        yield Paragraph(Style.CLAUSE_TEXT, (composed(said),), origin=Origin(DATE, "date", nth))


def _background(agreement: Agreement, phrases: Phrases) -> Iterator[Block]:
    if not agreement.recitals:
        return
    yield heading("Background", RECITALS)
    for recital in agreement.recitals:
        label = phrases.label(recital.id, "recitals", 0)
        first, *rest = phrases.paragraphs(recital.text, recital.id, capital=True)
        yield Paragraph(Style.RECITAL, first, recital.id, label, kind="recital", origin=Origin(recital.id, "text"))
        for nth, runs in enumerate(rest, 2):
            yield Paragraph(Style.CLAUSE_TEXT, runs, kind="recital", origin=Origin(recital.id, "text", nth))


def _terms(agreement: Agreement, phrases: Phrases) -> Iterator[Block]:
    yield heading("Agreed terms", CLAUSES)
    placed = any(clause.table == DEFINITIONS for top in agreement.clauses for clause in every(Clause, top))
    if not placed:
        yield from definition_blocks(agreement.definitions, phrases, "")

    def after(clause: Clause) -> Iterator[Body]:
        if clause.table == DEFINITIONS:
            yield from definition_blocks(agreement.definitions, phrases, clause.id)

    yield from clause_blocks(agreement.clauses, phrases, after)


def _execution(agreement: Agreement, executed: tuple[Executed, ...]) -> Iterator[Block]:
    if agreement.execution is None:
        return
    deed = agreement.execution.form == "deed"
    said = (
        "This document has been executed as a deed and is delivered and takes effect on the date stated at the "
        "beginning of it."
        if deed
        else "This Agreement has been entered into on the date stated at the beginning of it."
    )
    heading, form = Origin(EXECUTION, "heading"), Origin(EXECUTION, "form")
    yield Paragraph(Style.EXECUTION_HEADING, (composed("Execution"),), EXECUTION, keep_next=True, origin=heading)
    yield Paragraph(Style.CLAUSE_TEXT, (composed(said),), keep_next=True, origin=form)
    yield from execution_blocks(agreement, executed[0] if executed else None)
