"""Tables with more columns than a page or Word can show."""

from __future__ import annotations

from collections.abc import Iterator

from section75.checks.case import Case
from section75.findings import WARNING, Remark
from section75.model import Table
from section75.model.walk import every

MOST = 62
"""Columns beside that of the row numbers; Word opens no table with more than 63 (its documented limit)."""
READABLE = 14
"""Columns on an upright page: each then has a centimetre, room for a figure."""


def wide_table(case: Case) -> Iterator[Remark]:
    """`too-many-columns` and `narrow-columns`."""
    for schedule in case.agreement.schedules:
        for table in every(Table, schedule):
            count = len(table.columns)
            if count > MOST:
                message = f"the table has {count} columns; Word opens no more than {MOST} beside the row numbers"
                yield Remark("too-many-columns", message, table.id, at="columns", hint="make two tables of it")
            elif count > READABLE:
                message = f"the table has {count} columns, which are too narrow to read when printed"
                hint = f"make two tables of it, each with {READABLE} columns at most"
                yield Remark("narrow-columns", message, table.id, at="columns", hint=hint, severity=WARNING)
