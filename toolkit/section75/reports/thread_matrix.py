"""The golden thread of a whole agreement: items and what answers them, and both gaps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from section75.judging.reviewed import Examined
from section75.language import british
from section75.page import Block, Cell, Column, Heading, Links, Page, Phrase, Prose, Table, cell, phrases
from section75.reports.review_brief import TONES
from section75.reports.writers import Content
from section75.reviews import Result
from section75.reviews.rating import ABOUT, Rating, rating
from section75.reviews.thread import Rank, Thread, coverage, thread

UNANSWERED, IDLE = "matrix.unanswered", "matrix.idle"
RATINGS = (Rating.RED, Rating.AMBER, Rating.GREEN)
COLUMNS = (
    Column("Item", 3),
    Column("Strength", 4),
    Column("What is asked", 8),
    Column("Status", 4),
    Column("Law", 5),
    Column("Clauses and rows", 5),
    Column("Indicators", 5),
    Column("Risks", 5),
    Column("Records", 5),
)
BELOW = (Rank.CLAUSE, Rank.INDICATOR, Rank.RISK, Rank.RECORD)
LONGEST = 80
"""Characters of a clause that are shown."""


def coverage_report(made: Examined, cited: Mapping[str, str]) -> Content:
    """Coverage both ways, in every form. `cited` gives the words by which each id is cited."""
    return Content(lambda _: _page(made, cited))


def _page(made: Examined, cited: Mapping[str, str]) -> Page:
    agreement = made.subject.agreement
    woven, gaps = thread(made.subject, made.review, cited), coverage(made.subject, made.review)
    results = made.review.applicable
    rated = {each: [result for result in results if rating(result) is each] for each in RATINGS}
    open_rows = tuple((cell(r.item.id), cell(r.item.strength), cell(str(r.item.says))) for r in gaps.unanswered)
    idle = tuple((cell(cited.get(one, one)), cell(woven.said.get(one, "")[:LONGEST])) for one in gaps.idle)
    counts = (
        (UNANSWERED, f"Items that nothing answers: {len(open_rows)}"),
        *((f"matrix.{each.name.lower()}", f"{each} {each.name.lower()}: {len(rated[each])}") for each in RATINGS),
        (IDLE, f"Clauses that answer nothing: {len(idle)}"),
    )
    blocks = (
        Links("Parts of this page", counts),
        Heading("Items that nothing answers", anchor=UNANSWERED),
        Table(
            "Items that nothing answers",
            (Column("Item", 1), Column("Strength", 1), Column("What is asked", 6)),
            open_rows,
        ),
        *(block for each in RATINGS for block in _rated(each, [_row(woven, result, cited) for result in rated[each]])),
        Heading("Clauses that answer nothing", anchor=IDLE),
        Prose(phrases("No review and no law asks for them; they may be needed all the same.")),
        Table("Clauses that answer nothing", (Column("Place", 2), Column("Heading", 5)), idle),
    )
    day = f"As at {british.day(made.subject.today.isoformat())}."
    return Page(blocks, f"The golden thread of {agreement.title}", day, agreement.illustrative)


def _rated(each: Rating, rows: Sequence[tuple[Cell, ...]]) -> tuple[Block, ...]:
    """The items of one rating, what has to worry a board first."""
    name = f"{each} {each.name.lower()}: {ABOUT[each]}"
    return Heading(name, anchor=f"matrix.{each.name.lower()}"), Table(name, COLUMNS, tuple(rows))


def _row(woven: Thread, result: Result, cited: Mapping[str, str]) -> tuple[Cell, ...]:
    """An item, the law behind it, and what stands below it on the thread, rank by rank."""
    start, item = woven.nodes[result.item.id], result.item
    below: dict[Rank, list[str]] = {rank: [] for rank in Rank}
    for node in woven.down(start):
        below[node.rank].append(cited.get(node.id) or woven.said.get(node.id) or node.id)
    lists = ([node.id for node in woven.up(start)], *(below[rank] for rank in BELOW))
    status: Cell = (phrases(Phrase(str(result.status), bold=True, tone=TONES[rating(result)])),)
    said = (item.id, item.strength, str(item.says))
    return (*map(cell, said), status, *(cell(listed or "none") for listed in lists))
