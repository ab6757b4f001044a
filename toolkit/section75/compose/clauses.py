"""Clauses and paragraphs of schedules as blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from section75.compose.phrases import Phrases, bold
from section75.document import Block, Label, Paragraph, Runs, Style, Text
from section75.model import Clause, Definition

After = Callable[[Clause], Iterable[Block]]
"""What prints after the text of a clause: its tables, or the definitions."""

AS_IT_STANDS = re.compile(r"(?:means?|has|have|includes?|shall|is|are)\b|:")
"""A meaning that brings its own verb."""


def clause_blocks(clauses: tuple[Clause, ...], phrases: Phrases, after: After) -> Iterator[Block]:
    """The clauses of the agreement itself."""
    yield from _blocks(clauses, phrases, after, "clauses", Style.CLAUSE_HEADING, Style.CLAUSE, Style.CLAUSE_TEXT)


def paragraph_blocks(clauses: tuple[Clause, ...], within: str, phrases: Phrases, after: After) -> Iterator[Block]:
    """The paragraphs of a schedule, a Part or an appendix, counted in a list of their own."""
    styles = (Style.PARAGRAPH_HEADING, Style.PARAGRAPH, Style.PARAGRAPH_TEXT)
    yield from _blocks(clauses, phrases, after, within, *styles)


def definition_blocks(definitions: tuple[Definition, ...], phrases: Phrases, at: str) -> Iterator[Block]:
    """Definitions, the term in bold. "means" is put in where the meaning does not bring its own verb."""
    for definition in definitions:
        paragraphs = phrases.paragraphs(definition.meaning, at)
        joint = " " if AS_IT_STANDS.match(definition.meaning) else " means "
        first = (Text(definition.term, bold=True), Text(joint), *paragraphs[0])
        yield Paragraph(Style.DEFINITION, first, definition.id, kind="definition")
        for runs in paragraphs[1:]:
            yield Paragraph(Style.DEFINITION, runs, kind="definition")


def _blocks(
    clauses: tuple[Clause, ...],
    phrases: Phrases,
    after: After,
    counted: str,
    heading: Style,
    body: Style,
    continued: Style,
    level: int = 0,
) -> Iterator[Block]:
    for clause in clauses:
        label = Label(counted, level, phrases.numbers[clause.id].label)
        kind = "clause" if counted == "clauses" else "paragraph"
        yield from _opening(clause, phrases, label, heading if level == 0 else body, continued, kind)
        yield from after(clause)
        yield from _blocks(clause.clauses, phrases, after, counted, heading, body, continued, level + 1)
        for runs in phrases.paragraphs(clause.closing, clause.id) if clause.closing else ():
            yield Paragraph(continued, runs, level=level, kind=kind)


def _opening(
    clause: Clause, phrases: Phrases, label: Label, style: Style, continued: Style, kind: str
) -> Iterator[Block]:
    """The numbered paragraph of a clause and whatever of its text follows it."""
    paragraphs = list(phrases.paragraphs(clause.text, clause.id, capital=label.level < 2) if clause.text else ())
    leads = bool(clause.clauses or clause.table)
    level = label.level
    if clause.not_used:
        yield Paragraph(style, (Text("Not used", italic=True),), clause.id, label, level, kind=kind)
        return
    if level == 0 and clause.heading:
        first: Runs = phrases.line(clause.heading, clause.id)
        yield Paragraph(style, first, clause.id, label, level, keep_next=True, kind=kind)
    else:
        first = paragraphs.pop(0) if paragraphs else ()
        if clause.heading:
            named = bold(phrases.line(clause.heading, clause.id))
            first = (*named, Text(": ", bold=True), *first) if first else named
        plain_style = _without_heading(style)
        yield Paragraph(plain_style, first, clause.id, label, level, keep_next=leads and not paragraphs, kind=kind)
    for index, runs in enumerate(paragraphs, 1):
        last = index == len(paragraphs)
        yield Paragraph(continued, runs, level=level, keep_next=leads and last, kind=kind)


def _without_heading(style: Style) -> Style:
    """A first-level clause without a heading prints as an ordinary numbered paragraph."""
    return {Style.CLAUSE_HEADING: Style.CLAUSE, Style.PARAGRAPH_HEADING: Style.PARAGRAPH}.get(style, style)
