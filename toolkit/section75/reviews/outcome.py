"""What a test gives, what became of an item, and what a whole review comes to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from section75.findings import Remark
from section75.model import Item, Record, Response

MOST = 8
"""Ids kept of what a test finds; more tell a reader nothing."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one test gives."""

    holds: bool | None
    """None where the test has nothing to judge yet, such as a report that is not due."""
    where: tuple[str, ...] = ()
    """Ids of what meets it, or of what does not."""
    said: str = ""
    """What is wanting, or why there is nothing to judge; a sentence without a full stop."""
    advice: str = ""
    """What to do where it does not hold; a sentence."""


class Status(StrEnum):
    """What became of an item."""

    MET = "met"
    PARTLY = "partly met"
    FAILED = "not met"
    EVIDENCE = "needs evidence"
    ANSWERED = "answered"
    NOT_APPLICABLE = "not applicable"


OUTSTANDING = (Status.FAILED, Status.PARTLY, Status.EVIDENCE)
"""What is still to be dealt with."""
FAILING = (Status.FAILED, Status.PARTLY)
"""What the toolkit itself can say is not so."""
STRENGTHS = ("statutory", "required", "recommended", "decided", "found", "consider")
"""From the strongest."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one item."""

    catalogue: str
    item: Item
    status: Status
    where: tuple[str, ...] = ()
    """Ids of the clauses, rows and records that meet it."""
    wanting: tuple[str, ...] = ()
    """What is not so, test by test; or why the item does not apply."""
    advice: tuple[str, ...] = ()
    """What to do about it, test by test."""
    response: Response | None = None
    records: tuple[Record, ...] = ()

    @property
    def outstanding(self) -> bool:
        """Whether somebody still has to deal with it."""
        return self.status in OUTSTANDING


def strongest_first(results: Iterable[Result]) -> tuple[Result, ...]:
    """Results by the strength of their items; those of one strength stay in order."""
    return tuple(sorted(results, key=lambda result: STRENGTHS.index(result.item.strength)))


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with an item of a catalogue itself, before anyone has looked up where it stands."""

    code: str
    message: str
    catalogue: str
    keys: tuple[str | int, ...]
    """Path to it from the top of the catalogue's file."""
    hint: str


@dataclass(frozen=True, slots=True)
class Review:
    """Every item of the catalogues that were asked for."""

    results: tuple[Result, ...]
    faults: tuple[Fault, ...] = ()
    """What is wrong with the catalogues."""
    remarks: tuple[Remark, ...] = ()
    """What is wrong with responses and records."""

    @property
    def applicable(self) -> tuple[Result, ...]:
        """The results of the items that apply."""
        return tuple(result for result in self.results if result.status is not Status.NOT_APPLICABLE)

    @property
    def outstanding(self) -> tuple[Result, ...]:
        """The results that somebody still has to deal with, the strongest first."""
        return strongest_first(result for result in self.results if result.outstanding)

    def failing(self, weakest: str) -> tuple[Result, ...]:
        """The items of a strength and above that are not met. What reviews only ask to consider never fails."""
        bar = STRENGTHS[: STRENGTHS.index(weakest) + 1]
        return tuple(
            r for r in self.results if r.status in FAILING and r.item.strength in bar and r.item.strength != "consider"
        )
