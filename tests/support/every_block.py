"""A page that holds every block and every look of a phrase, for the tests of its writers."""

from __future__ import annotations

from section75.page import (
    Bullets,
    Column,
    Entries,
    Entry,
    Heading,
    Links,
    Mark,
    Page,
    Pairs,
    Phrase,
    Prose,
    Table,
    Tone,
    cell,
    phrases,
)

COLUMNS = (Column("Item", 2), Column("Was", 5), Column("Pounds", 1, numeric=True))


def every_block(words: str = "Words") -> Page:
    """Every block, with `words` wherever text from anyone may stand."""
    was, now = Phrase(words, mark=Mark.REMOVED), Phrase(f" {words}", mark=Mark.ADDED)
    rows = (
        ((phrases(words), phrases(Phrase(words, link="told"))), ((Phrase("kept "), was, now),), cell("5")),
        (cell("B"), (), cell("10")),
    )
    blocks = (
        Prose((Phrase(words, bold=True), Phrase(" "), Phrase(words, italic=True), Phrase(" "), *_tones(words))),
        Links(f"Parts of {words}", (("told", f"To {words}"), ("pairs", "To the pairs"))),
        Heading(f"What is told of {words}", anchor="told"),
        Entries("listed", (Entry(phrases(words), (phrases(words), phrases("hint: ", words))), Entry(phrases("alone")))),
        Entries("stepped", (Entry(phrases(words), ((was, now),), "change.1"), Entry(phrases("two"), (), "change.2"))),
        Heading("Pairs", anchor="pairs"),
        Heading(words, level=2),
        Pairs(((words, phrases(words)), ("A longer name", phrases("said")))),
        Bullets((phrases(words), phrases("another"))),
        Table(f"Paid by {words}", COLUMNS, rows),
        Table("Nothing here", COLUMNS, (), f"None of {words}."),
        Prose(phrases("The end.")),
    )
    return Page(blocks, f"A report on {words}", f"As {words} stands", illustrative=True)


def _tones(words: str) -> tuple[Phrase, ...]:
    return tuple(Phrase(f"{tone.value} {words}. ", tone=tone) for tone in Tone if tone)
