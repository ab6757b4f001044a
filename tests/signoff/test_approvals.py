"""Approvals are bound to the exact text; an edit is seen at once, clause by clause; a final print needs them all."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from section75 import open_project
from section75.cli import run
from section75.cli.terminal import Terminal
from section75.load import load_agreement
from section75.signoff import Standing, coverage, digests
from section75.tree import DiskTree
from tests.support.approvals import DAY, FOLDER, NAME, REQUIRED, all_approved, approved, edited, requiring_approvals


@pytest.fixture
def project(project):
    """The small agreement, which three bodies have to approve."""
    requiring_approvals()
    return project


def standing(capsys, on: str = DAY) -> dict[str, str]:
    capsys.readouterr()
    run(["approve", NAME, "--format", "json", "--date", on])
    return {each["id"]: each["standing"] for each in json.loads(capsys.readouterr().out)["approvals"]}


def test_a_text_that_all_have_approved_is_covered_and_may_be_printed_to_be_signed(project, capsys):
    assert run(["approve", NAME, "--date", DAY]) == 1
    all_approved()
    assert set(standing(capsys).values()) == {"covered"}
    assert run(["approve", NAME, "--date", DAY]) == 0
    assert run(["render", NAME, "--final", "--quick", "-o", "a.docx", "-o", "a.html", "--date", DAY]) == 0
    page = Path("a.html").read_text("utf-8")
    assert "<strong>ENGROSSMENT</strong>" in page
    assert "Draft" not in page


@pytest.mark.parametrize(
    ("old", "new", "path", "said"),
    [
        ("It shall keep a record.", "It shall keep no record.", "agreement.yaml", "clause 2 has changed"),
        ("end: 2021-03-31", "end: 2022-03-31", "agreement.yaml", "the term has changed"),
        ("title: Partnership agreement", "title: A partnership agreement", "agreement.yaml", "the title, the version"),
        ("method: common-seal, attested_by: [Chair, Director]", "method: common-seal, attested_by: [Chair]", "agreement.yaml", "the execution has changed"),
        ("overspend: Each party bears its own.", "overspend: The Council bears it.", "schedules/finance.yaml", "Schedule 3 has changed"),
        ("Newtown Partnership NHS Trust", "Newtown Partnership NHS Trusts", "agreement.yaml", "has changed"),
        # A letter that looks like another is another.
        ("It shall keep a record.", "It shall k\u0435ep a record.", "agreement.yaml", "clause 2 has changed"),
        ("  - schedules/governance.yaml\n  - schedules/performance.yaml\n", "  - schedules/performance.yaml\n  - schedules/governance.yaml\n", "agreement.yaml", "the order of the parts"),
    ],
)  # fmt: skip
def test_an_edit_after_approval_is_seen_at_once_and_named(project, capsys, old, new, path, said):
    all_approved()
    edited(old, new, path)
    capsys.readouterr()
    loaded = load_agreement(DiskTree(FOLDER))
    found = coverage(loaded.required(), loaded.approvals, digests(loaded.data, loaded.required()), DAY)
    assert {each.standing for each in found} == {Standing.CHANGED}
    assert run(["approve", NAME, "--date", DAY]) == 1
    assert said in capsys.readouterr().out
    assert run(["render", NAME, "--final", "--quick", "-o", "b.docx", "--date", DAY]) == 1
    assert not Path("b.docx").exists()


@pytest.mark.parametrize("hidden", ["\u200b", "\u202e"])
def test_letters_that_nobody_sees_stop_everything(project, capsys, hidden):
    edited("It shall keep a record.", f"It shall keep a{hidden} record.")
    assert approved("ap-scrutiny") == 1
    assert not (FOLDER / "records").exists()


def test_comments_wrapping_and_notes_change_nothing(project, capsys):
    all_approved()
    main = FOLDER / "agreement.yaml"
    main.write_text("# a comment\n" + main.read_text() + "notes: A note for colleagues.\n")
    assert set(standing(capsys).values()) == {"covered"}


def test_an_edit_within_a_delegation_needs_the_decision_of_the_delegate(project, capsys):
    all_approved("--substantially", "--delegate", "Director of Adult Services", "--limits", "Nothing of substance.")
    edited("It shall keep a record.", "It shall keep a full record.")
    assert standing(capsys)["ap-cabinet"] == "no longer covered"
    assert approved("ap-cabinet", "--under", "given-ap-cabinet-2018-03-06", on="2018-03-09") == 0
    assert standing(capsys, "2018-03-09")["ap-cabinet"] == "covered within the delegation"
    run(["approve", NAME, "--date", "2018-03-09"])
    assert "the Director of Adult Services decided on 9 March 2018, Minute 42" in " ".join(
        capsys.readouterr().out.split()
    )
    assert standing(capsys, "2018-03-09")["ap-board"] == "no longer covered"
    edited("It shall keep a full record.", "It shall keep a fuller record.")
    assert standing(capsys, "2018-03-09")["ap-cabinet"] == "no longer covered"


def test_the_decision_of_a_delegate_may_be_called_in_too(project, capsys):
    all_approved("--substantially", "--delegate", "Director of Adult Services", "--limits", "Nothing of substance.")
    edited("It shall keep a record.", "It shall keep a full record.")
    under = ("--under", "given-ap-cabinet-2018-03-06", "--call-in-ends", "2018-03-16")
    assert approved("ap-cabinet", *under, on="2018-03-09") == 0
    assert standing(capsys, "2018-03-16")["ap-cabinet"] == "call-in running"
    assert standing(capsys, "2018-03-17")["ap-cabinet"] == "covered within the delegation"


def test_a_decision_that_may_be_called_in_does_not_cover_yet(project, capsys):
    all_approved("--call-in-ends", "2018-03-13")
    assert standing(capsys)["ap-cabinet"] == "call-in running"
    assert standing(capsys, "2018-03-13")["ap-cabinet"] == "call-in running"
    assert standing(capsys, "2018-03-14")["ap-cabinet"] == "covered"
    assert run(["render", NAME, "--final", "--quick", "-o", "b.docx", "--date", "2018-03-13"]) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["ap-cabinet", "--reference", "M"], "Cabinet decides after Scrutiny Committee"),
        (["ap-board", "--reference", "M", "--substantially", "--delegate", "Director of Adult Services"], "cannot delegate this approval (Standing orders)"),
        (["ap-scrutiny", "--reference", "M", "--substantially"], "no delegate is named"),
        (["ap-scrutiny", "--reference", "M", "--substantially", "--delegate", "Nobody"], 'nobody in the agreement is called "Nobody"'),
        (["ap-scrutiny", "--reference", " "], "no reference is given"),
        (["ap-scrutiny", "--reference", "M", "--under", "given-x"], "has delegated no decision"),
        (["ap-scrutny", "--reference", "M"], "did you mean ap-scrutiny?"),
        (["../ap-scrutiny", "--reference", "M"], "requires no approval ../ap-scrutiny"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_nothing_is_written(project, capsys, arguments, said):
    assert run(["approve", NAME, *arguments, "--date", DAY, "--yes"]) != 0
    assert said in capsys.readouterr().err
    assert not (FOLDER / "records").exists()


@pytest.mark.parametrize("on", ["2018-01-07"])
def test_nobody_approves_before_the_first_version(project, capsys, on):
    assert approved("ap-scrutiny", on=on) == 2
    assert "before the first version" in capsys.readouterr().err


def test_an_agreement_with_an_error_is_not_approved(project, capsys):
    edited("(#adults-reviewed)", "(#adults-revewed)")
    assert approved("ap-scrutiny") == 1
    assert "nothing can be approved while the agreement has errors" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("agreement: newtown-2018", "agreement: oldtown-2018"),
        ("requires: ap-scrutiny", "requires: ap-cabinet"),
        (f'"on": {DAY}', '"on": 2030-01-01'),
    ],
)
def test_an_approval_of_something_else_counts_for_nothing(project, capsys, old, new):
    assert approved("ap-scrutiny") == 0
    path = FOLDER / "records/approvals/ap-scrutiny-2018-03-06.yaml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    assert standing(capsys)["ap-scrutiny"] == "not approved yet"


def test_two_bodies_that_approved_different_texts_are_told_apart(project, capsys):
    assert approved("ap-board") == 0
    edited("It shall keep a record.", "It shall keep a full record.")
    assert approved("ap-scrutiny") == 0
    assert standing(capsys) == {
        "ap-scrutiny": "covered",
        "ap-cabinet": "not approved yet",
        "ap-board": "no longer covered",
    }


def test_what_is_left_to_settle_stops_the_print_that_is_signed(project, capsys):
    main = FOLDER / "agreement.yaml"
    question = (
        'to_settle:\n  - {id: settle-notice, places: [term.notice_months], question: "How long?", owner: Solicitor}\n'
    )
    main.write_text(main.read_text() + question)
    all_approved()
    assert run(["render", NAME, "--final", "--quick", "-o", "b.docx", "--date", DAY]) == 1
    assert "1 question is still to be settled" in capsys.readouterr().err
    assert not Path("b.docx").exists()


def test_without_a_list_of_who_approves_nothing_is_final(project, capsys):
    main = FOLDER / "agreement.yaml"
    main.write_text(main.read_text().replace(REQUIRED, ""))
    assert run(["render", NAME, "--final", "--quick", "-o", "b.docx", "--date", DAY]) == 1
    assert "does not say who has to approve it" in capsys.readouterr().err


def test_what_has_changed_since_the_last_decision_is_shown_before_it_is_asked(project, capsys, monkeypatch):
    all_approved()
    edited("It shall keep a record.", "It shall keep a full record.")
    asked = []
    monkeypatch.setattr(Terminal, "is_attended", property(lambda _: True))
    monkeypatch.setattr("builtins.input", lambda question: asked.append(question) or "n")
    capsys.readouterr()
    assert run(["approve", NAME, "ap-board", "--reference", "Minute 43", "--date", "2018-03-09"]) == 2
    said, error = capsys.readouterr()
    assert "Since the body last decided:\n  clause 2 has changed" in said
    assert "nothing was recorded" in error
    assert len(asked) == 1
    assert not (FOLDER / "records/approvals/ap-board-2018-03-09.yaml").exists()


def test_where_nobody_can_be_asked_nothing_is_recorded_unasked(project, capsys):
    assert run(["approve", NAME, "ap-board", "--reference", "M", "--date", DAY]) == 2
    assert "add --yes" in capsys.readouterr().err
    assert not (FOLDER / "records").exists()


def test_a_renewal_takes_no_approval_along(project, capsys):
    all_approved()
    assert run(["new", "newtown/2021", "--from", NAME]) == 0
    assert not (project / "agreements/newtown/2021/records").exists()
    assert re.search(r"(?m)^approvals:", (project / "agreements/newtown/2021/agreement.yaml").read_text())


def test_a_script_asks_the_same(project):
    opened = open_project(project)
    assert not opened.approvals(NAME, date(2018, 3, 6)).covered
