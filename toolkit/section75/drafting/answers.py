"""What whoever begins or renews an agreement says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from section75.value import dataclass


@dataclass(frozen=True, slots=True)
class Answers:
    """What is known of the partnership; "" or None leaves what the model says or a placeholder, or what is renewed."""

    title: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    """Name of each party, by its id in the model."""
    addresses: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    start: date | None = None
    months: int | None = None


AS_IT_STANDS = Answers()
"""Nothing said."""
