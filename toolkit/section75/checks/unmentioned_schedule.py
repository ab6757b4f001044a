"""Schedules that no clause mentions, so that nothing says what they are for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from section75.checks.case import Case
from section75.findings import WARNING, Remark
from section75.language import text
from section75.model import Schedule
from section75.model.units import Ref
from section75.model.walk import walk

BINDS_ITSELF = "action-plan"
"""The kind of schedule that says itself what the parties shall do; `check --action-plan` adds one."""


def unmentioned_schedule(case: Case) -> Iterator[Remark]:
    """`unmentioned-schedule`: nothing outside the schedule refers to it, or to anything in it, or names it."""
    inside: dict[str, str] = {}
    for schedule in case.agreement.schedules:
        inside |= {thing.value.id: schedule.id for thing in walk(schedule)}
    mentioned = {inside.get(target) for owner, target in _references(case) if inside.get(owner) != inside.get(target)}
    unlinked = [each for each in case.agreement.schedules if each.id not in mentioned and each.kind != BINDS_ITSELF]
    if unlinked:
        spoken = _spoken(case)
        yield from (_unmentioned(each) for each in unlinked if not _is_named(each, spoken, inside))


def _spoken(case: Case) -> list[tuple[str, str]]:
    """All prose that says "schedule", in small letters, and whose it is."""
    folded = ((leaf.owner, leaf.value.casefold()) for leaf in case.prose)
    return [(owner, words) for owner, words in folded if "schedule" in words]


def _is_named(schedule: Schedule, spoken: list[tuple[str, str]], inside: Mapping[str, str]) -> bool:
    """Whether words elsewhere speak of "the schedule on risk share" or "the risk share schedule"."""
    title = schedule.title.casefold()
    names = [f"schedule {joint} {article}{title}" for joint in ("on", "of", "for") for article in ("", "the ")]
    names.append(f"{title} schedule")
    elsewhere = (words for owner, words in spoken if title in words and inside.get(owner) != schedule.id)
    return any(name in words for words in elsewhere for name in names)


def _references(case: Case) -> Iterator[tuple[str, str]]:
    """The id of what refers and of what it refers to, in words and in fields."""
    for leaf in case.prose:
        if "#" in leaf.value:
            for run in text.parse(leaf.value).runs:
                if isinstance(run, text.Reference):
                    yield leaf.owner, run.target
    for leaf in case.leaves:
        if leaf.unit is Ref:
            yield leaf.owner, leaf.value


def _unmentioned(schedule: Schedule) -> Remark:
    return Remark(
        "unmentioned-schedule",
        f'no clause mentions the schedule "{schedule.title}"',
        schedule.id,
        at="title",
        hint=f"refer to it where it applies, as [](#{schedule.id}), or take it out of the list",
        severity=WARNING,
    )
