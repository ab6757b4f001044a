"""The risk register."""

from __future__ import annotations

from section75.model.units import Day, Id, Ref
from section75.value import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """Likelihood and impact, each from 1 to 5."""

    likelihood: int
    impact: int

    @property
    def value(self) -> int:
        """Likelihood times impact, 1 to 25."""
        return self.likelihood * self.impact


@dataclass(frozen=True, slots=True)
class Action:
    """Something still to be done about a risk."""

    id: Id
    action: str
    owner: str
    due: Day
    status: str


@dataclass(frozen=True, slots=True)
class Risk:
    """What could happen, why and with what effect, scored before controls, now and as aimed for."""

    id: Id
    title: str
    cause: str
    event: str
    effect: str
    inherent: Score
    current: Score
    target: Score
    owner: str
    review_date: Day
    movement: str
    controls: tuple[str, ...] = ()
    actions: tuple[Action, ...] = ()
    links: tuple[Ref, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class RiskRegister:
    """The risks of an arrangement. It is never part of what is signed."""

    format: int
    id: Id
    title: str
    owner: str
    risks: tuple[Risk, ...]
    reviewed: Day = Day("")
    review_due: Day = Day("")
