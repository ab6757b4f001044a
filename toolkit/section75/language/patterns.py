"""Patterns of review items. However a pattern is written, matching takes time in proportion to the text.

The engine is RE2. It has no look-around and no back-references; in return no pattern can run without end. The only
room that imports re2.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import re2

LARGEST = 8_000_000
"""The most memory that a compiled pattern may take, in bytes."""


class NotAPatternError(ValueError):
    """The pattern is not valid, or cannot be matched in time in proportion to the text."""


class Pattern:
    """A compiled pattern. Call it to find out whether a text matches."""

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
        """Whether the text matches."""
        return self._compiled.search(text) is not None

    def first(self, text: bytes, after: int = 0) -> int | None:
        """Where the first match begins, at or after an offset; both in bytes."""
        found = self._compiled.search(text, after)
        return int(found.start()) if found else None


@cache
def pattern(words: str) -> Pattern:
    """A compiled pattern. Raises `NotAPatternError`; TypeError if it is not words."""
    if not isinstance(words, str):
        raise TypeError(f"a pattern is words, not {words}")
    return Pattern(words)
