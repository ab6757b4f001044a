"""What a review says on a terminal: what is outstanding, one entry each, then how many items came out how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from section75.page import Block, Column, Entries, Entry, Page, Phrase, Phrases, Prose, Table, Tone, cell, phrases
from section75.reports.findings import findings_listed
from section75.reports.review_data import (
    COLUMNS,
    RENEWED,
    Report,
    answer,
    confirmed,
    counted,
    renewal_line,
    status_words,
    summary_line,
)
from section75.reviews import Renewal, Result, Status
from section75.reviews.rating import Rating, rating

TONES = {Rating.RED: Tone.BAD, Rating.AMBER: Tone.WARNING, Rating.GREEN: Tone.GOOD, Rating.NONE: Tone.NONE}
SEEN = {Status.MET: "met by", Status.WORDS: "read", Status.DENIED: "read", Status.PROMISED: "promised by"}
"""How the places of a result are introduced; "see" where nothing else is said."""


def brief(report: Report) -> Page:
    """What is outstanding, one entry each, then how many items came out how."""
    review = report.examined.review
    blocks: list[Block] = [findings_listed(report.examined.findings)]
    if report.renewal:
        blocks += _renewed(report, report.renewal)
    else:
        blocks.append(_entries(report, report.listed))
    blocks += [_short_counts(report), Prose(phrases(summary_line(review.results)))]
    return Page(tuple(blocks))


def _renewed(report: Report, renewal: Renewal) -> Iterator[Block]:
    for name, words in RENEWED.items():
        results = getattr(renewal, name)
        yield Prose(phrases(f"{words[:1].upper()}{words[1:]}: {len(results)}"))
        yield _entries(report, results)
    yield Prose(phrases(renewal_line(renewal)))


def _entries(report: Report, results: Sequence[Result]) -> Entries:
    return Entries("items", tuple(Entry(_head(report, result), tuple(_details(report, result))) for result in results))


def _head(report: Report, result: Result) -> Phrases:
    item = result.item
    return phrases(f"{item.id}  ", _status(report, result), f"  [{item.strength}, {item.theme}]  {item.says}")


def _details(report: Report, result: Result) -> Iterator[Phrases]:
    kind = "wanting" if result.outstanding else "note"
    yield from (phrases(f"{kind}: {words}") for words in result.wanting)
    yield from (phrases(f"do: {words}") for words in result.advice)
    if result.where:
        yield phrases(f"{SEEN.get(result.status, 'see')}: {'; '.join(report.named(result))}")
    if result.confirmation and not result.stale:
        yield phrases(f"confirmed: {confirmed(result.confirmation)}")
    if result.response:
        yield phrases(f"answer: {answer(result)}")


def _status(report: Report, result: Result) -> Phrase:
    """The status in words, in the tone of how grave it is."""
    return Phrase(status_words(report, result), tone=TONES[rating(result)])


def _short_counts(report: Report) -> Table:
    """How many of each strength came out how; what never occurs has no column."""
    rows = counted(report.examined.review.applicable, "strength")
    shown = [status for status in COLUMNS if any(counts[status] for _, counts in rows)]
    columns = (Column("", 3), *(Column(status, 1, numeric=True) for status in shown))
    cells = tuple((cell(name), *(cell(str(counts[s] or "-")) for s in shown)) for name, counts in rows)
    return Table("By strength", columns, cells, empty="")
