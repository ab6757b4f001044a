"""A schedule as blocks: heading, lead officer, definitions, Parts or paragraphs, tables, appendices."""

from __future__ import annotations

from collections.abc import Iterator

from section75.compose.clauses import definition_blocks, paragraph_blocks
from section75.compose.phrases import Phrases, composed
from section75.compose.tables import Drawer
from section75.document import Body, Origin, Paragraph, Style
from section75.language import british
from section75.model import Appendix, Clause, Part, Schedule
from section75.model.walk import every
from section75.numbering import Placed, placed_tables
from section75.numbering.tables import DEFINITIONS


def schedule_blocks(schedule: Schedule, phrases: Phrases) -> Iterator[Body]:
    """Everything a schedule prints."""
    yield _heading(schedule, Style.SCHEDULE_HEADING, 0, phrases)
    yield from _note(schedule, phrases)
    tables = placed_tables(schedule)
    drawer = Drawer(phrases)

    def after(clause: Clause) -> Iterator[Body]:
        if clause.table == DEFINITIONS:
            yield from definition_blocks(schedule.definitions, phrases, clause.id)
        for placed in tables:
            if placed.clause == clause.id:
                yield drawer.table(placed)

    if not any(clause.table == DEFINITIONS for clause in every(Clause, schedule)):
        yield from definition_blocks(schedule.definitions, phrases, schedule.id)
    yield from paragraph_blocks(schedule.clauses, schedule.id, phrases, after)
    for part in schedule.parts:
        yield _heading(part, Style.PART_HEADING, 1, phrases)
        yield from paragraph_blocks(part.clauses, part.id, phrases, after)
    yield from (drawer.table(placed) for placed in tables if not placed.clause and not _in_appendix(placed))
    for appendix in schedule.appendices:
        yield _heading(appendix, Style.APPENDIX_HEADING, 2, phrases)
        yield from _edition(appendix)
        yield from paragraph_blocks(appendix.clauses, appendix.id, phrases, after)
        yield from (drawer.table(placed) for placed in tables if not placed.clause and placed.holder is appendix)


def _in_appendix(placed: Placed) -> bool:
    return isinstance(placed.holder, Appendix)


def _heading(section: Schedule | Part | Appendix, style: Style, level: int, phrases: Phrases) -> Paragraph:
    label = phrases.label(section.id, "schedules", level)
    runs, origin = phrases.line(section.title, section.id), Origin(section.id, "title")
    return Paragraph(style, runs, section.id, label, keep_next=True, kind="schedule", origin=origin)


def _edition(appendix: Appendix) -> Iterator[Body]:
    """Version and day of adoption of a document that is appended, where they are known."""
    version = f"Version {appendix.version}" if appendix.version else ""
    adopted = f"adopted on {british.day(appendix.adopted)}" if appendix.adopted else ""
    said = ", ".join(part for part in (version, adopted) if part)
    if said:
        runs = (composed(said[0].upper() + said[1:]),)
        yield Paragraph(Style.SCHEDULE_NOTE, runs, kind="schedule", origin=Origin(appendix.id, "version"))


def _note(schedule: Schedule, phrases: Phrases) -> Iterator[Body]:
    if schedule.lead_officer:
        runs = (composed("Lead officer: ", strong=True), *phrases.line(schedule.lead_officer, schedule.id))
        yield Paragraph(Style.SCHEDULE_NOTE, runs, kind="schedule", origin=Origin(schedule.id, "lead_officer"))
