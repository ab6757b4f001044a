"""The list of what is left, in every form that it is sent round in."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO

import pytest

from section75.judging.agreement import judge
from section75.judging.todo import AGREEMENT, Left, Matter, left_to_do
from section75.load import load_agreement
from section75.reports.todo import counted, todo_report
from section75.reports.writers import Look, written
from tests.support.agreements import ROOT, overlaid

QUESTIONS = """to_settle:
  - {id: settle-money, places: [council-share, trust-share], question: "=HYPERLINK(1) how much?", by: 2018-02-01}
  - {id: settle-notice, places: [term.notice_months], question: "How long?", owner: Monitoring Officer}
  - {id: settle-done, places: [term], question: "When?", settled: 2018-01-01}
  - {id: settle-again, places: [board-meets], question: "How often?", to_confirm: true}
accepted:
  - {code: unused-definition, place: def-agreement, reason: Wanted later, to_confirm: true}
"""


def left(block: str = QUESTIONS) -> tuple[Left, ...]:
    files = overlaid("agreement.yaml", block)
    loaded = load_agreement(files)
    assert not judge(loaded).has_errors
    return left_to_do(loaded, judge(loaded))


def report(form: str) -> bytes:
    template = (ROOT / "templates" / "report.docx").read_bytes()
    return written(todo_report(left(), "newtown/2018", "A title", True), form, Look(template=lambda: (template, "r")))


def test_what_is_settled_is_not_left_and_what_is_carried_over_is_to_be_confirmed():
    found = {each.id: each for each in left()}
    assert "settle-done" not in found
    assert found["settle-notice"].matter is Matter.QUESTION
    assert found["settle-again"].matter is Matter.TO_CONFIRM
    assert found["def-agreement"].matter is Matter.TO_CONFIRM
    assert "Wanted later" in found["def-agreement"].what


def test_the_agreement_comes_first_and_a_schedule_names_its_lead_officer():
    found = left()
    assert [each.group for each in found] == sorted((each.group for each in found), key=lambda g: (g != AGREEMENT, g))
    money = next(each for each in found if each.id == "settle-money")
    assert money.group.startswith("Schedule ")
    assert money.owner


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_every_form_says_all_of_it(form):
    said = report(form).decode()
    for words in ("How long?", "How often?", "Monitoring Officer", "settle-money", "1 February 2018"):
        assert words in said, words


def test_json_gives_each_with_its_place():
    data = json.loads(report("json"))
    assert data["agreement"] == "newtown/2018"
    one = next(each for each in data["left"] if each["id"] == "settle-money")
    assert (one["kind"], one["by"]) == ("question", "2018-02-01")
    assert one["line"] > 1


def test_a_sheet_of_excel_holds_words_and_no_formula():
    with zipfile.ZipFile(BytesIO(report("xlsx"))) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        strings = book.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in sheet
    assert "=HYPERLINK(1) how much?" in strings
    assert "autoFilter" in sheet
    assert report("xlsx") == report("xlsx")


def test_word_is_written_from_the_template_of_reports():
    with zipfile.ZipFile(BytesIO(report("docx"))) as made:
        assert "How long?" in made.read("word/document.xml").decode()


def test_an_empty_list_says_whose_part_is_empty():
    assert counted(()) == "nothing is left to settle"
    assert counted((), "Monitoring Officer") == "nothing is left for the Monitoring Officer"


def test_rows_of_a_table_that_follow_one_another_are_one_range():
    rows = [each for each in left() if each.id == "settle-money"]
    assert rows[0].where == ("rows 1 to 2 of Table 1 of Schedule 3",)
