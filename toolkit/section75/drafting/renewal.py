"""Renewing: the text kept, approvals and records dropped, the term moved on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from section75 import months
from section75.errors import Section75Error
from section75.load import AGREEMENT_FILE, Loaded, SourceFile
from section75.load.edit import Edit, quoted, removed, replaced, spliced
from section75.model import Term

FIRST_VERSION = "0.1"


def renewed(loaded: Loaded, new_id: str) -> dict[str, bytes]:
    """The files of the renewal, by path: it begins on the day after the old agreement ends and runs as long.

    The version table, granted extensions and dates of review start afresh, the review of the agreement itself is moved
    on with the term; records and approvals are not copied.
    Raises `SourceError` where the old agreement cannot be read.
    """
    agreement = loaded.required()
    files = {}
    for source in loaded.drafted:
        if source.path == AGREEMENT_FILE:
            edits = list(_agreement_edits(source, new_id, agreement.term))
        else:
            edits = list(_schedule_edits(source))
        files[source.path] = spliced(source, edits)
    return files


def moved_on(term: Term) -> tuple[str, str, str]:
    """First and last day of the next term, and the last day of this one with its extensions."""
    first, last = date.fromisoformat(term.start), date.fromisoformat(term.end)
    final = max([last, *(date.fromisoformat(extension.end) for extension in term.extensions)])
    try:
        start = final + timedelta(days=1)
        length = months.length(term.start, term.end)
        end = start + (last - first) if length is None else months.last_day(start, length)
    except (ValueError, OverflowError) as error:
        raise Section75Error("the term cannot be moved on: it would pass the year 9999", "check term.end") from error
    return start.isoformat(), end.isoformat(), final.isoformat()


def term_end(start: date, length: int) -> date:
    """The last day of a term of so many months. Raises `Section75Error` where it would pass the year 9999."""
    try:
        return months.last_day(start, length)
    except ValueError as error:
        raise Section75Error("the term would pass the year 9999", "check its first day and its months") from error


def _whole_month(moved: date, before: str) -> str:
    """A last day of a month stays one, though a leap year lies between."""
    old = date.fromisoformat(before)
    if (old + timedelta(days=1)).day == 1:
        moved = (moved + timedelta(days=3)).replace(day=1) - timedelta(days=1)
    return moved.isoformat()


def _schedule_edits(source: SourceFile) -> Iterator[Edit]:
    """A schedule of a renewal has not been reviewed yet, and its reviews are still to be fixed."""
    if "last_reviewed" in source.data:
        yield removed(source, ("last_reviewed",))
    if source.data.get("kind") == "information-sharing":
        for index, sharing in enumerate(source.data.get("agreements", ())):
            if "review_due" in sharing:
                yield removed(source, ("agreements", index, "review_due"))


def _agreement_edits(source: SourceFile, new_id: str, term: Term) -> list[Edit]:
    start, end, previous = moved_on(term)
    data = source.data
    edits = [
        replaced(source, ("id",), new_id),
        replaced(source, ("version",), quoted(FIRST_VERSION)),
        replaced(source, ("term", "start"), start),
        replaced(source, ("term", "end"), end),
    ]
    if "previous_end" in data["term"]:
        edits.append(replaced(source, ("term", "previous_end"), previous))
    if term.review_due:
        moved = date.fromisoformat(term.review_due) + (date.fromisoformat(start) - date.fromisoformat(term.start))
        edits.append(replaced(source, ("term", "review_due"), _whole_month(moved, term.review_due)))
    for keys in (("term", "extensions"), ("versions",), ("reference",)):
        holder = data["term"] if keys[0] == "term" else data
        if keys[-1] in holder:
            edits.append(removed(source, keys))
    return edits
