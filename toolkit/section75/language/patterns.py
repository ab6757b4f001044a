"""Patterns that come with a review item: matched in time that grows in step with the text, whoever wrote them.

The engine is RE2, which knows no look-around and no back-references; in return no pattern can run on without end. The
only room that imports re2.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import re2

LARGEST = 8_000_000
"""Bytes that a pattern may take once it is compiled."""


class NotAPatternError(ValueError):
    """What was given is no pattern, or one that cannot be matched in steady time."""


class Pattern:
    """A pattern made ready. Calling it tells whether a text holds it."""

    def __init__(self, words: str) -> None:
        options = re2.Options()
        options.log_errors = False
        options.max_mem = LARGEST
        try:
            self._compiled: Any = re2.compile(words, options)
        except re2.error as error:
            said = str(error.args[0].decode() if isinstance(error.args[0], bytes) else error)
            raise NotAPatternError(f'"{words}" is not a pattern that can be matched in steady time: {said}') from error

    def __call__(self, text: str | bytes) -> bool:
        """Whether the text holds the pattern."""
        return self._compiled.search(text) is not None

    def first(self, text: bytes, after: int = 0) -> int | None:
        """Where the pattern first begins in a text, from an offset on, both in bytes."""
        found = self._compiled.search(text, after)
        return int(found.start()) if found else None


@cache
def pattern(words: str) -> Pattern:
    """A pattern made ready. Raises `NotAPatternError`; TypeError where it is no words at all."""
    if not isinstance(words, str):
        raise TypeError(f"a pattern is words, not {words}")
    return Pattern(words)
