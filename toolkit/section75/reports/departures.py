"""What changed between two versions: in brief, as a page in full, and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from section75.compare import MarkedRuns
from section75.compare.departures import Departure
from section75.compare.extent import Extent
from section75.compare.kinds import counted
from section75.page import Block, Entries, Entry, Heading, Page, Pairs, Phrase, Phrases, Prose, Tone, phrases
from section75.reports.changes_page import (
    NAMELESS,
    Sides,
    became,
    changes_page,
    counted_line,
    marked_phrases,
    shortened,
)
from section75.reports.text import text
from section75.reports.writers import Content

LONGEST = 120
"""Characters of kept words from which the middle is left out where room is short."""
KEPT = 50
"""Characters that stay on either side of what is left out."""


def departures_report(found: Sequence[Departure], extents: Sequence[Extent] = (), sides: Sides = NAMELESS) -> Content:
    """What changed, in every form: in brief on a terminal and in Markdown, as a page in full elsewhere."""

    def page(form: str) -> Page:
        if form == "text":
            return _brief(found, extents)
        if form == "markdown":
            return _for_review(found, extents, sides)
        return changes_page(found, extents, sides, apart=form == "html")

    return Content(page, {"json": lambda: as_json(found, extents)})


def as_text(found: Sequence[Departure], colour: bool = False, extents: Sequence[Extent] = ()) -> str:
    """For a terminal: where, verdict and kind of each, then the words with what went and what came."""
    return text(_brief(found, extents), colour)


def stat_text(found: Sequence[Departure], extents: Sequence[Extent]) -> str:
    """For a terminal: only how much of each schedule is the same, and how many changes there are."""
    return text(Page(_measured(found, extents)))


def summary_line(found: Sequence[Departure]) -> str:
    """How many changes of which kind: "12 changes: 4 money, 5 obligation, 3 appears administrative".

    A change of two kinds counts under both.
    """
    said = ", ".join(f"{count} {kind}" for kind, count in counted(departure.kinds for departure in found))
    return f"{len(found)} change{'' if len(found) == 1 else 's'}" + (f": {said}" if said else "")


def _brief(found: Sequence[Departure], extents: Sequence[Extent]) -> Page:
    return Page((Entries("changes", tuple(_entry(departure) for departure in found)), *_measured(found, extents)))


def _measured(found: Sequence[Departure], extents: Sequence[Extent]) -> tuple[Block, ...]:
    pairs = Pairs(tuple((extent.title, phrases(_extent(extent))) for extent in extents))
    counts: tuple[Block, ...] = (Prose(phrases(summary_line(found))),)
    where = counted_line(found)
    if ":" in where and not all(departure.tracked for departure in found):
        counts += (Prose(phrases(where)),)
    return pairs, *counts


def _extent(extent: Extent) -> str:
    if extent.only_in:
        return f"only in the {extent.only_in}"
    return "the same" if extent.same == extent.total else f"{extent.same} of {extent.total} the same"


def _entry(departure: Departure) -> Entry:
    where = Phrase(departure.where, bold=True, tone=Tone.NOTE)
    head = phrases(where, f"  {became(departure)}  [{departure.about}]  #{departure.id}")
    return Entry(head, (_shortened(departure.runs),))


def _for_review(found: Sequence[Departure], extents: Sequence[Extent], sides: Sides) -> Page:
    """For a pull request: the counts, and each change in the order of the agreement, folded where there are many."""
    page = changes_page(found, extents, sides, apart=True)
    counts = tuple(takewhile(lambda block: not isinstance(block, Heading), page.blocks))
    entries = Entries("changes", tuple(_entry(departure) for departure in found))
    return replace(page, blocks=(*counts, Heading("Changes"), entries) if found else counts)


def _shortened(runs: MarkedRuns) -> Phrases:
    """The words, the middle of a long stretch that was kept left out."""
    return tuple(shortened(phrase, LONGEST, KEPT) for phrase in marked_phrases(runs))


def as_json(found: Sequence[Departure], extents: Sequence[Extent] = ()) -> str:
    """The departures as one JSON object; its schema is `differences`."""
    data = [
        {
            "id": d.id,
            "where": d.where,
            "verdicts": [str(v) for v in d.verdicts],
            "kinds": [str(kind) for kind in d.kinds],
            "of_substance": d.of_substance,
            "was": d.was,
            "now": d.now,
            "note": d.note,
            "tracked": d.tracked,
            "likeness": round(d.likeness, 2),
            "schedule": d.schedule,
        }
        for d in found
    ]
    alike = [{"id": e.id, "title": e.title, "same": e.same, "total": e.total, "only_in": e.only_in} for e in extents]
    whole = {"format": 1, "count": len(data), "changes": data, "schedules": alike}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"
