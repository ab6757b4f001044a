"""Rows of a table: kept whole where they are low, free to split where LibreOffice would cut them off."""

from __future__ import annotations

import subprocess
from itertools import count

import pytest

from section75.compare import compare
from section75.document import Column, Document, Style, Table, Text, words_of
from section75.page import Page, cell
from section75.page import Table as PageTable
from section75.render.package import write_parts
from section75.render.pdf import lay_out
from section75.render.register import write_register_docx
from section75.render.word import Print, Who, word_parts, write_redline, write_word
from section75.render.word.pages import write_word_page
from section75.render.word.proof import prove
from tests.support import blocks, drawing
from tests.support.agreements import changed, loaded
from tests.support.ooxml import W, part, parts
from tests.support.printing import ROOT, TEMPLATE
from tests.support.programs import need

WHO = Who("Legal Services", "2018-03-05T00:00:00Z")


def prose(tag: str, number: int) -> str:
    """Words of seven letters, each of which can be told from all others."""
    return " ".join(f"{tag}{place:03}xx"[:7] for place in range(number))


def table(name: str, columns: int, content, even: bool = False) -> Table:
    """A table whose second row is long in its first column."""
    heads = tuple(Column(f"Column {i}", 1 if even or i else 3) for i in range(columns))
    short, rest = ["Short"] * columns, ["1"] * (columns - 1)
    rows = (blocks.row("1", *short), blocks.row("2", content, *rest), blocks.row("3", *short))
    return Table(name, "1", (Text(f"the {name}"),), heads, rows)


def tables() -> tuple[Table, ...]:
    """The lengths at which a row is about as high as a page, in several widths and as labelled lines."""
    tags = (f"{a}{b}" for a in "QXZ" for b in "abcdefghijklmnopqrstuvwxyz")
    lengths = {2: range(520, 1000, 40), 6: range(270, 320, 10), 8: range(150, 270, 20)}
    found = [table(f"{c} columns, {n}", c, prose(next(tags), n)) for c, each in lengths.items() for n in each]
    found += [table(f"even, {n}", 8, prose(next(tags), n), even=True) for n in (60, 80, 100, 120, 140)]
    for lines in (30, 38, 42, 46, 50, 54, 60):
        tag, at = next(tags), count()
        content = blocks.cell(
            *((f"Label {i}", " ".join(f"{tag}{next(at):03}xx" for _ in range(4))) for i in range(lines))
        )
        found.append(table(f"{lines} lines", 4, content))
    return tuple(found)


def missing(document: Document, pdf: bytes, pdftotext: str, tmp_path) -> dict[str, int]:
    """How many words of each table stand nowhere in a PDF."""
    (tmp_path / "x.pdf").write_bytes(pdf)
    text = subprocess.run([pdftotext, str(tmp_path / "x.pdf"), "-"], check=True, capture_output=True).stdout.decode()
    there = set(text.split())
    found = {}
    for block in document.blocks:
        if isinstance(block, Table):
            said = [w for row in block.rows for c in row.cells for line in c for w in words_of(line.runs).split()]
            found[block.id] = len([word for word in said if word not in there])
    return {name: number for name, number in found.items() if number}


@pytest.mark.slow
def test_every_word_of_a_row_about_as_high_as_a_page_is_in_the_pdf(tmp_path):
    need("libreoffice")
    document = drawing.document(*tables())
    docx = write_word(document, TEMPLATE, "agreement.docx", Print())
    assert missing(document, lay_out(docx).pdf, need("pdftotext"), tmp_path) == {}


def kept(docx: bytes) -> list[bool]:
    """Whether each row of the tables is kept whole."""
    return [row.find(f"{W}trPr/{W}cantSplit") is not None for row in part(docx, "word/document.xml").iter(f"{W}tr")]


def drawn(*rows: str) -> bytes:
    made = blocks.money(*(blocks.row(str(i), said, "1") for i, said in enumerate(rows, 1)))
    return drawing.printed(drawing.document(made))


def test_ordinary_rows_stay_whole_and_long_ones_may_split():
    ordinary = "The Council pays its share within thirty days of the invoice. " * 5
    assert kept(drawn("Short", ordinary, prose("Q", 600))) == [True, True, True, False]


def test_a_heading_as_high_as_half_a_page_is_not_repeated():
    heads = tuple(Column(prose(f"Q{n}", 60)) for n in range(7))
    made = Table("t", "1", (Text("t"),), heads, (blocks.row("1", *["x"] * 7),))
    docx = drawing.printed(drawing.document(made))
    assert kept(docx)[0] is False
    assert list(part(docx, "word/document.xml").iter(f"{W}tblHeader")) == []


def test_larger_letters_make_a_row_higher():
    said = "The Council pays its share within thirty days of the invoice. " * 14
    assert kept(drawn(said)) == [True, True]
    found = parts(drawing.bare_template())
    found["word/styles.xml"] = found["word/styles.xml"].replace(b'<w:sz w:val="18"/>', b'<w:sz w:val="36"/>')
    larger = write_parts(found)
    made = blocks.money(blocks.row("1", said, "1"))
    assert kept(write_word(drawing.document(made), larger, "agreement.docx", Print(contents=False)))[1] is False


def test_a_row_of_a_redline_is_measured_with_the_words_of_both_versions():
    old, new = (blocks.money(blocks.row("1", prose(tag, 180), "1", identity="r")) for tag in "QX")
    parties = blocks.line(Style.DEED_HEADING, "Parties")
    versions = drawing.document(parties, old), drawing.document(parties, new)
    assert [kept(drawing.printed(version)) for version in versions] == [[True, True]] * 2
    redline = write_redline(compare(*versions), drawing.bare_template(), "agreement.docx", Print(contents=False), WHO)
    assert kept(redline)[1] is False
    sides = [word_parts(v, drawing.bare_template(), "agreement.docx", Print(contents=False)) for v in versions]
    assert prove(redline, *sides).holds


def test_a_long_execution_block_may_split():
    short = blocks.signing("a", "The Trust", " in the presence of:", "Chief Executive")
    long = blocks.signing("b", "The Trust", prose("Q", 700), "Chief Executive")
    assert kept(drawing.printed(drawing.document(short, long))) == [True, False]


def test_a_long_row_of_a_report_may_split():
    columns = (Column("A", 1), Column("B", 1))
    rows = ((cell("short"), cell("short")), (cell(prose("Q", 900)), cell("short")))
    page = Page((PageTable("a table", columns, rows),), "A report")
    docx = write_word_page(page, (ROOT / "templates" / "report.docx").read_bytes(), "report.docx")
    assert kept(docx) == [True, True, False]


def test_a_long_row_of_a_template_may_split():
    tree = changed("risks.yaml", "cause: returns are made by hand", f"cause: {prose('Q', 3000)}")
    template = (ROOT / "templates" / "register.docx").read_bytes()
    short, long = (
        kept(write_register_docx(loaded(each).risks, "x", False, template, "register.docx", {}))
        for each in (None, tree)
    )
    assert all(short)
    assert long.count(False) == 1
