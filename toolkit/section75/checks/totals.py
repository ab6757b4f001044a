"""Tables that do not add up: totals of columns and rows, cells for each column, numbers within their scale."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from section75.checks.case import Case
from section75.findings import Remark
from section75.language import british
from section75.model import Column, Table
from section75.model.schedules import FinanceSchedule, PerformanceSchedule, PooledFundSchedule
from section75.model.table import NUMERIC
from section75.model.walk import every

WHOLE = Decimal(100)


def totals(case: Case) -> Iterator[Remark]:
    """`wrong-total`, `uneven-row`, `wrong-cell` and `off-scale`."""
    for schedule in case.agreement.schedules:
        for table in every(Table, schedule):
            yield from _table(table)
        if isinstance(schedule, FinanceSchedule | PooledFundSchedule):
            yield from _contributions(schedule)
        if isinstance(schedule, PerformanceSchedule):
            yield from _targets(schedule)


def _table(table: Table) -> Iterator[Remark]:
    even = True
    for row in table.rows:
        if len(row.cells) != len(table.columns):
            even = False
            message = f"the row has {len(row.cells)} cells, but the table has {len(table.columns)} columns"
            yield Remark("uneven-row", message, row.id, at="cells", hint="give one cell for each column")
            continue
        for index, (cell, column) in enumerate(zip(row.cells, table.columns, strict=True)):
            yield from _cell(cell, column, row.id, index)
    if not even:
        return
    for index, column in enumerate(table.columns):
        if column.stated_total is not None:
            found = _sum(row.cells[index] for row in table.rows)
            yield from _differs(found, column.stated_total, table.tolerance, column.unit, column.id, "stated_total")
        if column.sum_of:
            yield from _across(table, index, column)


def _across(table: Table, index: int, column: Column) -> Iterator[Remark]:
    """Rows in which a column is not the sum of the columns that it adds up."""
    parts = [i for i, other in enumerate(table.columns) if str(other.id) in column.sum_of]
    for row in table.rows:
        stated = row.cells[index]
        if isinstance(stated, Decimal):
            found = _sum(row.cells[i] for i in parts)
            yield from _differs(found, stated, table.tolerance, column.unit, row.id, f"cells.{index}", "cells")


def _sum(cells: Iterable[str | Decimal]) -> Decimal:
    return sum((cell for cell in cells if isinstance(cell, Decimal)), Decimal(0))


def _cell(cell: str | Decimal, column: Column, row: str, index: int) -> Iterator[Remark]:
    path = f"cells.{index}"
    if column.unit in NUMERIC and not isinstance(cell, Decimal):
        hint = "write digits only, without quotation marks, pound sign or commas"
        yield Remark("wrong-cell", f"the column {column.heading} holds numbers", row, at=path, hint=hint)
    elif column.unit == "date" and not _is_day(cell):
        hint = "write year-month-day, e.g. 2018-04-01"
        yield Remark("wrong-cell", f"the column {column.heading} holds dates", row, at=path, hint=hint)
    elif isinstance(cell, Decimal) and not _on_scale(cell, column):
        least, most = ("any" if end is None else british.number(end) for end in (column.least, column.most))
        message = f"{cell} is outside the scale of {column.heading}, from {least} to {most}"
        yield Remark("off-scale", message, row, at=path, hint="check the figure and the scale")
    elif column.unit == "per-cent" and isinstance(cell, Decimal) and not 0 <= cell <= WHOLE:
        yield Remark("off-scale", f"{cell} per cent is outside 0 to 100", row, at=path, hint="check the figure")


def _on_scale(value: Decimal, column: Column) -> bool:
    return (column.least is None or value >= column.least) and (column.most is None or value <= column.most)


def _is_day(cell: str | Decimal) -> bool:
    try:
        date.fromisoformat(str(cell))
    except ValueError:
        return False
    return True


def _contributions(schedule: FinanceSchedule | PooledFundSchedule) -> Iterator[Remark]:
    years = len(schedule.years)
    rows = [(row.id, "amounts", row.amounts) for row in schedule.contributions]
    if schedule.stated_totals:
        rows.append((schedule.id, "stated_totals", schedule.stated_totals))
    even = True
    for owner, path, amounts in rows:
        if len(amounts) != years:
            even = False
            message = f"amounts given: {len(amounts)}; financial years: {years}"
            yield Remark("uneven-row", message, owner, at=path, hint="give one amount for each year")
    if even:
        tolerance = schedule.tolerance or Decimal(0)
        for index, stated in enumerate(schedule.stated_totals):
            found = sum((row.amounts[index] for row in schedule.contributions), Decimal(0))
            yield from _differs(found, stated, tolerance, "pounds", schedule.id, f"stated_totals.{index}")


def _differs(
    found: Decimal, stated: Decimal, tolerance: Decimal, unit: str, owner: str, path: str, parts: str = "rows"
) -> Iterator[Remark]:
    if abs(found - stated) > tolerance:
        said = f"{british.quantity(stated, unit)} is stated, but the {parts} add up to {british.quantity(found, unit)}"
        hint = "correct the total or a row, or declare a rounding difference under tolerance"
        yield Remark("wrong-total", f"the total of {said}", owner, at=path, hint=hint)


def _targets(schedule: PerformanceSchedule) -> Iterator[Remark]:
    for indicator in schedule.indicators:
        if indicator.unit == "per-cent" and indicator.target is not None and not 0 <= indicator.target <= WHOLE:
            message = f"a target of {indicator.target} per cent is outside 0 to 100"
            yield Remark("off-scale", message, indicator.id, at="target", hint="check the figure and the unit")
