"""A verdict on every item of the catalogues: whether it applies, its tests, the response, the evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from section75.language import british
from section75.law.arrangements import ARRANGEMENT_TYPES
from section75.model import Agreement, Applies, Catalogue, Confirmation, Item, Record, Response
from section75.model.operations import PlannedAction
from section75.reviews.outcome import Fault, Outcome, Result, Review, Status
from section75.reviews.predicates.predicate import Run
from section75.reviews.remarks import confirmation_remarks, record_remarks, response_remarks
from section75.reviews.standing import changed, last_confirmations
from section75.reviews.subject import Subject
from section75.reviews.testing import BadTestError, prepared
from section75.reviews.verdict import verdict
from section75.value import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """A catalogue to check an agreement against."""

    catalogue: Catalogue
    by_name: bool = False
    """The user named it: its items then apply to any partnership."""


@dataclass(frozen=True, slots=True)
class _Given:
    """What people added, by item: responses, records and confirmations."""

    responses: Mapping[str, Response]
    records: Mapping[str, tuple[Record, ...]]
    confirmations: Mapping[str, Confirmation]


def reviewed(subject: Subject, asked: Sequence[Asked]) -> Review:
    """Every item of every catalogue, in order. A broken item never hides another."""
    given = _given(subject)
    known: set[str] = set()
    results: list[Result] = []
    faults: list[Fault] = []
    for each in asked:
        for index, item in enumerate(each.catalogue.items):
            keys = ("items", index)
            if item.id in known:
                message = f"there is already an item {item.id}"
                faults.append(Fault("duplicate-item", message, each.catalogue.id, (*keys, "id"), "give it another id"))
            known.add(item.id)
            made, wrong = _item(subject, each, item, keys, given)
            faults += [*wrong, *_old_form(each.catalogue.id, item, keys)]
            results.append(made)
    remarks = (
        *record_remarks(subject),
        *response_remarks(subject, results, known),
        *confirmation_remarks(subject, results, known),
    )
    return Review(tuple(results), tuple(faults), tuple(remarks))


def _old_form(catalogue: str, item: Item, keys: tuple[str | int, ...]) -> Iterator[Fault]:
    """`old-catalogue`: an item that would stop applying because a schedule is missing."""
    if item.applies and item.applies.schedules:
        message = f"{item.id}: applies.schedules is no longer used, since to leave a schedule out settles nothing"
        hint = "say when the item applies by arrangements, party_kinds, start_from, start_until or runs_on"
        yield Fault("old-catalogue", message, catalogue, (*keys, "applies", "schedules"), hint)


def applies_to(item: Item, asked: Asked, agreement: Agreement) -> str:
    """Why an item does not apply to an agreement; "" where it does."""
    partnerships = item.partnerships or asked.catalogue.partnerships
    if not (asked.by_name or _addressed(partnerships, agreement)):
        return f"it is for {', '.join(partnerships)}"
    return _bar(item.applies, agreement) if item.applies else ""


def _addressed(partnerships: Sequence[str], agreement: Agreement) -> bool:
    return not partnerships or any(agreement.id.startswith(f"{name}-") for name in partnerships)


def _bar(applies: Applies, agreement: Agreement) -> str:
    types = {arrangement.type for arrangement in agreement.arrangements}
    kinds = {party.kind for party in agreement.parties}
    start = agreement.term.start
    if applies.arrangements and not types & set(applies.arrangements):
        return "it is about " + " or ".join(ARRANGEMENT_TYPES[kind].phrase for kind in applies.arrangements)
    if applies.party_kinds and not kinds & set(applies.party_kinds):
        return "no party is " + " or ".join(kind.replace("-", " ") for kind in applies.party_kinds)
    if applies.runs_on and not start <= applies.runs_on <= agreement.term.last_day:
        return f"the term does not run on {british.day(applies.runs_on)}"
    if applies.start_from and start < applies.start_from:
        return f"it applies to agreements that begin on or after {british.day(applies.start_from)}"
    if applies.start_until and start > applies.start_until:
        return f"it applies to agreements that began on or before {british.day(applies.start_until)}"
    return ""


def _given(subject: Subject) -> _Given:
    responses = {r.item: r for r in sorted(subject.responses, key=lambda response: response.decided_on)}
    records: dict[str, tuple[Record, ...]] = {}
    for record in subject.done:
        for item in record.items:
            records[item] = (*records.get(item, ()), record)
    return _Given(responses, records, last_confirmations(subject))


def _item(
    subject: Subject, asked: Asked, item: Item, keys: tuple[str | int, ...], given: _Given
) -> tuple[Result, list[Fault]]:
    catalogue = asked.catalogue.id
    bar = applies_to(item, asked, subject.agreement)
    # The tests of a catalogue for other partnerships are checked there; here it would only take time.
    if bar and not (asked.by_name or _addressed(asked.catalogue.partnerships, subject.agreement)):
        return Result(catalogue, item, Status.NOT_APPLICABLE, wanting=(bar,)), []
    tests, faults = _tests(item, catalogue, keys)
    if bar:
        return Result(catalogue, item, Status.NOT_APPLICABLE, wanting=(bar,)), faults
    outcomes = [run(subject) for run in tests]
    if len(tests) < len(item.tests):
        outcomes.append(Outcome(False, (), "a test of the item itself is broken", by_words=True))
    made = _made(subject, catalogue, item, outcomes, given)
    status = _answered(_kept(verdict(outcomes, item, made), item, subject), made.response, subject)
    return _told(subject, replace(made, status=status), outcomes), faults


def _made(subject: Subject, catalogue: str, item: Item, outcomes: Sequence[Outcome], given: _Given) -> Result:
    """The result but for its status: where it is met or concerned, and what people added."""
    response, records = given.responses.get(item.id), given.records.get(item.id, ())
    confirmation = given.confirmations.get(item.id)
    confirmed = [str(read.unit) for read in confirmation.at] if confirmation else []
    stale = changed(subject, confirmation) if confirmation else ()
    # Where a person has read the words, what tests found besides made no verdict.
    telling = [o for o in outcomes if (o.holds or o.is_denied) and not (confirmed and not stale and o.by_words)]
    shown = [*(response.places if response else ()), *(record.id for record in records)]
    where = tuple(dict.fromkeys((*confirmed, *shown, *(identity for o in telling for identity in o.where))))
    return Result(
        catalogue,
        item,
        Status.FAILED,
        where,
        response=response,
        records=records,
        confirmation=confirmation,
        stale=stale,
        proposed=subject.answering.get(item.id, ()),
    )


def _tests(item: Item, catalogue: str, keys: tuple[str | int, ...]) -> tuple[list[Run], list[Fault]]:
    runs, faults = [], []
    for index, test in enumerate(item.tests):
        try:
            runs.append(prepared(test))
        except BadTestError as error:
            path = (*keys, "tests", index, *error.path)
            faults.append(Fault(error.code, f"{item.id}: {error}", catalogue, path, error.hint))
    if not (item.tests or item.evidence):
        hint = "give tests, or say under evidence what a person has to show"
        faults.append(Fault("bad-test", f"the item {item.id} has no test", catalogue, keys, hint))
    return runs, faults


def _kept(status: Status, item: Item, subject: Subject) -> Status:
    """The status beside the action plan: what an open action still has to do is promised and not met, or overdue."""
    if status not in (Status.MET, Status.WORDS, Status.PROMISED):
        return status
    actions = [action for action in subject.open_actions if item.id in action.items]
    if not actions:
        return status
    overdue = any(action.due and action.due < subject.today.isoformat() for action in actions)
    return Status.OVERDUE if overdue else Status.PROMISED


def _answered(status: Status, response: Response | None, subject: Subject) -> Status:
    """The status after the response of the parties. A response never makes a failing test pass."""
    if response is None or status is Status.NOT_APPLICABLE:
        return status
    if response.answer == "partly" and status in (Status.MET, Status.WORDS, Status.PROMISED, Status.EVIDENCE):
        return Status.PARTLY
    if status in (Status.MET, Status.WORDS, Status.PROMISED):
        return status
    if response.answer == "not-accepted" and response.reason:
        return Status.ANSWERED
    if response.answer == "deferred" and response.due and response.due >= subject.today.isoformat():
        return Status.ANSWERED
    return status


def _open(action: PlannedAction) -> str:
    due = f", due {british.day(action.due)}" if action.due else ""
    return f"an action is open{due}: {' '.join(action.action.split()).rstrip('.')}"


def _told(subject: Subject, result: Result, outcomes: Sequence[Outcome]) -> Result:
    """The result with what is missing, and what to do."""
    item, status = result.item, result.status
    seen = [o for o in outcomes if not (o.by_words and result.is_confirmed)]
    wanting = [_changed_since(result)] if result.stale else []
    wanting += [outcome.said for outcome in seen if outcome.holds is not True and outcome.said]
    if status in (Status.PROMISED, Status.OVERDUE):
        wanting += [_open(action) for action in subject.open_actions if item.id in action.items]
    if status is Status.EVIDENCE:
        wanting = [f"to be shown: {item.evidence}"]
    advice = [outcome.advice for outcome in seen if outcome.holds is False and outcome.advice]
    return replace(result, wanting=tuple(dict.fromkeys(wanting)), advice=tuple(dict.fromkeys(advice)))


def _changed_since(result: Result) -> str:
    confirmation = result.confirmation
    if confirmation is None:
        return ""
    when = f"confirmed by the {confirmation.by} on {british.day(confirmation.on)}"
    return f"to be looked at again: {when}, and the words have changed since"
