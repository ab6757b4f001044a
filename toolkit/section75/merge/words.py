"""The words of one value merged sentence by sentence."""

from __future__ import annotations

import re

from section75.merge.hunks import Hunk, hunks, touch

SENTENCE = re.compile(r".*?(?:[.;:!?][\"')\]*_]*\s+|\n\s*\n|\Z)", re.DOTALL)
BREAK = re.compile(r"\n\s*\n")


def combined(base: str, ours: str, theirs: str) -> str | None:
    """Our words with what theirs changed, where the two changed different sentences that do not touch; else None."""
    was, own, now = _sentences(base), _sentences(ours), _sentences(theirs)
    here, there = _hunks(was, own), _hunks(was, now)
    if any(touch(one, other) for one in here for other in there):
        return None
    made: list[str] = []
    at = 0
    for start, end, first, last in there:
        shift = sum((hunk[3] - hunk[2]) - (hunk[1] - hunk[0]) for hunk in here if hunk[1] <= start)
        made += own[at : start + shift] + now[first:last]
        at = end + shift
    return _joined([*made, *own[at:]], ours)


def _sentences(words: str) -> list[str]:
    """The sentences, each with the space after it."""
    return [sentence for sentence in SENTENCE.findall(words) if sentence]


def _hunks(was: list[str], now: list[str]) -> list[Hunk]:
    return hunks([_said(each) for each in was], [_said(each) for each in now])


def _said(sentence: str) -> str:
    """A sentence without its line breaks; what ends a paragraph counts."""
    return " ".join(sentence.split()) + ("\n" if BREAK.search(sentence) else "")


def _joined(sentences: list[str], ours: str) -> str:
    space = "\n" if "\n" in ours.strip() else " "
    last = ours[len(ours.rstrip()) :]
    apart = [sentence if sentence[-1].isspace() else sentence + space for sentence in sentences]
    return "".join(apart).rstrip() + last
