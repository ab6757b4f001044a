"""The document-control sheet says in words for a board how a draft stands, without codes and paths."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from section75.cli import run
from tests.support.approvals import FOLDER, NAME, all_approved, edited, requiring_approvals
from tests.support.ooxml import parts


@pytest.fixture
def project(project):
    requiring_approvals()
    return project


def sheet() -> str:
    """The words of the sheet of a draft."""
    assert run(["render", NAME, "-o", "draft.html"]) == 0
    page = Path("draft.html").read_text("utf-8")
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page[page.index('<aside class="control"') :]))


def test_each_approval_is_told_with_what_an_edit_has_uncovered(project):
    assert "Cabinet waiting for another body" in sheet()
    all_approved()
    assert "Cabinet 6 March 2018, Minute 42; covered" in sheet()
    edited("It shall keep a record.", "It shall keep records.")
    assert "Cabinet 6 March 2018, Minute 42; no longer covered: clause 2 has changed" in sheet()


def test_what_was_executed_is_told(project):
    all_approved()
    by = (
        "--by",
        "sealed-by-council=Authorised Officer",
        "--by",
        "sealed-by-trust=Chair",
        "--by",
        "sealed-by-trust=Director",
    )
    assert run(["execute", NAME, "--dated", "2018-03-28", *by, "--date", "2018-03-28"]) == 0
    assert "Execution and variations What When and how The agreement executed on 28 March 2018" in sheet()


def test_a_finding_is_named_by_its_clause_and_never_by_a_path(project):
    edited("{id: board-meets,", "{id: board-meets, notes: x,")
    edited("    heading: Oversight\n", "    heading: Oversight\n    answers: [ST-99]\n")
    (FOLDER / "schedules" / "spare.yaml").write_text("format: 1\nid: spare\nkind: general\ntitle: Spare\n")
    said = sheet()
    assert "Outstanding matters" in said
    assert ".yaml:" not in said
    assert "The agreement spare.yaml is not listed, so it does not print" in said


def test_the_sheet_is_the_same_in_word(project):
    all_approved()
    assert run(["render", NAME, "--quick", "-o", "draft.docx"]) == 0
    words = " ".join(
        re.findall(r"<w:t[^>]*>([^<]+)<", parts(Path("draft.docx").read_bytes())["word/document.xml"].decode())
    )
    assert "Approvals Body How it stands Scrutiny Committee 6 March 2018, Minute 42; covered" in words
    assert "Execution and variations" not in words
