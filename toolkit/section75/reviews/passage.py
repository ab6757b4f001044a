"""Everything that says something in some part of an agreement, as one text that a pattern is looked for in at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from section75.patterns import Pattern

PLAN = "action-plan"
"""Kind of the schedule in which what is wanting is only planned."""


@dataclass(frozen=True)
class Words:
    """Something that says something: a clause, a recital, a definition, a row."""

    id: str
    sort: str
    """`clauses`, `recitals`, `definitions`, or the name of the list in which a row stands."""
    kind: str
    """Kind of the schedule in which it stands; "" for the agreement itself."""
    text: str
    answers: tuple[str, ...]


class Passage:
    """Words joined, a line for each."""

    def __init__(self, words: Sequence[Words]) -> None:
        self.words = tuple(words)
        self._text = "\n".join(each.text for each in self.words)
        self._starts = [0, *accumulate(len(each.text) + 1 for each in self.words)]

    def holding(self, pattern: Pattern, most: int) -> tuple[str, ...]:
        """The ids of what holds the pattern by itself, in order, so many at most."""
        found = []
        for identity in self._each(pattern):
            found.append(identity)
            if len(found) == most:
                break
        return tuple(found)

    def _each(self, pattern: Pattern) -> Iterator[str]:
        """What a pattern finds across two lines is not meant; the search then goes on with the next line."""
        at = pattern.first(self._text)
        while at is not None and at < len(self._text):
            index = bisect_right(self._starts, at) - 1
            if pattern(self.words[index].text):
                yield self.words[index].id
            at = pattern.first(self._text, self._starts[index + 1]) if index + 1 < len(self.words) else None


def lies_in(words: Words, within: frozenset[str]) -> bool:
    """Whether something stands where it is looked for: a sort, or a kind of schedule; anywhere where none is named.

    What is only planned is said nowhere else: an action plan would otherwise meet the items that it lists.
    """
    if words.kind == PLAN:
        return bool({words.sort, words.kind} & within - {"clauses"})
    return not within or words.sort in within or words.kind in within
