"""What one pass over many agreements says: of `validate` every finding, of `check` how every agreement comes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from section75.findings import Finding
from section75.judging.agreement import Judgement
from section75.language import british
from section75.page import Block, Column, Entries, Entry, Heading, Page, Phrase, Prose, Table, Tone, cell, phrases
from section75.reports.findings import (
    finding_of,
    findings_github,
    findings_listed,
    findings_page,
    judged,
    judgement_data,
    judgement_of,
)
from section75.reports.review_data import COUNTED
from section75.reports.sweep import CHECK, Answer, Sweep, sweep_json
from section75.reports.writers import Content
from section75.reviews import FAILING, STRENGTHS, Status

BY_AGREEMENT = (
    Column("Agreement", 40),
    *(Column(status, 12, numeric=True) for status in COUNTED),
    Column("statutory not met", 14, numeric=True),
)
FINDINGS = (
    Column("Agreement", 60),
    Column("errors", 12, numeric=True),
    Column("warnings", 12, numeric=True),
    Column("accepted", 12, numeric=True),
    Column("to settle", 12, numeric=True),
)
BY_ITEM = (Column("Item", 18), Column("What is asked", 50), Column("Not met in", 12, numeric=True), Column("Which", 60))
OUTSTANDING = (Column("Item", 16), Column("What is asked", 44), Column("Status", 13), Column("What is wanting", 50))
MOST = 12
"""Agreements named beside an item; the tables of each agreement have them all."""


def sweep_report(sweep: Sweep) -> Content:
    """A pass in every form."""
    return _check(sweep) if sweep.verb == CHECK else _validate(sweep)


def judgement_over(sweep: Sweep) -> Judgement:
    """The findings about all agreements that were looked at."""
    each = [judgement_of(answer.data) for answer in sweep.read]
    return Judgement(
        tuple(finding for one in each for finding in one.findings),
        tuple(pair for one in each for pair in one.accepted),
        sum(one.unsettled for one in each),
    )


def fails(sweep: Sweep, weakest: str | None) -> bool:
    """Whether a pass ends badly: something could not be looked at, was left out though parts were joined, or was found.

    Of `check` what is found counts where it is of the strength `weakest` or above; None counts errors alone.
    """
    if sweep.unread or sweep.notes:
        return True
    if sweep.verb != CHECK:
        return any(answer.data["findings"] for answer in sweep.read)
    bar = STRENGTHS[: STRENGTHS.index(weakest) + 1] if weakest else ()
    return any(_is_bad(answer.data, bar) for answer in sweep.read)


def _is_bad(data: Mapping[str, Any], bar: Sequence[str]) -> bool:
    if any(finding["severity"] == "error" for finding in data["findings"]):
        return True
    return any(item["strength"] in bar and item["strength"] != "consider" for item in _failing(data))


def _failing(data: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    return (item for item in data["items"] if item["status"] in FAILING)


def scope_line(sweep: Sweep) -> str:
    """What was looked at, as a sentence without a full stop; "" where it was the whole portfolio."""
    if not sweep.left_out and not sweep.unread:
        return ""
    shard = f"shard {', '.join(sweep.shards)}: " if sweep.shards else ""
    return f"{shard}{len(sweep.read)} of {len(sweep.portfolio)} agreements were looked at"


def _validate(sweep: Sweep) -> Content:
    judgement = judgement_over(sweep)

    def page(form: str) -> Page:
        said = judged(judgement) if sweep.read else "nothing was looked at"
        if form == "text":
            return Page((findings_listed(judgement.findings), *_told(sweep), Prose(phrases(said))))
        rows = tuple(_counts(answer.name, judgement_of(answer.data)) for answer in sweep.read)
        table = (Heading("By agreement"), Table("By agreement", FINDINGS, rows))
        whole = findings_page(judgement)
        return Page((*_told(sweep), *whole.blocks[:1], *table, *whole.blocks[1:]), whole.title)

    def data() -> str:
        found = [{**each, "agreement": answer.name} for answer in sweep.read for each in answer.data["findings"]]
        accepted = [{**each, "agreement": answer.name} for answer in sweep.read for each in answer.data["accepted"]]
        counts = judgement_data(judgement)
        top = {"findings": found, "accepted": accepted, "errors": counts["errors"], "warnings": counts["warnings"]}
        top["to_settle"] = counts["to_settle"]
        return sweep_json(sweep, top)

    return Content(page, {"json": data, "github": lambda: findings_github(judgement.findings)})


def _counts(name: str, judgement: Judgement) -> tuple[Any, ...]:
    errors = sum(finding.is_error for finding in judgement.findings)
    numbers = (errors, len(judgement.findings) - errors, len(judgement.accepted), judgement.unsettled)
    return (cell(name), *(cell(str(number or "-")) for number in numbers))


def _check(sweep: Sweep) -> Content:
    found = [finding_of(each) for answer in sweep.read for each in answer.data["annotations"]]
    wrong = _wrong(sweep)
    table, items = _by_agreement(sweep), _by_item(sweep)

    def page(form: str) -> Page:
        if form == "text":
            said = Prose(phrases(f"{_summary(sweep)}; `s75 check AGREEMENT` says more of one"))
            return Page((findings_listed(wrong), *_told(sweep), table, said))
        blocks: list[Block] = [*_told(sweep), Prose(phrases(f"As at {british.day(sweep.date)}. {_summary(sweep)}."))]
        blocks += [Heading("By agreement"), table, Heading("What is not met, by item"), items]
        if wrong:
            blocks += [Heading("What is wrong with catalogues, answers and records"), findings_listed(wrong)]
        blocks += [block for answer in sweep.read for block in _outstanding(answer)]
        return Page(
            tuple(blocks), "What reviews and the law ask for", f"{len(sweep.read)} of {len(sweep.portfolio)} agreements"
        )

    return Content(page, {"json": lambda: sweep_json(sweep), "github": lambda: findings_github(found)})


def _told(sweep: Sweep) -> tuple[Block, ...]:
    """What was not looked at, before anything else is said."""
    lines = [*sweep.notes, scope_line(sweep)]
    entries = [
        Entry(phrases(_bad("not looked at"), f"  {each.name}: {each.wrong}"), _why(each)) for each in sweep.unread
    ]
    said = tuple(Prose(phrases(Phrase(line, tone=Tone.WARNING))) for line in lines if line)
    return (*said, Entries("not looked at", tuple(entries))) if entries else said


def _bad(words: str) -> Phrase:
    return Phrase(words, tone=Tone.BAD)


def _why(answer: Answer) -> tuple[Any, ...]:
    found = [finding_of(each) for each in answer.findings]
    hints = [f"hint: {answer.hint}"] if answer.hint else []
    return tuple(phrases(words) for words in (*(f"{each.place}: {each.message}" for each in found), *hints))


def _wrong(sweep: Sweep) -> tuple[Finding, ...]:
    """What is wrong with catalogues, answers and records; of a catalogue once, though every agreement is told."""
    found = [finding_of(each) for answer in sweep.read for each in answer.data["wrong"]]
    return tuple(dict.fromkeys(found))


def _by_agreement(sweep: Sweep) -> Table:
    rows = []
    for answer in sweep.read:
        counts = Counter(item["status"] for item in answer.data["items"])
        statutory = sum(item["strength"] == "statutory" for item in _failing(answer.data))
        numbers = (*(counts[status.value] for status in COUNTED), statutory)
        rows.append((cell(answer.name), *(cell(str(number or "-")) for number in numbers)))
    return Table("By agreement", BY_AGREEMENT, tuple(rows), empty="")


def _by_item(sweep: Sweep) -> Table:
    where: dict[str, list[str]] = {}
    about: dict[str, Mapping[str, Any]] = {}
    for answer in sweep.read:
        for item in _failing(answer.data):
            where.setdefault(item["id"], []).append(answer.name)
            about.setdefault(item["id"], item)
    order = sorted(where, key=lambda name: (STRENGTHS.index(about[name]["strength"]), -len(where[name]), name))
    rows = tuple(
        (
            cell((name, about[name]["strength"])),
            cell(str(about[name]["says"])),
            cell(str(len(where[name]))),
            cell(_some(where[name])),
        )
        for name in order
    )
    return Table("What is not met, by item", BY_ITEM, rows, "Nothing.")


def _some(names: Sequence[str]) -> str:
    more = len(names) - MOST
    return ", ".join(names[:MOST]) + (f" and {more} more" if more > 0 else "")


def _outstanding(answer: Answer) -> tuple[Block, ...]:
    open_states = (*FAILING, Status.EVIDENCE)
    listed = [item for item in answer.data["items"] if item["status"] in open_states]
    listed.sort(key=lambda item: STRENGTHS.index(item["strength"]))
    rows = tuple(
        (
            cell((item["id"], item["strength"])),
            cell(str(item["says"])),
            cell(str(item["status"])),
            cell([str(words) for words in (*item["wanting"], *item["advice"])] or "-"),
        )
        for item in listed
    )
    name = f"Outstanding in {answer.name}"
    return Heading(f"{answer.data['title']} ({answer.name})"), Table(name, OUTSTANDING, rows, "Nothing is outstanding.")


def _summary(sweep: Sweep) -> str:
    failing = sum(any(i["strength"] == "statutory" for i in _failing(answer.data)) for answer in sweep.read)
    count = len(sweep.read)
    said = (
        f"{failing} of them do not meet something statutory"
        if failing != 1
        else "1 of them does not meet something statutory"
    )
    return (
        f"{count} agreement{'' if count == 1 else 's'} reviewed; {said if failing else 'none fails anything statutory'}"
    )
