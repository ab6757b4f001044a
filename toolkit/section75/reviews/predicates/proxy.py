"""A member of a group has a proxy, who is named by role."""

from __future__ import annotations

from section75.model.rows import Member
from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, Run
from section75.reviews.predicates.values import Values
from section75.reviews.subject import Subject


def _prepare(values: Values) -> Run:
    group, principal, deputy = (values.pattern(name) for name in ("group", "of", "by"))

    def run(subject: Subject) -> Outcome:
        groups = [each for each in subject.groups.values() if group(each.name)]
        seats: dict[str, Member] = {member.id: member for g in groups for member in g.members}
        if not any(principal(seat.role) for seat in seats.values()):
            return Outcome(False, (), "nobody with that role sits on the group", by_words=True)
        found = [
            seat
            for seat in seats.values()
            if seat.standing == "proxy"
            and deputy(seat.role)
            and seat.proxy_for in seats
            and principal(seats[seat.proxy_for].role)
        ]
        where = tuple(seat.id for seat in found)
        return Outcome(bool(found), where, "" if found else "that member has no proxy of that role", by_words=not found)

    return run


PROXY = Predicate(
    "proxy",
    "A member of a group has a proxy of a role that is named.",
    "group, of and by, patterns for the group and for the roles of the member and of the proxy",
    _prepare,
)
