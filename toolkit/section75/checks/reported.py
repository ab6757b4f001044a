"""Figures that were reported: vacancies by day and results by period, against the totals that a source states."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from section75.checks.case import Case
from section75.findings import Remark
from section75.model.schedules import PerformanceSchedule, WorkforceSchedule

ROUNDED = Decimal("0.5")
"""How far a stated mean may lie from the mean of what is shown, in the unit of the indicator."""


def reported(case: Case) -> Iterator[Remark]:
    """`uneven-row` and `wrong-total` for posts and results."""
    for schedule in case.agreement.schedules:
        if isinstance(schedule, WorkforceSchedule):
            yield from _posts(schedule)
        if isinstance(schedule, PerformanceSchedule):
            yield from _results(schedule)


def _posts(schedule: WorkforceSchedule) -> Iterator[Remark]:
    days = len(schedule.counted_on)
    counts = [(post.id, "vacant", len(post.vacant)) for post in schedule.posts]
    if schedule.stated_vacant:
        counts.append((schedule.id, "stated_vacant", len(schedule.stated_vacant)))
    uneven = [(owner, path, count) for owner, path, count in counts if count != days]
    for owner, path, count in uneven:
        message = f"figures given: {count}; days of counting: {days}"
        yield Remark("uneven-row", message, owner, path, "", ("give one figure for each day under counted_on",))
    if uneven:
        return
    for index, stated in enumerate(schedule.stated_vacant):
        found = sum((post.vacant[index] for post in schedule.posts), Decimal(0))
        if found != stated:
            message = f"{stated} vacancies are stated and the posts come to {found}"
            hints = ("correct the total or a post",)
            yield Remark("wrong-total", message, schedule.id, f"stated_vacant.{index}", "", hints)


def _results(schedule: PerformanceSchedule) -> Iterator[Remark]:
    aggregation: dict[str, str] = {indicator.id: indicator.aggregation for indicator in schedule.indicators}
    for result in schedule.results:
        if len(result.values) not in (0, len(schedule.periods)):
            message = f"values given: {len(result.values)}; periods: {len(schedule.periods)}"
            yield Remark("uneven-row", message, result.id, "values", "", ("give one value for each period, or none",))
        elif result.values and result.stated is not None and not result.remark:
            rule = aggregation.get(result.indicator, "none")
            expected = _expected(rule, result.values, result.whole_year)
            if expected is not None and not _meets(rule, result.stated, expected):
                message = f"{result.stated} is stated and the values shown give {expected} by the rule of the indicator"
                hints = ("correct it, choose the aggregation that was used, or say under remark how it came about",)
                yield Remark("wrong-total", message, result.id, "stated", "", hints)


def _expected(rule: str, values: tuple[Decimal, ...], whole: bool) -> Decimal | None:
    """The figure for the year by the rule of the indicator; None where the periods shown do not settle it."""
    if rule == "last":
        return values[-1]
    if rule == "sum" and whole:
        return sum(values, Decimal(0))
    if rule == "mean" and whole:
        return sum(values, Decimal(0)) / len(values)
    return None


def _meets(rule: str, stated: Decimal, expected: Decimal) -> bool:
    return abs(stated - expected) <= (ROUNDED if rule == "mean" else 0)
