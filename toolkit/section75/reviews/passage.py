"""Everything that says something in an agreement, joined by where it stands and looked through at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice

from section75.language.patterns import Pattern

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


class Passages:
    """Words by their sort and the kind of their schedule, each such passage as one text."""

    def __init__(self, words: Sequence[Words]) -> None:
        grouped: dict[tuple[str, str], list[tuple[int, Words]]] = {}
        for index, each in enumerate(words):
            grouped.setdefault((each.sort, each.kind), []).append((index, each))
        self._by_place = {where: _Passage(group) for where, group in grouped.items()}

    def holding(
        self, pattern: Pattern, most: int, within: frozenset[str] = frozenset(), unless: Pattern | None = None
    ) -> tuple[str, ...]:
        """The ids of what holds a pattern by itself, and not what rules it out; in printed order, so many at most.

        `within` names sorts and kinds of schedule; everything is looked through where it names none.
        """
        found: list[tuple[int, str]] = []
        for (sort, kind), passage in self._by_place.items():
            if _lies_in(sort, kind, within):
                found += islice(passage.holding(pattern, unless), most)
        return tuple(identity for _, identity in sorted(found)[:most])


class _Passage:
    """Words joined, a line for each; offsets are in bytes."""

    def __init__(self, words: Sequence[tuple[int, Words]]) -> None:
        self._words = words
        self._lines = [each.text.encode() for _, each in words]
        self._text = b"\n".join(self._lines)
        self._starts = [0, *accumulate(len(line) + 1 for line in self._lines)]

    def holding(self, pattern: Pattern, unless: Pattern | None) -> Iterator[tuple[int, str]]:
        """What a pattern finds across two lines is not meant; the search then goes on with the next line."""
        at = pattern.first(self._text)
        while at is not None and at < len(self._text):
            index = bisect_right(self._starts, at) - 1
            line = self._lines[index]
            if pattern(line) and not (unless and unless(line)):
                place, words = self._words[index]
                yield place, words.id
            at = pattern.first(self._text, self._starts[index + 1]) if index + 1 < len(self._lines) else None


def _lies_in(sort: str, kind: str, within: frozenset[str]) -> bool:
    """Whether something stands where it is looked for.

    What is only planned is said nowhere else: an action plan would otherwise meet the items that it lists.
    """
    if kind == PLAN:
        return bool({sort, kind} & within - {"clauses"})
    return not within or sort in within or kind in within
