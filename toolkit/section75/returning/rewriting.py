"""An edit of printed words as an edit of the source: references, look-ups and emphasis that it did not touch stay."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from section75.document import COMPOSED, Reference, Run, Runs, Text, Value, words_of
from section75.value import dataclass

TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
PARAGRAPH = re.compile(r"\n\s*\n")
SIGNS = re.compile(r"[\\*_\[\]`<]|&(?=#?\w+;)|(?<!\w)#(?=\w)")
"""What Markdown would read otherwise than as words."""
MARKS = "*_\\["
OPENS = re.compile(r"\[?\]\(#")
"""Where a reference begins, behind the words that it may bear."""
QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "\u00a0": " ", "\n": " "})
"""What stands in a source for what prints; a sentence may begin on a line of its own there."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Printed characters of a paragraph that were replaced."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a printed paragraph: characters of one run that stand in one field, or in none."""

    start: int
    end: int
    field: str | None
    """None for words that no field holds."""
    run: Run


class UnplacedError(Exception):
    """An edit that no field can take; the message says why."""


def edits(was: str, now: str) -> list[Edit]:
    """What was replaced, by whole words."""
    old, new = TOKEN.findall(was), TOKEN.findall(now)
    starts = [0]
    for token in old:
        starts.append(starts[-1] + len(token))
    found = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            found.append(Edit(starts[a], starts[b], "".join(new[c:d])))
    return found


def parts(runs: Runs, field: str) -> list[Part]:
    """The stretches of a paragraph whose own field is named."""
    found, at = [], 0
    for run in runs:
        length = len(words_of((run,)))
        name = None if run.field == COMPOSED else run.field or field
        before, after = run.put_in if isinstance(run, Text) else (0, 0)
        for start, end, held in ((0, before, None), (before, length - after, name), (length - after, length, None)):
            if end > start:
                found.append(Part(at + start, at + end, held, run))
        at += length
    return found


def assigned(edit: Edit, stretches: Sequence[Part]) -> str:
    """The field that takes an edit. Raises `UnplacedError` where none can, or more than one would have to."""
    touched = [part for part in stretches if part.start < edit.end and edit.start < part.end]
    if not touched:
        touched = [part for part in stretches if part.field is not None and part.start <= edit.start <= part.end]
        touched = touched[-1:]
    fields = {part.field for part in touched}
    if None in fields or not fields:
        raise UnplacedError("words that the print puts in were changed")
    if len(fields) > 1:
        raise UnplacedError("the edit runs from one field into another")
    return str(touched[0].field)


def rewritten(source: str, nth: int, stretches: Sequence[Part], made: Sequence[Edit], field: str) -> str:
    """The source of a field with edits of its printed paragraph made; `nth` says which of its paragraphs.

    Raises `UnplacedError` where the printed words cannot be led back to the source.
    """
    paragraphs = PARAGRAPH.split(source.strip())
    if nth > len(paragraphs):
        raise UnplacedError("the paragraph is not in the source")
    paragraph = paragraphs[nth - 1]
    spans = _spans(paragraph, [part for part in stretches if part.field == field])
    for edit in sorted(made, key=lambda each: each.start, reverse=True):
        paragraph = _spliced(paragraph, edit, spans)
    paragraphs[nth - 1] = paragraph.strip()
    return "\n\n".join(each for each in paragraphs if each)


def literal(words: str) -> str:
    """Words as they are written in a source, so that nothing in them is Markdown or a look-up."""
    return SIGNS.sub(r"\\\g<0>", words).replace("{{", "\\{{")


def _spliced(paragraph: str, edit: Edit, spans: dict[int, tuple[int, int]]) -> str:
    if edit.end > edit.start:
        covered = [spans[at] for at in range(edit.start, edit.end) if at in spans]
        if len(covered) < edit.end - edit.start:
            raise UnplacedError("words that the print puts in were changed")
        start, end = covered[0][0], covered[-1][1]
        whole = {span for span in spans.values() if span[1] - span[0] > 1}
        for span in whole:
            kept = [at for at, each in spans.items() if each == span and not edit.start <= at < edit.end]
            if kept and start < span[1] and span[0] < end:
                raise UnplacedError("the number of a reference, or a value that stands elsewhere, was changed in part")
    elif edit.start in spans:
        start = end = spans[edit.start][0]
    elif edit.start - 1 in spans:
        start = end = spans[edit.start - 1][1]
    elif not spans:
        start = end = len(paragraph)
    else:
        raise UnplacedError("words were put in where no field stands")
    return paragraph[:start] + literal(edit.words) + paragraph[end:]


def _spans(paragraph: str, own: Sequence[Part]) -> dict[int, tuple[int, int]]:
    """For each printed character of a field where it stands in the source; all of a reference or a look-up together."""
    found: dict[int, tuple[int, int]] = {}
    at = 0
    for part in own:
        match part.run:
            case Value():
                start = paragraph.find("{{", at)
                end = paragraph.find("}}", start) + 2
            case Reference():
                opened = OPENS.search(paragraph, at)
                start = opened.start() if opened else -1
                end = paragraph.find(")", start) + 1
            case _:
                at = _words(paragraph, at, part, found)
                continue
        if start < 0 or end < 2:
            raise UnplacedError("the source of the paragraph is written in an unusual way")
        found |= dict.fromkeys(range(part.start, part.end), (start, end))
        at = end
    return found


def _words(paragraph: str, at: int, part: Part, found: dict[int, tuple[int, int]]) -> int:
    """Lead the plain words of a run back to the source; gives where the source goes on."""
    shown = part.run.text if isinstance(part.run, Text) else ""
    before = part.run.put_in[0] if isinstance(part.run, Text) else 0
    for place in range(part.start, part.end):
        wanted = shown[before + place - part.start].translate(QUOTES)
        while at < len(paragraph) and paragraph[at].translate(QUOTES) != wanted:
            if paragraph[at] not in MARKS and not (paragraph[at].isspace() and wanted != " "):
                raise UnplacedError("the source of the paragraph is written in an unusual way")
            at += 1
        if at >= len(paragraph):
            raise UnplacedError("the source of the paragraph is written in an unusual way")
        found[place] = (at, at + 1)
        at += 1
    return at
