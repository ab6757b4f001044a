"""Word-level difference of two paragraphs: whole words, their spaces kept with them, short islands joined.

Only what shows is compared: the same words are the same whether a clause says them or a look-up gives them. The runs
of a paragraph in which words differ say no more where they came from; its sides, in the two Documents, do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from section75.compare.marked import MarkedRun, MarkedRuns
from section75.compare.targets import STEADY, Targets
from section75.document import Live, Mark, Reference, Run, Runs, Text, words_of

TOKEN = re.compile(r"\s*[^\s\W]+(?:['\u2019.,:/-]?[^\s\W]+)*|\s*[^\s\w]|\s+")
"""A word with the space before it, a sign with the space before it, or a space at the end."""
ISLAND = 2
"""Kept words between two edits that are marked with them, when there are no more than these."""
Token = Text | Reference


def marked(old: Runs, new: Runs, targets: Targets = STEADY) -> MarkedRuns:
    """The runs of both with their marks. References to moved targets are taken out and put in whole."""
    if old == new and all(targets.settles(run) for run in new if isinstance(run, Reference)):
        return tuple(MarkedRun(run) for run in new)
    if _keys(old, targets, "old") == _keys(new, targets, "new"):
        return tuple(map(_kept, old, new))
    before, after = _tokens(old), _tokens(new)
    found: list[MarkedRun] = []
    for tag, a, b, c, d in _opcodes(_keys(before, targets, "old"), _keys(after, targets, "new")):
        if tag == "equal":
            found += [_kept(x, y) for x, y in zip(before[a:b], after[c:d], strict=True)]
        else:
            found += [MarkedRun(token, Mark.REMOVED) for token in before[a:b]]
            found += [MarkedRun(token, Mark.ADDED) for token in after[c:d]]
    return tuple(_joined(found))


def removed(runs: Runs) -> MarkedRuns:
    """All of the runs as taken out."""
    return tuple(MarkedRun(run, Mark.REMOVED) for run in runs)


def added(runs: Runs) -> MarkedRuns:
    """All of the runs as put in."""
    return tuple(MarkedRun(run, Mark.ADDED) for run in runs)


def _tokens(runs: Runs) -> list[Token]:
    tokens: list[Token] = []
    for run in runs:
        if isinstance(run, Reference):
            tokens.append(run)
        else:
            tokens += [Text(word, run.bold, run.italic) for word in _words(words_of((run,)))]
    return tokens


@lru_cache(maxsize=65536)
def _words(text: str) -> tuple[str, ...]:
    return tuple(TOKEN.findall(text))


def _keys(tokens: Sequence[Run], targets: Targets, side: str) -> list[object]:
    return [_key(token, targets, side) for token in tokens]


def _key(token: Run, targets: Targets, side: str) -> object:
    """What makes two tokens the same: words and style; for a reference its target and wording, not its number."""
    if not isinstance(token, Reference):
        return (words_of((token,)), token.bold, token.italic)
    now = targets.now if side == "old" else str
    shape = tuple((now(piece.target), piece.form) if isinstance(piece, Live) else piece for piece in token.pieces)
    live = {piece.target for piece in token.pieces if isinstance(piece, Live)}
    apart = "" if live.isdisjoint(targets.moved) else side
    return (now(token.target), shape, token.bold, token.italic, apart)


def _opcodes(before: list[object], after: list[object]) -> Iterator[tuple[str, int, int, int, int]]:
    """Edits, with what is alike at both ends taken off first and short islands made part of the edits around them."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    inner = SequenceMatcher(None, before[start : len(before) - end], after[start : len(after) - end], autojunk=False)
    codes = [("equal", 0, start, 0, start)] if start else []
    codes += [(t, a + start, b + start, c + start, d + start) for t, a, b, c, d in inner.get_opcodes()]
    if end:
        codes.append(("equal", len(before) - end, len(before), len(after) - end, len(after)))
    yield from _without_islands(codes)


def _without_islands(codes: list[tuple[str, int, int, int, int]]) -> Iterator[tuple[str, int, int, int, int]]:
    pending: tuple[str, int, int, int, int] | None = None
    for position, (tag, a, b, c, d) in enumerate(codes):
        edge = position in (0, len(codes) - 1)
        island = tag == "equal" and not edge and b - a <= ISLAND
        if tag == "equal" and not island:
            if pending:
                yield pending
                pending = None
            yield (tag, a, b, c, d)
        elif pending:
            pending = ("replace", pending[1], b, pending[3], d)
        else:
            pending = ("replace", a, b, c, d)
    if pending:
        yield pending


def _kept(old: Run, new: Run) -> MarkedRun:
    if isinstance(old, Reference) and isinstance(new, Reference) and old != new:
        return MarkedRun(new, Mark.KEPT, old)
    return MarkedRun(new)


def _joined(runs: list[MarkedRun]) -> Iterator[MarkedRun]:
    """Neighbouring words of one style and one mark as one run."""
    current: MarkedRun | None = None
    for each in runs:
        if current and _joins(current, each):
            current = MarkedRun(_together(current.run, each.run), current.mark)
            continue
        if current:
            yield current
        current = each
    if current:
        yield current


def _joins(left: MarkedRun, right: MarkedRun) -> bool:
    if left.mark is not right.mark or not isinstance(left.run, Text) or not isinstance(right.run, Text):
        return False
    return (left.run.bold, left.run.italic) == (right.run.bold, right.run.italic)


def _together(left: Run, right: Run) -> Run:
    assert isinstance(left, Text)  # noqa: S101 -- `_joins` has seen to it
    assert isinstance(right, Text)  # noqa: S101
    return Text(left.text + right.text, left.bold, left.italic)
