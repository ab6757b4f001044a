"""Clauses that would print without words, without a number, or without their table."""

from __future__ import annotations

from collections.abc import Iterator

from section75.checks.case import Case
from section75.findings import WARNING, Remark
from section75.model import Clause, Schedule
from section75.model.walk import Thing, every, walk
from section75.numbering import DEEPEST
from section75.numbering.tables import DEFINITIONS, FACTS, placed_tables


def clause_form(case: Case) -> Iterator[Remark]:
    """`empty-clause`, `too-many-levels`, `no-heading` and `unknown-table`."""
    for clause in case.agreement.clauses:
        if not clause.heading and not clause.not_used:
            hint = "give it a heading; boards find their way by headings"
            yield Remark("no-heading", "the clause has no heading", clause.id, hint=hint, severity=WARNING)
    for thing in walk(case.agreement):
        if isinstance(thing.value, Clause):
            yield from _empty(thing.value)
            yield from _deep(thing)
    yield from _tables_of_agreement(case)
    for schedule in case.agreement.schedules:
        yield from _tables(schedule)


def _empty(clause: Clause) -> Iterator[Remark]:
    says = clause.heading or clause.text or clause.clauses or clause.table or clause.closing
    if not says and not clause.not_used:
        hint = "give it text, or not_used: true to keep its number"
        yield Remark("empty-clause", "the clause has no words", clause.id, hint=hint)
    if says and clause.not_used:
        hint = "remove its words, or remove not_used"
        yield Remark(
            "empty-clause", "the clause is marked as not used but has words", clause.id, at="not_used", hint=hint
        )


def _deep(thing: Thing) -> Iterator[Remark]:
    """A sub-clause one level too deep; what stands below it is not told again."""
    if sum(isinstance(holder, Clause) for holder in thing.holders) == DEEPEST:
        hint = "numbers go five levels deep: 1, 1.1, (a), (i), (A); split the clause"
        yield Remark("too-many-levels", "the sub-clause is too deep to be numbered", thing.value.id, hint=hint)


def _tables_of_agreement(case: Case) -> Iterator[Remark]:
    for top in case.agreement.clauses:
        for clause in every(Clause, top):
            if clause.table and clause.table != DEFINITIONS:
                yield _unknown(
                    clause, "only the definitions can print among the clauses", "put the table in a schedule"
                )


def _tables(schedule: Schedule) -> Iterator[Remark]:
    placed = {(table.clause, table.name or table.id) for table in placed_tables(schedule)}
    appended = {clause.id for appendix in schedule.appendices for clause in every(Clause, appendix)}
    for clause in every(Clause, schedule):
        name = clause.table
        if not name or name == DEFINITIONS or (clause.id, name) in placed:
            continue
        if clause.id in appended:
            hint = "put the table among the tables of the appendix, or place it in the body of the schedule"
            yield _unknown(clause, f"an appendix prints only its own tables, and {name} is none of them", hint)
        elif any(name == known for _, known in placed) or name == FACTS:
            yield _unknown(clause, f"{name} is already placed elsewhere", "place each table once")
        else:
            yield _unknown(clause, f"the schedule has no {name} to print", f"one of: {', '.join(_names(schedule))}")


def _names(schedule: Schedule) -> list[str]:
    return [DEFINITIONS, *(table.name or table.id for table in placed_tables(schedule))]


def _unknown(clause: Clause, message: str, hint: str) -> Remark:
    return Remark("unknown-table", message, clause.id, at="table", hint=hint)
