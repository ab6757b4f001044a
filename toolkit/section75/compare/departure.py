"""One change as a reader is told of it."""

from __future__ import annotations

from section75.compare.kind import Kind, Kinds
from section75.compare.marked import MarkedRuns, Verdict
from section75.compare.places import Place
from section75.value import dataclass

RISKS = "risks"
"""What stands for a schedule where a change is in the risk register."""
FRONT = "front-sheet"
"""What stands for an id where a change is on the front sheet."""


@dataclass(frozen=True, slots=True)
class Departure:
    """One change: a clause edited, a schedule added, a row moved."""

    id: str
    where: str
    """As cited in the new version, or in the old where it is gone; a row and its cell by name."""
    was: str
    now: str
    verdicts: tuple[Verdict, ...]
    kinds: Kinds
    """What it is about, the weightiest first."""
    runs: MarkedRuns
    """The change in one line, for an inline view."""
    likeness: float = 0.0
    schedule: str = ""
    """Id of the schedule in which it stands; "" for the agreement itself."""
    note: str = ""
    """What the words do not show, e.g. "12 paragraphs, 3 tables", "was clause 4.2" or "formatting: bold"."""
    table: str = ""
    """How its table is cited, where it is a row or a cell."""
    places: tuple[Place, ...] = ()
    """Every place of the comparison that it tells of; none where a redline does not track it."""

    @property
    def tracked(self) -> bool:
        """Whether a redline tracks it. What is on the front sheet, in the risk register or not printed, it does not."""
        return bool(self.places)

    @property
    def about(self) -> str:
        """Its kinds in words."""
        return ", ".join(self.kinds)

    @property
    def of_substance(self) -> bool:
        """Whether it does more than appear administrative."""
        return Kind.ADMINISTRATIVE not in self.kinds
