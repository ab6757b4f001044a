"""A redline tracks little more than what changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from section75.compare import Mark, Verdict
from section75.document import BLANK, Block, Column, Origin, Style
from section75.render.package import read_parts
from section75.render.word.proof import prove
from tests.support.blocks import LONG, cell, heading, line, money, ref, row, signing
from tests.support.drawing import compared, document, printed, redlined
from tests.support.ooxml import W, part


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
    assert tracked((old,), (new,)) == f"+{'_' * 36} +Mayor +Name: {BLANK} +Date: {BLANK}"
    assert tracked((new,), (old,)) == f"-{'_' * 36} -Mayor -Name: {BLANK} -Date: {BLANK}"


def test_a_reference_to_a_clause_that_has_another_id_is_the_same_reference():
    old = (heading("1", LONG, "duty"), line(Style.CLAUSE_TEXT, "See ", ref("duty", "clause ", "1"), "."))
    new = (heading("1", LONG, "charge"), line(Style.CLAUSE_TEXT, "See ", ref("charge", "clause ", "1"), "."))
    assert tracked(old, new) == ""
    assert compared(old, new).targets.renamed == {"duty": "charge"}


def test_a_part_that_has_another_id_changes_no_list():
    def part_of(identity: str, *words: str) -> tuple[Block, ...]:
        counted = (
            line(Style.PARAGRAPH, text, identity=text[:1].lower(), shown=f"{n}.", counted=identity)
            for n, text in enumerate(words, 1)
        )
        return (line(Style.PART_HEADING, f"What is {LONG}", identity=identity, shown="Part A"), *counted)

    assert tracked(part_of("before", "One stays.", "Two stays."), part_of("after", "One stays.", "Two stays.")) == ""
    gone = tracked(part_of("before", "One goes.", "Two stays."), part_of("after", "Two stays."))
    assert gone == "-One goes."


def test_the_words_of_a_clause_that_loses_its_heading_stay():
    body = line(Style.CLAUSE_TEXT, LONG)
    old = (heading("1", "Duties of the Parties", "duty"), replace(body, origin=Origin("duty", "text")))
    new = (line(Style.CLAUSE, LONG, identity="duty", shown="1", level=0),)
    assert tracked(old, new) == "-Duties of the Parties"
    assert tracked(new, old) == "+Duties of the Parties"


def test_a_paragraph_before_the_words_of_a_clause_costs_what_it_is():
    first = f"The Parties shall meet, {LONG[::-1]}"
    old = (line(Style.CLAUSE, LONG, identity="duty", shown="1", level=1),)
    new = (
        line(Style.CLAUSE, first, identity="duty", shown="1", level=1),
        replace(line(Style.CLAUSE_TEXT, LONG), origin=Origin("duty", "text", 2)),
    )
    assert tracked(old, new) == f"+{first}"


def test_ids_exchanged_with_the_words_left_move_nothing():
    one, two = f"The Council {LONG}.", "Each Party pays its own costs of this Agreement and of what it does under it."
    old = (heading("1", one, "one"), heading("2", two, "two"), line(Style.CLAUSE_TEXT, ref("one", "clause ", "1")))
    new = (heading("1", one, "two"), heading("2", two, "one"), line(Style.CLAUSE_TEXT, ref("one", "clause ", "2")))
    assert moved(old, new) == []
    assert tracked(old, new) == "-clause 1 +clause 2"


def test_a_clause_that_moves_into_a_schedule_is_moved():
    clause = replace(line(Style.CLAUSE, LONG, identity="duty", shown="1", level=1), kind="clause")
    paragraph = replace(line(Style.PARAGRAPH, LONG, identity="duty", shown="1.", level=1), kind="paragraph")
    top = heading("1", f"A heading under which {LONG} and more", "top")
    assert moved((clause, top), (top, paragraph)) == ["duty"]


def test_what_passes_the_heading_of_a_schedule_is_what_moved():
    schedule = line(Style.SCHEDULE_HEADING, "Finance", identity="finance", shown="Schedule 1")
    held = line(Style.CLAUSE_TEXT, f"{LONG} and held under the heading", identity="held")
    loose = line(Style.CLAUSE_TEXT, "Longer than the heading of the schedule.", identity="loose")
    assert moved((loose, schedule, held), (schedule, loose, held)) == ["loose"]
