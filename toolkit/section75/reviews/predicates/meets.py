"""A group meets as often as it should."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from section75.language import british
from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, Run
from section75.reviews.predicates.values import Values
from section75.reviews.subject import Subject

LONGEST = {
    "weekly": 10, "fortnightly": 20, "monthly": 45, "six-weekly": 55, "two-monthly": 75, "quarterly": 100,
    "six-monthly": 200, "annually": 400,
}  # fmt: skip
"""The most days between two meetings, by how often the group meets."""


def _prepare(values: Values) -> Run:
    matches = values.pattern("group")

    def run(subject: Subject) -> Outcome:
        group = next((group for group in subject.groups.values() if matches(group.name)), None)
        if group is None:
            return Outcome(False, (), "there is no such group", by_words=True)
        longest = LONGEST.get(group.frequency)
        if longest is None or subject.today.isoformat() < subject.agreement.term.start:
            return Outcome(None, (group.id,), f"{group.name} has no meeting due yet", is_later=True)
        held = sorted(
            date.fromisoformat(r.on) for r in subject.done if r.kind == "meeting" and str(r.group) == group.id
        )
        if not held and (subject.until - date.fromisoformat(subject.agreement.term.start)).days <= longest:
            return Outcome(None, (group.id,), f"the first meeting of the {group.name} is not due yet", is_later=True)
        if not held:
            return Outcome(False, (group.id,), f"no meeting of the {group.name} is recorded")
        days = [date.fromisoformat(subject.agreement.term.start), *held, subject.until]
        gap = max(((later - earlier).days, earlier) for earlier, later in pairwise(days))
        if gap[0] <= longest:
            return Outcome(True, (group.id,))
        return Outcome(
            False,
            (group.id,),
            f"the {group.name} did not meet for {gap[0]} days from {british.day(gap[1].isoformat())}",
        )

    return run


MEETS = Predicate(
    "meets", "A group meets as often as it should, by its recorded meetings.", "group, a pattern", _prepare
)
