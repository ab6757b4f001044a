"""Records of a kind are kept: once, in each quarter, in each financial year, or within the last months."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

from section75.language import british
from section75.language.months import later
from section75.model import Record
from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, Run
from section75.reviews.predicates.values import Values
from section75.reviews.subject import Subject

ALLOWED = 92
"""Days after the end of a period within which it is reported."""
Fits = Callable[[Record, Mapping[str, str]], bool]
"""Whether a record is of the sort meant, given the names of the groups by id."""


def _prepare(values: Values) -> Run:
    fits = _fits(values)
    kind, least, months = values.word("kind"), values.number("least", absent=1), values.number("months", absent=0)
    each, before = values.word("each", "quarter", "year", absent=""), values.word("before", "start", "end", absent="")
    separate, during = values.flag("separate"), values.flag("during")

    def run(subject: Subject) -> Outcome:
        term, today = subject.agreement.term, subject.today.isoformat()
        names: dict[str, str] = {group.id: group.name for group in subject.groups.values()}
        found = [record for record in subject.done if record.kind == kind and fits(record, names)]
        if before:
            limit = term.start if before == "start" else term.last_day
            found = [record for record in found if record.on <= limit]
            return _enough(found, least, f"no {_named(kind)} of that sort is recorded before {british.day(limit)}")
        if today < term.start:
            return Outcome(None, (), "it is not due before the term begins")
        if each:
            found = [record for record in found if not (separate and _longer(record, each))]
            return _each(subject, found, each, kind, during)
        if months:
            since = later(subject.until, -months).isoformat()
            found = [record for record in found if record.on >= since]
            return _enough(found, least, f"no {_named(kind)} of that sort is recorded in the last {months} months")
        return _enough(found, least, f"no {_named(kind)} of that sort is recorded")

    return run


def _fits(values: Values) -> Fits:
    words, presented = values.maybe("words"), values.maybe("presented")
    consulted = values.patterns("consulted", absent=()).values()
    parties, sampled, decided = values.number("parties", absent=0), values.flag("sampled"), values.flag("decided")

    def fits(record: Record, names: Mapping[str, str]) -> bool:
        group = f"{record.group} {names.get(record.group, '')}"
        text = f"{record.title} {record.by} {group} {' '.join(record.covers)} {record.outcome} {record.decision}"
        return (
            (words is None or words(text))
            and (
                presented is None or any(presented(p.to) or presented(names.get(p.to, p.to)) for p in record.presented)
            )
            and all(any(matches(who) for who in record.consulted) for matches in consulted)
            and len(record.parties) >= parties
            and (not sampled or bool(record.sample))
            and (not decided or bool(record.decision))
        )

    return fits


def _enough(found: list[Record], least: int, said: str) -> Outcome:
    enough = len(found) >= least
    return Outcome(enough, tuple(record.id for record in found), "" if enough else said)


def _each(subject: Subject, found: list[Record], each: str, kind: str, during: bool) -> Outcome:
    periods = list(periods_due(subject, each))
    if not periods:
        return Outcome(None, (), f"the first {each} has not ended and been reported yet")
    missing = [name for name, first, last in periods if not any(_covers(r, first, last, during) for r in found)]
    where = tuple(record.id for record in found)
    if not missing:
        return Outcome(True, where)
    shown = ", ".join(missing[:4]) + (" and others" if len(missing) > 4 else "")
    return Outcome(False, where, f"{len(missing)} of {len(periods)} have no {_named(kind)}: {shown}")


def _covers(record: Record, first: date, last: date, during: bool) -> bool:
    """Whether a record is about a period: by its own period, else by when it was made, after the period or in it."""
    if during and first.isoformat() <= record.on <= last.isoformat():
        return True
    if record.period_from and record.period_to:
        return record.period_from <= first.isoformat() and record.period_to >= last.isoformat()
    return not during and last.isoformat() <= record.on <= (last + timedelta(days=ALLOWED)).isoformat()


def _longer(record: Record, each: str) -> bool:
    """Whether a record is about a time that is longer than a quarter or a year, such as an annual report."""
    if not (record.period_from and record.period_to):
        return False
    days = (date.fromisoformat(record.period_to) - date.fromisoformat(record.period_from)).days
    return days > (ALLOWED if each == "quarter" else 366)


def periods_due(subject: Subject, each: str) -> Iterator[tuple[str, date, date]]:
    """The quarters or financial years of the term that have ended and should have been reported by now."""
    length = 3 if each == "quarter" else 12
    first = date.fromisoformat(subject.agreement.term.start).replace(day=1)
    first = date(first.year, (first.month - 1) // 3 * 3 + 1, 1) if length == 3 else _april(first)
    end = date.fromisoformat(subject.agreement.term.last_day)
    while True:
        following = later(first, length)
        last = following - timedelta(days=1)
        if last > end or last + timedelta(days=ALLOWED) > subject.today:
            return
        yield f"{each} to {british.day(last.isoformat())}", first, last
        first = following


def _april(day: date) -> date:
    return date(day.year if day.month >= 4 else day.year - 1, 4, 1)


def _named(kind: str) -> str:
    return kind.replace("-", " ")


RECORDED = Predicate(
    "recorded",
    "Records of a kind are kept: once, in each quarter or year, or within the last months.",
    "kind; words, a pattern; each, quarter or year; before, start or end of the term; months; least; presented, a "
    "pattern for the group or body; consulted, a list of patterns; parties, how many agreed it; sampled; decided; "
    "separate, true where a record of a longer time does not count; during, true where the thing is done in each "
    "quarter or year and not reported after it",
    _prepare,
)
