"""What every id stands for, and every field that names the id of something else with what it may name.

Worked out from data and schemas together, so that rules need know neither: a schema says `"x-is": "group"` of the rows
of a list and `"x-points-to": "group"` of a field such as `reports_to`.
"""

from __future__ import annotations

from collections.abc import Mapping

from section75.value import dataclass


@dataclass(frozen=True, slots=True)
class Pointer:
    """One field that names an id."""

    owner: str
    """Id of the nearest thing that has one, e.g. the row `gg-board`."""
    path: str
    """Dotted path below the owner, e.g. `reports_to` or `services.0`."""
    target: str
    """The id that is named."""
    wanted: tuple[str, ...]
    """What it may be, any one of these, e.g. `("party",)`."""


@dataclass(frozen=True, slots=True)
class Pointing:
    """The ids and the pointers of an agreement with its register and records."""

    things: Mapping[str, tuple[str, ...]]
    """What each id stands for, the narrowest word first, e.g. `("group", "row")`."""
    pointers: tuple[Pointer, ...]
