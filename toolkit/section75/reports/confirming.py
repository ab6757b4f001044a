"""What waits to be confirmed, and an item with its words before the eyes of whoever confirms it."""

from __future__ import annotations

from collections.abc import Sequence

from section75.lookups import read_out
from section75.page import Block, Column, Page, Prose, Table, cell, phrases
from section75.reports.review_data import Report, status_words
from section75.reports.text import text
from section75.reviews import Result

COLUMNS = (Column("Item", 8), Column("What is asked", 50), Column("Status", 16), Column("Read", 30))


def item_shown(report: Report, result: Result, places: Sequence[str]) -> str:
    """An item as text, with the words of each clause and row that is to be read, and what they were when confirmed."""
    item = result.item
    blocks: list[Block] = [Prose(phrases(f"{item.id} ({item.strength}): {item.says}"))]
    blocks += [Prose(phrases(f"{status_words(report, result)}: {words}")) for words in result.wanting]
    for stale in result.stale:
        blocks.append(Prose(phrases(f"When it was confirmed, {_cited(report, stale.id)} said: {stale.was}")))
        blocks.append(Prose(phrases(f"It now says: {stale.now}" if stale.now else "It is gone.")))
    for place in places:
        words = read_out(report.examined.subject.words_within(place), report.examined.subject.agreement, report.cited)
        blocks.append(Prose(phrases(f"{_cited(report, place)}: {words}")))
    return text(Page(tuple(blocks)))


def still_to_confirm(report: Report, left: Sequence[Result]) -> str:
    """What waits to be confirmed, as a table in text."""
    rows = tuple(
        (
            cell(result.item.id),
            cell(str(result.item.says)),
            cell(str(result.status)),
            cell("; ".join(report.named(result))),
        )
        for result in left
    )
    said = f"{len(left)} item{'' if len(left) == 1 else 's'} of {report.name} still to be read and confirmed"
    return text(Page((Prose(phrases(said)), Table("To be confirmed", COLUMNS, rows, ""))))


def _cited(report: Report, identity: str) -> str:
    return report.cited.get(identity) or f"#{identity}"
