"""What changed between two versions: in brief, as a page in full, and as JSON for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from section75.compare import MarkedRuns
from section75.compare.departures import Departure
from section75.compare.extent import Extent
from section75.compare.kinds import Kind, counted
from section75.document import words_of
from section75.page import (
    Block,
    Cell,
    Column,
    Entries,
    Entry,
    Heading,
    Mark,
    Page,
    Pairs,
    Phrase,
    Phrases,
    Prose,
    Table,
    Tone,
    cell,
    phrases,
    wording,
)
from section75.reports.text import text
from section75.reports.writers import Content

LONGEST = 120
"""Characters of kept words from which the middle is left out where room is short."""
KEPT = 50
"""Characters that stay on either side of what is left out."""
COLUMNS = (Column("Where", 3), Column("What became of it", 2), Column("Kind", 2), Column("Was", 6), Column("Now", 6))
COUNTED = (Column("Kind", 3), Column("What became of it", 3), Column("Changes", 1, numeric=True))
MEASURED = (Column("Part", 5), Column("The same", 1, numeric=True), Column("Paragraphs and rows", 1, numeric=True))


def departures_report(
    found: Sequence[Departure],
    extents: Sequence[Extent] = (),
    title: str = "Changes",
    names: tuple[str, str] | None = None,
    illustrative: bool = False,
) -> Content:
    """What changed, in every form. `title` and the names of both sides stand at the head of a page."""
    subtitle = f"From {names[0]} to {names[1]}." if names else ""

    def page(form: str) -> Page:
        if form == "text":
            return _brief(found, extents)
        return Page(_in_full(found, extents, form), title, subtitle, illustrative)

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
    return pairs, Prose(phrases(summary_line(found)))


def _extent(extent: Extent) -> str:
    if extent.only_in:
        return f"only in the {extent.only_in}"
    return "the same" if extent.same == extent.total else f"{extent.same} of {extent.total} the same"


def _entry(departure: Departure) -> Entry:
    where = Phrase(departure.where, bold=True, tone=Tone.NOTE)
    head = phrases(where, f"  {_became(departure)}  [{departure.about}]  #{departure.id}")
    return Entry(head, (_shortened(departure.runs),))


def _became(departure: Departure) -> str:
    like = f", paired by likeness ({departure.likeness:.0%})" if departure.likeness else ""
    note = f" ({departure.note})" if departure.note else ""
    return ", ".join(departure.verdicts) + note + like


def _in_full(found: Sequence[Departure], extents: Sequence[Extent], form: str) -> tuple[Block, ...]:
    """The summary first, then every change: as a table where there is room for one, and word by word."""
    blocks: list[Block] = [Heading("Summary"), Prose(phrases(f"{summary_line(found)}."))]
    if not found:
        return tuple(blocks)
    blocks.append(_counted(found))
    if extents:
        blocks += [Heading("Schedule by schedule"), _extents(extents)]
    if form == "markdown":
        blocks += [Heading("Changes"), Entries("changes", tuple(_entry(departure) for departure in found))]
        return tuple(blocks)
    linked = form == "html"
    blocks += [Heading("Changes"), changes_table(found, linked)]
    if linked:
        blocks += [Heading("Word by word"), Entries("changes", tuple(_anchored(found)))]
    return tuple(blocks)


def _counted(found: Sequence[Departure]) -> Table:
    order = list(Kind)
    counts = Counter((order.index(kind), each.verdicts[0]) for each in found for kind in each.kinds)
    rows = tuple((cell(order[place]), cell(verdict), cell(str(n))) for (place, verdict), n in sorted(counts.items()))
    return Table("Changes by kind", COUNTED, rows)


def _extents(extents: Sequence[Extent]) -> Table:
    rows = tuple(
        (cell(each.title), cell(_extent(each) if each.only_in else str(each.same)), cell(str(each.total)))
        for each in extents
    )
    return Table("Schedule by schedule", MEASURED, rows)


def changes_table(found: Sequence[Departure], linked: bool = False) -> Table:
    """Every change as a row: what was taken out is marked under Was, what was put in under Now.

    `linked` leads from each row to the entry of the same number.
    """
    rows = tuple(_row(departure, f"change.{number}" if linked else "") for number, departure in enumerate(found, 1))
    return Table("Every change", COLUMNS, rows)


def _row(departure: Departure, link: str) -> tuple[Cell, ...]:
    where = (Phrase(departure.where, link=link),)
    was, now = _side(departure.runs, departure.was, Mark.ADDED), _side(departure.runs, departure.now, Mark.REMOVED)
    return ((where,), cell(_became(departure)), cell(departure.about), was, now)


def _side(runs: MarkedRuns, words: str, other: Mark) -> Cell:
    """One side with its marked words, the `other` left out; unmarked where the marks do not give just these words."""
    said = tuple(phrase for phrase in _phrases(runs) if phrase.mark is not other)
    return (said,) if said and wording(said).split() == words.split() else cell(words)


def _anchored(found: Sequence[Departure]) -> Iterable[Entry]:
    for number, departure in enumerate(found, 1):
        head = phrases(f"{number}. {departure.where}")
        about = phrases(f"{_became(departure)}; {departure.about}")
        yield Entry(head, (about, _phrases(departure.runs)), f"change.{number}")


def _phrases(runs: MarkedRuns) -> Phrases:
    by_mark = groupby(runs, key=lambda run: run.mark)
    return tuple(Phrase("".join(words_of((run.run,)) for run in same), mark=mark) for mark, same in by_mark)


def _shortened(runs: MarkedRuns) -> Phrases:
    """The words, the middle of a long stretch that was kept left out."""
    return tuple(
        replace(phrase, text=f"{phrase.text[:KEPT]} ... {phrase.text[-KEPT:]}")
        if phrase.mark is Mark.KEPT and len(phrase.text) > LONGEST
        else phrase
        for phrase in _phrases(runs)
    )


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
