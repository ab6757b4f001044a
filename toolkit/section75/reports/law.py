"""What is in force on a day: entries of the law looked up, in every form."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date

from section75.language.british import day
from section75.model import LawEntry
from section75.page import Block, Column, Entries, Entry, Page, Phrase, Prose, Table, Tone, cell, phrases
from section75.reports.writers import Content

COLUMNS = (
    Column("Name", 4),
    Column("In force", 3),
    Column("What to do", 5),
    Column("Source", 4),
    Column("Confirmed", 2),
)
CONFIRMED = {
    "read": "read in the instrument or on an official page",
    "settled": "long settled; not read again",
    "unconfirmed": "not confirmed: have it checked",
}


def found(entries: Sequence[LawEntry], words: str) -> tuple[LawEntry, ...]:
    """The entries whose name, words or id hold what is looked for; all of them for ""."""
    wanted = words.casefold()
    return tuple(
        entry for entry in entries if any(wanted in each.casefold() for each in (entry.id, entry.name, *entry.words))
    )


def standing(entry: LawEntry, on: date) -> str:
    """Whether an entry is in force on a day, in words."""
    today = on.isoformat()
    if entry.not_in_force:
        return "not in force"
    if entry.from_ > today:
        return f"from {day(entry.from_)}"
    if entry.to and entry.to < today:
        return f"{'renamed after' if entry.renamed else 'ended on'} {day(entry.to)}"
    until = f", until {day(entry.to)}" if entry.to else ""
    return f"since {day(entry.from_)}{until}" if entry.from_ else f"in force{until}"


def law_report(entries: Sequence[LawEntry], names: Mapping[str, str], on: date, as_at: str) -> Content:
    """Entries as they stand on a day. `names` has the name of every entry by id; `as_at` is when all was looked at."""

    def page(form: str) -> Page:
        count = f"{len(entries)} {'entry' if len(entries) == 1 else 'entries'}"
        said = Prose(phrases(f"{count} as at {day(on.isoformat())}, last gone through on {day(as_at)}."))
        if form == "text":
            return Page((Entries("law", tuple(_entry(each, names, on) for each in entries)), said))
        rows = tuple(
            (
                cell(each.name),
                cell(standing(each, on)),
                cell([each.do or "Nothing.", *_after(each, names)]),
                cell(each.source),
                cell(CONFIRMED[each.confirmed]),
            )
            for each in entries
        )
        blocks: tuple[Block, ...] = (said, Table("Law", COLUMNS, rows, "Nothing of that name is listed."))
        return Page(blocks, "What is in force")

    return Content(page, {"json": lambda: law_json(entries, on)})


def law_json(entries: Sequence[LawEntry], on: date) -> str:
    """The same as one JSON object; dates are year-month-day."""
    listed = [
        {
            **{name.rstrip("_"): getattr(entry, name) for name in LawEntry.__slots__ if name != "notes"},
            "standing": standing(entry, on),
        }
        for entry in entries
    ]
    return json.dumps({"format": 1, "date": on.isoformat(), "entries": listed}, indent=2, ensure_ascii=False) + "\n"


def _entry(entry: LawEntry, names: Mapping[str, str], on: date) -> Entry:
    said = [*_after(entry, names), *([entry.do] if entry.do else []), f"{entry.source}; {CONFIRMED[entry.confirmed]}"]
    tone = Tone.WARNING if entry.not_in_force or (entry.to and entry.to < on.isoformat()) else Tone.GOOD
    head = phrases(f"{entry.name}: ", Phrase(standing(entry, on), tone=tone))
    return Entry(head, tuple(phrases(line) for line in said))


def _after(entry: LawEntry, names: Mapping[str, str]) -> list[str]:
    after = ", ".join(names[each] for each in entry.followed_by if each in names)
    return [f"After it: {after}"] if after else []
