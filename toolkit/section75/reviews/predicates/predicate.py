"""A predicate: a name, the values that it takes, and a function that prepares it for given values."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from section75.reviews.outcome import Outcome
from section75.reviews.predicates.values import Values
from section75.reviews.subject import Subject
from section75.value import dataclass

Run = Callable[[Subject], Outcome]
PLAIN_WORDS = re.compile(r"(?:\(\?i\))?(?:\\b)?(?P<words>[\w' -]+?)(?:\\b)?")
"""A pattern that is plain words."""


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


def missing_of(patterns: Sequence[str], wanted: int) -> str:
    """Which of the things that were looked for are missing: by name where each pattern is plain words, else how many.

    A pattern means nothing to a reader.
    """
    plain = [PLAIN_WORDS.fullmatch(words) for words in patterns]
    if patterns and all(plain):
        return "; ".join(match["words"] for match in plain if match)
    return f"{len(patterns)} of {wanted}"
