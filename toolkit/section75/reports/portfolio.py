"""Agreements side by side: what each is, how long it still runs, when its review is due, what is found in it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from section75.judging.agreement import Judgement
from section75.language.british import day
from section75.language.months import ONE_DAY, last_day
from section75.law.arrangements import ARRANGEMENT_TYPES
from section75.load import Loaded
from section75.model import Agreement, Executed, Record, Term
from section75.model.agreement import FAR_OFF
from section75.page import Block, Column, Page, Prose, Table, cell, phrases
from section75.reports.findings import summary
from section75.reports.writers import Content
from section75.signoff import DONE, Coverage, State, coverage, digests, end_of_term, executions, state
from section75.value import dataclass

SOON = 180
"""Days before the end from which a renewal is urgent."""
RUNNING = tuple(map(str, (State.IN_FORCE, State.VARIED, State.EXTENDED)))
COLUMNS = (
    Column("agreement", 3),
    Column("type", 3),
    Column("state", 2),
    Column("term", 3),
    Column("days left", 2),
    Column("review due", 2),
    Column("findings", 3),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One agreement of a portfolio, as it stands on a day."""

    name: str
    title: str
    version: str
    parties: tuple[str, ...]
    types: tuple[str, ...]
    state: str
    """How far it has come: draft, in approval, approved, executed, in force ..."""
    reason: str
    """Why it is in that state, in words."""
    start: str
    end: str
    """Last day, extensions that were granted included."""
    extensions: int
    days_left: int
    """Days after the given one on which it still runs; 0 on the last day, negative once it has ended."""
    review_due: str
    """When the next review is due: the first, and for each that is recorded the one after it. "" where none is set."""
    overdue: bool
    """The review is past and the agreement still runs."""
    findings: str
    accepted: int
    to_settle: int
    """Questions that nobody has decided yet."""
    id: str = ""
    renews: str = ""
    """Id of the agreement that it renews; "" for none."""


def entry(name: str, loaded: Loaded, judgement: Judgement, today: date) -> Entry:
    """What a portfolio says of an agreement on a day. Raises `SourceError` where it could not be built."""
    agreement = loaded.required()
    term = agreement.term
    due = _review_due(term, [record for record in loaded.records if record.on <= today.isoformat()])
    ends = end_of_term(agreement, loaded.extended, today.isoformat())
    days_left = (date.fromisoformat(ends) - today).days
    stands, reason = _state(loaded, ends, today.isoformat())
    return Entry(
        name=name,
        title=agreement.title,
        version=agreement.version,
        parties=tuple(party.name for party in agreement.parties),
        types=tuple(dict.fromkeys(ARRANGEMENT_TYPES[a.type].label for a in agreement.arrangements)),
        state=str(stands),
        reason=reason,
        start=term.start,
        end=ends if ends < FAR_OFF else "",
        extensions=len(term.extensions) + (ends > term.last_day),
        days_left=days_left,
        review_due=due,
        overdue=bool(due) and due < today.isoformat() and days_left >= 0,
        findings=summary(judgement.findings),
        accepted=len(judgement.accepted),
        to_settle=judgement.unsettled,
        id=agreement.id,
        renews=agreement.renews.id if agreement.renews else "",
    )


