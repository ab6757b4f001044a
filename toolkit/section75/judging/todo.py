"""What is left to do before an agreement can be signed: open questions, blanks, and whatever is out of date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from section75.findings import Place
from section75.judging.agreement import Judgement
from section75.load import Loaded
from section75.model import Accepted, Question, Schedule
from section75.model.spots import Spot, spot
from section75.model.walk import walk
from section75.value import dataclass


class Matter(StrEnum):
    """What kind of thing is left."""

    QUESTION = "Question"
    TO_CONFIRM = "To confirm"
    """Settled, or accepted, in the agreement that this one renews."""
    BLANK = "Blank"
    OUT_OF_DATE = "Out of date"
    """A date, a year or a provision of the law."""
    MISSING = "Missing"


CODES = {
    "placeholder": Matter.BLANK,
    "term-in-words": Matter.OUT_OF_DATE,
    "years-of-term": Matter.OUT_OF_DATE,
    "stale-date": Matter.OUT_OF_DATE,
    "law-gone": Matter.OUT_OF_DATE,
    "law-going": Matter.OUT_OF_DATE,
    "law-not-yet": Matter.OUT_OF_DATE,
    "law-renamed": Matter.OUT_OF_DATE,
    "no-lead-officer": Matter.MISSING,
    "unlisted-schedule": Matter.MISSING,
    "unmentioned-schedule": Matter.MISSING,
}
"""The findings that are told here too, by code: they speak of what somebody has still to decide or bring up to date."""
ROW = re.compile(r"row (\d+) of (.+)")
AGREEMENT = "The agreement"
"""The group of what stands in no schedule."""


@dataclass(frozen=True, slots=True)
class Left:
    """One thing that is left."""

    id: str
    """Id of the question, by which it is settled; that of the clause or row for whatever else."""
    matter: Matter
    what: str
    """The question, or what is wrong, without a full stop unless it is a question."""
    group: str
    """The schedule that it stands in, e.g. "Schedule 3: The pooled fund", or `AGREEMENT`."""
    where: tuple[str, ...]
    """How each place is cited, or its id where it has no number."""
    owner: str
    """The role that decides; the lead officer of the schedule where nobody is named; "" where neither is."""
    by: str
    """The day by which, year-month-day; "" where none is set."""
    place: Place


def left_to_do(loaded: Loaded, judgement: Judgement) -> tuple[Left, ...]:
    """Everything that is left, agreement first, then schedule by schedule.

    Raises `SourceError` where the agreement could not be built.
    """
    groups = _Groups(loaded)
    found = [*groups.questions(), *groups.findings(judgement), *groups.waivers()]
    order = {name: at for at, name in enumerate(groups.names)}
    return tuple(sorted(found, key=lambda each: order[each.group]))


class _Groups:
    """Where each thing stands: in which schedule, and how it is cited."""

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._agreement = loaded.required()
        self._cited = loaded.numbers.in_words()
        self._schedules: dict[str, Schedule] = {}
        for thing in walk(self._agreement):
            schedule = thing.value if isinstance(thing.value, Schedule) else thing.within(Schedule)
            if schedule is not None:
                self._schedules[thing.value.id] = schedule
        self._known = {thing.value.id for thing in walk(self._agreement)}
        self._by_file = _by_file(loaded)

    @property
    def names(self) -> tuple[str, ...]:
        return (AGREEMENT, *(self._name(schedule) for schedule in self._agreement.schedules))

    def questions(self) -> Iterator[Left]:
        for question in self._agreement.open_questions:
            spots = [spot(place, self._agreement.id, self._known) for place in question.places]
            schedule = self._schedule_of_all(spots)
            where = _in_ranges(self._cite(each.owner, each.path) for each in spots)
            matter = Matter.TO_CONFIRM if question.to_confirm else Matter.QUESTION
            place = self._loaded.places.find(question.id)
            yield self._left(question.id, matter, question.question, schedule, where, place, question)

    def findings(self, judgement: Judgement) -> Iterator[Left]:
        for finding in judgement.findings:
            if finding.code in CODES:
                schedule = self._schedules.get(finding.owner) or self._by_file.get(finding.place.path)
                where = (self._cite(finding.owner, ""),)
                yield self._left(finding.owner, CODES[finding.code], finding.message, schedule, where, finding.place)

    def waivers(self) -> Iterator[Left]:
        for index, entry in enumerate(self._agreement.accepted):
            if entry.to_confirm:
                schedule = self._schedules.get(entry.place)
                place = self._loaded.places.find(self._agreement.id, f"accepted.{index}")
                where = (self._cite(entry.place, ""),)
                yield self._left(entry.place, Matter.TO_CONFIRM, _waived(entry), schedule, where, place)

    def _schedule_of_all(self, spots: Sequence[Spot]) -> Schedule | None:
        """The one schedule in which every spot lies; None where they lie in several, or in none."""
        found = [self._schedules.get(each.owner) for each in spots]
        return found[0] if all(each is found[0] for each in found) else None

    def _left(
        self,
        identity: str,
        matter: Matter,
        what: str,
        schedule: Schedule | None,
        where: tuple[str, ...],
        place: Place,
        asked: Question | None = None,
    ) -> Left:
        owner = (asked.owner if asked else "") or (schedule.lead_officer if schedule else "")
        group = self._name(schedule) if schedule else AGREEMENT
        return Left(identity, matter, what, group, where, owner, asked.by if asked else "", place)

    def _name(self, schedule: Schedule) -> str:
        return f"{self._cited[schedule.id]}: {schedule.title}"

    def _cite(self, owner: str, path: str) -> str:
        """How a place is cited: "clause 12.3", else by its id and its field."""
        if owner in self._cited:
            return self._cited[owner] + (f", {path.replace('_', ' ')}" if path else "")
        named = "" if owner == self._agreement.id else owner
        field = path.replace("_", " ").replace(".", ", ")
        return ", ".join(part for part in (named, field) if part) or AGREEMENT


def _in_ranges(cited: Iterable[str]) -> tuple[str, ...]:
    """Each place once; rows of one table that follow one another as "rows 2 to 5 of Table 1 of Schedule 3"."""
    made: list[tuple[str, int, int]] = []
    for place in dict.fromkeys(cited):
        found = ROW.match(place)
        number, table = (int(found[1]), found[2]) if found else (0, place)
        if found and made and made[-1][0] == table and made[-1][2] == number - 1:
            made[-1] = (table, made[-1][1], number)
        else:
            made.append((table, number, number))
    return tuple(_range(*each) for each in made)


def _range(table: str, first: int, last: int) -> str:
    if not first:
        return table
    return f"row {first} of {table}" if first == last else f"rows {first} to {last} of {table}"


def _by_file(loaded: Loaded) -> Mapping[str, Schedule]:
    """Each schedule by the file in which it stands, as findings name it."""
    by_id = {schedule.id: schedule for schedule in loaded.required().schedules}
    sources = ((source.label, source.data.get("id")) for source in loaded.drafted if isinstance(source.data, dict))
    return {label: by_id[identity] for label, identity in sources if identity in by_id}


def _waived(entry: Accepted) -> str:
    return f"{entry.code} was accepted in the agreement before: {entry.reason}"
