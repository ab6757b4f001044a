"""The values that an item gives to a predicate, each read as the type that it must have.

Every method that reads a value raises KeyError if the value is missing, and TypeError or ValueError if it is wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from section75.language.patterns import Pattern, pattern

LARGEST = 10_000
"""The largest number of days, months or rows that a test may give."""


class Values:
    """What an item gives, by name. It remembers which values were read, so that unknown ones can be refused."""

    def __init__(self, given: Any) -> None:
        if not isinstance(given, Mapping):
            raise TypeError(f"its values are names with values, not {given}")
        self._given = given
        self._asked: set[str] = set()

    def gives(self, name: str) -> bool:
        """Whether a value is given."""
        self._asked.add(name)
        return name in self._given

    def any(self, name: str, absent: Any = None) -> Any:
        """A value of any type; `absent` is used if it is missing, and it must be given if `absent` is None."""
        if not self.gives(name):
            if absent is None:
                raise KeyError(name)
            return absent
        return self._given[name]

    def word(self, name: str, *known: str, absent: str | None = None) -> str:
        """A word; if `known` are named, one of them."""
        value = self.any(name, absent)
        if not isinstance(value, str):
            raise TypeError(f"{name} is a word, not {value}")
        if known and value != absent and value not in known:
            raise ValueError(f"{name} is {' or '.join(known)}, not {value}")
        return value

    def words(self, name: str, absent: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """A list of words."""
        value = self.any(name, absent)
        if not isinstance(value, (list, tuple)) or not all(isinstance(each, str) for each in value):
            raise TypeError(f"{name} is a list of words, not {value}")
        return tuple(value)

    def number(self, name: str, absent: int | None = None) -> int:
        """A whole number of days, months or rows."""
        return _whole(name, self.any(name, absent))

    def numbers(self, name: str) -> dict[str, int]:
        """A number for each of several words."""
        value = self.any(name)
        if not isinstance(value, Mapping):
            raise TypeError(f"{name} has a number for each value, not {value}")
        return {str(key): _whole(str(key), count) for key, count in value.items()}

    def flag(self, name: str) -> bool:
        """True or false; false if it is not given."""
        value = self.any(name, absent=False)
        if not isinstance(value, bool):
            raise TypeError(f"{name} is true or false, not {value}")
        return value

    def pattern(self, name: str, absent: str | None = None) -> Pattern:
        """A pattern."""
        return pattern(self.word(name, absent=absent))

    def maybe(self, name: str) -> Pattern | None:
        """A pattern, or None where none is given."""
        return self.pattern(name) if self.gives(name) else None

    def patterns(self, name: str, absent: tuple[str, ...] | None = None) -> dict[str, Pattern]:
        """A list of patterns, each by its own words."""
        return {words: pattern(words) for words in self.words(name, absent)}

    def refuse_unasked(self) -> None:
        """Raise ValueError where a value is given that the predicate does not know."""
        unknown = sorted(str(name) for name in set(self._given) - self._asked)
        if unknown:
            raise ValueError(f"it does not take {', '.join(unknown)}")


def _whole(name: str, value: Any) -> int:
    number = int(value)
    if isinstance(value, bool) or number != value or not 0 <= number <= LARGEST:
        raise ValueError(f"{name} is a whole number from 0 to {LARGEST}, not {value}")
    return number
