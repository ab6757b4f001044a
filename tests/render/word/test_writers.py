"""What each block is in Word, a row for each: the first elements of that name that the writer draws are these.

Everything is drawn through whole files, so that the rows hold whatever the writers are made of.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice

import pytest

from section75.document import BLANK, Column, Style, Table, Text
from section75.render.word import Print
from tests.support import drawing
from tests.support.blocks import bold, cell, clause, heading, italic, line, money, ref, row, signing
from tests.support.cxml import cxml
from tests.support.nodes import Node, shown
from tests.support.ooxml import W, part

WHO = ("w:author", "w:date", "w:id")
"""Left out of most rows."""


def first(trees: tuple[Node, ...], wanted: tuple[Node, ...]) -> tuple[Node, ...]:
    """As many elements as are wanted, in order: those that have one of the names."""
    names = {tree.tag for tree in wanted}
    return tuple(islice(chain.from_iterable(_named(tree, names) for tree in trees), len(wanted)))


def _named(tree: Node, names: set[str]) -> Iterator[Node]:
    if tree.tag in names:
        yield tree
    else:
        yield from chain.from_iterable(_named(child, names) for child in tree.children)


def anonymous(tree: Node) -> Node:
    kept = tuple((name, value) for name, value in tree.attributes if name not in WHO)
    return Node(tree.tag, kept, tuple(map(anonymous, tree.children)), tree.text)


def same(trees: tuple[Node, ...], words: str) -> None:
    wanted = cxml(words)
    assert shown(first(trees, wanted)) == shown(wanted)


def drawn(*blocks) -> tuple[Node, ...]:
    return drawing.blocks_of(drawing.printed(drawing.document(*blocks)))


def marked(old, new, pairs: bool = True) -> tuple[Node, ...]:
    return drawing.blocks_of(drawing.redlined(drawing.compared(old, new), pairs=pairs))


def styled(style: Style, level: int = 0) -> str:
    return next(iter(drawn(line(style, "x", level=level))[0].within("w:pStyle")))["w:val"]


RUNS = [
    (("Words",), 'w:r/w:t"Words"'),
    ((bold("must"),), 'w:r/(w:rPr/w:b,w:t"must")'),
    ((italic("ever"),), 'w:r/(w:rPr/w:i,w:t"ever")'),
    ((Text("both", bold=True, italic=True),), 'w:r/(w:rPr/(w:b,w:i),w:t"both")'),
    ((" led",), 'w:r/w:t{xml:space=preserve}" led"'),
    (("trailed ",), 'w:r/w:t{xml:space=preserve}"trailed "'),
    (("A & B <i>",), 'w:r/w:t"A & B <i>"'),
    (('"quoted"',), r'w:r/w:t"\"quoted\""'),
    (("one", bold("two"), "three"), 'w:r/w:t"one",w:r/(w:rPr/w:b,w:t"two"),w:r/w:t"three"'),
]


@pytest.mark.parametrize(("runs", "words"), RUNS)
def test_runs(runs, words):
    same(drawn(clause("1.1", *runs)), words)


FIELD = (
    'w:r/w:t{{xml:space=preserve}}"clause ",w:r/w:fldChar{{w:fldCharType=begin}},'
    'w:r/w:instrText{{xml:space=preserve}}" REF _s75_the_duty {switch} ",w:r/w:fldChar{{w:fldCharType=separate}},'
    'w:r/w:t"1.1",w:r/w:fldChar{{w:fldCharType=end}}'
)


@pytest.mark.parametrize(("form", "switch"), [("full", r"\\w \\h"), ("number", r"\\n \\h"), ("words", r"\\h")])
def test_a_reference_is_a_field(form, switch):
    same(drawn(clause("1.2", ref("the-duty", "clause ", "1.1", form))), FIELD.format(switch=switch))


PARAGRAPHS = [
    (heading("1", "Board"), "w:pPr/(w:pStyle{w:val=Heading1},w:keepNext)"),
    (clause("1.1", "x"), "w:pPr/w:pStyle{w:val=Clause2}"),
    (clause("1.1", "x", keep=True), "w:pPr/(w:pStyle{w:val=Clause2},w:keepNext)"),
    (clause("(A)", "x", level=9), "w:pPr/w:pStyle{w:val=Clause5}"),
    (line(Style.RECITAL, "x", shown="(A)"), "w:pPr/w:pStyle{w:val=Recital}"),
    (
        line(Style.PARAGRAPH_HEADING, "x", shown="1", counted="governance", keep=True),
        "w:pPr/(w:pStyle{w:val=Heading3},w:keepNext,w:numPr/(w:ilvl{w:val=0},w:numId{w:val=16456}))",
    ),
    (
        clause("1.1", "x", identity="the-duty"),
        'w:p/(w:pPr/w:pStyle{w:val=Clause2},w:bookmarkStart{w:id=1,w:name=_s75_the_duty},w:r/w:t"x",w:bookmarkEnd{w:id=1})',
    ),
    (
        line(Style.DEFINITION, bold("Board"), " means", identity="def-board"),
        'w:bookmarkStart{w:id=1,w:name=_s75_def_board},w:r/(w:rPr/w:b,w:t"Board"),w:bookmarkEnd{w:id=1}',
    ),
]


@pytest.mark.parametrize(("block", "words"), PARAGRAPHS)
def test_paragraphs(block, words):
    same(drawn(block), words)


def test_a_clause_without_a_heading_names_the_list_that_it_counts_in():
    """No level of the list is joined to its style, and LibreOffice counts by that."""
    words = "w:pPr/(w:pStyle{w:val=Clause1},w:numPr/(w:ilvl{w:val=0},w:numId{w:val=1}))"
    same(drawn(clause("3", "x", level=0)), words)


def test_every_style_has_one_of_its_own():
    ids = [styled(style) for style in Style]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("style", [Style.CLAUSE, Style.CLAUSE_TEXT, Style.PARAGRAPH, Style.PARAGRAPH_TEXT])
def test_levels_have_a_style_each(style):
    assert [styled(style, level)[-1] for level in range(6)] == ["1", "2", "3", "4", "5", "5"]


TABLE = money(row("1", "Council", "5", identity="council-pays"), row("", "Total", "5", total=True))
TABLES = [
    ("w:trPr/(w:cantSplit,w:tblHeader),w:trPr/w:cantSplit,w:trPr/w:cantSplit"),
    ("w:tblGrid/(w:gridCol{w:w=560},w:gridCol{w:w=4940},w:gridCol{w:w=3570})"),
    (
        'w:tc/(w:tcPr/w:tcW{w:type=dxa,w:w=560},w:p/(w:pPr/(w:pStyle{w:val=TableHeading},w:keepNext),w:r/w:t"No.")),'
        'w:tc/(w:tcPr/w:tcW{w:type=dxa,w:w=4940},w:p/(w:pPr/(w:pStyle{w:val=TableHeading},w:keepNext),w:r/w:t"Party")),'
        "w:tc/(w:tcPr/w:tcW{w:type=dxa,w:w=3570},"
        'w:p/(w:pPr/(w:pStyle{w:val=TableHeading},w:keepNext,w:jc{w:val=right}),w:r/w:t"Pounds")),'
        "w:tc/(w:tcPr/w:tcW{w:type=dxa,w:w=560},w:p/(w:pPr/(w:pStyle{w:val=TableText},w:keepNext),"
        'w:bookmarkStart{w:id=2,w:name=_s75_council_pays},w:r/w:t"1",w:bookmarkEnd{w:id=2}))'
    ),
    (
        "w:p/(w:pPr/(w:pStyle{w:val=Caption},w:keepNext),"
        'w:r/w:t{xml:space=preserve}"Table ",w:bookmarkStart{w:id=1,w:name=_s75_money},w:r/w:t"1",w:bookmarkEnd{w:id=1},'
        'w:r/w:t{xml:space=preserve}": ",w:r/w:t"what each party pays")'
    ),
]


@pytest.mark.parametrize("words", TABLES)
def test_tables(words):
    same(drawn(TABLE), words)


@pytest.mark.parametrize("words", TABLES)
def test_a_table_in_a_redline_is_drawn_as_in_a_print(words):
    same(marked((TABLE,), (TABLE,)), words)


CELLS = [
    ((), "w:p/w:pPr/w:pStyle{w:val=TableText}"),
    (cell("x"), 'w:p/(w:pPr/w:pStyle{w:val=TableText},w:r/w:t"x")'),
    (
        cell(("Note", "x")),
        'w:p/(w:pPr/w:pStyle{w:val=TableText},w:r/(w:rPr/w:rStyle{w:val=TableLabel},w:t{xml:space=preserve}"Note: "),w:r/w:t"x")',
    ),
    (
        cell("x", "y"),
        'w:p/(w:pPr/w:pStyle{w:val=TableText},w:r/w:t"x"),w:p/(w:pPr/w:pStyle{w:val=TableText},w:r/w:t"y")',
    ),
]


@pytest.mark.parametrize("draw", [drawn, lambda t: marked((t,), (t,))], ids=["print", "redline"])
@pytest.mark.parametrize(("content", "words"), CELLS)
def test_cells(content, words, draw):
    table = Table("t", "1", (Text("t"),), (Column("A", 1),), (row("", content),))
    last = [*draw(table)[1].within("w:tc")][-1]
    assert shown(last.children[1:]) == shown(cxml(words))


def test_the_parties_sign_in_rows_that_keep_together():
    kept = "w:pPr/(w:pStyle{w:val=ExecutionText},w:keepNext,w:keepLines)"
    last = "w:pPr/(w:pStyle{w:val=ExecutionText},w:keepLines)"
    trees = drawn(signing("signs", "Council", " by:", "First officer", "Second officer"))
    same(trees, ",".join([*[kept] * 5, last, *[kept] * 3, last]))
    same(trees, "w:trPr/w:cantSplit,w:trPr/w:cantSplit")
    same(trees, 'w:tblDescription{w:val="Execution by Council"}')
    assert [t.text for tree in trees for t in tree.within("w:t")][3:] == [
        "_" * 36,
        "First officer",
        f"Name: {BLANK}",
        f"Date: {BLANK}",
        "_" * 36,
        "Second officer",
        f"Name: {BLANK}",
        f"Date: {BLANK}",
    ]


def one(*runs):
    return (clause("1.1", *runs),)


A, B, C = (clause("1.1", f"The {word} stands here for itself.", identity=word) for word in ("first", "second", "third"))
REVISIONS = [
    (one("may meet"), one("may meet often"), 'w:ins/w:r/w:t{xml:space=preserve}" often"'),
    (one("may meet often"), one("may meet"), 'w:del/w:r/w:delText{xml:space=preserve}" often"'),
    (one("may meet"), one("may meet", bold(" now")), 'w:ins/w:r/(w:rPr/w:b,w:t{xml:space=preserve}" now")'),
    ((A,), (A, B), "w:rPr/w:ins"),
    ((A,), (A, B), 'w:ins,w:ins/w:r/w:t"The second stands here for itself."'),
    ((A, B), (A,), 'w:del,w:del/w:r/w:delText"The second stands here for itself."'),
    ((A, B, C), (B, C, A), "w:moveFromRangeStart{w:name=move1}"),
    ((A, B, C), (B, C, A), "w:moveToRangeStart{w:name=move1}"),
    ((A, B, C), (B, C, A), 'w:moveFrom,w:moveFrom/w:r/w:t"The first stands here for itself."'),
    ((A, B, C), (B, C, A), 'w:moveTo,w:moveTo/w:r/w:t"The first stands here for itself."'),
    ((A, B, C), (B, C, A), "w:bookmarkStart{w:name=_s75_first_o}"),
    ((A,), (replace(A, level=2),), "w:pPrChange/w:pPr/w:pStyle{w:val=Clause2}"),
    ((TABLE,), (), "w:trPr/(w:cantSplit,w:tblHeader,w:del),w:trPr/(w:cantSplit,w:del)"),
    ((), (TABLE,), "w:trPr/(w:cantSplit,w:tblHeader,w:ins),w:trPr/(w:cantSplit,w:ins)"),
    (
        (TABLE,),
        (money(row("1", "Council", "6", identity="council-pays"), row("", "Total", "5", total=True)),),
        'w:del/w:r/w:delText"5"',
    ),
    (
        one(ref("the-duty", "clause ", "1.1")),
        one(ref("the-duty", "clause ", "2.1")),
        'w:del/w:r/w:delText"1.1"',
    ),
]


@pytest.mark.parametrize(("old", "new", "words"), REVISIONS)
def test_revisions(old, new, words):
    same(tuple(map(anonymous, marked(old, new))), words)


BOARD = line(Style.DEFINITION, bold("Board"), " means the board of ", bold("both"), identity="def-board")
NOTED = Table("t", "1", (Text("t"),), (Column("A", 1),), (row("1", cell(("Note", "x")), identity="noted"),))
ONE_SIDED = [
    pytest.param((), (block,), id=f"{name} put in") for name, block in (("table", NOTED), ("definition", BOARD))
] + [pytest.param((block,), (), id=f"{name} taken out") for name, block in (("table", NOTED), ("definition", BOARD))]


def bookmarked(trees: tuple[Node, ...]) -> dict[str, str]:
    """The words within each bookmark."""
    found: dict[str, str] = {}
    for tree in trees:
        for paragraph in (tree, *tree.within("w:p")):
            name = ""
            for child in paragraph.children:
                name = child["w:name"] if child.tag == "w:bookmarkStart" else name
                name = "" if child.tag == "w:bookmarkEnd" else name
                if name:
                    texts = (t.text or "" for tag in ("w:t", "w:delText") for t in child.within(tag))
                    found[name] = found.get(name, "") + "".join(texts)
    return found


@pytest.mark.parametrize(("old", "new"), ONE_SIDED)
def test_a_bookmark_holds_in_a_redline_what_it_holds_in_a_print(old, new):
    """Else Word, asked to update, would repeat a whole caption or a whole definition where it is referred to."""
    assert bookmarked(marked(old, new)) == bookmarked(drawn(*old, *new))


@pytest.mark.parametrize(("old", "new"), [((), (NOTED,)), ((NOTED,), ())], ids=["put in", "taken out"])
def test_a_label_keeps_its_style_in_a_redline(old, new):
    assert [node["w:val"] for tree in marked(old, new) for node in tree.within("w:rStyle")] == ["TableLabel"]


def test_a_table_that_moved_can_be_referred_to_where_it_stood():
    names = bookmarked(marked((NOTED, A, B), (A, B, NOTED)))
    assert {"_s75_t", "_s75_t_o", "_s75_noted", "_s75_noted_o"} <= set(names)


def test_changes_are_numbered_without_a_gap():
    """The certificate of a redline counts changes by these numbers."""
    raw = part(drawing.redlined(drawing.compared((A,), (A, TABLE, NOTED))), "word/document.xml")
    marks = [int(n.get(f"{W}id", "")) for tag in ("ins", "del") for n in raw.iter(f"{W}{tag}")]
    assert sorted(marks) == list(range(min(marks), min(marks) + len(marks)))


def test_every_mark_says_who_and_when():
    trees = marked((A, B, C, TABLE), (B, replace(C, level=2), A))
    signed = ("w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:pPrChange", "w:moveFromRangeStart", "w:moveToRangeStart")
    marks = [mark for tag in signed for tree in trees for mark in tree.within(tag)]
    assert len(marks) > 15
    assert {(mark["w:author"], mark["w:date"]) for mark in marks} == {("Legal Services", "2018-03-05T00:00:00Z")}
    assert len({mark["w:id"] for mark in marks}) == len(marks)


def test_each_move_has_a_name_of_its_own_on_both_sides():
    many = [clause("1", f"The {word} stands here for itself.", identity=word) for word in "abcdef"]
    trees = marked(tuple(many), (*many[2:], many[1], many[0]))
    names = [
        [start["w:name"] for tree in trees for start in tree.within(tag)]
        for tag in ("w:moveFromRangeStart", "w:moveToRangeStart")
    ]
    assert names == [["move1", "move2"], ["move2", "move1"]]


def test_a_move_that_is_not_paired_is_taken_out_and_put_in():
    trees = marked((A, B, C), (B, C, A), pairs=False)
    tags = {
        node.tag
        for tree in trees
        for tag in ("w:moveFrom", "w:moveTo", "w:moveFromRangeStart")
        for node in tree.within(tag)
    }
    assert tags == set()
    same(tuple(map(anonymous, trees)), 'w:del,w:del/w:r/w:delText"The first stands here for itself."')


@pytest.mark.parametrize("number", [1, 2])
def test_each_header_has_the_watermark_and_the_notice(number):
    example = drawing.document(A, illustrative=True, watermark="SECRET")
    (header,) = drawing.header_of(drawing.printed(example), number)
    assert [path["string"] for path in header.within("v:textpath") if "string" in dict(path.attributes)] == ["SECRET"]
    assert [shape["id"] for shape in header.within("v:shape")] == [f"PowerPlusWaterMarkObject{number}"]
    assert [p for p in header.within("w:pStyle") if p["w:val"] == "IllustrativeNotice"]
    assert any(t.text.startswith("ILLUSTRATIVE") for t in header.within("w:t"))


@pytest.mark.parametrize(("pages", "words"), [({}, "w:updateFields{w:val=true}"), ({"x": 3}, "")])
def test_word_is_asked_for_pages_only_where_nobody_has_them(pages, words):
    docx = drawing.printed(drawing.document(heading("1", "Board", identity="x")), Print(pages=pages))
    assert shown(drawing.added_settings(docx)) == (shown(cxml(words)) if words else "")
