"""Records of a kind were put to one body and then to another, in that order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from section75.model import Record
from section75.model.rows import Group
from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, Run
from section75.reviews.predicates.values import Values
from section75.reviews.subject import Subject

Matches = Sequence[Callable[[str], bool]]


def _prepare(values: Values) -> Run:
    kind, words = values.word("kind"), values.pattern("words", absent="")
    to = list(values.patterns("to").values())

    def run(subject: Subject) -> Outcome:
        if subject.today.isoformat() < subject.agreement.term.start:
            return Outcome(None, (), "it is not due before the term begins", is_later=True)
        found = [r for r in subject.done if r.kind == kind and words(f"{r.title} {r.outcome}")]
        if not found:
            others = any(record.kind == kind for record in subject.done)
            return Outcome(False, (), f"no {kind.replace('-', ' ')} of that type is recorded", by_words=others)
        wrong = [record.id for record in found if not _ordered(record, to, subject.groups)]
        said = f"{len(wrong)} of {len(found)} were not put to each body in that order" if wrong else ""
        return Outcome(not wrong, tuple(wrong) or tuple(r.id for r in found), said)

    return run


def _ordered(record: Record, to: Matches, groups: Mapping[str, Group]) -> bool:
    """Whether each body had it, and none before the body that comes first."""
    days = [
        min((p.on for p in record.presented if matches(groups[p.to].name if p.to in groups else p.to)), default="")
        for matches in to
    ]
    return all(days) and days == sorted(days)


PRESENTED_IN_ORDER = Predicate(
    "presented-in-order",
    "Records of a kind were put to one body and then to the next.",
    "kind; words, a pattern; to, a list of patterns for the groups or bodies, the first first",
    _prepare,
)
