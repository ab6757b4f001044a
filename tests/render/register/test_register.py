"""The risk register: valid, deterministic, legible without colour, safe in Excel."""

from __future__ import annotations

import re

import pytest
from openpyxl import load_workbook

from section75.errors import OutputError
from section75.render.register import write_register_docx, write_register_xlsx
from section75.render.register.scores import BANDS, band, placed
from tests.support.agreements import changed, loaded
from tests.support.ooxml import faults, part, parts, word_schema, words
from tests.support.printing import ROOT
from tests.support.programs import shared_schemas

TEMPLATE = (ROOT / "templates" / "register.docx").read_bytes()
NAMES = {"adults-reviewed": "row 1 of Table 1 of Schedule 2"}


def docx(tree=None, illustrative=False) -> bytes:
    return write_register_docx(loaded(tree).risks, "The service", illustrative, TEMPLATE, "register.docx", NAMES)


def book(tmp_path, tree=None):
    path = tmp_path / "r.xlsx"
    path.write_bytes(write_register_xlsx(loaded(tree).risks, "A & B", True, NAMES))
    return load_workbook(path)


@pytest.mark.parametrize(
    ("value", "letter"), [(1, "L"), (3, "L"), (4, "M"), (6, "M"), (8, "H"), (12, "H"), (15, "E"), (25, "E")]
)
def test_bands_are_those_of_the_nhs_matrix(value, letter):
    assert band(value).letter == letter


def luminance(colour: str) -> float:
    def channel(pair: str) -> float:
        c = int(pair, 16) / 255
        return c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4

    red, green, blue = (channel(colour[i : i + 2]) for i in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_fills_grow_darker_with_the_score_and_text_on_them_is_legible():
    shades = [luminance(each.fill) for each in BANDS]
    assert shades == sorted(shades, reverse=True)
    assert all(before - after > 0.1 for before, after in zip(shades, shades[1:], strict=False))
    for each in BANDS:
        light, dark = sorted((luminance(each.fill), luminance(each.ink)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_the_word_register_is_valid_and_repeats():
    assert faults(docx(), word_schema(shared_schemas())) == []
    assert docx() == docx()


def test_it_says_cause_event_effect_scores_in_letters_and_links():
    text = words(docx())
    assert (
        "Because returns are made by hand, there is a risk that they arrive late, with the effect that the board decides without them."
        in text
    )
    assert "16 E" in text
    assert "12 H" in text
    assert "Linked to: row 1 of Table 1 of Schedule 2" in text


def test_a_risk_stands_in_its_square_of_the_map():
    register = loaded().risks
    assert placed(register, 3, 4) == (1,)
    assert sum(len(placed(register, a, b)) for a in range(1, 6) for b in range(1, 6)) == 1
    assert "Risk 1" in words(docx())


def test_the_page_is_landscape_and_header_rows_repeat():
    body = part(docx(), "word/document.xml")
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    assert {p.get(f"{w}orient") for p in body.iter(f"{w}pgSz")} == {"landscape"}
    assert len(list(body.iter(f"{w}tblHeader"))) == 3


def test_excel_has_filters_a_frozen_header_and_conditional_formats(tmp_path):
    sheet = book(tmp_path)["Register"]
    assert sheet.auto_filter.ref == "A1:M2"
    assert sheet.freeze_panes == "A2"
    assert len(sheet.conditional_formatting) == 4
    assert (sheet["E2"].value, sheet["F2"].value) == (12, "H High")
    assert sheet.page_setup.orientation == "landscape"


def test_excel_repeats_and_holds_no_formula(tmp_path):
    tree = changed("risks.yaml", "title: Late data", "title: '=1+1'")
    assert write_register_xlsx(loaded(tree).risks, "x", False, {}) == write_register_xlsx(
        loaded(tree).risks, "x", False, {}
    )
    for sheet in book(tmp_path, tree):
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_the_register_prints_marks_curly_and_words_on_one_line(tmp_path):
    tree = changed("risks.yaml", "cause: ", 'cause: "the \'90s plan\'s\\n  \\"aim\\" and more"  # ')
    said = "the \u201990s plan\u2019s \u201caim\u201d and more"
    assert any(said in line for line in words(docx(tree)))
    assert said in str(book(tmp_path, tree)["Register"].cell(2, 3).value)


@pytest.mark.parametrize("field", ["cause", "effect"])
def test_what_is_too_long_for_a_cell_of_excel_is_refused_and_never_cut(field):
    said = {"cause": "returns are made by hand", "effect": "the board decides without them"}[field]
    tree = changed("risks.yaml", said, "word " * 6_600)
    with pytest.raises(OutputError, match=r"Late data|Because"):
        write_register_xlsx(loaded(tree).risks, "x", False, NAMES)


def test_what_a_cell_of_excel_just_holds_is_whole(tmp_path):
    tree = changed("risks.yaml", "the board decides without them", "word " * 6_500 + "end")
    assert str(book(tmp_path, tree)["Register"]["C2"].value).endswith("word end.")


@pytest.mark.parametrize("title", ["2027 Plan", "18 Week Pathway Service"])
def test_a_title_that_begins_with_a_figure_does_not_change_the_size_of_the_header(title):
    found = parts(write_register_xlsx(loaded().risks, title, True, NAMES))
    header = re.findall(rb"<oddHeader>(.*?)</oddHeader>", found["xl/worksheets/sheet1.xml"])[0].decode()
    assert re.match(r"&amp;L&amp;8(?! ?\d)", header)
    assert title in header


@pytest.mark.parametrize("before", range(100, 160, 3))
def test_an_ampersand_in_a_header_is_never_cut_in_two(before):
    found = parts(write_register_xlsx(loaded().risks, "x" * before + "&" * 30, True, NAMES))
    header = re.findall(rb"<oddHeader>(.*?)</oddHeader>", found["xl/worksheets/sheet1.xml"])[0].decode()
    words = header.replace("&amp;", "&")
    assert len(words) <= 255
    title = re.search(r"x[x&.]*(?=&C)", words)
    assert title
    assert title[0].count("&") % 2 == 0
