"""What is wrong with records and responses themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from section75.findings import WARNING, Remark
from section75.language import british
from section75.model import Confirmation, Response
from section75.reviews.outcome import FAILING, Result, Status
from section75.reviews.roles import is_role
from section75.reviews.standing import first_day
from section75.reviews.subject import Subject

DURING = ("meeting", "scorecard", "report", "audit", "return", "message", "survey", "training")
"""Kinds of record of what is done under an agreement, so not before it starts."""


def record_remarks(subject: Subject) -> Iterator[Remark]:
    """`record-in-future`, and `record-outside-term` for what was done before the agreement started."""
    today, start = subject.today.isoformat(), subject.agreement.term.start
    for record in subject.records:
        if record.on > today:
            message = f"the record is dated {british.day(record.on)}, which is in the future"
            hint = "record what was done, not what is planned"
            yield Remark("record-in-future", message, record.id, at="on", hint=hint)
        elif record.kind in DURING and record.on < start:
            message = (
                f"the {record.kind} is dated {british.day(record.on)}, before the term began on {british.day(start)}"
            )
            hint = "correct the date, or keep the record with the agreement that it belongs to"
            yield Remark("record-outside-term", message, record.id, at="on", hint=hint)


def response_remarks(subject: Subject, results: Sequence[Result], known: AbstractSet[str]) -> Iterator[Remark]:
    """`response-to-nothing`, `response-incomplete`, `law-not-optional`, `met-but-fails` and `deferral-past`."""
    by_item = {result.item.id: result for result in results}
    ids = {words.id for words in subject.words} | {schedule.id for schedule in subject.agreement.schedules}
    ids |= {record.id for record in subject.records} | {party.id for party in subject.agreement.parties}
    for response in subject.responses:
        for index, place in enumerate((*response.places, *response.records)):
            if place not in ids:
                field = "places" if index < len(response.places) else "records"
                message = f'the response points at "{place}", which does not exist'
                yield Remark("broken-reference", message, response.id, at=field, needle=place, hint="correct the id")
        result = by_item.get(response.item)
        if result is None:
            if known and response.item not in known:
                message = f"none of the catalogues in use holds {response.item}"
                hint = "correct the id, or use the catalogue that holds the item"
                yield Remark("response-to-nothing", message, response.id, at="item", hint=hint, severity=WARNING)
            continue
        yield from _answer(subject, response, result)


def _answer(subject: Subject, response: Response, result: Result) -> Iterator[Remark]:
    item, answer = result.item.id, response.answer
    if answer == "met" and result.status in FAILING:
        message = f"{item} is answered as met; the review says: {result.status}"
        hint = "; ".join((*result.wanting[:2], "correct the agreement or the record, or change the answer"))
        yield Remark("met-but-fails", message, response.id, at="answer", hint=hint)
    if answer == "not-accepted" and not response.reason:
        message = f"{item} is not accepted, but no reason is given"
        yield Remark("response-incomplete", message, response.id, at="answer", hint="give the reason under reason")
    if answer == "not-accepted" and result.item.strength == "statutory":
        message = f"{item} is required by law and cannot be declined"
        hint = "meet it, or defer it to an early date"
        yield Remark("law-not-optional", message, response.id, at="answer", hint=hint)
    if answer == "deferred":
        yield from _deferred(subject, response, result)


def _deferred(subject: Subject, response: Response, result: Result) -> Iterator[Remark]:
    item = result.item.id
    if not (response.owner and response.due):
        message = f"{item} is deferred without an owner or a date"
        hint = "name the owner (a role), and give the date under due"
        yield Remark("response-incomplete", message, response.id, at="answer", hint=hint)
    elif response.due < subject.today.isoformat() and result.outstanding:
        message = f"{item} was deferred to {british.day(response.due)}, which has passed"
        hint = "do it, or defer it again with the reason"
        yield Remark("deferral-past", message, response.id, at="due", hint=hint)


def confirmation_remarks(subject: Subject, results: Sequence[Result], known: AbstractSet[str]) -> Iterator[Remark]:
    """What is wrong with confirmations: of nothing, by nobody, in the future, too early, against data, or stale."""
    by_item = {result.item.id: result for result in results}
    for each in subject.confirmations:
        if each.on > subject.today.isoformat():
            message = f"the confirmation is dated {british.day(each.on)}, which is in the future"
            yield Remark("record-in-future", message, each.id, at="on", hint="correct the date")
        if not is_role(subject.agreement, each.by):
            message = f'nobody in the agreement is called "{each.by}"'
            hint = "name a role that the agreement names: of a member, a lead officer, a signatory or an owner"
            yield Remark("confirmed-by-nobody", message, each.id, at="by", hint=hint)
        result = by_item.get(each.item)
        if result is None:
            if known and each.item not in known:
                message = f"none of the catalogues in use holds {each.item}"
                hint = "correct the id, or use the catalogue that holds the item"
                yield Remark("response-to-nothing", message, each.id, at="item", hint=hint, severity=WARNING)
            continue
        yield from _confirmed(subject, each, result)
    yield from _contradictions(subject)


def _confirmed(subject: Subject, each: Confirmation, result: Result) -> Iterator[Remark]:
    item = result.item.id
    if each.on < (first := first_day(subject)):
        message = (
            f"it is confirmed on {british.day(each.on)}; the first version of the agreement is of {british.day(first)}"
        )
        hint = "give the day on which the words were read"
        yield Remark("confirmed-too-early", message, each.id, at="on", hint=hint)
    if result.status is Status.NOT_APPLICABLE:
        message = f"{item} is confirmed, and does not apply: {'; '.join(result.wanting)}"
        hint = "take the confirmation away"
        yield Remark("response-to-nothing", message, each.id, at="item", hint=hint, severity=WARNING)
    if result.status in (Status.FAILED, Status.PARTLY):
        message = f"{item} is confirmed, but the data of the agreement shows that it is {result.status}"
        hint = "; ".join((*result.wanting[:2], "correct the agreement or the record"))
        yield Remark("met-but-fails", message, each.id, at="item", hint=hint)
    if result.confirmation is not each:
        return
    for stale in result.stale:
        what = "has changed since" if stale.now else "is gone"
        message = f'{item} was confirmed on {british.day(each.on)} by words of "{stale.id}", which {what}'
        hint = "read what it says now, and confirm the item again with `s75 confirm`"
        needle = str(stale.id)
        yield Remark("confirmation-stale", message, each.id, at="at", needle=needle, hint=hint, severity=WARNING)


def _contradictions(subject: Subject) -> Iterator[Remark]:
    """`confirmed-twice`: two confirmations of one item on one day, by different words or different roles."""
    seen: dict[tuple[str, str], Confirmation] = {}
    for each in subject.confirmations:
        other = seen.setdefault((each.item, each.on), each)
        if other is not each:
            message = f"{each.item} is confirmed twice on {british.day(each.on)}: here and in {other.id}"
            hint = "keep the one that was meant, and take the other away"
            yield Remark("confirmed-twice", message, each.id, at="item", hint=hint)
