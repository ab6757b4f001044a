"""Two groups have a member in common: one role on both, or a seat that is named after the other group."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from section75.language.patterns import pattern
from section75.model.rows import Group
from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, Run
from section75.reviews.predicates.values import Values
from section75.reviews.subject import Subject


def _prepare(values: Values) -> Run:
    one, other = map(pattern, _two(values.words("groups")))

    def run(subject: Subject) -> Outcome:
        groups = subject.groups.values()
        pairs = [(a, b) for a in groups for b in groups if a is not b and one(a.name) and other(b.name)]
        if not pairs:
            return Outcome(False, (), "one of the two groups is missing", by_words=True)
        for a, b in pairs:
            common = (*_in_both(a, b), *_named(a, other), *_named(b, one))
            if common:
                return Outcome(True, common)
        a, b = pairs[0]
        return Outcome(False, (a.id, b.id), f"nobody is a member of both the {a.name} and the {b.name}")

    return run


def _in_both(a: Group, b: Group) -> Iterator[str]:
    """The seats of one group whose role sits on the other too, for the same party."""
    roles = {(member.role.casefold(), member.party) for member in b.members}
    for member in a.members:
        if (member.role.casefold(), member.party) in roles:
            yield member.id


def _named(group: Group, after: Callable[[str], bool]) -> Iterator[str]:
    """The seats of a group that are named after another."""
    for member in group.members:
        if after(member.role):
            yield member.id


def _two(names: tuple[str, ...]) -> tuple[str, ...]:
    if len(names) != 2:
        raise ValueError(f"groups are two patterns, not {len(names)}")
    return names


SHARED_MEMBER = Predicate(
    "shared-member", "Two groups have a member in common.", "groups, two patterns for their names", _prepare
)
