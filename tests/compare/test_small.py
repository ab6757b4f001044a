"""A redline tracks little more than what changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from section75.compare import Mark, Verdict
from section75.document import Block, Column, Style
from section75.render.package import read_parts
from section75.render.word.proof import prove
from tests.support.blocks import cell, line, money, row, signing
from tests.support.drawing import compared, document, printed, redlined
from tests.support.ooxml import W, part

LONG = "a duty that is set out at some length so that it is heavier than its heading and all that stands around it"


def moved(old: tuple[Block, ...], new: tuple[Block, ...]) -> list[str]:
    """Ids of the blocks that moved."""
    return [block.new.id for block in compared(old, new).blocks if block.new and Verdict.MOVED in block.verdicts]


def test_light_clauses_pass_a_heavy_one_by():
    light = [line(Style.CLAUSE_TEXT, f"Short {n}.", identity=f"light-{n}") for n in range(3)]
    heavy = line(Style.CLAUSE_TEXT, LONG, identity="heavy")
    assert moved((heavy, *light), (*light, heavy)) == ["light-0", "light-1", "light-2"]
    lighter = line(Style.CLAUSE_TEXT, "Brief.", identity="heavy")
    assert moved((lighter, *light), (*light, lighter)) == ["heavy"]


def test_a_clause_passes_a_table_by():
    words = line(Style.CLAUSE_TEXT, "The Parties rate the work plan so:", identity="rates")
    plan = money(*(row(str(n), LONG, "x", identity=f"row-{n}") for n in range(9)))
    assert moved((plan, words), (words, plan)) == ["rates"]


def tracked(old: tuple[Block, ...], new: tuple[Block, ...]) -> str:
    """What a redline takes out and puts in, in order; the redline has proved itself."""
    first = line(Style.DEED_HEADING, "Parties")
    old, new = (first, *old), (first, *new)
    made = redlined(compared(old, new))
    parts = (read_parts(printed(document(*side)), "a file") for side in (old, new))
    assert not prove(made, *parts).fault
    found = part(made, "word/document.xml").iter(f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo")
    return " ".join(f"{'-' if 'del' in tag(n) else '+'}{words(n)}" for n in found if words(n))


def tag(node) -> str:
    return node.tag.rpartition("}")[2]


def words(node) -> str:
    return "".join(n.text for n in node.iter(f"{W}t", f"{W}delText"))


def test_a_word_in_a_heading_of_a_column_is_all_that_is_tracked():
    rows = [row(str(n), LONG, "1", identity=f"row-{n}") for n in range(1, 4)]
    old = money(*rows)
    new = replace(old, columns=(Column("Each Party", 3), old.columns[1]))
    assert tracked((old,), (new,)) == "-Party +Each Party"


def test_a_row_that_moves_is_known_as_moved_and_alone_is_tracked():
    rows = [row(str(n), f"{LONG} {n}", str(n), identity=f"row-{n}") for n in range(1, 5)]
    last_first = [replace(each, number=str(n)) for n, each in enumerate((rows[3], *rows[:3]), 1)]
    (block,) = compared((money(*rows),), (money(*last_first),)).blocks
    assert [(each.move, each.mark) for each in block.rows] == [
        (1, Mark.ADDED),
        (0, Mark.KEPT),
        (0, Mark.KEPT),
        (0, Mark.KEPT),
        (1, Mark.REMOVED),
    ]
    assert block.rows[0].old == rows[3]


def test_rows_whose_ids_are_lost_pair_by_their_words():
    rows = [row(str(n), f"{LONG} {n}", str(n), identity=f"row-{n}") for n in range(1, 4)]
    renamed = [replace(each, id=f"other-{each.id}") for each in rows]
    assert tracked((money(*rows),), (money(*renamed),)) == ""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ((("", "Kept"),), (("", "Kept"), ("Chair", "the Council")), "+Chair: the Council"),
        ((("", "Kept"),), (("Chair", "the Council"), ("", "Kept")), "+Chair: the Council"),
        ((("", "Kept"), ("Chair", "the Council")), (("", "Kept"),), "-Chair: the Council"),
        ((("", "Kept"),), (("", "Kept"), ("", "More"), ("", "And more")), "+More +And more"),
        ((("", "Kept"),), (("", "More"), ("", "Kept"), ("", "And more")), "+More +And more"),
        ((), (("", "One"), ("", "Two")), "+One +Two"),
        ((("", "One"), ("", "Two")), (), "-One -Two"),
        ((("Chair", "A"),), (("Owner", "B"),), "-Chair: A +Owner: B"),
        ((("Chair", "A"),), (("Owner", "B"), ("When", "C")), "+Owner: B -Chair: A +When: C"),
        ((("", "Kept"), ("Chair", "A")), (("", "Kept"), ("Owner", "B")), "-Chair: A +Owner: B"),
        ((("", "Kept"), ("Chair", "A"), ("Due", "B")), (("", "Kept"), ("Owner", "C")), "-Chair: A -Due: B +Owner: C"),
    ],
)
def test_lines_of_a_cell_come_and_go_alone(old, new, said):
    before, after = (money(row("1", cell(*lines), "1", identity="row-one")) for lines in (old, new))
    assert tracked((before,), (after,)) == said
    back = compared((after,), (before,)).blocks[0]
    assert not back.whole
    assert tracked((after,), (before,))


def test_a_column_that_comes_is_told_as_one_though_the_table_is_drawn_whole():
    rows = [row(str(n), f"{LONG} {n}", str(n), identity=f"row-{n}") for n in range(1, 4)]
    old = money(*rows)
    wider = tuple(replace(each, cells=(*each.cells, cell("new"))) for each in rows)
    new = replace(old, columns=(*old.columns, Column("Remark", 2)), rows=wider)
    (block,) = compared((old,), (new,)).blocks
    assert block.whole
    assert [column.mark for column in block.columns] == [Mark.KEPT, Mark.KEPT, Mark.ADDED]
    assert {each.mark for each in block.rows} == {Mark.KEPT}
    assert [line.mark for line in block.rows[0].cells[2]] == [Mark.ADDED]
    assert tracked((old,), (new,))
    assert tracked((new,), (old,))


def test_one_signatory_more_is_one_line_more():
    old = signing("signs", "the Council", " by:", "Director")
    new = signing("signs", "the Council", " by:", "Director", "Mayor")
    assert tracked((old,), (new,)) == f"+{'_' * 36} +Mayor"
    assert tracked((new,), (old,)) == f"-{'_' * 36} -Mayor"
