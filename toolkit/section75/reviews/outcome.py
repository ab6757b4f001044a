"""The result of a test, of an item, and of a whole review."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from section75.findings import Remark
from section75.model import Item, Record, Response

MOST = 8
"""The most ids that a test reports; more would not help a reader."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of one test."""

    holds: bool | None
    """True, False, or None where there is nothing to judge yet, such as a report that is not due."""
    where: tuple[str, ...] = ()
    """Ids of what meets the test, or of what fails it."""
    said: str = ""
    """What is missing, or why there is nothing to judge, e.g. "no risk register"; without a full stop."""
    advice: str = ""
    """What to do if it fails; a sentence."""
    is_later: bool = False
    """Whether there is nothing to judge because what is promised is not due yet."""


class Status(StrEnum):
    """The status of an item."""

    MET = "met"
    PROMISED = "promised"
    """The agreement says it, and the doing is not due yet or an action that names it is still open."""
    OVERDUE = "overdue"
    """The agreement says it, and an action that names it should have been done."""
    PARTLY = "partly met"
    FAILED = "not met"
    EVIDENCE = "needs evidence"
    ANSWERED = "answered"
    NOT_APPLICABLE = "not applicable"


OUTSTANDING = (Status.FAILED, Status.PARTLY, Status.OVERDUE, Status.EVIDENCE)
"""Somebody still has to deal with these."""
FAILING = (Status.FAILED, Status.PARTLY)
"""The toolkit itself can tell that these are not met."""
STRENGTHS = ("statutory", "required", "recommended", "decided", "found", "consider")
"""The strongest first."""


@dataclass(frozen=True, slots=True)
class Result:
    """The result of one item."""

    catalogue: str
    item: Item
    status: Status
    where: tuple[str, ...] = ()
    """Ids of the clauses, rows and records that meet it."""
    wanting: tuple[str, ...] = ()
    """What is missing, one sentence for each test that fails; or why the item does not apply."""
    advice: tuple[str, ...] = ()
    """What to do, one sentence for each test that fails."""
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
    """What is wrong with an item of a catalogue itself, before its line is known."""

    code: str
    message: str
    catalogue: str
    keys: tuple[str | int, ...]
    """Path to it from the top of the catalogue's file."""
    hint: str


@dataclass(frozen=True, slots=True)
class Review:
    """Every item of the catalogues in use."""

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
        """The items of a strength and above that are not met. An item that only asks to consider never fails."""
        bar = STRENGTHS[: STRENGTHS.index(weakest) + 1]
        return tuple(
            r for r in self.results if r.status in FAILING and r.item.strength in bar and r.item.strength != "consider"
        )
