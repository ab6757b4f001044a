"""Which tables a schedule prints, in which order, and the rows of each.

Structured data prints where a paragraph names it under `table`; what no paragraph names prints at the end of the
schedule, or of the appendix that holds it. Numbers follow the printed order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from section75.model import Appendix, Clause, Part, Schedule, Table
from section75.model.row import Row
from section75.model.walk import every, lists
from section75.value import dataclass

DEFINITIONS = "definitions"
"""What a clause says under `table` where the definitions print; otherwise they print first."""
FACTS = "facts"
"""Name of the table of a schedule's single values."""
Tables = dict[str, tuple[Table, Any]]
"""A table and what holds it, by id."""
COMMON = frozenset(field.name for field in fields(Schedule)) - {"figures"}
"""What every schedule has and prints in a way of its own; its figures print like the lists of its kind."""


@dataclass(frozen=True, slots=True)
class Placed:
    """One printed table and its place in the schedule."""

    id: str
    """Of the table; for a list of data, schedule id and name; for a list inside a row, the row's id and name."""
    name: str
    """Name of the list that fills it, e.g. `indicators` or `members`; "" for a table with columns of its own."""
    number: int
    source: Any
    """The `Table`, or the tuple of rows."""
    holder: Any
    """The schedule, appendix or row that holds it."""
    clause: str
    """Id of the paragraph after which it prints; "" at the end of its section."""

    @property
    def row_ids(self) -> tuple[str, ...]:
        """The ids of its rows, in order."""
        rows = self.source.rows if isinstance(self.source, Table) else self.source
        return tuple(row.id for row in rows)


def placed_tables(schedule: Schedule) -> tuple[Placed, ...]:
    """The tables of a schedule in printed order, numbered from 1."""
    found: list[Placed] = []
    own: Tables = {table.id: (table, schedule) for table in schedule.tables}
    data = dict(data_lists(schedule))
    if _has_facts(schedule):
        data = {FACTS: (), **data}
    _place(found, schedule.id, _clauses(schedule, *schedule.parts), own, data, schedule)
    for appendix in schedule.appendices:
        tables: Tables = {table.id: (table, appendix) for table in appendix.tables}
        _place(found, schedule.id, _clauses(appendix), tables, {}, appendix)
    return tuple(found)


def data_lists(holder: Any) -> Iterator[tuple[str, tuple[Row, ...]]]:
    """The lists of rows of structured data that a schedule or a row holds, by name, empty ones left out."""
    return ((name, rows) for name, rows in lists(holder) if isinstance(rows[0], Row))


def _clauses(*sections: Schedule | Part | Appendix) -> list[Clause]:
    return [clause for section in sections for top in section.clauses for clause in every(Clause, top)]


def _has_facts(schedule: Schedule) -> bool:
    """Whether the schedule has single values of its kind, such as who bears an overspend."""
    own = (getattr(schedule, field.name) for field in fields(schedule) if field.name not in COMMON)
    return any(isinstance(value, str) and value for value in own)


def _place(
    found: list[Placed],
    schedule: str,
    clauses: list[Clause],
    tables: Tables,
    data: dict[str, tuple[Any, ...]],
    holder: Any,
) -> None:
    """Add the tables named by clauses, then those that none names, each once."""
    wanted: list[tuple[str, str]] = [(clause.table, clause.id) for clause in clauses if clause.table]
    named = {name for name, _ in wanted}
    wanted += [(name, "") for name in (*data, *tables) if name not in named]
    seen = set()
    for name, clause in wanted:
        if name in seen:
            continue
        seen.add(name)
        if name in data:
            found.append(Placed(f"{schedule}.{name}", name, len(found) + 1, data[name], holder, clause))
            for row in data[name]:
                for inner, rows in data_lists(row):
                    found.append(Placed(f"{row.id}.{inner}", inner, len(found) + 1, rows, row, clause))
        elif name in tables:
            table, owner = tables[name]
            found.append(Placed(table.id, "", len(found) + 1, table, owner, clause))
