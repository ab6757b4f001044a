"""An extension is a record: what was executed stays as it is, and runs longer. A print that is sent out is recorded."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from section75.cli import run
from section75.load import load_agreement
from section75.tree import DiskTree
from tests.support.approvals import FOLDER, NAME, all_approved, edited, requiring_approvals
from tests.support.repositories import git

GIVEN = ("--reason", "A year more", "--authority", "Cabinet", "--reference", "Minute 61")
BY = (
    "--by",
    "sealed-by-council=Authorised Officer",
    "--by",
    "sealed-by-trust=Chair",
    "--by",
    "sealed-by-trust=Director",
)


@pytest.fixture
def project(project):
    """The small agreement, executed for the three years to 31 March 2021."""
    requiring_approvals()
    git(Path(), "init", "-q")
    all_approved()
    assert run(["execute", NAME, "--dated", "2018-03-28", *BY, "--date", "2018-03-28"]) == 0
    git(Path(), "add", "-A")
    git(Path(), "commit", "-qm", "As executed")
    return project


def extend(to: str, on: str, *more: str) -> int:
    return run(["extend", NAME, "--to", to, *GIVEN, *more, "--date", on])


def listed(day: str, capsys) -> tuple[str, str, int]:
    capsys.readouterr()
    assert run(["list", "--format", "json", "--date", day]) == 0
    (each,) = json.loads(capsys.readouterr().out)["agreements"]
    return each["state"], each["end"], each["extensions"]


def test_a_term_that_was_extended_runs_on_and_what_was_executed_stays(project, capsys):
    assert extend("2022-03-31", "2020-11-20") == 0
    (record,) = load_agreement(DiskTree(FOLDER)).extended
    assert (record.from_, record.to, record.authority, record.reference) == (
        "2021-04-01",
        "2022-03-31",
        "Cabinet",
        "Minute 61",
    )
    assert run(["validate", NAME]) == 0
    assert listed("2020-11-19", capsys) == ("in force", "2021-03-31", 0)
    assert listed("2021-04-01", capsys) == ("extended", "2022-03-31", 1)
    assert listed("2022-04-01", capsys) == ("expired", "2022-03-31", 1)
    assert run(["show", NAME, "--at", "2021-06-01"]) == 0
    assert run(["show", NAME, "--at", "2022-06-01"]) == 1


def test_a_second_extension_begins_where_the_first_ends(project, capsys):
    assert extend("2022-03-31", "2020-11-20") == 0
    assert extend("2023-03-31", "2021-11-20") == 0
    assert [each.from_ for each in load_agreement(DiskTree(FOLDER)).extended] == ["2021-04-01", "2022-04-01"]


def test_an_agreement_without_an_option_says_that_a_deed_extends_it(project, capsys):
    assert extend("2022-03-31", "2020-11-20") == 0
    assert "the agreement names no option to extend" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("to", "on", "more", "said"),
    [
        ("2021-03-31", "2020-11-20", (), "it runs until 31 March 2021 already"),
        ("2022-03-31", "2021-04-01", (), "the term ended on 31 March 2021"),
        ("next year", "2020-11-20", (), "next year is not a date"),
        ("2022-03-31", "2020-11-20", ("--reason", " "), "no reason is given"),
        ("2022-03-31", "2020-11-20", ("--authority", "\x1b[2J"), "cannot be written"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(project, capsys, to, on, more, said):
    capsys.readouterr()
    assert extend(to, on, *more) != 0
    told = capsys.readouterr().err
    assert said in told
    assert "\x1b" not in told
    assert not (FOLDER / "records/extensions").exists()


def test_an_extension_of_another_agreement_counts_for_nothing(project, capsys):
    assert extend("2022-03-31", "2020-11-20") == 0
    record = FOLDER / "records/extensions/extended-2020-11-20.yaml"
    record.write_text(record.read_text().replace("agreement: newtown-2018", "agreement: oldtown-2018"))
    assert listed("2021-04-01", capsys)[0] == "expired"


def test_what_was_sent_out_can_be_named(project, capsys):
    assert (
        run(
            [
                "render",
                NAME,
                "-o",
                "board.html",
                "--circulate",
                "--to",
                "Members of the Cabinet",
                "--date",
                "2018-03-05",
            ]
        )
        == 0
    )
    assert "recorded: records/circulations/circulated-2018-03-05.yaml" in capsys.readouterr().out
    git(Path(), "add", "-A")
    git(Path(), "commit", "-qm", "Sent")
    edited("It shall keep a record.", "It shall keep records.")
    assert run(["diff", f"{NAME}@circulated:2018-03-05", NAME]) == 1
    assert "records" in capsys.readouterr().out
    assert run(["diff", f"{NAME}@circulated:2018-03-06", NAME]) == 1
    assert "days on which one was: 2018-03-05" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--to", "Members"), "add --circulate"),
        (("--circulate", "--to", " "), "not said to whom"),
    ],
)
def test_a_print_is_recorded_only_as_sent(project, capsys, more, said):
    assert run(["render", NAME, "-o", "board.html", *more, "--date", "2018-03-05"]) == 2
    assert said in capsys.readouterr().err
    assert not (FOLDER / "records/circulations").exists()
    assert not Path("board.html").exists()


def test_two_prints_of_one_day_are_not_recorded_as_one(project, capsys):
    sent = ["render", NAME, "--circulate", "--to", "Members of the Cabinet", "--date", "2018-03-05"]
    assert run([*sent, "-o", "one.html"]) == 0
    assert run([*sent, "-o", "two.html"]) == 1
    assert "is there already" in capsys.readouterr().err
    assert not Path("two.html").exists()


def test_an_agreement_is_engrossed_once_the_text_is_sent_to_be_signed(project, capsys):
    for record in (FOLDER / "records/executions").iterdir():
        record.unlink()
    assert listed("2018-03-20", capsys)[0] == "approved"
    assert run(["render", NAME, "--final", "-o", "sign.html", "--to", "Both parties", "--date", "2018-03-20"]) == 0
    assert listed("2018-03-19", capsys)[0] == "approved"
    assert listed("2018-03-20", capsys)[0] == "engrossed"
    edited("It shall keep a record.", "It shall keep records.")
    assert listed("2018-03-20", capsys)[0] == "in approval"


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        ("2018-03-20", "every approval covers the text"),
        ("2018-03-29", "executed on 28 March 2018; the term begins on 1 April 2018"),
        ("2018-04-01", "executed on 28 March 2018"),
        ("2021-04-01", "the term was extended until 31 March 2022"),
        ("2022-04-01", "the term ended on 31 March 2022"),
    ],
)
def test_a_state_comes_with_its_reason(project, capsys, day, reason):
    assert extend("2022-03-31", "2020-11-20") == 0
    capsys.readouterr()
    assert run(["list", "--format", "json", "--date", day]) == 0
    assert json.loads(capsys.readouterr().out)["agreements"][0]["reason"] == reason
