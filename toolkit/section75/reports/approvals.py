"""How the approvals of an agreement stand: each body, its decision, and what of the text it no longer covers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any

from section75.language import british
from section75.page import Block, Cell, Column, Page, Phrase, Prose, Table, Tone, cell, phrases
from section75.reports.writers import Content
from section75.signoff import DONE, Coverage, Standing, changed_lines
from section75.value import dataclass

COLUMNS = (
    Column("Body", 34),
    Column("How it stands", 26),
    Column("Decision", 40),
    Column("What it does not cover", 60),
)


@dataclass(frozen=True, slots=True)
class Standings:
    """The approvals of an agreement as they are told."""

    found: Sequence[Coverage]
    digest: str
    elsewhere: Sequence[str] = ()
    """Ids of those that count for nothing."""
    signed: Mapping[str, str] = field(default_factory=dict)
    """By id, whose signature holds."""
    broken: Mapping[str, str] = field(default_factory=dict)
    """By id, why a signature does not hold."""


def approvals_report(standings: Standings, names: Mapping[str, str], title: str) -> Content:
    """The approvals in every form. `names` says how each id is cited."""
    found = standings.found

    def page(form: str) -> Page:
        blocks: list[Block] = [Prose(phrases(f"{title}: {summary(found)}"))]
        rows = tuple(_row(each, names, standings.signed) for each in found)
        blocks.append(Table("Approvals", COLUMNS, rows, "The agreement does not say who has to approve it."))
        if standings.elsewhere:
            said = f"These approvals count for nothing here: {', '.join(standings.elsewhere)}"
            blocks.append(Prose(phrases(Phrase(said, tone=Tone.WARNING))))
        for name, fault in standings.broken.items():
            said = f"The approval {name} counts for nothing, for its signature does not hold: {fault}"
            blocks.append(Prose(phrases(Phrase(said, tone=Tone.BAD))))
        blocks.append(Prose(phrases(f"Digest of the text as it stands: {standings.digest}")))
        return Page(tuple(blocks)) if form == "text" else Page(tuple(blocks), "Approvals")

    return Content(page, {"json": lambda: _json(standings)})


def summary(found: Sequence[Coverage]) -> str:
    """How many of the approvals cover the text: "2 of 3 approvals cover it"."""
    done = sum(each.standing in DONE for each in found)
    return f"{done} of {len(found)} approval{'' if len(found) == 1 else 's'} cover{'s' if done == 1 else ''} the text"


def _row(each: Coverage, names: Mapping[str, str], signed: Mapping[str, str]) -> tuple[Cell, ...]:
    tone = Tone.GOOD if each.standing in DONE else Tone.BAD if each.standing is Standing.CHANGED else Tone.WARNING
    standing: Cell = (phrases(Phrase(str(each.standing), bold=True, tone=tone)),)
    return (
        cell((each.required.body, each.required.effect)),
        standing,
        cell(tuple(_decision(each, signed))),
        cell(_open(each, names)),
    )


def _decision(each: Coverage, signed: Mapping[str, str]) -> Iterator[str]:
    made = each.approval
    if made is None:
        yield f"after {', '.join(each.waits_for)}" if each.waits_for else "none yet"
        return
    yield f"{british.day(made.on)}, {made.reference}, version {made.version}"
    if str(made.id) in signed:
        yield f"signed by {signed[str(made.id)]}"
    if made.delegate:
        yield f"substantially as drafted; the {made.delegate} decides on later edits"
    if made.call_in_ends:
        yield f"call-in ends on {british.day(made.call_in_ends)}"
    if each.within:
        yield f"the {made.delegate} decided on {british.day(each.within.on)}, {each.within.reference}"


def _open(each: Coverage, names: Mapping[str, str]) -> list[str]:
    return changed_lines(each.changed, names) or ["-"]


def _json(standings: Standings) -> str:
    listed = [
        {
            "id": each.required.id,
            "body": each.required.body,
            "party": each.required.party,
            "standing": str(each.standing),
            "approval": each.approval.id if each.approval else "",
            "within": each.within.id if each.within else "",
            "changed": [{"unit": one.unit, "became": one.became} for one in each.changed],
            "waits_for": list(each.waits_for),
            "signed_by": standings.signed.get(str(each.approval.id), "") if each.approval else "",
        }
        for each in standings.found
    ]
    data: dict[str, Any] = {
        "format": 1,
        "digest": standings.digest,
        "approvals": listed,
        "elsewhere": list(standings.elsewhere),
    }
    data["broken_signatures"] = dict(standings.broken)
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"
