"""What an edit is about: money, an obligation, a party ... or only administrative.

The rules stand in `rules`. An edit *appears administrative* only where both sides are the same but for a closed list:
spaces, quotation marks, hyphens and dashes, listed spellings, capitals of words that are no terms and no names, and
numbers that follow from a move. All else is of substance, if only "other". A person decides.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from section75.compare.items import STANDS_FOR_REFERENCE, Item, items
from section75.compare.kind import Kind, Kinds, of_substance
from section75.compare.marked import MarkedRuns
from section75.compare.vocabulary import NO_VOCABULARY, Vocabulary
from section75.document import Mark, Reference, Run, words_of

__all__ = ["Kind", "Kinds", "counted", "kinds_of", "kinds_of_words", "of_substance"]

MENTIONED = frozenset({Kind.DEFINED, Kind.REFERENCE})
"""Kinds that a clause which is new or gone does not change by speaking of them."""
OPPOSITE = ("un", "in", "im", "ir", "il", "non", "dis", "mis", "de", "over", "under")
"""Beginnings that turn a word round."""
MODAL = re.compile(r"\b(?:shall|must|may|cannot|is entitled to|is obliged to|undertakes? to)\b")
"""Words of a sentence that make whatever it says a duty or a power."""
ORDER = tuple(Kind)


@dataclass
class _Side:
    """The text of one version of a paragraph, its live references, and the stretch that each edit takes up in it."""

    text: list[str] = field(default_factory=list)
    length: int = 0
    references: dict[int, Reference] = field(default_factory=dict)
    stretches: list[tuple[int, int]] = field(default_factory=list)

    def add(self, run: Run) -> None:
        """Put a run at the end."""
        if isinstance(run, Reference):
            self.references[self.length] = run
        words = STANDS_FOR_REFERENCE if isinstance(run, Reference) else words_of((run,))
        self.text.append(words)
        self.length += len(words)


def kinds_of(runs: MarkedRuns, vocabulary: Vocabulary = NO_VOCABULARY) -> Kinds:
    """The kinds of the edits in marked runs, the weightiest first. A change of emphasis alone is "other"."""
    was, now = _sides(runs)
    found = _kinds(was, now, vocabulary)
    if found == (Kind.ADMINISTRATIVE,) and _emphasis(runs, Mark.REMOVED) != _emphasis(runs, Mark.ADDED):
        return (Kind.OTHER,)
    return found


def kinds_of_words(was: str, now: str, vocabulary: Vocabulary = NO_VOCABULARY) -> Kinds:
    """The kinds of an edit that makes one text of another. One of the two may be empty."""
    start = 0
    while start < min(len(was), len(now)) and was[start] == now[start]:
        start += 1
    while start and was[start - 1].isalnum():
        start -= 1
    end = 0
    while end < min(len(was), len(now)) - start and was[-1 - end] == now[-1 - end]:
        end += 1
    while end and was[-end].isalnum():
        end -= 1
    before, after = (_Side([text], len(text), {}, [(start, len(text) - end)]) for text in (was, now))
    return _kinds(before, after, vocabulary)


def counted(found: Iterable[Kinds]) -> list[tuple[Kind, int]]:
    """How many changes are of each kind, the weightiest first. A change of two kinds counts under both."""
    counts = Counter(kind for kinds in found for kind in kinds)
    return [(kind, counts[kind]) for kind in ORDER if counts[kind]]


def _sides(runs: MarkedRuns) -> tuple[_Side, _Side]:
    was, now = _Side(), _Side()
    begun: tuple[int, int] | None = None
    for run in runs:
        if run.mark is Mark.KEPT:
            if begun:
                _close(was, now, begun)
                begun = None
            # A reference that was kept is one reference, whatever its number and id were.
            was.add(run.run)
            now.add(run.run)
            continue
        begun = begun or (was.length, now.length)
        (was if run.mark is Mark.REMOVED else now).add(run.run)
    if begun:
        _close(was, now, begun)
    return was, now


def _close(was: _Side, now: _Side, begun: tuple[int, int]) -> None:
    was.stretches.append((begun[0], was.length))
    now.stretches.append((begun[1], now.length))


def _emphasis(runs: MarkedRuns, mark: Mark) -> set[tuple[bool, bool]]:
    return {(r.run.bold, r.run.italic) for r in runs if r.mark is mark and not words_of((r.run,)).isspace()}


def _kinds(was: _Side, now: _Side, vocabulary: Vocabulary) -> Kinds:
    before, after = (items("".join(side.text), vocabulary, side.references) for side in (was, now))
    if [item.key for item in before] == [item.key for item in after]:
        return (Kind.ADMINISTRATIVE,)
    found: set[Kind] = set()
    for gone, come in zip(_touched(before, was.stretches), _touched(after, now.stretches), strict=True):
        found |= _of_edit(gone, come)
    if not before or not after:
        found = found - MENTIONED or found
    if not found and _in_a_duty(was, now):
        return (Kind.OBLIGATION,)
    return tuple(kind for kind in ORDER if kind in found) or (Kind.OTHER,)


def _in_a_duty(was: _Side, now: _Side) -> bool:
    """Whether words changed in a sentence that says what shall or may be done."""
    for side in (was, now):
        text = "".join(side.text)
        for start, end in side.stretches:
            first, last = text.rfind(". ", 0, start) + 1, text.find(". ", end)
            changed = any(letter.isalpha() for letter in text[start:end])
            if changed and MODAL.search(text, first, last if last >= 0 else len(text)):
                return True
    return False


def _touched(found: list[Item], stretches: list[tuple[int, int]]) -> Iterator[list[Item]]:
    """For each stretch the items that lie in it or reach into it; both come in order."""
    first = 0
    for start, end in stretches:
        touched = []
        while first < len(found) and found[first].end <= start:
            first += 1
        at = first
        while at < len(found) and found[at].start < max(end, start + 1):
            if found[at].end > start and (found[at].start < end or found[at].start < start):
                touched.append(found[at])
            at += 1
        yield touched


def _of_edit(gone: list[Item], come: list[Item]) -> set[Kind]:
    """The kinds of which the two sides of one edit say different things, or the same in another order."""
    if [item.key for item in gone] == [item.key for item in come]:
        return set()
    kinds = {kind for item in (*gone, *come) for kind in item.kinds}
    found = {kind for kind in kinds if _keys(gone, kind) != _keys(come, kind)} if gone and come else set(kinds)
    if _is_exchange(gone, come) or _turned_round(gone, come):
        found.add(Kind.OBLIGATION)
    return found or (kinds if _same_in_another_order(gone, come) else set())


def _keys(side: list[Item], kind: Kind) -> list[object]:
    return [item.key for item in side if kind in item.kinds]


def _is_exchange(gone: list[Item], come: list[Item]) -> bool:
    was, now = ([item.key for item in side if item.exchanged] for side in (gone, come))
    return was != now and bool((was and now) or len(gone) + len(come) == 1)


def _turned_round(gone: list[Item], come: list[Item]) -> bool:
    """Whether a word became its opposite by its beginning: limited, unlimited."""
    was, now = ({str(item.key[1]).lower() for item in side if item.key[0] == "word"} for side in (gone, come))
    return any(start + word in there for here, there in ((was, now), (now, was)) for word in here for start in OPPOSITE)


def _same_in_another_order(gone: list[Item], come: list[Item]) -> bool:
    return sorted(str(item.key) for item in gone) == sorted(str(item.key) for item in come)
