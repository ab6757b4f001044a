"""What a predicate is: a name, what it takes, and a function that makes it ready for given values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from section75.reviews.outcome import Outcome
from section75.reviews.subject import Subject

Run = Callable[[Subject], Outcome]


@dataclass(frozen=True, slots=True)
class Predicate:
    """A named test. `prepare` raises KeyError, TypeError or ValueError where the values are not what it takes."""

    name: str
    about: str
    """What it asks, for people who write catalogues."""
    takes: str
    """The values it takes, as a hint."""
    prepare: Callable[[Mapping[str, Any]], Run]


def only(values: Mapping[str, Any], *names: str) -> None:
    """Refuse a value that the predicate does not know. Raises ValueError."""
    unknown = sorted(set(values) - set(names))
    if unknown:
        raise ValueError(f"it does not take {', '.join(unknown)}")
