"""Where a question stands: an id, an id and a field below it, or a field of the agreement itself."""

from __future__ import annotations

from collections.abc import Set

from section75.value import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """A thing, or one field of it."""

    owner: str
    """Id of the thing, e.g. `fund-board`; that of the agreement for its own fields."""
    path: str = ""
    """Dotted path of the field below it, e.g. `quorum` or `term.end`; "" for all of the thing."""

    def holds(self, owner: str, path: str) -> bool:
        """Whether a value stands here."""
        return owner == self.owner and (self.path in ("", path) or path.startswith(f"{self.path}."))


def spot(place: str, agreement: str, known: Set[str]) -> Spot:
    """The spot that a place such as `fund-board.quorum` or `term.end` names.

    `agreement` is the id of the agreement, `known` every id in it.
    """
    first, _, rest = place.partition(".")
    return Spot(first, rest) if first in known else Spot(agreement, place)
