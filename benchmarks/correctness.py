"""What a redline says, whoever drew it: is it both versions at once, how much does it track, are moves moves?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from section75.compare import Verdict, compare
from section75.compare.words import TOKEN
from section75.compose import compose
from section75.document import Document, Paragraph, words_of
from section75.load import load_agreement
from section75.render.package import read_parts
from section75.render.word.proof import lines
from section75.tree import DiskTree

TRACKED = re.compile(rb"<w:(?:ins|del)\b[^>/]*>.*?</w:(?:ins|del)>", re.DOTALL)
TEXT = re.compile(rb"<w:(?:t|delText)(?: [^>]*)?>([^<]*)</w:(?:t|delText)>")


@dataclass(frozen=True)
class Quality:
    """What one redline is worth."""

    characters: int
    """Put in and taken out; what moved is not counted."""
    accepted: bool
    rejected: bool
    moves: int
    """Moves that are shown as pairs."""


def quality(redline: Path, old: Path, new: Path) -> Quality:
    """Judge a redline of two files."""
    marked, before, after = (read_parts(path.read_bytes(), path.name) for path in (redline, old, new))
    main = marked["word/document.xml"]
    tracked = sum(len(text.decode()) for run in TRACKED.findall(main) for text in TEXT.findall(run))
    holds = [list(lines(marked, side)) == list(lines(print_)) for side, print_ in ((False, after), (True, before))]
    return Quality(tracked, *holds, main.count(b"<w:moveFromRangeStart "))


def least(old: str, new: str) -> int:
    """The least that can be tracked word by word between two agreements, by an exact method; slow."""
    comparison = compare(*(_document(name) for name in (old, new)))
    total = 0
    for block in comparison.blocks:
        before, after = (words_of(s.runs) if isinstance(s, Paragraph) else "" for s in (block.old, block.new))
        if block.move and block.new is None:
            continue
        if Verdict.ADDED in block.verdicts or Verdict.REMOVED in block.verdicts:
            total += len(before) + len(after)
        elif before != after:
            total += least_of(TOKEN.findall(before), TOKEN.findall(after))
    return total


def least_of(before: list[str], after: list[str]) -> int:
    """Characters of the words that no longest common series holds."""
    row = [0] * (len(after) + 1)
    for word in before:
        kept = [0]
        for at, (above_left, above) in enumerate(pairwise(row)):
            same = above_left + len(word) if word == after[at] else 0
            kept.append(max(same, above, kept[-1]))
        row = kept
    return sum(map(len, before)) + sum(map(len, after)) - 2 * row[-1]


def _document(name: str) -> Document:
    return compose(load_agreement(DiskTree(Path(name))).required())
