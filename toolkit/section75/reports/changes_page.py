"""What changed, as a page for people who decide: counts first, money and duties before the rest, nothing told twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from section75.compare import Mark, MarkedRuns, Verdict
from section75.compare.departure import FRONT, RISKS, Departure
from section75.compare.extent import Extent
from section75.compare.kind import Kind
from section75.compare.unprinted import UNPRINTED
from section75.document import words_of
from section75.page import Block, Cell, Column, Heading, Page, Phrase, Phrases, Prose, Table, cell, phrases
from section75.value import dataclass

SUMMARY = "Summary of changes"
LONGEST = 140
"""Characters of kept words from which the middle is left out where both sides stand in one cell. Words that changed are
never left out."""
KEPT = 60
"""Characters that stay on either side of what is left out."""
NAMED = 3
"""Rows of one table, all new or all gone, from which they are only named; the redline has their words."""
HOLDER = re.compile(r"^The definition|^Clause \d+[A-Z]*|Schedule \d+[A-Z]*$")
"""What a paragraph stands in, within the words that cite it."""
APART = (Column("Where", 4), Column("Change", 3), Column("Was", 6), Column("Now", 6))
IN_PLACE = (Column("Where", 5), Column("Change", 2), Column("Words: struck out is gone, underlined is new", 17))
MEASURED = (Column("Part", 5), Column("Paragraphs and rows that are the same", 3))
HAPPENED = (
    ("Added", (Verdict.ADDED,)),
    ("Removed", (Verdict.REMOVED,)),
    ("Moved", (Verdict.MOVED,)),
    ("Edited", tuple(Verdict)),
)
"""What happened, each with its verdicts; the first that a change has counts."""

SECTIONS = (
    ("Money", (Kind.MONEY,)),
    ("Duties and liability", (Kind.OBLIGATION, Kind.LIABILITY)),
    ("Parties, roles and functions", (Kind.PARTY, Kind.FUNCTION)),
    ("Everything else of substance", tuple(kind for kind in Kind if kind is not Kind.ADMINISTRATIVE)),
    ("Appears administrative", (Kind.ADMINISTRATIVE,)),
)
"""Parts of the page, each with its kinds; a change stands in the first that has its weightiest kind."""


@dataclass(frozen=True, slots=True)
class Sides:
    """What the two versions are called."""

    old: str
    """E.g. "Partnership agreement 2014, version 1.0 of 1 April 2014"."""
    new: str
    title: str
    """Of the new version."""
    illustrative: bool = False
    span: str = ""
    """E.g. "version 1.0 of 1 April 2014 to version 0.4 of 12 March 2018"."""


NAMELESS = Sides("the old version", "the new one", "the agreement")


def changes_page(found: Sequence[Departure], extents: Sequence[Extent], sides: Sides, apart: bool) -> Page:
    """The page. With `apart`, what was and what is now stand beside each other; else both in one cell."""
    blocks: list[Block] = [Prose(phrases(f"{counted_line(found)}."))]
    if found:
        blocks.append(_counts(found))
    for heading, rows in _sections(found):
        blocks += [Heading(f"{heading} ({len(rows)})"), _table(heading, rows, apart)]
    changed = [each for each in extents if each.only_in or each.same != each.total]
    if changed and apart:
        blocks += [Heading("How much is the same"), _measured(changed)]
    subtitle = f"From {sides.old}, to {sides.new}."
    named = f"{SUMMARY}: {', '.join(filter(None, (sides.title, sides.span)))}"
    return Page(tuple(blocks), named if apart else SUMMARY, subtitle, sides.illustrative)


def counted_line(found: Sequence[Departure]) -> str:
    """How many changes there are, and where: "49 changes: 45 tracked in a redline, 1 on the front sheet, 3 in ..."."""
    places = [
        (sum(each.tracked for each in found), "in the text, which a redline tracks"),
        (sum(each.id == FRONT for each in found), "on the front sheet"),
        (sum(each.schedule == RISKS for each in found), "in the risk register"),
    ]
    places.append((sum(each.note == UNPRINTED for each in found), "in data that does not print"))
    said = ", ".join(f"{count} {where}" for count, where in places if count)
    return f"{len(found)} change{'' if len(found) == 1 else 's'}" + (f": {said}" if said else "")


def _counts(found: Sequence[Departure]) -> Table:
    """How many changes of each kind, by what happened. A change of several kinds counts under its weightiest."""
    columns = (Column("Kind", 4), *(Column(name, 1, numeric=True) for name, _ in HAPPENED), Column("All", 1, True))
    rows = []
    for kind in Kind:
        of_kind = [_happened(each) for each in found if each.kinds[0] is kind]
        if of_kind:
            rows.append(_count_row(kind.capitalize(), of_kind))
    rows.append(_count_row("All", [_happened(each) for each in found]))
    return Table("Changes by their weightiest kind", columns, tuple(rows))


def _count_row(name: str, happened: Sequence[str]) -> tuple[Cell, ...]:
    counts = (str(happened.count(each) or "") for each, _ in HAPPENED)
    return (cell(name), *map(cell, counts), cell(str(len(happened))))


def _happened(departure: Departure) -> str:
    return next(name for name, verdicts in HAPPENED if set(verdicts) & set(departure.verdicts))


def _measured(extents: Sequence[Extent]) -> Table:
    rows = ((cell(each.title), cell(f"only in the {each.only_in}" if each.only_in else f"{each.same} of {each.total}"))
            for each in extents)  # fmt: skip
    return Table("How much is the same", MEASURED, tuple(rows))


def _sections(found: Sequence[Departure]) -> Iterator[tuple[str, list[Departure]]]:
    """The changes by their weightiest kind, in the order of the sections."""
    before: set[Kind] = set()
    for heading, kinds in SECTIONS:
        here = [each for each in found if each.kinds[0] in kinds and each.kinds[0] not in before]
        before |= set(kinds)
        if here:
            yield heading, here


def _table(heading: str, found: Sequence[Departure], apart: bool) -> Table:
    if apart:
        return Table(heading, APART, tuple(_beside(each) for each in found))
    groups: dict[object, list[Departure]] = {}
    for each in found:
        groups.setdefault(_group(each), []).append(each)
    return Table(heading, IN_PLACE, tuple(map(_in_place, groups.values())))


def _beside(departure: Departure) -> tuple[Cell, ...]:
    was = tuple(phrase for phrase in marked_phrases(departure.runs) if phrase.mark is not Mark.ADDED)
    now = tuple(phrase for phrase in marked_phrases(departure.runs) if phrase.mark is not Mark.REMOVED)
    was = () if departure.verdicts == (Verdict.ADDED,) else was
    now = () if departure.verdicts == (Verdict.REMOVED,) else now
    return (cell(departure.where), cell((became(departure), departure.about)), (was,), (now,))


def _group(departure: Departure) -> object:
    """What is all new, or all gone, stands together: rows of a table, paragraphs of a schedule or clause, risks."""
    if departure.verdicts not in ((Verdict.ADDED,), (Verdict.REMOVED,)):
        return id(departure)
    holder = _holder(departure)
    return (holder, departure.verdicts) if holder else id(departure)


def _holder(departure: Departure) -> str:
    """What something new or gone stands in, as it is cited; "" where it stands by itself."""
    if departure.table or departure.schedule == RISKS:
        return departure.table or "Risk register"
    found = HOLDER.search(departure.where)
    return found[0] if found else ""


def _in_place(group: Sequence[Departure]) -> tuple[Cell, ...]:
    first = group[0]
    if len(group) == 1:
        note = (Phrase(f" ({first.note})", italic=True),) if first.note else ()
        whole = first.schedule == RISKS and Verdict.EDITED not in first.verdicts
        words = tuple(_named(group)) if whole else _shortened(first.runs)
        return (cell(first.where), cell(became(replace(first, note=""))), ((*words, *note),))
    noun = "rows" if first.table else "risks" if first.schedule == RISKS else "provisions"
    if not first.table and first.where.startswith("The definition"):
        noun = "definitions"
    change = f"{len(group)} {noun} {first.verdicts[0]}"
    if first.schedule == RISKS or (first.table and len(group) >= NAMED):
        lines: Cell = (phrases(*_named(group)),)
    else:
        lines = tuple(phrases(*_lead(each), *_shortened(each.runs)) for each in group)
    where = "Definitions" if noun == "definitions" else _holder(first)
    return (cell(where), cell(change), lines)


def _named(group: Sequence[Departure]) -> Iterator[Phrase]:
    """The names alone of many rows or risks that are new or gone."""
    mark = Mark.ADDED if group[0].verdicts == (Verdict.ADDED,) else Mark.REMOVED
    for at, each in enumerate(group):
        name = each.where.removesuffix(f" ({each.table})").removeprefix("Risk register: ")
        yield from (Phrase("; "), Phrase(name, mark=mark)) if at else (Phrase(name, mark=mark),)


def _lead(departure: Departure) -> tuple[Phrase, ...]:
    """How a paragraph among others is cited."""
    if departure.table or departure.where.startswith("The definition"):
        return ()
    note = f" ({departure.note})" if departure.note else ""
    return (Phrase(f"{departure.where.removesuffix(f' of {_holder(departure)}')}{note}: ", bold=True),)


def became(departure: Departure) -> str:
    """What happened: "moved, edited (was clause 4.2)"."""
    like = f", paired by likeness ({departure.likeness:.0%})" if departure.likeness else ""
    note = f" ({departure.note})" if departure.note else ""
    return ", ".join(departure.verdicts) + note + like


def marked_phrases(runs: MarkedRuns) -> Phrases:
    """The words with their marks; those that follow one another with one mark are one phrase."""
    by_mark = groupby(runs, key=lambda run: run.mark)
    said = (Phrase("".join(words_of((run.run,)) for run in same), mark=mark) for mark, same in by_mark)
    return tuple(phrase for phrase in said if phrase.text)


def _shortened(runs: MarkedRuns) -> Phrases:
    """The words, the middle of a long stretch that was kept left out."""
    return tuple(shortened(phrase, LONGEST, KEPT) for phrase in marked_phrases(runs))


def shortened(phrase: Phrase, longest: int, kept: int) -> Phrase:
    """A phrase that was kept and is longer than `longest` without its middle: `kept` characters stay on either side."""
    if phrase.mark is not Mark.KEPT or len(phrase.text) <= longest:
        return phrase
    return Phrase(f"{phrase.text[:kept]} \u2026 {phrase.text[-kept:]}")
