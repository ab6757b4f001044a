"""What became of each item of a review from an old agreement to the one that renews it."""

from __future__ import annotations

from collections.abc import Mapping

from section75.reviews.outcome import Result, Review, Status
from section75.value import dataclass


@dataclass(frozen=True, slots=True)
class Renewal:
    """Two reviews of one partnership by the same items, the old agreement and the new one."""

    closed: tuple[Result, ...]
    """Not met in the old agreement, and met in the new: by data, or by what a person confirmed."""
    worded: tuple[Result, ...]
    """Outstanding in the old agreement; words for it were found in the new one, and nobody has confirmed them."""
    promised: tuple[Result, ...]
    """Outstanding in the old agreement; the new one says it, and the doing is still to come."""
    opened: tuple[Result, ...]
    """Outstanding in the new agreement, and not in the old, where it applied."""
    newly: tuple[Result, ...]
    """Outstanding in the new agreement; it did not apply to the old one."""
    left: tuple[Result, ...]
    """Outstanding in both."""
    before: Mapping[str, Status]
    """The status of each item in the old agreement, by its id."""
    silent: int = 0
    """How many items the old agreement says nothing about, though its file is a reconstruction and the real one may."""

    def moved(self, result: Result) -> str:
        """The old status, if it has changed; "" if it is the same, or the item did not apply."""
        was = self.before.get(result.item.id)
        return "" if was in (None, result.status) else str(was)


def renewal(old: Review, new: Review, old_is_illustrative: bool = False) -> Renewal:
    """The results of the new review, by how each item changed since the old one.

    `old_is_illustrative`: the old file is a reconstruction, so that its silence may be ours and not the source's.
    """
    before = {(result.catalogue, result.item.id): result for result in old.applicable}
    made: dict[str, list[Result]] = {name: [] for name in ("closed", "worded", "promised", "opened", "newly", "left")}
    for result in new.applicable:
        name = _became(before.get((result.catalogue, result.item.id)), result)
        if name:
            made[name].append(result)
    statuses = {result.item.id: result.status for result in old.applicable}
    silent = sum(status is Status.NOT_FOUND for status in statuses.values()) if old_is_illustrative else 0
    return Renewal(**{name: tuple(found) for name, found in made.items()}, before=statuses, silent=silent)


def _became(was: Result | None, now: Result) -> str:
    """The list in which an item is told; "" where nothing has become of it."""
    if now.outstanding:
        return "newly" if was is None else "left" if was.outstanding else "opened"
    if was is None or not was.outstanding:
        return ""
    return {Status.MET: "closed", Status.WORDS: "worded", Status.PROMISED: "promised"}.get(now.status, "")
