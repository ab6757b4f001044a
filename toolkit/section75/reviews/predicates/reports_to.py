"""A group reports, directly or through others, to the board at the top."""

from __future__ import annotations

from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, Run
from section75.reviews.predicates.values import Values
from section75.reviews.subject import Subject


def _prepare(values: Values) -> Run:
    low, high = values.pattern("group"), values.pattern("to")

    def run(subject: Subject) -> Outcome:
        groups = subject.groups
        start = next((g for g in groups.values() if low(g.name)), None)
        if start is None:
            return Outcome(False, (), "there is no such group", by_words=True)
        chain = [start]
        while chain[-1].reports_to in groups and groups[chain[-1].reports_to] not in chain:
            chain.append(groups[chain[-1].reports_to])
        where = tuple(group.id for group in chain)
        if high(chain[-1].name):
            return Outcome(True, where)
        said = f"the {start.name} reports no further than the {chain[-1].name}"
        return Outcome(False, where, said, by_words=True)

    return run


REPORTS_TO = Predicate(
    "reports-to", "A group reports up to the board at the top.", "group and to, patterns for their names", _prepare
)
