"""Amounts of money with fractions of a penny."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from section75.checks.case import Case
from section75.findings import Remark
from section75.language.british import in_pence
from section75.model import Schedule, Table
from section75.model.schedules import PerformanceSchedule
from section75.model.units import Pounds
from section75.model.walk import every

POUNDS = "pounds"
TOLERANCE = "tolerance"
"""The field that says how far a sum may be out: it never prints."""
Amount = tuple[Any, str, str]
"""An amount, the id of its owner and the field."""


def pence(case: Case) -> Iterator[Remark]:
    """`fraction-of-penny`: an amount of money with more than two decimals; prints and totals would be rounded."""
    for value, owner, path in _amounts(case):
        if isinstance(value, Decimal) and value != in_pence(value):
            message = f"{value} pounds has more than two decimals"
            hint = "write pounds and whole pence, e.g. 1250.50"
            yield Remark("fraction-of-penny", message, owner, at=path, hint=hint)


def _amounts(case: Case) -> Iterator[Amount]:
    """Every amount of money, whether its field or a unit beside it says so."""
    for leaf in case.leaves:
        if leaf.unit is Pounds and leaf.path != TOLERANCE:
            yield leaf.value, leaf.owner, leaf.path
    for schedule in case.agreement.schedules:
        yield from _in_tables(schedule)
        yield from ((figure.value, figure.id, "value") for figure in schedule.figures if figure.unit == POUNDS)
        if isinstance(schedule, PerformanceSchedule):
            yield from _in_indicators(schedule)


def _in_tables(schedule: Schedule) -> Iterator[Amount]:
    for table in every(Table, schedule):
        for index, column in enumerate(table.columns):
            if column.unit == POUNDS:
                yield column.stated_total, column.id, "stated_total"
                for row in table.rows:
                    yield from ((cell, row.id, f"cells.{index}") for cell in row.cells[index : index + 1])


def _in_indicators(schedule: PerformanceSchedule) -> Iterator[Amount]:
    counted = {str(indicator.id) for indicator in schedule.indicators if indicator.unit == POUNDS}
    for indicator in schedule.indicators:
        if indicator.id in counted:
            yield indicator.target, indicator.id, "target"
    for row in schedule.results:
        if row.indicator in counted:
            yield row.stated, row.id, "stated"
            yield from ((value, row.id, f"values.{index}") for index, value in enumerate(row.values))
