"""A predicate: a name, the values that it takes, and a function that prepares it for given values."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from section75.reviews.outcome import Outcome
from section75.reviews.predicates.values import Values
from section75.reviews.subject import Subject

Run = Callable[[Subject], Outcome]
INNERMOST = re.compile(r"\((?:\?:)?([^()|]*)(?:\|[^()]*)?\)")
"""A group without groups in it; what it holds up to its first bar is kept."""
SIGNS = re.compile(r"\\[a-zA-Z]|\\|[\^$?*+]|\[[^\]]*\]|\{[^}]*\}")


@dataclass(frozen=True, slots=True)
class Predicate:
    """A named test. `prepare` raises KeyError, TypeError or ValueError where the values are not what it takes."""

    name: str
    about: str
    """What it asks, for people who write catalogues."""
    takes: str
    """The values it takes, as a hint."""
    prepare: Callable[[Values], Run]


def plain(run: Run) -> Callable[[Values], Run]:
    """Prepares a predicate that takes no values."""
    return lambda _values: run


def spoken(pattern: str) -> str:
    """A pattern as words that a reader can follow: the first of its alternatives, without its signs."""
    text = re.sub(r"\.(?:\*|\{[^}]*\})", " \u2026 ", pattern.replace("(?i)", ""))
    while match := INNERMOST.search(text):
        text = text[: match.start()] + match[1] + text[match.end() :]
    text = SIGNS.sub("", text.split("|")[0])
    return " ".join(text.split()).strip(" \u2026") or pattern
