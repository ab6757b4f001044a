"""The words of a paragraph, one sentence a line: a break that does not print."""

from __future__ import annotations

import re

from section75.language import text as language
from section75.signoff.digest import unwrapped

END = re.compile(r"(?<=[.?!]) (?=[A-Z0-9\[\"'“‘(*{£])|(?<=[.?!][\"'”’)*_\]]) (?=[A-Z0-9\[\"'“‘(*{£])")
"""The space after a sentence, also where it ends in a quotation mark, a bracket or emphasis."""
NOT_AN_END = re.compile(
    r"(?:\b(?:No|Nos|Art|Arts|Sch|Schs|St|Mr|Mrs|Ms|Dr|Reg|Regs|para|paras|cl|cls|v|vs|etc|cf|ss?)|e\.g|i\.e|\s\.\.)\.\Z"
)
"""A point that ends no sentence: a short form, an ellipsis."""


def sentences(paragraph: str) -> list[str]:
    """The sentences of a paragraph that stands on one line."""
    found, begun = [], 0
    for match in END.finditer(paragraph):
        if not NOT_AN_END.search(paragraph, 0, match.start()):
            found.append(paragraph[begun : match.start()])
            begun = match.end()
    return [*found, paragraph[begun:]]


def lined(words: str) -> list[str] | None:
    """Prose as lines, one sentence each, an empty line between paragraphs; None where it has one sentence alone.

    Words that would say anything else when they are broken so stay as they are: their own lines are given.
    """
    lines: list[str] = []
    for paragraph in unwrapped(words).split("\n\n"):
        lines += ["", *sentences(paragraph)] if lines else sentences(paragraph)
    if len(lines) == 1:
        return None
    broken = "\n".join(lines)
    is_same = unwrapped(broken) == unwrapped(words) and language.parse(broken) == language.parse(words)
    return lines if is_same else words.rstrip("\n").split("\n")
