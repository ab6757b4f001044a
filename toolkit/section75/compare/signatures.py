"""Who signs an execution block, in two versions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from section75.compare import words
from section75.compare.marked import MarkedRuns
from section75.document import Execution, Text


def same_form(old: Execution, new: Execution) -> bool:
    """Whether two execution blocks are so alike that the words in them can be marked."""
    return (old.said[1:], old.sealed) == (new.said[1:], new.sealed) and bool(old.signed and new.signed)


def signatures(old: Sequence[str], new: Sequence[str]) -> tuple[MarkedRuns, ...]:
    """The marked words under each line of both, in order.

    The first lines pair whatever they say, for what is said in the block stands beside the first.
    """
    return (_both(old[0], new[0]), *_rest(old[1:], new[1:]))


def _rest(old: Sequence[str], new: Sequence[str]) -> Iterator[MarkedRuns]:
    for _, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        both = min(b - a, d - c)
        yield from map(_both, old[a : a + both], new[c : c + both])
        yield from (words.removed((Text(role),)) for role in old[a + both : b])
        yield from (words.added((Text(role),)) for role in new[c + both : d])


def _both(old: str, new: str) -> MarkedRuns:
    return words.marked((Text(old),), (Text(new),))
