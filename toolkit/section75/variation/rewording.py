"""The smallest substitutions of words that lead from one paragraph to another, each of words that stand in it once."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

MOST = 4
"""Substitutions in one paragraph, above which the whole paragraph reads better."""
LARGEST_SHARE = 0.6
"""Part of the old words that may be named before the whole paragraph reads better."""
NEAR = 3
"""Words that stay, between two substitutions, below which one of both reads better."""
QUOTES = "“”\n\u2003"
"""What would make the end of a quotation hard to see."""
Span = tuple[int, int, int, int]
"""From and to, in words, in the old and in the new paragraph."""


def rewordings(old: str, new: str) -> tuple[tuple[str, str], ...]:
    """Pairs of words to be replaced and what replaces them; none where the whole paragraph had better be replaced."""
    before, after = old.split(" "), new.split(" ")
    spans = _joined([_unique(before, after, span, old) for span in _changed(before, after)])
    pairs = tuple((" ".join(before[a:b]), " ".join(after[c:d])) for a, b, c, d in spans)
    named = sum(len(words) for words, _ in pairs)
    plain = not any(mark in words for pair in pairs for words in pair for mark in QUOTES)
    named_well = all(first and second and first.strip() == first for first, second in pairs)
    few = 0 < len(pairs) <= MOST and named <= LARGEST_SHARE * len(old)
    return pairs if few and plain and named_well else ()


def _changed(before: list[str], after: list[str]) -> Iterator[Span]:
    """Every place where words differ, with a neighbour where words only came or only went, or a number stands alone."""
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        bare = a == b or c == d or not any(letter.isalpha() for letter in "".join(before[a:b]))
        if bare and a and c:
            yield a - 1, b, c - 1, d
        elif a == b or c == d:
            yield a, b + 1, c, d + 1
        else:
            yield a, b, c, d


def _unique(before: list[str], after: list[str], span: Span, old: str) -> Span:
    """The span with as many words around it as make the old ones stand in the paragraph once."""
    a, b, c, d = span
    left = True
    while old.count(" ".join(before[a:b])) != 1:
        if left and a and c:
            a, c = a - 1, c - 1
        elif b < len(before) and d < len(after):
            b, d = b + 1, d + 1
        elif not (a and c):
            return 0, len(before), 0, len(after)
        left = not left
    return a, b, c, d


def _joined(spans: list[Span]) -> list[Span]:
    """The spans with those made one that run into one another, or have hardly a word between them."""
    found: list[Span] = []
    for a, b, c, d in sorted(spans):
        if found and a <= found[-1][1] + NEAR:
            first = found.pop()
            found.append((first[0], max(first[1], b), first[2], max(first[3], d)))
        else:
            found.append((a, b, c, d))
    return found
