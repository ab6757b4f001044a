"""What somebody must supply: a lead officer for each schedule, a target or the reason for none."""

from __future__ import annotations

from collections.abc import Iterator

from section75.checks.case import Case
from section75.findings import Remark, Severity
from section75.model.schedules import PerformanceSchedule


def completeness(case: Case) -> Iterator[Remark]:
    """`no-lead-officer` and `missing-target`."""
    for schedule in case.agreement.schedules:
        if not schedule.lead_officer:
            hints = ("name the role that keeps it current and answers for it to the board",)
            message = "nobody leads this schedule"
            yield Remark("no-lead-officer", message, schedule.id, "", "", hints, Severity.WARNING)
        if isinstance(schedule, PerformanceSchedule):
            yield from _targets(schedule)


def _targets(schedule: PerformanceSchedule) -> Iterator[Remark]:
    for indicator in schedule.indicators:
        if indicator.target is None and not indicator.no_target:
            hints = ("give a target in the unit of the indicator, or the reason under no_target",)
            yield Remark(
                "missing-target", "the indicator has no target and no reason for none", indicator.id, "", "", hints
            )
        if indicator.target is not None and indicator.no_target:
            message = "the indicator has a target and also a reason for none"
            yield Remark("missing-target", message, indicator.id, "no_target", "", ("keep one of the two",))
