"""What is left to do before an agreement can be signed: a list to send round, and data for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import groupby

from section75.judging.todo import Left, Matter
from section75.language.british import day
from section75.page import Block, Cell, Column, Entries, Entry, Heading, Page, Phrase, Prose, Table, Tone, cell, phrases
from section75.reports.escape import shortened
from section75.reports.writers import Content

COLUMNS = (Column("What is left", 6), Column("Where", 3), Column("Kind", 2), Column("Owner", 3), Column("By", 2))
GROUP = Column("Part", 3)
NAMED = Column("Id", 2)
MOST_PLACES = 3
"""Places of one question that a terminal shows; the rest are counted."""
NOBODY = "nobody named"


def todo_report(left: Sequence[Left], name: str, title: str, illustrative: bool, owner: str = "") -> Content:
    """What is left, in every form.

    `name` and `title` are those of the agreement; `owner` whose part it is.
    """

    def page(form: str) -> Page:
        if form == "text":
            return Page((Entries("left to do", tuple(map(_entry, left))), Prose(phrases(counted(left, owner)))))
        said = counted(left, owner)
        blocks: tuple[Block, ...] = (Prose(phrases(f"{said[0].upper()}{said[1:]}.")),)
        whole = (_whole(left),) if form == "xlsx" else tuple(_grouped(left))
        return Page((*blocks, *whole), "Left to settle", title, illustrative)

    return Content(page, {"json": lambda: todo_json(left, name)})


def counted(left: Sequence[Left], owner: str = "") -> str:
    """How much is left, in words: "12 left: 9 questions, 3 blanks". `owner` is whose part it is, if not all."""
    if not left:
        return f"nothing is left for the {owner}" if owner else "nothing is left to settle"
    counts = [(sum(each.matter is matter for each in left), matter.value.lower()) for matter in Matter]
    return f"{len(left)} left: " + ", ".join(f"{count} {_plural(word, count)}" for count, word in counts if count)


def _plural(word: str, count: int) -> str:
    return f"{word}s" if count != 1 and word in ("question", "blank") else word


def todo_json(left: Sequence[Left], name: str) -> str:
    """The same as one JSON object; dates are year-month-day."""
    items = [
        {
            "id": each.id,
            "kind": each.matter.value.lower(),
            "what": each.what,
            "part": each.group,
            "where": list(each.where),
            "owner": each.owner,
            "by": each.by,
            "path": each.place.path,
            "line": each.place.line,
        }
        for each in left
    ]
    return json.dumps({"format": 1, "agreement": name, "left": items}, indent=2, ensure_ascii=False) + "\n"


def _entry(each: Left) -> Entry:
    where = ", ".join(each.where[:MOST_PLACES])
    more = f" and {len(each.where) - MOST_PLACES} more" if len(each.where) > MOST_PLACES else ""
    who = each.owner or NOBODY
    by = f", by {day(each.by)}" if each.by else ""
    head = phrases(f"{each.group}: ", Phrase(each.matter.value, tone=Tone.WARNING), f" {shortened(each.what)}")
    return Entry(
        head, (phrases(f"{where}{more}; {who}{by}"), phrases(Phrase(f"{each.id}  {each.place}", tone=Tone.NOTE)))
    )


def _grouped(left: Sequence[Left]) -> Iterator[Block]:
    """A table for each part of the agreement."""
    for group, found in groupby(left, key=lambda each: each.group):
        yield Heading(group)
        yield Table(group, (*COLUMNS, NAMED), tuple((*_cells(each), cell(each.id)) for each in found))


def _whole(left: Sequence[Left]) -> Table:
    """One table of all, to be filtered by owner or by part."""
    rows = tuple((cell(each.group), *_cells(each), cell(each.id)) for each in left)
    return Table("Left to settle", (GROUP, *COLUMNS, NAMED), rows)


def _cells(each: Left) -> tuple[Cell, ...]:
    by = day(each.by) if each.by else ""
    return (cell(each.what), cell(each.where), cell(each.matter.value), cell(each.owner or NOBODY), cell(by))
