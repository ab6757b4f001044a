"""What is reviewed: an agreement with its register, records and responses, on a given day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from section75.law.bodies import on_council_side
from section75.model import (
    Agreement,
    Clause,
    Confirmation,
    Definition,
    Recital,
    Record,
    Response,
    RiskRegister,
    Schedule,
    TableRow,
)
from section75.model.leaves import plan
from section75.model.operations import PlannedAction
from section75.model.row import Row
from section75.model.rows import DelegatedFunction, Group
from section75.model.units import Prose
from section75.model.walk import Thing, every, walk
from section75.reviews.assembled import assembled
from section75.reviews.passage import Passages, Words
from section75.signoff import digests
from section75.value import dataclass

Kind = TypeVar("Kind", bound=Schedule)

CLOSED = ("done", "dropped")
"""The statuses of an action that nobody has to take any more."""


@dataclass(frozen=True)
class Subject:
    """An agreement to be reviewed."""

    agreement: Agreement
    today: date
    files: Sequence[Mapping[str, Any]] = ()
    """The source data of the agreement and of each schedule, in order."""
    risks: RiskRegister | None = None
    register: Mapping[str, Any] | None = None
    """The source data of the risk register."""
    records: tuple[Record, ...] = ()
    responses: tuple[Response, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    previous: Subject | None = None
    """The agreement that this one renews, if the two are compared."""

    @cached_property
    def data(self) -> dict[str, Any]:
        """Everything as one structure, over which the JSON Schemas of tests are run."""
        return assembled(self.files, self.register, self.done, self.responses, self.today)

    def rows(self, name: str) -> list[Mapping[str, Any]]:
        """The rows of a list of that name, from whichever schedules hold it; none where there is no such list."""
        if name not in self._rows:
            found = self.data.get(name)
            self._rows[name] = [row for row in found if isinstance(row, Mapping)] if isinstance(found, list) else []
        return self._rows[name]

    @cached_property
    def _rows(self) -> dict[str, list[Mapping[str, Any]]]:
        return {}

    @property
    def until(self) -> date:
        """The last day on which something can have been done: today, or the last day of the term if that is earlier."""
        return min(self.today, date.fromisoformat(self.agreement.term.last_day))

    @cached_property
    def words(self) -> tuple[Words, ...]:
        """The words of every clause, recital, definition and row, in printed order."""
        return tuple(_words(self.agreement))

    @cached_property
    def passages(self) -> Passages:
        """The same words, prepared for searching."""
        return Passages(self.words)

    @cached_property
    def words_of(self) -> Mapping[str, Words]:
        """The same words by id."""
        return {words.id: words for words in self.words}

    @cached_property
    def unit_digests(self) -> Mapping[str, str]:
        """The digest of everything that can be cited, by id."""
        return digests(self.files, self.agreement).units

    def words_within(self, identity: str) -> str:
        """The words of a unit with those of all that stands inside it, one line each; "" where nothing has that id."""
        unit = next((thing.value for thing in walk(self.agreement) if thing.value.id == identity), None)
        if unit is None:
            return ""
        return "\n".join(said for thing in walk(unit) if (said := _said(thing)))

    @cached_property
    def answering(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of everything that names an item under `answers`, by item."""
        found: dict[str, list[str]] = {}
        for words in self.words:
            for item in words.answers:
                found.setdefault(item, []).append(words.id)
        return {item: tuple(ids) for item, ids in found.items()}

    @cached_property
    def done(self) -> tuple[Record, ...]:
        """The records of what was done by the day; what is only planned does not count."""
        day = self.today.isoformat()
        return tuple(record for record in self.records if record.on <= day)

    @cached_property
    def groups(self) -> Mapping[str, Group]:
        """The groups of the governance, by id, in printed order."""
        return {group.id: group for group in every(Group, self.agreement)}

    @cached_property
    def delegated(self) -> tuple[DelegatedFunction, ...]:
        """The functions that are delegated."""
        return tuple(every(DelegatedFunction, self.agreement))

    @property
    def open_actions(self) -> tuple[PlannedAction, ...]:
        """What the action plan of the agreement says is still to be done."""
        actions = every(PlannedAction, self.agreement)
        return tuple(action for action in actions if action.status not in CLOSED)

    @property
    def delegated_by_councils(self) -> tuple[DelegatedFunction, ...]:
        """Those that are functions of a council; where a function does not say whose it is, it counts as one."""
        councils: set[str] = {party.id for party in self.agreement.parties if on_council_side(party.kind)}
        return tuple(function for function in self.delegated if not function.of or function.of in councils)

    def schedules(self, kind: type[Kind]) -> Iterator[Kind]:
        """The schedules of one kind."""
        for schedule in self.agreement.schedules:
            if isinstance(schedule, kind):
                yield schedule


def _words(agreement: Agreement) -> Iterator[Words]:
    for thing in walk(agreement):
        said = _said(thing)
        if said is not None:
            schedule = thing.within(Schedule)
            kind = schedule.kind if schedule else ""
            yield Words(thing.value.id, thing.list, kind, _flat(said), thing.value.answers, _lead(thing))


def _lead(thing: Thing) -> str:
    """The words of the clauses above a sub-clause that its own words go on from: "The Parties shall not:"."""
    above = [each for each in thing.holders if isinstance(each, Clause)]
    return _flat(" ".join(clause.text for clause in above if clause.text.rstrip().endswith((":", ",", "—"))))


def _said(thing: Thing) -> str | None:
    """The words of one thing, without those of what it holds; None where it has no words to be searched."""
    match thing.value:
        case Recital(text=text):
            return text
        case Definition(term=term, meaning=meaning):
            return f"{term} {meaning}"
        case Clause(heading=heading, text=text, closing=closing):
            return " ".join(part for part in (heading, text, closing) if part)
        case TableRow(cells=cells):
            return " ".join((thing.holders[-1].title, *map(str, cells)))
        case Row():
            return " ".join(_prose(thing.value))
    return None


def _flat(text: str) -> str:
    """Words on one line, so that a phrase is found however its lines are broken."""
    return " ".join(text.split())


def _prose(row: Any) -> Iterator[str]:
    for field, unit in plan(type(row)):
        value = getattr(row, field)
        if unit is Prose and isinstance(value, str) and value:
            yield value
