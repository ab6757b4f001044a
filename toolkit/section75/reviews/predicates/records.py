"""Which records a test means: their kind, and what they say. Shared by the predicates about records."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from section75.language.patterns import Pattern
from section75.model import Record
from section75.reviews.outcome import Outcome
from section75.reviews.predicates.values import Values
from section75.reviews.subject import Subject

TAKES = (
    "kind; words, a pattern; presented, a pattern for the group or body; consulted, a list of patterns; parties, how "
    "many agreed it; sampled; decided"
)
"""The values that `wanted` reads, as a hint."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The records that are meant."""

    kind: str
    words: Pattern | None
    """What its title, outcome or decision, its group or those who made it have to say."""
    presented: Pattern | None
    """A group or body to which it was put."""
    consulted: Collection[Pattern]
    """Each is somebody who was consulted."""
    parties: int
    """How many parties took part, at least."""
    sampled: bool
    """It says how many cases it read."""
    decided: bool
    """It says what was decided."""

    @property
    def name(self) -> str:
        """The kind of record in words."""
        return self.kind.replace("-", " ")

    def among(self, subject: Subject) -> list[Record]:
        """Those records of what was done that are meant, in order."""
        names: dict[str, str] = {group.id: group.name for group in subject.groups.values()}
        return [record for record in subject.done if record.kind == self.kind and self._means(record, names)]

    def _means(self, record: Record, names: Mapping[str, str]) -> bool:
        put_to = [word for p in record.presented for word in (p.to, names.get(p.to, p.to))]
        return all(
            (
                self.words is None or self.words(_text(record, names)),
                self.presented is None or any(map(self.presented, put_to)),
                all(any(map(matches, record.consulted)) for matches in self.consulted),
                len(record.parties) >= self.parties,
                record.sample or not self.sampled,
                record.decision or not self.decided,
            )
        )


def wanted(values: Values) -> Wanted:
    """The records that the values of an item mean."""
    return Wanted(
        kind=values.word("kind"),
        words=values.maybe("words"),
        presented=values.maybe("presented"),
        consulted=values.patterns("consulted", absent=()).values(),
        parties=values.number("parties", absent=0),
        sampled=values.flag("sampled"),
        decided=values.flag("decided"),
    )


def enough(found: Collection[Record], least: int, otherwise: str) -> Outcome:
    """Met where at least so many records were found; `otherwise` says what is missing."""
    met = len(found) >= least
    return Outcome(met, tuple(record.id for record in found), "" if met else otherwise)


def _text(record: Record, names: Mapping[str, str]) -> str:
    group = f"{record.group} {names.get(record.group, '')}"
    return f"{record.title} {record.by} {group} {' '.join(record.covers)} {record.outcome} {record.decision}"
