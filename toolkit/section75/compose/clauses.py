"""Clauses and paragraphs of schedules as blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from section75.compose.phrases import Phrases, bold, composed, of_field
from section75.document import Body, Label, Origin, Paragraph, Style, Text
from section75.model import Clause, Definition

After = Callable[[Clause], Iterable[Body]]
"""What prints after the text of a clause: its tables, or the definitions."""

AS_IT_STANDS = re.compile(r"(?:means?|has|have|includes?|shall|is|are)\b|:")
"""A meaning that brings its own verb."""


def clause_blocks(clauses: tuple[Clause, ...], phrases: Phrases, after: After) -> Iterator[Body]:
    """The clauses of the agreement itself."""
    yield from _blocks(clauses, phrases, after, "clauses", Style.CLAUSE_HEADING, Style.CLAUSE, Style.CLAUSE_TEXT)


def paragraph_blocks(clauses: tuple[Clause, ...], within: str, phrases: Phrases, after: After) -> Iterator[Body]:
    """The paragraphs of a schedule, a Part or an appendix, counted in a list of their own."""
    styles = (Style.PARAGRAPH_HEADING, Style.PARAGRAPH, Style.PARAGRAPH_TEXT)
    yield from _blocks(clauses, phrases, after, within, *styles)


def definition_blocks(definitions: tuple[Definition, ...], phrases: Phrases, at: str) -> Iterator[Body]:
    """Definitions, the term in bold. "means" is put in where the meaning does not bring its own verb."""
    for definition in definitions:
        paragraphs = phrases.paragraphs(definition.meaning, at)
        joint = " " if AS_IT_STANDS.match(definition.meaning) else " means "
        first = (Text(definition.term, bold=True, field="term"), composed(joint), *paragraphs[0])
        for nth, runs in enumerate((first, *paragraphs[1:]), 1):
            origin = Origin(definition.id, "meaning", nth)
            identity = definition.id if nth == 1 else ""
            yield Paragraph(Style.DEFINITION, runs, identity, kind="definition", origin=origin)


def _blocks(
    clauses: tuple[Clause, ...],
    phrases: Phrases,
    after: After,
    counted: str,
    heading: Style,
    body: Style,
    continued: Style,
    level: int = 0,
) -> Iterator[Body]:
    for clause in clauses:
        label = phrases.label(clause.id, counted, level)
        kind = "clause" if counted == "clauses" else "paragraph"
        yield from _opening(clause, phrases, label, heading if level == 0 else body, continued, kind)
        yield from after(clause)
        yield from _blocks(clause.clauses, phrases, after, counted, heading, body, continued, level + 1)
        closing = phrases.paragraphs(clause.closing, clause.id) if clause.closing else ()
        for nth, runs in enumerate(closing, 1):
            yield Paragraph(continued, runs, level=level, kind=kind, origin=Origin(clause.id, "closing", nth))


def _opening(
    clause: Clause, phrases: Phrases, label: Label, style: Style, continued: Style, kind: str
) -> Iterator[Body]:
    """The numbered paragraph of a clause and whatever of its text follows it."""
    texts = phrases.paragraphs(clause.text, clause.id, capital=label.level < 2) if clause.text else ()
    paragraphs = [(runs, Origin(clause.id, "text", nth)) for nth, runs in enumerate(texts, 1)]
    leads = bool(clause.clauses or clause.table)
    level = label.level
    if clause.not_used:
        said = (composed("Not used", slanted=True),)
        yield Paragraph(style, said, clause.id, label, level, kind=kind, origin=Origin(clause.id, "not_used"))
        return
    heading = phrases.line(clause.heading, clause.id) if clause.heading else ()
    if level == 0 and heading:
        origin = Origin(clause.id, "heading")
        yield Paragraph(style, heading, clause.id, label, level, keep_next=True, kind=kind, origin=origin)
    else:
        first, origin = paragraphs.pop(0) if paragraphs else ((), Origin(clause.id, "text"))
        if heading:
            named = of_field(bold(heading), "heading")
            first = (*named, composed(": ", strong=True), *first) if first else named
        plain_style = _without_heading(style)
        keep = leads and not paragraphs
        yield Paragraph(plain_style, first, clause.id, label, level, keep_next=keep, kind=kind, origin=origin)
    for index, (runs, origin) in enumerate(paragraphs, 1):
        last = index == len(paragraphs)
        yield Paragraph(continued, runs, level=level, keep_next=leads and last, kind=kind, origin=origin)


def _without_heading(style: Style) -> Style:
    """A first-level clause without a heading prints as an ordinary numbered paragraph."""
    return {Style.CLAUSE_HEADING: Style.CLAUSE, Style.PARAGRAPH_HEADING: Style.PARAGRAPH}.get(style, style)
