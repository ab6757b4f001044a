"""Renewing: the text kept, approvals and records dropped, the term moved on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from section75.errors import Section75Error
from section75.language import months
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
    """First and last day of the next term, and the last day of this one with its extensions.

    Raises `Section75Error` where the next term would end too late.
    """
    final = date.fromisoformat(term.last_day)
    start = final + months.ONE_DAY
    length = months.length(term.start, term.end)
    days = date.fromisoformat(term.end) - date.fromisoformat(term.start)
    end = _bounded(start + days, "check term.end") if length is None else term_end(start, length)
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
