"""Pages in tests/variation/deeds: what was executed, what the files say now, and what the deed orders."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from section75.document import Column, Line, Row, Table, Text
from section75.judging.agreement import judge
from section75.model import Agreement, Clause
from section75.model.units import Id, Prose
from section75.variation import Insert, Substitute, compiled
from section75.variation.pieces import table_words
from section75.variation.rewording import rewordings
from tests.support.agreements import loaded
from tests.support.held import composed, told
from tests.support.variations import fault, varied

PAGES = sorted((Path(__file__).parent / "deeds").glob("*.md"))


def ordered(old, new) -> str:
    """The instructions, each followed by what it puts in."""
    lines = []
    for each in compiled(old, new):
        lines.append(each.said)
        lines += [f"    {p.shown}" for p in each.put_in] if isinstance(each, Insert | Substitute) else []
    return "\n".join(lines)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_deed_orders_what_its_page_says_and_leads_to_the_new_text(page):
    (*_, before, now), said = told(page)
    assert not judge(now).has_errors, judge(now).findings
    old, new = composed(before), composed(now)
    assert ordered(old, new) == said
    assert not fault(now.required(), old, new)


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ("to meet and to report", "to meet or to report", [("and", "or")]),
        ("to meet and to report", "to meet and report", [("and to", "and")]),
        ("to report", "to report yearly to both Parties and to others", []),
        ("the end", "the end of it all", [("end", "end of it all")]),
        ("a b c d e f g h a b", "a b c d e f g h a x", [("h a b", "h a x")]),
        ("one two three four five six", "one two three four five 6", [("six", "6")]),
        ("as the long words of clause 2.1 say", "as the long words of clause 5.1 say", [("clause 2.1", "clause 5.1")]),
        ("he said “no” to all of it in May", "he said “yes” to all of it in May", []),
        ("one two three four five", "1 2 3 4 5", []),
    ],
)
def test_words_are_substituted_that_stand_there_once(old, new, pairs):
    found = rewordings(old, new)
    assert [old.count(words) for words, _ in found] == [1] * len(found)
    assert list(found) == pairs


def with_paragraphs(nth: int, words: str) -> Agreement:
    """The small agreement with a definition of two paragraphs and a clause of thirteen, one of which says the words."""
    old = loaded().required()
    many = [words if each == nth else f"The words of paragraph {each} stay as they are." for each in range(1, 14)]
    clause = Clause(Id("many"), heading=Prose("Many"), text=Prose("\n\n".join(many)))
    first, *others = old.definitions
    two = replace(
        first, meaning=Prose(f"means this document.\n\n{words if nth == 0 else 'It has schedules and tables.'}")
    )
    return replace(old, clauses=(*old.clauses, clause), definitions=(two, *others))


@pytest.mark.parametrize(
    ("nth", "address"),
    [
        (0, "the second paragraph of the definition of “Agreement”"),
        (1, "the words under the heading of clause 3"),
        (2, "the second paragraph under the heading of clause 3"),
        (12, "the 12th paragraph under the heading of clause 3"),
    ],
)
def test_each_paragraph_of_many_has_an_address(nth, address):
    kept = "It has schedules and tables." if nth == 0 else f"The words of paragraph {nth} stay as they are."
    old, new = with_paragraphs(nth, kept), with_paragraphs(nth, f"{kept[:-1]} at all times.")
    before, after, _ = varied(old, new)
    assert ordered(before, after).startswith(f"In {address}, for “")
    assert not fault(new, before, after)


def test_a_line_that_moves_to_the_next_cell_is_a_change():
    def table(*cells: tuple[str, ...]) -> Table:
        lines = (tuple(Line((Text(words),)) for words in cell) for cell in cells)
        return Table("t", "1", (Text("Posts"),), (Column("A"), Column("B")), (Row(tuple(lines), "r", "1"),))

    assert table_words(table(("a", "b"), ("c",))) != table_words(table(("a",), ("b", "c")))
