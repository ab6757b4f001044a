"""Which records a test means: their kind, and what they say. Shared by the predicates about records."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from section75.language.denial import denied, looks_for_denial
from section75.language.patterns import Pattern
from section75.model import Record
from section75.reviews.outcome import Outcome
from section75.reviews.predicates.values import Values
from section75.reviews.subject import Subject
from section75.value import dataclass

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
    is_negative: bool = False
    """Whether the words that are looked for deny something themselves."""

    @property
    def by_words(self) -> bool:
        """Whether it takes words to tell the records that are meant from others of their kind."""
        return bool(self.words or self.presented or self.consulted)

    def is_any(self, subject: Subject) -> bool:
        """Whether there is a record of the kind at all, so that the one that is meant may only be worded otherwise."""
        return self.by_words and any(record.kind == self.kind for record in subject.done)

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
                self.words is None or _says(_text(record, names), self.words, self.is_negative),
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
        is_negative=looks_for_denial(values.word("words", absent="")),
    )


def enough(found: Collection[Record], least: int, otherwise: str, is_any: bool) -> Outcome:
    """Whether at least so many records were found; `otherwise` says what is missing.

    `is_any`: whether there are others of their kind, one of which may be what is meant, in other words.
    """
    met = len(found) >= least
    where = tuple(record.id for record in found)
    return Outcome(met, where, "" if met else otherwise, by_words=is_any and not met)


def _says(text: str, words: Pattern, is_negative: bool) -> bool:
    return words(text) and (is_negative or not denied(text, words))


def _text(record: Record, names: Mapping[str, str]) -> str:
    group = f"{record.group} {names.get(record.group, '')}"
    said = (record.title, record.by, group, " ".join(record.covers), record.outcome, record.decision)
    return " ".join(part.strip() for part in said if part.strip())
