"""Which block of the old version became which of the new: by id first, by likeness only for what lost its id."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import pairwise

from section75.document import Block, Execution, Paragraph, Row, Style, Table, words_of
from section75.numbering.rising import heaviest_rising
from section75.value import dataclass

LIKE = 0.5
"""Share of neighbouring words in common from which two paragraphs without a common id count as one. Single words would
not do: two clauses on one matter share most of their vocabulary and may say the opposite."""
UNLIKE = 0.1
"""Likeness below which two paragraphs of one id say wholly different things."""
SAME = 12
"""Characters at the beginning or the end of two paragraphs that tell without more ado that they are not so."""
SURE = 0.8
"""Likeness from which words count more than an id."""
TELLING = 6
"""Pairs of neighbouring words without which a paragraph is no evidence against an id."""
TRIED = 8
"""Likely partners whose words are compared in full."""
RANKS = {
    Style.DEED_HEADING: 0,
    Style.SCHEDULE_HEADING: 0,
    Style.EXECUTION_HEADING: 0,
    Style.PART_HEADING: 1,
    Style.APPENDIX_HEADING: 1,
    Style.CLAUSE_HEADING: 2,
    Style.PARAGRAPH_HEADING: 2,
}
"""Headings, and which of them stand under which."""
CLAUSES = {"clause", "paragraph"}
"""Kinds of which one becomes the other when a clause moves into a schedule or out of one."""
Key = Hashable
Phrases = Counter[str]


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
    likeness = _exchanged(old, new, partner)
    likeness.update(_by_likeness(old, new, partner, LIKE))
    return Pairs(partner, _stationary(old, partner), likeness)


def _exchanged(old: Sequence[Block], new: Sequence[Block], partner: dict[int, int]) -> dict[int, float]:
    """Pair by their words what has one id and other words, where the words stand on under another id or none.

    So two clauses whose ids were exchanged are not told as moved, and the words of a clause that lost its heading stay.
    """
    unlike = {i: j for i, j in partner.items() if _unlike(old[i], new[j])}
    for i in unlike:
        del partner[i]
    found = _by_likeness(old, new, partner, SURE) if unlike else {}
    taken = set(partner.values())
    partner.update({i: j for i, j in unlike.items() if i not in partner and j not in taken})
    return found


def _unlike(old: Block, new: Block) -> bool:
    """Whether two paragraphs say wholly different things. Short ones, such as "Not used", say too little to tell."""
    if not isinstance(old, Paragraph) or not isinstance(new, Paragraph) or old.runs == new.runs:
        return False
    before, after = (words_of(block.runs) for block in (old, new))
    if before[:SAME] == after[:SAME] or before[-SAME:] == after[-SAME:]:
        return False
    return _likeness(_phrases(old), _phrases(new)) < UNLIKE


def _keys(blocks: Sequence[Block]) -> list[Key]:
    """The id of each block; a paragraph without one is known by its origin: closing words pair with closing words."""
    return [block.origin if isinstance(block, Paragraph) and not block.id else block.id for block in blocks]


def _same_kind(old: Block, new: Block) -> bool:
    if isinstance(old, Paragraph) and isinstance(new, Paragraph):
        return old.kind == new.kind or {old.kind, new.kind} == CLAUSES
    return type(old) is type(new)


def _by_likeness(old: Sequence[Block], new: Sequence[Block], partner: dict[int, int], least: float) -> dict[int, float]:
    """Pair what is left and has that much in common; gives the likeness of each pair by its old position."""
    taken = set(partner.values())
    left = {i: _phrases(block) for i, block in enumerate(old) if i not in partner}
    right = {j: _phrases(block) for j, block in enumerate(new) if j not in taken} if left else {}
    if least > LIKE:
        left, right = ({at: words for at, words in side.items() if words.total() >= TELLING} for side in (left, right))
    found = like(left, right, lambda i, j: _same_kind(old[i], new[j]), least)
    partner.update({i: j for i, (j, _) in found.items()})
    return {i: likeness for i, (_, likeness) in found.items()}


def like(
    left: dict[int, Phrases], right: dict[int, Phrases], may: Callable[[int, int], bool], least: float = LIKE
) -> dict[int, tuple[int, float]]:
    """Pair what has enough words in common: position to position, and how like; the nearest of those equally like.

    `left` and `right` have the phrases at each position that is free; `may` says whether two positions are of one kind.
    """
    free = dict(right)
    holding = defaultdict[str, list[int]](list)
    for j, phrases in free.items():
        for phrase in phrases:
            holding[phrase].append(j)
    found: dict[int, tuple[int, float]] = {}
    for i, phrases in left.items():
        votes = Counter(j for phrase in phrases for j in holding.get(phrase, ()) if j in free)
        tried = [j for j, _ in votes.most_common(TRIED) if may(i, j)]
        likeness, _, best = max(((_likeness(phrases, free[j]), -abs(i - j), j) for j in tried), default=(0.0, 0, -1))
        if likeness >= least:
            found[i] = (best, likeness)
            del free[best]
    return found


def _phrases(block: Block) -> Phrases:
    match block:
        case Paragraph():
            return phrases_of(words_of(block.runs))
        case Table():
            return phrases_of(words_of(block.caption), *(line for row in block.rows for line in row_lines(row)))
        case Execution():
            return Counter()


def phrases_of(*texts: str) -> Phrases:
    """The neighbouring words of some texts in pairs, by which likely partners are found without trying them all."""
    found: Phrases = Counter()
    for text in texts:
        words = ["", *text.lower().split(), ""]
        found.update(f"{left} {right}" for left, right in pairwise(words))
    return found


def row_lines(row: Row) -> Iterator[str]:
    """The words of each line of a row, its label before it."""
    return (f"{line.label} {words_of(line.runs)}" for cell in row.cells for line in cell)


def _likeness(left: Phrases, right: Phrases) -> float:
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 0.0


def _stationary(old: Sequence[Block], partner: dict[int, int]) -> frozenset[int]:
    """Old positions of the heaviest series whose new positions rise too: what stays; all else moved.

    Heavy is what has many characters, so that a clause passes its table by and not the table its clause.
    """
    positions = sorted(partner)
    if all(partner[left] < partner[right] for left, right in pairwise(positions)):
        return frozenset(positions)
    weights = _weights(old)
    series = heaviest_rising([partner[i] for i in positions], [weights[i] for i in positions])
    return frozenset(positions[index] for index in series)


def _weights(blocks: Sequence[Block]) -> list[int]:
    """The weight of each block. A heading weighs as much as all that stands under it: what passes it is what moved."""
    weights = [weight(block) for block in blocks]
    under = [0] * len(set(RANKS.values()))
    for at in reversed(range(len(blocks))):
        block, own = blocks[at], weights[at]
        rank = RANKS.get(block.style) if isinstance(block, Paragraph) else None
        if rank is not None:
            weights[at] += under[rank]
            under[rank:] = [0] * len(under[rank:])
        for above in range(len(under) if rank is None else rank):
            under[above] += own
    return weights


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
    return 1 + sum(map(len, row_lines(row)))
