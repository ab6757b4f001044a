"""The result of a test, of an item, and of a whole review."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from section75.findings import Remark
from section75.model import Confirmation, Item, Record, Response
from section75.value import dataclass

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
    by_words: bool = False
    """Whether only words were looked for, so that a person has to read what was found, or look where it stands."""
    is_denied: bool = False
    """Whether the words that were looked for stand in a sentence that denies or excepts them."""


class Status(StrEnum):
    """What is known of an item. Words alone never make it met or not met."""

    MET = "met"
    """Data shows it, or a person confirmed it and its words have not changed since."""
    WORDS = "words found"
    """A text test matched. Somebody has to read the words and confirm that they mean it."""
    PROMISED = "promised"
    """The agreement says it, and the doing is not due yet or an action that names it is still open."""
    OVERDUE = "overdue"
    """The agreement says it, and an action that names it should have been done."""
    PARTLY = "partly met"
    """Data shows that some of it is so and some of it is not."""
    FAILED = "not met"
    """Data shows that it is not so."""
    DENIED = "words say otherwise"
    """A text test matched a sentence that denies or excepts."""
    NOT_FOUND = "not found"
    """A text test matched nothing. It may be said in other words."""
    EVIDENCE = "needs evidence"
    ANSWERED = "answered"
    NOT_APPLICABLE = "not applicable"


FAILING = (Status.FAILED, Status.PARTLY, Status.DENIED, Status.NOT_FOUND)
"""Nothing shows that these are met, and something has to be done or said."""
OUTSTANDING = (*FAILING, Status.OVERDUE, Status.EVIDENCE)
"""Somebody still has to deal with these, beyond reading what was found."""
STRENGTHS = ("statutory", "required", "recommended", "guidance", "decided", "found", "consider")
"""The strongest first."""


@dataclass(frozen=True, slots=True)
class Stale:
    """A clause or row whose words are no longer those that were confirmed."""

    id: str
    was: str
    """Its words when they were confirmed."""
    now: str
    """Its words today; "" where it is gone."""


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
    proposed: tuple[str, ...] = ()
    """Ids of the clauses and rows that name the item under `answers`: a place to read, and no evidence."""
    confirmation: Confirmation | None = None
    """The last confirmation of the item, whether or not it still stands."""
    stale: tuple[Stale, ...] = ()
    """What has changed under that confirmation since; nothing where it stands."""

    @property
    def is_confirmed(self) -> bool:
        """Whether a person confirmed it, and the words have not changed since."""
        return self.confirmation is not None and not self.stale

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
