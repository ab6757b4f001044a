"""Vacancies of each post, counted on several days, with totals that add up."""

from __future__ import annotations

from decimal import Decimal

from section75.model.schedules import WorkforceSchedule
from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, Run
from section75.reviews.predicates.values import Values
from section75.reviews.subject import Subject


def _prepare(values: Values) -> Run:
    least = values.number("counts", absent=1)

    def run(subject: Subject) -> Outcome:
        schedules = [s for s in subject.schedules(WorkforceSchedule) if any(post.vacant for post in s.posts)]
        if not schedules:
            return Outcome(False, (), "no vacancies are listed")
        for schedule in schedules:
            wrong = _wrong(schedule, least)
            if wrong:
                return Outcome(False, (schedule.id,), wrong)
        return Outcome(True, tuple(post.id for schedule in schedules for post in schedule.posts))

    return run


def _wrong(schedule: WorkforceSchedule, least: int) -> str:
    """What is wrong with the counts of a schedule; "" where nothing is."""
    days = len(schedule.counted_on)
    if days < least:
        return f"vacancies are counted on {days} days, not {least}"
    if any(len(post.vacant) != days for post in schedule.posts):
        return "a post has no count for one of the days"
    if len(schedule.stated_vacant) != days:
        return "no total is stated for one of the days"
    sums = [sum((post.vacant[index] for post in schedule.posts), Decimal(0)) for index in range(days)]
    out = [str(day) for day, found, stated in zip(schedule.counted_on, sums, schedule.stated_vacant, strict=True)
           if found != stated]  # fmt: skip
    return f"the posts do not add up to the total stated for {', '.join(out)}" if out else ""


VACANCIES = Predicate(
    "vacancies",
    "Vacancies are listed by post, on so many days, and add up to the totals stated.",
    "counts, on how many days at least",
    _prepare,
)
