"""Work plans: missing ratings, and work that is listed twice."""

from __future__ import annotations

from collections.abc import Iterator

from section75.checks.case import Case
from section75.findings import WARNING, Remark
from section75.model.operations import WorkItem
from section75.model.schedules import WorkPlanSchedule


def work_plan(case: Case) -> Iterator[Remark]:
    """`no-rating`, `rated-twice` and `same-reference`."""
    for schedule in case.agreement.schedules:
        if isinstance(schedule, WorkPlanSchedule):
            begun = any(item.second for item in schedule.items)
            for item in schedule.items:
                if begun and not item.second and not item.remark:
                    message = f"item {item.reference} has no rating under {schedule.second_rating or 'second'}"
                    hint = "give the rating, or say under remark why there is none"
                    yield Remark("no-rating", message, item.id, hint=hint, severity=WARNING)
            yield from _twice(schedule.items)


def _twice(items: tuple[WorkItem, ...]) -> Iterator[Remark]:
    references: dict[tuple[str, str, str], WorkItem] = {}
    deliverables: dict[tuple[str, str, str], WorkItem] = {}
    for item in items:
        whose = (item.reference, item.party, item.applies_to)
        if whose in references:
            message = f"another item has the reference {item.reference}"
            hint = "give each item a reference of its own, or say to whom each applies"
            yield Remark("same-reference", message, item.id, at="reference", hint=hint, severity=WARNING)
        references.setdefault(whose, item)
        work = (item.deliverable.strip().casefold(), item.party, item.applies_to)
        first = deliverables.setdefault(work, item)
        if first is not item and (first.first, first.second) != (item.first, item.second):
            message = f"item {first.reference} is the same work with other ratings"
            hint = "keep one of the two, or say how they differ"
            yield Remark("rated-twice", message, item.id, hint=hint, severity=WARNING)
