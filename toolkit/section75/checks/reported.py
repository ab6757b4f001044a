"""Reported figures, vacancies by day and results by period, checked against the stated totals."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from section75.checks.case import Case
from section75.findings import Remark
from section75.model.operations import IndicatorResult
from section75.model.rows import Indicator
from section75.model.schedules import PerformanceSchedule, WorkforceSchedule

ROUNDED = Decimal("0.5")
"""How far a stated mean may be from the mean of the values shown, in the unit of the indicator."""
IN_A_YEAR = {"monthly": 12, "two-monthly": 6, "quarterly": 4, "six-monthly": 2}
"""Periods in a year, by how often an indicator is reported."""
WHOLE = Decimal(100)


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
        yield Remark("uneven-row", message, owner, at=path, hint="give one figure for each day under counted_on")
    if uneven:
        return
    for index, stated in enumerate(schedule.stated_vacant):
        found = sum((post.vacant[index] for post in schedule.posts), Decimal(0))
        if found != stated:
            message = f"{stated} vacancies are stated, but the posts add up to {found}"
            hint = "correct the total or a post"
            yield Remark("wrong-total", message, schedule.id, at=f"stated_vacant.{index}", hint=hint)


def _results(schedule: PerformanceSchedule) -> Iterator[Remark]:
    indicators: dict[str, Indicator] = {indicator.id: indicator for indicator in schedule.indicators}
    for result in schedule.results:
        if len(result.values) not in (0, len(schedule.periods)):
            message = f"values given: {len(result.values)}; periods: {len(schedule.periods)}"
            yield Remark("uneven-row", message, result.id, at="values", hint="give one value for each period, or none")
        elif result.values and result.stated is not None and result.indicator in indicators and not result.remark:
            problem = _problem(indicators[result.indicator], result, result.stated)
            if problem:
                hint = "correct it, choose the aggregation that was used, or explain it under remark"
                yield Remark("wrong-total", problem, result.id, at="stated", hint=hint)


def _problem(indicator: Indicator, result: IndicatorResult, stated: Decimal) -> str:
    """What is wrong with a stated figure by the rule of its indicator; "" where nothing is, or nobody can tell."""
    values = tuple(value for value in result.values if isinstance(value, Decimal))
    rule, problem = indicator.aggregation, ""
    if rule == "none":
        problem = f"{stated} is stated, but its indicator is not aggregated"
    elif rule == "last" and values:
        problem = _differs(stated, values[-1], Decimal(0))
    elif result.whole_year and values:
        total = sum(values, Decimal(0))
        expected = total if rule == "sum" else total / len(values)
        problem = _differs(stated, expected, ROUNDED if rule == "mean" else Decimal(0))
    elif values:
        problem = _impossible(indicator, values, stated)
    return problem


def _differs(stated: Decimal, expected: Decimal, tolerance: Decimal) -> str:
    if abs(stated - expected) <= tolerance:
        return ""
    return f"{stated} is stated, but the values shown give {expected} by the rule of the indicator"


def _impossible(indicator: Indicator, values: tuple[Decimal, ...], stated: Decimal) -> str:
    """The periods that are not shown cannot bring a sum below what is shown, nor a percentage past 0 or 100."""
    total, unseen = sum(values, Decimal(0)), IN_A_YEAR.get(indicator.frequency, 0) - len(values)
    if indicator.aggregation == "sum" and min(values) >= 0 and stated < total:
        return f"{stated} is stated as the sum, but the periods shown alone add up to {total}"
    if indicator.aggregation == "mean" and indicator.unit == "per-cent" and unseen >= 0:
        least, most = (total + unseen * each for each in (Decimal(0), WHOLE))
        periods = len(values) + unseen
        if not least / periods - ROUNDED <= stated <= most / periods + ROUNDED:
            return f"{stated} is stated as the mean, but the periods shown do not allow it"
    return ""
