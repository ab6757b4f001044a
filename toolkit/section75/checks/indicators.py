"""Indicators and results: a target or a reason for none, a remark on a missed target, a unit that fits the name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from section75.checks.case import Case
from section75.findings import WARNING, Remark
from section75.language import british
from section75.model.operations import IndicatorResult
from section75.model.rows import Indicator
from section75.model.schedules import PerformanceSchedule

COUNTED = re.compile(r"(?i)\b(?:number|count) of\b")
"""Names that promise a number, e.g. "Number of reviews"."""


def indicators(case: Case) -> Iterator[Remark]:
    """`missing-target`, `unit-of-name` and `missed-target`."""
    for schedule in case.agreement.schedules:
        if isinstance(schedule, PerformanceSchedule):
            by_id: dict[str, Indicator] = {indicator.id: indicator for indicator in schedule.indicators}
            for indicator in schedule.indicators:
                yield from _target(indicator)
                yield from _unit(indicator)
            for result in schedule.results:
                if result.indicator in by_id:
                    yield from _silent(by_id[result.indicator], result)


def _target(indicator: Indicator) -> Iterator[Remark]:
    if indicator.target is None and not indicator.no_target:
        message = "the indicator has no target and no reason for having none"
        hint = "give a target in the unit of the indicator, or the reason under no_target"
        yield Remark("missing-target", message, indicator.id, hint=hint)
    if indicator.target is not None and indicator.no_target:
        message = "the indicator has both a target and a reason for having none"
        yield Remark("missing-target", message, indicator.id, at="no_target", hint="keep one of the two")


def _unit(indicator: Indicator) -> Iterator[Remark]:
    if indicator.unit == "per-cent" and COUNTED.search(indicator.name):
        message = "the name promises a number, but the unit is per cent"
        hint = "name it for the share that it measures, or change the unit"
        yield Remark("unit-of-name", message, indicator.id, at="name", hint=hint, severity=WARNING)


def _silent(indicator: Indicator, result: IndicatorResult) -> Iterator[Remark]:
    miss = result.miss(indicator)
    if miss and not (result.remark or result.plan):
        said, aim = (british.quantity(value, indicator.unit) for value in miss)
        message = f"{said} misses the target of {aim}, and nothing is said about it"
        hint = "say why under remark, and what is being done under plan"
        yield Remark("missed-target", message, result.id, hint=hint, severity=WARNING)
