"""Renewing: the text kept, approvals and records dropped, the term moved on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from section75.drafting.answers import AS_IT_STANDS, Answers
from section75.drafting.asked_anew import asked_anew
from section75.drafting.confirming import KIND
from section75.drafting.old_term import brought_over, register_id
from section75.errors import Section75Error, SourceError
from section75.language import months
from section75.language.months import financial_year
from section75.load import AGREEMENT_FILE, RISKS_FILE, Loaded, SourceFile
from section75.load.proved import encoded, spliced
from section75.model import Term
from section75.outline.changes import Change, FieldRemoved, FieldSet, UnitRemoved
from section75.outline.units import WHOLE
from section75.signoff import source_and_digest

FIRST_VERSION = "0.1"
ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
"""Whatever may be an id."""


def renewed(loaded: Loaded, new_id: str, answers: Answers = AS_IT_STANDS) -> dict[str, bytes]:
    """The files of the renewal, by path: it begins on the day after the old agreement ends and runs as long.

    It says what it renews. The version table, granted extensions and dates of review start afresh; the review of the
    agreement itself and the financial years are moved on with the term; records and approvals are not copied; what was
    settled or accepted is to be confirmed, and the facts of the old term are questions. Confirmations go along: each is
    bound to exact words, so that those whose words have changed no longer stand.
    Raises `SourceError` where the old agreement cannot be read, `Section75Error` where a file of it cannot be edited.
    """
    agreement = loaded.required()
    labels = {source.label for source in loaded.drafted}
    errors = tuple(f for f in loaded.findings if f.is_error and f.place.path in labels)
    if errors:
        raise SourceError("the agreement cannot be renewed", errors)
    start = moved_on(agreement.term, answers)[0]
    years = financial_year(start) - financial_year(agreement.term.start)
    words = Counter(word for source in loaded.drafted for word in ID.findall(source.text))
    others = {
        source.path: _brought_over(source, years, start, agreement.id, new_id, lambda identity: words[identity] > 1)
        for source in loaded.drafted
    }
    gone = frozenset(change.unit for each in others.values() for change in each if isinstance(change, UnitRemoved))
    files = {}
    for source in loaded.drafted:
        changes = others[source.path]
        if source.path == AGREEMENT_FILE:
            changes = [
                *_agreement_changes(source, new_id, agreement.term, answers),
                FieldSet(WHOLE, ("renews",), {"id": agreement.id, "digest": digest_of(loaded)}),
                *asked_anew(source, agreement, gone),
            ]
        files[source.path] = spliced(source, changes)
    return files | {source.path: encoded(source) for source in loaded.places.files if source.kind == KIND}


def digest_of(loaded: Loaded) -> str:
    """The digest of all that prints in an agreement. Raises `SourceError` where it could not be built."""
    return source_and_digest(loaded.data, loaded.required())[1]


def _brought_over(
    source: SourceFile, years: int, start: str, old_id: str, new_id: str, is_cited: Callable[[str], bool]
) -> list[Change]:
    if source.path == AGREEMENT_FILE:
        return []
    renamed = register_id(source.data, old_id, new_id) if source.path == RISKS_FILE else ()
    return [*renamed, *brought_over(source, years, start, is_cited)]


def moved_on(term: Term, answers: Answers = AS_IT_STANDS) -> tuple[str, str, str]:
    """First and last day of the next term, and the last day of this one with its extensions.

    The term follows this one and is as long, where nothing else is said.

    Raises `Section75Error` where the next term would end too late.
    """
    if not term.end and not (answers.start and answers.months):
        hint = "say when the next begins and for how long: --start and --months"
        raise Section75Error("the agreement is open-ended, so no next term follows from it", hint)
    final = date.fromisoformat(term.last_day) if term.end else (answers.start or date.max) - months.ONE_DAY
    start = answers.start or final + months.ONE_DAY
    length = answers.months or (months.length(term.start, term.end) if term.end else None)
    if length is None:
        days = date.fromisoformat(term.end) - date.fromisoformat(term.start)
        end = _bounded(start + days, "check term.end")
    else:
        end = term_end(start, length)
    return start.isoformat(), end.isoformat(), final.isoformat()


def term_end(start: date, length: int) -> date:
    """The last day of a term of so many months. Raises `Section75Error` where it would end too late."""
    return _bounded(months.last_day(start, length), "check its first day and its months")


def _bounded(end: date, hint: str) -> date:
    if end.year > months.LAST_YEAR:
        raise Section75Error(f"the term would pass the year {months.LAST_YEAR}", hint)
    return end


def _whole_month(moved: date, before: str) -> str:
    """A last day of a month stays one, though a leap year lies between."""
    old = date.fromisoformat(before)
    if (old + months.ONE_DAY).day == 1:
        moved = (moved + timedelta(days=3)).replace(day=1) - months.ONE_DAY
    return moved.isoformat()


def _agreement_changes(source: SourceFile, new_id: str, term: Term, answers: Answers) -> Iterator[Change]:
    start, end, previous = moved_on(term, answers)
    data = source.data
    if answers.title:
        yield FieldSet(WHOLE, ("title",), answers.title)
    for name, given in (("name", answers.names), ("address", answers.addresses)):
        for party, words in given.items():
            yield FieldSet(party, (name,), words)
    yield FieldSet(WHOLE, ("id",), new_id)
    yield FieldSet(WHOLE, ("version",), FIRST_VERSION)
    yield FieldSet(WHOLE, ("term", "start"), start)
    yield FieldSet(WHOLE, ("term", "end"), end)
    if "previous_end" in data["term"]:
        yield FieldSet(WHOLE, ("term", "previous_end"), previous)
    if term.review_due:
        moved = date.fromisoformat(term.review_due) + (date.fromisoformat(start) - date.fromisoformat(term.start))
        yield FieldSet(WHOLE, ("term", "review_due"), _whole_month(moved, term.review_due))
    for path in (("term", "open_ended"), ("term", "extensions"), ("versions",), ("reference",)):
        holder = data["term"] if path[0] == "term" else data
        if path[-1] in holder:
            yield FieldRemoved(WHOLE, path)