def with_superseded(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries, those in force superseded that an agreement renews which is in force too."""
    by = {each.renews: each.name for each in entries if each.state in RUNNING and each.renews}
    return tuple(
        replace(each, state=str(State.SUPERSEDED), reason=f"renewed by {by[each.id]}")
        if each.state in RUNNING and each.id in by
        else each
        for each in entries
    )


def _state(loaded: Loaded, ends: str, today: str) -> tuple[State, str]:
    agreement = loaded.required()
    approvals = agreement.approvals
    made = digests(loaded.data, agreement) if approvals else None
    found = coverage(agreement, loaded.approvals, made, today) if made else ()
    sent = {each.digest for each in loaded.circulated if each.edition and each.on <= today}
    engrossed = made is not None and made.whole in sent
    stands = state(agreement, found, loaded.executed, today, loaded.extended, engrossed)
    done = executions(agreement, loaded.executed, today)
    return stands, _since(agreement, done, ends, stands) if done else _still(stands, found)


def _still(stands: State, found: Sequence[Coverage]) -> str:
    """Why an agreement that was not executed stands where it does."""
    if stands is State.UNRECORDED:
        return "no approval is asked for and no execution is recorded"
    if stands is State.DRAFT:
        return f"no decision of {', '.join(each.required.body for each in found)} is recorded"
    left = [f"{each.required.body}: {each.standing}" for each in found if each.standing not in DONE]
    covered = "every approval covers the text"
    return "; ".join(left) or (f"{covered}, and it was sent to be signed" if stands is State.ENGROSSED else covered)


def _since(agreement: Agreement, done: Sequence[Executed], ends: str, stands: State) -> str:
    """Why an agreement that was executed stands where it does."""
    if stands is State.EXPIRED:
        return f"the term ended on {day(ends)}"
    if stands is State.EXTENDED:
        return f"the term was extended until {day(ends)}"
    if stands is State.VARIED:
        return f"varied by what was executed on {' and on '.join(day(each.dated) for each in done[1:])}"
    executed = f"executed on {day(done[0].dated)}"
    return f"{executed}; the term begins on {day(agreement.term.start)}" if stands is State.EXECUTED else executed


def entry_of(data: Mapping[str, Any]) -> Entry:
    """The entry again from plain data, as `dataclasses.asdict` or JSON gives it."""
    lists = {name: tuple(data[name]) for name in ("parties", "types")}
    return Entry(**{**data, **lists})


def _review_due(term: Term, records: Sequence[Record]) -> str:
    """A recorded review moves the due date on by one interval; several in one interval count once."""
    due: str = term.review_due
    since: str = term.start
    for held in sorted(record.on for record in records if record.kind == "review"):
        if due and term.review_months and held > since:
            after = date.fromisoformat(due) + ONE_DAY
            since, due = due, last_day(after, term.review_months).isoformat()
    return due


def portfolio_report(entries: Sequence[Entry], unread: Sequence[str] = (), on: str = "") -> Content:
    """The agreements side by side, in every form. `on` is the day, in words, on which they stand so."""

    def page(form: str) -> Page:
        blocks: tuple[Block, ...] = (_table(entries), *(Prose(phrases(_unread(name))) for name in unread))
        return Page(blocks) if form == "text" else Page(blocks, "Agreements", f"As at {on}." if on else "")

    return Content(page, {"json": lambda: as_json(entries, unread)})


def _table(entries: Sequence[Entry]) -> Table:
    rows = tuple(tuple(cell(words) for words in _cells(each)) for each in entries)
    return Table("Agreements", COLUMNS, rows, empty="")


def _unread(name: str) -> str:
    return f"{name}  cannot be read; see `s75 validate {name}`"


def as_json(entries: Sequence[Entry], unread: Sequence[str] = ()) -> str:
    """The same as one JSON object; days are whole numbers, dates year-month-day."""
    agreements = [{name: getattr(each, name) for name in Entry.__slots__} for each in entries]
    return (
        json.dumps({"format": 1, "agreements": agreements, "unread": list(unread)}, indent=2, ensure_ascii=False) + "\n"
    )


def _cells(each: Entry) -> tuple[str, ...]:
    term = f"{each.start} to {each.end}" if each.end else f"{each.start}, open-ended"
    term += ", extended" if each.extensions else ""
    review = (each.review_due + (", overdue" if each.overdue else "")) if each.review_due else "none set"
    accepted = f" ({each.accepted} accepted)" if each.accepted else ""
    left = f", {each.to_settle} to settle" if each.to_settle else ""
    return (each.name, ", ".join(each.types), each.state, term, _left(each), review, each.findings + accepted + left)


def _left(each: Entry) -> str:
    if not each.end:
        return "no end"
    if each.days_left < 0:
        return "ended"
    return f"{each.days_left:,}{', renew' if each.days_left <= SOON else ''}"
