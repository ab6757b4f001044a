"""What is still missing: a lead officer for each schedule."""

from __future__ import annotations

from collections.abc import Iterator

from section75.checks.case import Case
from section75.findings import WARNING, Remark


def completeness(case: Case) -> Iterator[Remark]:
    """`no-lead-officer`."""
    for schedule in case.agreement.schedules:
        if not schedule.lead_officer:
            message = "the schedule has no lead officer"
            hint = "name the role that keeps it current and answers for it to the board"
            yield Remark("no-lead-officer", message, schedule.id, hint=hint, severity=WARNING)
