"""All words of an agreement, joined by where they are, so that a pattern searches them at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice

from section75.language.patterns import Pattern
from section75.value import dataclass

PLAN = "action-plan"
"""Kind of the schedule that only plans what is missing."""


@dataclass(frozen=True)
class Words:
    """The words of a clause, a recital, a definition or a row."""

    id: str
    sort: str
    """`clauses`, `recitals`, `definitions`, or the name of the list that holds the row, e.g. `members`."""
    kind: str
    """Kind of the schedule that holds it, e.g. `governance`; "" for the agreement itself."""
    text: str
    answers: tuple[str, ...]
    lead: str = ""
    """The words above that a sub-clause goes on from, e.g. "The Parties shall not:"."""


class Passages:
    """Words grouped by sort and kind of schedule, each group as one text."""

    def __init__(self, words: Sequence[Words]) -> None:
        grouped: dict[tuple[str, str], list[tuple[int, Words]]] = {}
        for index, each in enumerate(words):
            grouped.setdefault((each.sort, each.kind), []).append((index, each))
        self._by_place = {where: _Passage(group) for where, group in grouped.items()}

    def holding(
        self, pattern: Pattern, most: int, within: frozenset[str] = frozenset(), unless: Pattern | None = None
    ) -> tuple[str, ...]:
        """The ids of the words that match a pattern and do not match `unless`; in printed order, at most `most`.

        `within` names sorts and kinds of schedule; if it names none, everything is searched.
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
        """A match across two lines does not count; the search then goes on with the next line."""
        at = pattern.first(self._text)
        while at is not None and at < len(self._text):
            index = bisect_right(self._starts, at) - 1
            line = self._lines[index]
            if pattern(line) and not (unless and unless(line)):
                place, words = self._words[index]
                yield place, words.id
            at = pattern.first(self._text, self._starts[index + 1]) if index + 1 < len(self._lines) else None


def _lies_in(sort: str, kind: str, within: frozenset[str]) -> bool:
    """Whether to search words of this sort and kind.

    Action plans are searched only where they are asked for: they quote the items that they answer.
    """
    if kind == PLAN:
        return bool({sort, kind} & within - {"clauses"})
    return not within or sort in within or kind in within
