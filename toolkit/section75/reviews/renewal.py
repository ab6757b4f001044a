"""What a renewal did about the items of a review: closed, opened, left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from section75.reviews.outcome import Result, Review, Status


@dataclass(frozen=True, slots=True)
class Renewal:
    """Two reviews of one partnership by the same items, the old agreement and the new one."""

    closed: tuple[Result, ...]
    """Outstanding in the old, and no more."""
    opened: tuple[Result, ...]
    """Outstanding in the new, and not in the old."""
    left: tuple[Result, ...]
    """Outstanding in both."""
    before: Mapping[str, Status]
    """What the status of each item was in the old, by its id."""

    def moved(self, result: Result) -> str:
        """What the status was, where it is another now; "" where it is the same, or was not applicable."""
        was = self.before.get(result.item.id)
        return "" if was in (None, result.status) else str(was)


def renewal(old: Review, new: Review) -> Renewal:
    """The results of the new review, by what became of each item since the old one."""
    before = {(result.catalogue, result.item.id): result for result in old.applicable}
    closed: list[Result] = []
    opened: list[Result] = []
    left: list[Result] = []
    for result in new.applicable:
        was = before.get((result.catalogue, result.item.id))
        if result.outstanding:
            (left if was and was.outstanding else opened).append(result)
        elif was and was.outstanding:
            closed.append(result)
    statuses = {result.item.id: result.status for result in old.applicable}
    return Renewal(tuple(closed), tuple(opened), tuple(left), statuses)
