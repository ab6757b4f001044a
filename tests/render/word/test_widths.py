"""Columns are as wide as what they say."""

from __future__ import annotations

import random

import pytest

from section75.render.word.rows import SIZE
from section75.render.word.widths import NARROWEST, column_widths

ROOM = 8510


def widths(*rows: tuple[str, ...], numeric: tuple[bool, ...] = ()) -> tuple[int, ...]:
    cells = [tuple((words,) for words in row) for row in rows]
    return column_widths(cells, numeric or (False,) * len(rows[0]), ROOM, SIZE)


def test_a_column_that_says_more_is_wider():
    little, much = widths(("Owner", "What was done"), ("Council", "words of a long answer " * 12))
    assert much > 3 * little


def test_no_word_breaks_beside_a_long_text():
    """Seen in print: "Schem" and "e Value" on two lines."""
    narrow, _ = widths(("Scheme Value", "Aims"), ("Reablement", "an aim that is long " * 30))
    assert narrow >= len("Reablement") * SIZE * 10 * 0.55


def test_a_figure_never_wraps_and_its_heading_may():
    _, money = widths(("Item", "Contributions in 2027/28"), ("words " * 90, "£1,234,567.89"), numeric=(False, True))
    assert money >= len("£1,234,567.89") * SIZE * 10 * 0.55
    assert money < len("Contributions in 2027/28") * SIZE * 10 * 0.55


def test_where_all_fits_columns_share_the_page_as_their_lines_are_long():
    role, party, standing = widths(("Role", "Party", "Standing"), ("Director of Adult Services", "Council", "Full"))
    assert role > 2 * party
    assert party + standing + role == ROOM


@pytest.mark.parametrize("columns", [1, 2, 14, 62])
def test_a_word_without_end_leaves_room_for_the_others(columns):
    found = widths(tuple(f"h{n}" for n in range(columns)), ("x" * 5000, *("y" for _ in range(columns - 1))))
    assert sum(found) == ROOM
    assert min(found) > 0


def test_random_tables_fill_the_room_and_keep_every_word_whole_where_that_can_be():
    chance = random.Random(75)
    for _ in range(300):
        count = chance.randint(1, 9)
        rows = [tuple(_words(chance) for _ in range(count)) for _ in range(chance.randint(1, 6))]
        found = widths(*rows)
        assert sum(found) == ROOM
        if count < 5:
            assert min(found) >= NARROWEST


def _words(chance: random.Random) -> str:
    return " ".join("w" * chance.randint(1, 9) for _ in range(chance.randint(0, 40)))
