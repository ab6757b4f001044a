"""Which items of a review a renewal closed, opened or left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from section75.reviews.outcome import Result, Review, Status


@dataclass(frozen=True, slots=True)
class Renewal:
    """Two reviews of one partnership by the same items, the old agreement and the new one."""

    closed: tuple[Result, ...]
    """Outstanding in the old agreement, but not in the new."""
    opened: tuple[Result, ...]
    """Outstanding in the new agreement, but not in the old."""
    left: tuple[Result, ...]
    """Outstanding in both."""
    promised: tuple[Result, ...]
    """Outstanding in the old agreement; the new one says it, and the doing is still to come."""
    before: Mapping[str, Status]
    """The status of each item in the old agreement, by its id."""

    def moved(self, result: Result) -> str:
        """The old status, if it has changed; "" if it is the same, or the item did not apply."""
        was = self.before.get(result.item.id)
        return "" if was in (None, result.status) else str(was)


def renewal(old: Review, new: Review) -> Renewal:
    """The results of the new review, by how each item changed since the old one."""
    before = {(result.catalogue, result.item.id): result for result in old.applicable}
    closed: list[Result] = []
    opened: list[Result] = []
    left: list[Result] = []
    promised: list[Result] = []
    for result in new.applicable:
        was = before.get((result.catalogue, result.item.id))
        if result.outstanding:
            (left if was and was.outstanding else opened).append(result)
        elif was and was.outstanding:
            (promised if result.status is Status.PROMISED else closed).append(result)
    statuses = {result.item.id: result.status for result in old.applicable}
    return Renewal(tuple(closed), tuple(opened), tuple(left), tuple(promised), statuses)
