"""Where words of an agreement name something that is in force only for some time."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from section75.model import LawEntry
from section75.value import dataclass

PAST = re.compile(
    r"\b(?:former|formerly|predecessor|successor|abolish|repeal|dissol|replac|no longer|omitted|revoked|superseded|"
    r"still (?:name|appl)|continues? to apply)",
    re.IGNORECASE,
)
"""Words of a sentence that speak of what is over as being over."""
UNTIL = re.compile(r"\buntil \d")
"""Words of a sentence that say when something ends."""
SENTENCE = re.compile(r"[.;:?!](?:\s|\Z)")


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name an entry."""

    entry: LawEntry
    words: str
    is_past: bool
    """Whether the sentence says itself that it is over."""
    is_ending: bool
    """Whether the sentence says itself when it ends."""


def named_in(texts: Sequence[str], entries: Sequence[LawEntry]) -> dict[int, list[LawEntry]]:
    """The entries that each of many texts may name, by its position; texts that name none are left out.

    A quick look at all of them at once, so that few are searched closely.
    """
    whole = "\0".join(texts)
    starts, at = [], 0
    for words in texts:
        starts.append(at)
        at += len(words) + 1
    found: dict[int, list[LawEntry]] = {}
    for entry in entries:
        for position in sorted({bisect_right(starts, at) - 1 for name in entry.words for at in _all(name, whole)}):
            found.setdefault(position, []).append(entry)
    return found


def _all(name: str, whole: str) -> Iterator[int]:
    at = whole.find(name)
    while at >= 0:
        yield at
        at = whole.find(name, at + 1)


def mentions(words: str, entries: Iterable[LawEntry]) -> Iterator[Mention]:
    """Each entry that a text names, once, in their order; the longest words that name it are told."""
    for entry in entries:
        passed_over = [found.span() for name in entry.unless for found in _pattern(name).finditer(words)]
        for name in sorted(entry.words, key=len, reverse=True):
            found = next((each for each in _pattern(name).finditer(words) if not _within(each, passed_over)), None)
            if found:
                sentence = _sentence(words, found.start())
                yield Mention(entry, name, PAST.search(sentence) is not None, UNTIL.search(sentence) is not None)
                break


@lru_cache(maxsize=1024)
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")


def _within(found: re.Match[str], spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= found.start() and found.end() <= end for start, end in spans)


def _sentence(words: str, at: int) -> str:
    """The sentence around a place."""
    start = max((found.end() for found in SENTENCE.finditer(words, 0, at)), default=0)
    end = SENTENCE.search(words, at)
    return words[start : end.start() if end else len(words)]
