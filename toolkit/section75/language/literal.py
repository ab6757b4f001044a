r"""Words that anyone wrote, as the Markdown that prints them: `*` becomes `\*` where it would be lost."""

from __future__ import annotations

import re

from section75.language.text import Words, parse

INLINE = re.compile(r"[*\[\]{}<&|~`#]")
NAMED = re.compile("#[a-z]")
"""What could be taken for the id of something."""
LEADING = re.compile(r"\A(\\*[-+>=]|[0-9]+(?=\\*[.)]))")


def literal(words: str) -> str:
    """One paragraph of Markdown that prints exactly these words, with its spaces and line breaks made single spaces."""
    words = " ".join(words.split())
    if not NAMED.search(words) and _prints(words, words):
        return words
    escaped = INLINE.sub(lambda match: f"\\{match.group()}", words)
    return LEADING.sub(_lead, escaped)


def _lead(match: re.Match[str]) -> str:
    sign = match.group()
    return f"{sign}\\" if sign.isdigit() else f"\\{sign}"


def _prints(markdown: str, words: str) -> bool:
    parsed = parse(markdown)
    return not parsed.problems and tuple(parsed.runs) == ((Words(words),) if words else ())
