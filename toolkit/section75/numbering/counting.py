"""Counting an agreement, list by list, as a word processor does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from section75.model import Agreement, Appendix, Clause, Definition, Part, Schedule
from section75.model.walk import every
from section75.numbering.entries import Entry, Numbers
from section75.numbering.held import Held, plain
from section75.numbering.labels import Form
from section75.numbering.number import Beginning, Count, Number, Position, level_form
from section75.numbering.tables import placed_tables
from section75.numbering.unused import TOP, with_unused
from section75.value import dataclass


def number(agreement: Agreement, held: Numbers | None = None) -> Numbers:
    """Number everything in an agreement that can be cited.

    `held` are the numbers of an executed version: what had a number there keeps it, and what is put in between gets
    a letter after the one before it, e.g. 14A. Where that version held the numbers of one before it, so does this. The
    number of what is gone has an entry too, as what prints there says that it is not used.
    """
    if held is None:
        return Numbers(_counted(agreement, None))
    holding = Held.of(held)
    entries = _counted(agreement, holding)
    numbers = Numbers(entries, holding.now_spent(entries.values()))
    if not numbers.spent:
        return numbers
    filled, unused = with_unused(agreement, numbers)
    return Numbers(_counted(filled, Held.of(numbers).joined(unused)), numbers.spent)


def _counted(agreement: Agreement, held: Held | None) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for entry in _Counting(held).entries(agreement):
        entries.setdefault(entry.id, entry)
    return entries


@dataclass(frozen=True, slots=True)
class _Counting:
    """Counts an agreement, list by list."""

    held: Held | None

    def entries(self, agreement: Agreement) -> Iterator[Entry]:
        """Everything that can be cited, in printed order."""
        for party in agreement.parties:
            yield Entry(party.id, "party", party.label, party.label)
        count = Count(0)
        for recital, place in self._placed(agreement.recitals, "recital", "", Form.UPPER):
            label, number = f"({place.written(Form.UPPER)})", TOP.below(place)
            beginning = count.beginning_of(recital.id, number)
            yield Entry(recital.id, "recital", label, label, number=number, beginning=beginning)
        for definition in every(Definition, agreement):
            yield Entry(definition.id, "term", definition.term, definition.term)
        yield from self._clauses(agreement.clauses, "clause", "", TOP)
        count = Count(0)
        for schedule, place in self._placed(agreement.schedules, "Schedule", "", Form.DECIMAL):
            yield from self._schedule(schedule, place, count)
        for block in agreement.execution.blocks if agreement.execution else ():
            party_of = agreement.party(block.party)
            yield Entry(block.id, "execution", "", party_of.label if party_of else block.party)

    def _clauses(
        self, clauses: tuple[Clause, ...], noun: str, within: str, above: Number, beginning: Beginning | None = None
    ) -> Iterator[Entry]:
        level = len(above.positions)
        form, count = level_form(level), Count(level, beginning)
        for clause, place in self._placed(clauses, noun, within, form, above):
            number = above.below(place)
            own = count.beginning_of(clause.id, number)
            yield Entry(clause.id, noun, number.label, number.full, within, number, own)
            if clause.clauses:
                yield from self._clauses(clause.clauses, noun, within, number, own)

    def _schedule(self, schedule: Schedule, place: Position, count: Count) -> Iterator[Entry]:
        heading = _headed(schedule, "Schedule", place, Form.DECIMAL, "", count)
        yield heading
        parts, appendices = Count(1, heading.beginning), Count(2, heading.beginning)
        yield from self._clauses(schedule.clauses, "paragraph", schedule.id, TOP)
        for part, position in self._placed(schedule.parts, "Part", schedule.id, Form.UPPER):
            yield _headed(part, "Part", position, Form.UPPER, schedule.id, parts)
            yield from self._clauses(part.clauses, "paragraph", part.id, TOP)
        for appendix, position in self._placed(schedule.appendices, "Appendix", schedule.id, Form.DECIMAL):
            yield _headed(appendix, "Appendix", position, Form.DECIMAL, schedule.id, appendices)
            yield from self._clauses(appendix.clauses, "paragraph", appendix.id, TOP)
        for table, position in self._placed(placed_tables(schedule), "Table", schedule.id, Form.DECIMAL):
            shown = position.written(Form.DECIMAL)
            yield Entry(table.id, "Table", f"Table {shown}", shown, schedule.id, TOP.below(position))
            for row_id, row in zip(table.row_ids, self._places(table.row_ids, "row", table.id), strict=True):
                shown = row.written(Form.DECIMAL)
                yield Entry(row_id, "row", shown, shown, table.id, TOP.below(row))

    def _placed(
        self, things: Sequence[Any], noun: str, within: str, form: Form, above: Number = TOP
    ) -> Iterator[tuple[Any, Position]]:
        """Each thing of a list and its place."""
        ids = [thing.id for thing in things]
        return zip(things, self._places(ids, noun, within, form, above), strict=True)

    def _places(
        self, ids: Sequence[str], noun: str, within: str, form: Form = Form.DECIMAL, above: Number = TOP
    ) -> list[Position]:
        return self.held.places_of((noun, within, above), ids, form) if self.held else plain(len(ids))


def _headed(
    section: Schedule | Part | Appendix, noun: str, place: Position, form: Form, within: str, count: Count
) -> Entry:
    label, number = f"{noun} {place.written(form)}", TOP.below(place)
    return Entry(section.id, noun, label, label, within, number, count.beginning_of(section.id, number))
