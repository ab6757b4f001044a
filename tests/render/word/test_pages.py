"""Any page as a Word file: each block as paragraphs and tables, valid by the schemas, on A4 either way round."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from docx import Document

from section75.cli import run
from section75.errors import TemplateError
from section75.page import Column, Page, Table, cell
from section75.render.package import read_parts, write_parts
from section75.render.word.pages import write_word_page
from tests.support.every_block import every_block
from tests.support.ooxml import W, faults, part, word_schema
from tests.support.printing import ROOT
from tests.support.programs import shared_schemas

TEMPLATE = (ROOT / "templates" / "report.docx").read_bytes()


def made(page: Page) -> bytes:
    return write_word_page(page, TEMPLATE, "report.docx")


EVERY = made(every_block())
XML = read_parts(EVERY, "x")["word/document.xml"].decode()


def test_headings_and_lists_are_those_of_word():
    said = [(p.style.name, p.text) for p in Document(BytesIO(EVERY)).paragraphs]
    assert said == [
        ("Report title", "A report on Words"),
        ("Report subtitle", "As Words stands"),
        ("Report text", "Words Words good Words. warning Words. bad Words. note Words. "),
        ("List Bullet", "To Words"),
        ("List Bullet", "To the pairs"),
        ("Heading 1", "What is told of Words"),
        ("Report text", "Words"),
        ("List Bullet", "Words"),
        ("List Bullet", "hint: Words"),
        ("Report text", "alone"),
        ("Heading 2", "Words"),
        ("Report text", "Words Words"),
        ("Heading 2", "two"),
        ("Heading 1", "Pairs"),
        ("Heading 2", "Words"),
        ("Report text", "Words: Words"),
        ("Report text", "A longer name: said"),
        ("List Bullet", "Words"),
        ("List Bullet", "another"),
        ("Table text", ""),
        ("Report text", "None of Words."),
        ("Report text", "The end."),
    ]


def test_a_table_has_a_header_row_that_repeats_a_name_and_rows_that_stay_whole():
    table = part(EVERY, "word/document.xml").find(f"{W}body/{W}tbl")
    rows = table.findall(f"{W}tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val") == "Paid by Words"
    cells = [[[p.xpath("string()") for p in c.findall(f"{W}p")] for c in row.findall(f"{W}tc")] for row in rows]
    assert cells == [
        [["Item"], ["Was"], ["Pounds"]],
        [["Words", "Words"], ["kept Words Words"], ["5"]],
        [["B"], [""], ["10"]],
    ]
    sides = [[p.find(f"{W}pPr/{W}jc") is not None for p in row.iter(f"{W}p")] for row in rows]
    assert sides == [[False, False, True], [False, False, False, True], [False, False, True]]


LOOKS = [
    ("<w:b/>", "Words"),
    ("<w:i/>", "Words"),
    ('<w:color w:val="0B5D1E"/>', "good Words. "),
    ('<w:color w:val="833C0B"/>', "warning Words. "),
    ('<w:color w:val="8B1A1A"/>', "bad Words. "),
    ('<w:color w:val="44546A"/>', "note Words. "),
    ('<w:strike/><w:color w:val="8B1A1A"/>', "Words"),
    ('<w:color w:val="0B5D1E"/><w:u w:val="single"/>', " Words"),
]


@pytest.mark.parametrize(("looks", "words"), LOOKS)
def test_a_phrase_looks_so(looks, words):
    assert f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>' in XML


def test_every_link_leads_to_a_bookmark():
    links = re.findall('<w:hyperlink w:anchor="([^"]*)"', XML)
    assert len(links) == 3
    assert set(links) <= set(re.findall('<w:bookmarkStart w:id="[0-9]+" w:name="([^"]*)"/>', XML))


def test_the_notice_stands_on_every_page_of_an_example():
    header = read_parts(EVERY, "x")["word/header1.xml"].decode()
    assert "ILLUSTRATIVE" in header
    assert "As Words stands" in header
    assert "ILLUSTRATIVE" not in read_parts(made(Page((), "Plain")), "x")["word/header1.xml"].decode()


@pytest.mark.parametrize(("wide", "sides", "width"), [(True, (16838, 11906), 14570), (False, (11906, 16838), 9638)])
def test_the_page_is_a4_either_way_round(wide, sides, width):
    table = Table("x", (Column("A", 1), Column("B", 2)), ((cell("a"), cell("b")),))
    docx = made(Page((table,), "x", wide=wide))
    document = part(docx, "word/document.xml")
    size = document.find(f"{W}body/{W}sectPr/{W}pgSz")
    assert (int(size.get(f"{W}w")), int(size.get(f"{W}h"))) == sides
    assert size.get(f"{W}orient") == ("landscape" if wide else None)
    grid = [int(column.get(f"{W}w")) for column in document.iter(f"{W}gridCol")]
    assert grid == [width // 3, width * 2 // 3]
    styles = read_parts(docx, "x")["word/styles.xml"].decode()
    assert f'<w:tab w:val="right" w:pos="{width}"/>' in styles


def test_tables_one_after_the_other_never_run_together():
    table = Table("x", (Column("A", 1),), ((cell("a"),),))
    body = part(made(Page((table, table), "x")), "word/document.xml").find(f"{W}body")
    tags = [node.tag.removeprefix(W) for node in body]
    assert tags == ["p", "tbl", "p", "tbl", "p", "sectPr"]


def test_the_file_is_valid_word():
    assert faults(EVERY, word_schema(shared_schemas())) == []


def test_the_same_page_gives_the_same_bytes():
    assert made(every_block()) == EVERY


def test_a_template_without_the_tag_or_a_style_is_refused():
    parts = read_parts(TEMPLATE, "x")
    untagged = {**parts, "word/document.xml": parts["word/document.xml"].replace(b"{{ report }}", b"")}
    with pytest.raises(TemplateError, match="no paragraph that holds {{ report }}"):
        write_word_page(every_block(), write_parts(untagged), "own.docx")
    bare = {**parts, "word/styles.xml": parts["word/styles.xml"].replace(b'"Report text"', b'"Other"')}
    with pytest.raises(TemplateError, match='own.docx has no style "Report text"'):
        write_word_page(every_block(), write_parts(bare), "own.docx")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["diff", "coventry-cwpt/2014", "coventry-cwpt/2018", "--schedule", "amhp-interface"], 1),
        (["validate", "docs/broken-draft"], 1),
        pytest.param(["list", "--date", "2018-06-30"], 0, marks=pytest.mark.slow),
    ],
)
def test_what_a_command_writes_is_valid_word(tmp_path, monkeypatch, arguments, code):
    monkeypatch.chdir(ROOT)
    assert run([*arguments, "-o", str(tmp_path / "a.docx")]) == code
    assert faults((tmp_path / "a.docx").read_bytes(), word_schema(shared_schemas())) == []


def test_a_file_that_is_compared_is_never_overwritten(project, capsys):
    printed = project / "a.docx"
    assert run(["render", "newtown/2018", "--quick", "-o", str(printed)]) == 0
    before = printed.read_bytes()
    assert run(["diff", str(printed), "newtown/2018", "-o", str(printed)]) == 1
    assert "is the source itself" in capsys.readouterr().err
    assert printed.read_bytes() == before
