"""Numbers of clauses, schedules, Parts, tables and rows, and the words of references: computed, never stored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from section75.model import Agreement, Appendix, Clause, Part, Schedule
from section75.numbering.labels import DEEPEST, clause_label, full_label, letters
from section75.numbering.tables import Placed, placed_tables

__all__ = ["DEEPEST", "Entry", "Live", "Numbers", "Piece", "Placed", "number", "placed_tables"]


@dataclass(frozen=True, slots=True)
class Entry:
    """The number of one thing that can be cited."""

    id: str
    noun: str
    """clause, paragraph, recital, Schedule, Part, Appendix, Table, row, term, party or execution."""
    label: str
    """As printed at the thing itself, e.g. (a)."""
    full: str
    """As cited, e.g. 12.3(a)."""
    within: str = ""
    """Id of the schedule, Part, appendix or table that holds it."""


@dataclass(frozen=True, slots=True)
class Live:
    """The part of a reference that follows its target: a field in Word, a link in HTML."""

    target: str
    shown: str
    form: str
    """number (alone), full (with the levels above it) or words (those of the target)."""


Piece = str | Live

FORMS = {
    "clause": "full",
    "paragraph": "full",
    "recital": "number",
    "Schedule": "number",
    "Part": "number",
    "Appendix": "number",
    "Table": "words",
    "row": "words",
    "term": "words",
}
"""How the live part of a reference to each noun follows its target."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """Every number of an agreement, by id."""

    entries: dict[str, Entry]

    def __getitem__(self, target: str) -> Entry:
        return self.entries[target]

    def __contains__(self, target: object) -> bool:
        return target in self.entries

    def cite(self, target: str, at: str) -> tuple[Piece, ...]:
        """The words of a reference to `target` from within the thing `at` (an id, or "" for the agreement's clauses).

        "clause 12.3"; "paragraph 4 of Part A of Schedule 2"; "paragraph 4" from inside it. Raises KeyError where
        there is nothing of that id to cite.
        """
        entry = self.entries[target]
        pieces = list(_own_pieces(entry))
        around = set(self._chain(at))
        within = entry.within
        while within and within not in around:
            pieces += [" of ", *_own_pieces(self.entries[within])]
            within = self.entries[within].within
        return tuple(pieces)

    def in_words(self) -> dict[str, str]:
        """How everything that can be cited is cited from outside, by id: "paragraph 4 of Schedule 2"."""
        return {
            target: "".join(piece.shown if isinstance(piece, Live) else piece for piece in self.cite(target, ""))
            for target in self.entries
        }

    def _chain(self, at: str) -> Iterator[str]:
        while at in self.entries:
            yield at
            at = self.entries[at].within


def _own_pieces(entry: Entry) -> tuple[Piece, ...]:
    """The words for one thing, without what holds it."""
    live = Live(entry.id, entry.full, FORMS.get(entry.noun, ""))
    match entry.noun:
        case "clause" | "paragraph" | "recital" | "Table" | "row":
            return (f"{entry.noun} ", live)
        case "Schedule" | "Part" | "Appendix":
            return (live,)
        case "term":
            return ("the definition of \u201c", live, "\u201d")
        case "execution":
            return (f"the execution by {entry.full}",)
    return (entry.full,)


def number(agreement: Agreement) -> Numbers:
    """Number everything in an agreement that can be cited."""
    entries: dict[str, Entry] = {}
    for entry in _entries(agreement):
        entries.setdefault(entry.id, entry)
    return Numbers(entries)


def _entries(agreement: Agreement) -> Iterator[Entry]:
    for party in agreement.parties:
        yield Entry(party.id, "party", party.label, party.label)
    for index, recital in enumerate(agreement.recitals, 1):
        label = f"({letters(index).upper()})"
        yield Entry(recital.id, "recital", label, label)
    for definition in agreement.all_definitions():
        yield Entry(definition.id, "term", definition.term, definition.term)
    yield from _clauses(agreement.clauses, "clause", "")
    for index, schedule in enumerate(agreement.schedules, 1):
        yield from _schedule(schedule, index)
    for block in agreement.execution.blocks if agreement.execution else ():
        party_of = agreement.party(block.party)
        yield Entry(block.id, "execution", "", party_of.label if party_of else block.party)


def _clauses(clauses: tuple[Clause, ...], noun: str, within: str, above: tuple[int, ...] = ()) -> Iterator[Entry]:
    for index, clause in enumerate(clauses, 1):
        positions = (*above, index)
        yield Entry(clause.id, noun, clause_label(positions), full_label(positions), within)
        yield from _clauses(clause.clauses, noun, within, positions)


def _schedule(schedule: Schedule, index: int) -> Iterator[Entry]:
    label = f"Schedule {index}"
    yield Entry(schedule.id, "Schedule", label, label)
    yield from _clauses(schedule.clauses, "paragraph", schedule.id)
    for position, part in enumerate(schedule.parts, 1):
        yield from _section(part, "Part", f"Part {letters(position).upper()}", schedule.id)
    for position, appendix in enumerate(schedule.appendices, 1):
        yield from _section(appendix, "Appendix", f"Appendix {position}", schedule.id)
    for table in placed_tables(schedule):
        anchor = Entry(table.id, "Table", f"Table {table.number}", str(table.number), schedule.id)
        yield anchor
        for row, row_id in enumerate(table.row_ids, 1):
            yield replace(anchor, id=row_id, noun="row", label=str(row), full=str(row), within=table.id)


def _section(section: Part | Appendix, noun: str, label: str, schedule: str) -> Iterator[Entry]:
    yield Entry(section.id, noun, label, label, schedule)
    yield from _clauses(section.clauses, "paragraph", section.id)
