"""Slips in the words: a number typed by hand, a sentence that appears twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from section75.checks.case import Case
from section75.findings import WARNING, Remark

TYPED = re.compile(
    r"\b(?:[Cc]lauses?|[Pp]aragraphs?|[Ss]chedules?|[Aa]ppendix|[Aa]nnex) "
    r"(?:\d++[A-Z]?+|[A-Z]\b)(?:\.\d++)*+(?:\([a-z0-9]++\))*+"
    r"(?! (?:of|to|in) (?:[Ss]chedule|(?:the|that) [^.;]{0,60}(?:Act|Regulations|Order|Rules)\b))"
    r"|\b[Ss]ections? \d+(?:\.\d+)*,? (?:above|below)\b"
)
"""A reference in figures that is not followed by an Act or regulations."""
OF_AN_ACT = re.compile(r"(?:Act|Regulations|Order)(?: \d{4})?,? (?:and )?\Z")
STATUTE = "statute"
"""The field that cites the law and nothing else."""
SENTENCE = re.compile(r"(?<=[.!?])\s+")
SHORTEST = 30
"""Shorter sentences, in characters, may be repeated."""


def plain_words(case: Case) -> Iterator[Remark]:
    """`typed-number` and `said-twice`."""
    for leaf in case.prose:
        match = _typed(leaf.value) if leaf.path != STATUTE else None
        if match:
            message = f'"{match.group()}" is typed by hand and will be wrong when clauses move'
            yield Remark(
                "typed-number",
                message,
                leaf.owner,
                at=leaf.path,
                needle=match.group(),
                hint="write [](#id) with the id of what you mean",
                severity=WARNING,
            )
        yield from _twice(leaf.value, leaf.owner, leaf.path)


def _typed(words: str) -> re.Match[str] | None:
    """The first reference in figures, unless an Act is named just before it."""
    return next((match for match in TYPED.finditer(words) if not OF_AN_ACT.search(words[: match.start()])), None)


def _twice(words: str, owner: str, path: str) -> Iterator[Remark]:
    if "." not in words[:-1]:
        return
    seen = set()
    for sentence in SENTENCE.split(words):
        tidy = " ".join(sentence.split()).rstrip(".").casefold()
        if tidy in seen:
            message = f'"{sentence.strip()[:60]}" appears here twice'
            yield Remark("said-twice", message, owner, at=path, hint="remove one of the two", severity=WARNING)
        elif len(tidy) >= SHORTEST:
            seen.add(tidy)
