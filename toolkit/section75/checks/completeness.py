"""What somebody must supply: a lead officer for each schedule."""

from __future__ import annotations

from collections.abc import Iterator

from section75.checks.case import Case
from section75.findings import Remark, Severity


def completeness(case: Case) -> Iterator[Remark]:
    """`no-lead-officer`."""
    for schedule in case.agreement.schedules:
        if not schedule.lead_officer:
            hints = ("name the role that keeps it current and answers for it to the board",)
            message = "nobody leads this schedule"
            yield Remark("no-lead-officer", message, schedule.id, "", "", hints, Severity.WARNING)
