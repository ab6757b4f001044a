"""A person confirms that exact words meet an item: one file under the records of the agreement."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from section75.drafting.confirming import KIND, Confirming, confirmation_file
from section75.errors import MissingError, UsageError
from section75.language import british
from section75.load import RECORDS
from section75.project.recording import new_record, write_record
from section75.project.versions import Version
from section75.reports.review_data import Report
from section75.reviews import Result, Status, Subject
from section75.reviews.roles import is_role, roles
from section75.reviews.standing import first_day

SHOWN = 3
"""Roles named in a hint."""


def confirm(found: Version, report: Report, made: Confirming) -> str:
    """Write a confirmation; gives its path in the agreement's folder.

    Raises `MissingError` for an item that no catalogue in use holds, and a clause or row that is not there;
    `UsageError` for an item that does not apply, that data shows not to be met, for a role that the agreement does not
    name, for a day that cannot be, and for a version that is not a folder; `OutputError` where the item was confirmed
    on that day already.
    """
    subject = report.examined.subject
    result = item_of(report, made.item)
    _possible(result)
    _asked_of(subject, made)
    path = f"{RECORDS}/confirmations/{made.name}.yaml"
    new_record(found, path, f"{made.item} was confirmed on {british.day(made.on)} already")
    write_record(found, path, confirmation_file(made, subject), KIND, "the confirmation")
    return path


def item_of(report: Report, item: str) -> Result:
    """The result of an item. Raises `MissingError` where no catalogue that was gone through holds it."""
    results = {result.item.id: result for result in report.examined.review.results}
    if item not in results:
        near = get_close_matches(item.upper(), results, 1)
        hint = f"did you mean {near[0]}?" if near else f"`s75 check {report.name} --all` lists the items"
        raise MissingError(f"no catalogue in use holds {item}", hint)
    return results[item]


def to_confirm(report: Report) -> tuple[Result, ...]:
    """The items that wait for a person: words were found, say otherwise, or have changed since they were confirmed."""
    return tuple(
        result
        for result in report.examined.review.results
        if not result.is_confirmed and (result.status in (Status.WORDS, Status.DENIED, Status.PROMISED) or result.stale)
        if result.where or result.proposed
    )


def _possible(result: Result) -> None:
    item = result.item.id
    if result.status is Status.NOT_APPLICABLE:
        raise UsageError(f"{item} does not apply: {'; '.join(result.wanting)}", "there is nothing to confirm")
    if result.status in (Status.FAILED, Status.PARTLY):
        hint = "correct the agreement or the record; what data shows cannot be confirmed away"
        raise UsageError(f"{item} is {result.status}: {'; '.join(result.wanting)}", hint)


def _asked_of(subject: Subject, made: Confirming) -> None:
    """Refuse a clause that is not there, a role that nobody has, and a day that cannot be."""
    if not made.at:
        raise UsageError("no clause is named", "name the clauses that you read, by their ids: --at CLAUSE")
    for unit in made.at:
        if unit not in subject.unit_digests:
            near = get_close_matches(unit, subject.unit_digests, 1)
            hint = f"did you mean {near[0]}?" if near else "name the id of a clause, a schedule or a row"
            raise MissingError(f"nothing that prints has the id {unit}", hint)
    if not is_role(subject.agreement, made.by):
        raise UsageError(f'nobody in the agreement is called "{made.by}"', _roles(made.by, roles(subject.agreement)))
    if made.on > subject.today.isoformat():
        raise UsageError(f"{british.day(made.on)} is in the future", "give the day on which the words were read")
    if made.on < (first := first_day(subject)):
        hint = "give the day on which the words were read"
        raise UsageError(f"the first version of the agreement is of {british.day(first)}", hint)


def _roles(given: str, known: Sequence[str]) -> str:
    near = get_close_matches(given, known, SHOWN, 0.4) or list(known[:SHOWN])
    return f"name a role that the agreement names, e.g. {', '.join(near)}" if near else "list the role in the agreement"
