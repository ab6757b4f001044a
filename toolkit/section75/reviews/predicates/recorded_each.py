"""Something was done and recorded in each quarter or each financial year of the term."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from section75.language import british
from section75.language.months import ONE_DAY, later
from section75.model import Record
from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, Run
from section75.reviews.predicates.records import TAKES, wanted
from section75.reviews.predicates.values import Values
from section75.reviews.subject import Subject
from section75.value import dataclass

ALLOWED = timedelta(days=92)
"""Time after the end of a period within which it is reported."""
LONGEST = {"quarter": timedelta(days=92), "year": timedelta(days=366)}
MONTHS = {"quarter": 3, "year": 12}
SHOWN = 4
"""Missing periods that are named; of the rest it is only said that there are others."""


@dataclass(frozen=True, slots=True)
class Period:
    """A quarter or a financial year, both days included."""

    each: str
    first: date
    last: date

    @property
    def name(self) -> str:
        """E.g. "quarter to 30 June 2018"."""
        return f"{self.each} to {british.day(self.last.isoformat())}"

    def reported_in(self, record: Record) -> bool:
        """Whether a record is about the period: by its own period, or because it was made soon after the end."""
        if record.period_from and record.period_to:
            return record.period_from <= self.first.isoformat() and record.period_to >= self.last.isoformat()
        return self.last.isoformat() <= record.on <= (self.last + ALLOWED).isoformat()

    def done_in(self, record: Record) -> bool:
        """Whether a record was made in the period, or says that it is about it."""
        if self.first.isoformat() <= record.on <= self.last.isoformat():
            return True
        return bool(record.period_from and record.period_to) and self.reported_in(record)


def _prepare(values: Values) -> Run:
    records, each = wanted(values), values.word("each", *MONTHS)
    separate, during = values.flag("separate"), values.flag("during")

    def run(subject: Subject) -> Outcome:
        if subject.today.isoformat() < subject.agreement.term.start:
            return Outcome(None, (), "it is not due before the term begins", is_later=True)
        found = [record for record in records.among(subject) if not (separate and _longer(record, each))]
        periods = list(_due(subject, each))
        if not periods:
            return Outcome(None, (), f"the first {each} has not ended and been reported yet", is_later=True)
        missing = [
            period.name for period in periods if not any(map(period.done_in if during else period.reported_in, found))
        ]
        where, said = tuple(record.id for record in found), _said(missing, len(periods), records.name)
        return Outcome(not missing, where, said, by_words=bool(missing) and not found and records.is_any(subject))

    return run


def _said(missing: list[str], periods: int, kind: str) -> str:
    if not missing:
        return ""
    others = " and others" if len(missing) > SHOWN else ""
    return f"{len(missing)} of {periods} have no {kind}: {', '.join(missing[:SHOWN])}{others}"


def _longer(record: Record, each: str) -> bool:
    """Whether a record is about a time longer than a quarter or a year, such as an annual report."""
    if not (record.period_from and record.period_to):
        return False
    return date.fromisoformat(record.period_to) - date.fromisoformat(record.period_from) > LONGEST[each]


def _due(subject: Subject, each: str) -> Iterator[Period]:
    """The quarters or financial years of the term that have ended and should have been reported by now."""
    term = subject.agreement.term
    first, end = _first_day(date.fromisoformat(term.start), each), date.fromisoformat(term.last_day)
    while True:
        following = later(first, MONTHS[each])
        period = Period(each, first, following - ONE_DAY)
        if period.last > end or period.last + ALLOWED > subject.today:
            return
        yield period
        first = following


def _first_day(day: date, each: str) -> date:
    """The first day of the quarter or financial year in which a day lies."""
    if each == "quarter":
        return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    return date(day.year if day.month >= 4 else day.year - 1, 4, 1)


RECORDED_EACH = Predicate(
    "recorded-each",
    "There is a record of a kind for each quarter or each financial year of the term.",
    f"each, quarter or year; {TAKES}; separate, true where a record of a longer time does not count; during, true "
    "where the thing is done in each quarter or year and not reported after it",
    _prepare,
)
