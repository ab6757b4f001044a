"""Which block of the old version became which of the new: by id first, by likeness only for what lost its id."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from section75.document import Block, Execution, Paragraph, Row, Table, words_of
from section75.numbering.rising import heaviest_rising

LIKE = 0.5
"""Share of neighbouring words in common from which two paragraphs without a common id count as one. Single words would
not do: two clauses on one matter share most of their vocabulary and may say the opposite."""
TRIED = 8
"""Likely partners whose words are compared in full."""
Key = Hashable


@dataclass(frozen=True, slots=True)
class Pairs:
    """Positions in the old version to positions in the new."""

    partner: dict[int, int]
    """Old to new."""
    stationary: frozenset[int]
    """Old positions whose blocks kept their order."""
    likeness: dict[int, float]
    """Old positions that were paired by likeness, and how like."""


def paired(old: Sequence[Block], new: Sequence[Block]) -> Pairs:
    """Pair the blocks of two versions."""
    keys_old, keys_new = _keys(old), _keys(new)
    where = {key: position for position, key in enumerate(keys_new)}
    partner = {i: where[key] for i, key in enumerate(keys_old) if key in where and _same_kind(old[i], new[where[key]])}
    likeness = _by_likeness(old, new, partner)
    return Pairs(partner, _stationary(old, partner), likeness)


def _keys(blocks: Sequence[Block]) -> list[Key]:
    """The id of each block; a paragraph without one is known by its origin: closing words pair with closing words."""
    return [block.origin if isinstance(block, Paragraph) and not block.id else block.id for block in blocks]


def _same_kind(old: Block, new: Block) -> bool:
    if isinstance(old, Paragraph) and isinstance(new, Paragraph):
        return old.kind == new.kind
    return type(old) is type(new)


def _by_likeness(old: Sequence[Block], new: Sequence[Block], partner: dict[int, int]) -> dict[int, float]:
    """Pair what is left where enough of the words are the same; the nearest in place of those equally like."""
    taken = set(partner.values())
    free = {j: _phrases(new[j]) for j in range(len(new)) if j not in taken and isinstance(new[j], Paragraph)}
    holding = defaultdict[str, list[int]](list)
    for j, phrases in free.items():
        for phrase in phrases:
            holding[phrase].append(j)
    found: dict[int, float] = {}
    for i, block in enumerate(old):
        if i in partner or not isinstance(block, Paragraph):
            continue
        phrases = _phrases(block)
        votes = Counter(j for phrase in phrases for j in holding.get(phrase, ()) if j in free)
        tried = [j for j, _ in votes.most_common(TRIED) if _same_kind(block, new[j])]
        best = max(((_likeness(phrases, free[j]), -abs(i - j), j) for j in tried), default=(0.0, 0, -1))
        if best[0] >= LIKE:
            partner[i] = best[2]
            found[i] = best[0]
            del free[best[2]]
    return found


def _phrases(block: Block) -> Counter[str]:
    """The neighbouring words of a paragraph in pairs, by which likely partners are found without trying them all."""
    words = ["", *words_of(block.runs).lower().split(), ""] if isinstance(block, Paragraph) else []
    return Counter(f"{left} {right}" for left, right in pairwise(words))


def _likeness(left: Counter[str], right: Counter[str]) -> float:
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 0.0


def _stationary(old: Sequence[Block], partner: dict[int, int]) -> frozenset[int]:
    """Old positions of the heaviest series whose new positions rise too: what stays; all else moved.

    Heavy is what has many characters, so that a clause passes its table by and not the table its clause.
    """
    positions = sorted(partner)
    if all(partner[left] < partner[right] for left, right in pairwise(positions)):
        return frozenset(positions)
    series = heaviest_rising([partner[i] for i in positions], [weight(old[i]) for i in positions])
    return frozenset(positions[index] for index in series)


def weight(block: Block) -> int:
    """How much a block says, in characters; at least 1."""
    match block:
        case Paragraph():
            return 1 + len(words_of(block.runs))
        case Table():
            return 1 + len(words_of(block.caption)) + sum(map(row_weight, block.rows))
        case Execution():
            return 1 + sum(len(words_of(runs)) for runs in block.said) + sum(map(len, block.signed))


def row_weight(row: Row) -> int:
    """How much a row of a table says, in characters; at least 1."""
    return 1 + sum(len(line.label) + len(words_of(line.runs)) for cell in row.cells for line in cell)
