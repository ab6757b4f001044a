"""A deed of variation from what changed since the execution, recorded once it is signed, and shown in the copy."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from section75.cli import run
from section75.load import load_agreement
from section75.project.recalling import Signed
from section75.project.versions import as_signed, version
from section75.tree import DiskTree
from tests.support.approvals import FOLDER, NAME, approved, edited, requiring_approvals
from tests.support.repositories import git

BY = ("sealed-by-council=Authorised Officer", "sealed-by-trust=Chair", "sealed-by-trust=Director")
AUDIT = """  - {id: audit, heading: Audit, text: The accounts are audited each year.}
  - id: oversight
"""


@pytest.fixture
def project(project):
    """The small agreement, executed on 28 March 2018 and committed."""
    requiring_approvals()
    git(Path(), "init", "-q")
    signed("2018-03-28")
    return project


def signed(dated: str, *more: str) -> None:
    """All approve the text as it stands, it is executed and committed."""
    for which in ("ap-scrutiny", "ap-cabinet", "ap-board"):
        assert approved(which, on=dated) == 0
    assert executed(dated, *more) == 0
    git(Path(), "add", "-A")
    git(Path(), "commit", "-qm", f"Executed on {dated}")


def executed(dated: str, *more: str) -> int:
    by = [word for each in BY for word in ("--by", each)]
    return run(["execute", NAME, "--dated", dated, *by, *more, "--date", dated])


def vary(*more: str, on: str = "2019-03-01") -> int:
    return run(["vary", NAME, *more, "--date", on])


def test_the_text_that_was_executed_is_found_by_its_digest_behind_later_commits(project, capsys):
    edited("It shall keep a record.", "It shall keep a full record.")
    git(Path(), "commit", "-qam", "A first draft of the variation")
    edited("It shall keep a full record.", "It shall keep records.")
    capsys.readouterr()
    assert vary() == 0
    assert "In the closing words of clause 2.1, for “a record.” substitute “records.”." in capsys.readouterr().out


def test_what_was_executed_can_be_named_where_no_commit_has_it(project, capsys):
    assert run(["render", NAME, "--conformed", "--quick", "-o", "copy.docx", "--date", "2018-04-01"]) == 0
    git(Path(), "checkout", "-q", "--orphan", "other")
    edited("It shall keep a record.", "It shall keep records.")
    git(Path(), "commit", "-qam", "Without the history")
    capsys.readouterr()
    assert vary() == 1
    assert "that was executed on 28 March 2018 is in no commit" in capsys.readouterr().err
    assert vary("--from", "copy.docx") == 0
    assert "substitute “records.”" in capsys.readouterr().out
    assert vary("--from", NAME) == 1
    assert "is not the text that was executed" in capsys.readouterr().err


def test_a_deed_that_was_signed_is_recorded_with_what_it_changes(project, capsys):
    edited("  - id: oversight\n", AUDIT)
    edited("It shall keep a record.", "It shall keep records.")
    signed("2019-03-20", "--effective", "2019-04-01")
    loaded = load_agreement(DiskTree(FOLDER))
    first, deed = sorted(loaded.executed, key=lambda each: each.dated)
    assert (deed.varies, deed.effective) == (first.id, "2019-04-01")
    assert deed.provisions == ("clause 1A", "the closing words of clause 2.1")
    assert loaded.numbers["audit"].full == "1A"
    capsys.readouterr()
    assert run(["validate", NAME]) == 0, capsys.readouterr()
    capsys.readouterr()
    for day, state in (("2019-03-31", "in force"), ("2019-04-01", "varied")):
        assert run(["list", "--format", "json", "--date", day]) == 0
        assert json.loads(capsys.readouterr().out)["agreements"][0]["state"] == state


def test_the_copy_says_which_deeds_it_contains_and_is_whole(project, capsys):
    edited("It shall keep a record.", "It shall keep records.")
    signed("2019-03-20", "--effective", "2019-04-01")
    edited("  - id: oversight\n", AUDIT)
    signed("2020-03-20")
    for name in ("copy.html", "copy.docx"):
        assert run(["render", NAME, "--conformed", "--quick", "-o", name, "--date", "2020-04-02"]) == 0
    page = Path("copy.html").read_text("utf-8")
    words = re.sub(r"<[^>]+>", "", page)
    assert "CONSOLIDATED TEXT" in page
    assert "This Agreement is dated 28 March 2018" in words
    assert "as varied by a deed of variation dated 20 March 2019, with effect from 1 April 2019." in words
    assert "as varied by a deed of variation dated 20 March 2020" in words
    assert "records" in words
    assert "1AAudit" in words.replace(" ", "")
    assert run(["verify", "copy.docx"]) == 0, capsys.readouterr()


def test_deeds_count_on_from_one_another(project, capsys):
    edited("  - id: oversight\n", AUDIT)
    signed("2019-03-20")
    edited(AUDIT, "  - {id: fraud, heading: Fraud, text: Fraud is reported.}\n  - id: oversight\n")
    capsys.readouterr()
    assert vary(on="2020-03-01") == 0
    assert capsys.readouterr().out.splitlines() == [
        "Delete clause 1A; its number is not used.",
        "After clause 1A insert:",
        "    1B Fraud",
        "    Fraud is reported.",
    ]
    assert vary("-o", "deed.docx", "--quick", on="2020-03-01") == 0


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("-o", "deed"), "deed has no ending that is known"),
        (("-o", "deed.html"), "deed.html has no ending that is known"),
        (("--effective", "soon"), "soon is not a date"),
        (("--from", "--upload-pack=x:agreements"), "is no revision"),
        (("-o", "deed.docx", "--final"), "no longer covered"),
        (("--from", "../../etc"), "there is no"),
    ],
)
def test_what_cannot_be_is_refused_in_words(project, capsys, more, said):
    edited("It shall keep a record.", "It shall keep records.")
    capsys.readouterr()
    assert vary(*(f"{more[0]}={more[1]}",) if more[0] == "--from" else more) != 0
    assert said in capsys.readouterr().err
    assert not Path("deed.docx").exists()


def test_what_a_deed_does_not_do_is_said(project, capsys):
    edited("It shall keep a record.", "It shall keep records.")
    edited("title: Partnership agreement", "title: The partnership agreement")
    edited("attested_by: [Chair, Director]", "attested_by: [Chair, Secretary]")
    capsys.readouterr()
    assert vary() == 0
    said = capsys.readouterr().err
    assert "no part of the deed: Front sheet: title" in said
    assert "no part of the deed: who executes the agreement" in said


def test_words_that_look_like_commands_are_words(project, capsys):
    edited("It shall keep a record.", "It keeps <script>{{ 7 }}</script> =cmd().", "agreement.yaml")
    capsys.readouterr()
    code = vary("-o", "deed.docx", "--quick")
    said = capsys.readouterr()
    assert code == 0 or "{{ 7 }}" in said.out + said.err
    assert "Traceback" not in said.err


def test_what_was_executed_is_no_deed(project, capsys):
    capsys.readouterr()
    assert executed("2019-03-20") == 1
    assert "the execution of this text is recorded already, of 28 March 2018" in capsys.readouterr().err
    assert len(list((FOLDER / "records/executions").iterdir())) == 1


def test_a_text_is_recalled_with_the_numbers_that_it_had_then(project, capsys):
    edited("  - id: oversight\n", AUDIT)
    signed("2019-03-20")
    edited(AUDIT, "  - id: oversight\n")
    signed("2020-03-20")
    found = version(NAME, Path())
    first, second, third = sorted(found.loaded.executed, key=lambda each: each.dated)
    at = [as_signed(found, Signed.executed(each)).loaded.numbers for each in (first, second, third)]
    assert [len(each.spent) for each in at] == [0, 0, 1]
    assert ["audit" in each for each in at] == [False, True, False]


def test_an_agreement_takes_effect_as_its_term_says(project, capsys):
    for record in (FOLDER / "records/executions").iterdir():
        record.unlink()
    capsys.readouterr()
    assert executed("2018-03-28", "--effective", "2018-05-01") == 2
    assert "it is for a deed of variation" in capsys.readouterr().err


def test_a_deed_that_works_back_is_told(project, capsys):
    edited("It shall keep a record.", "It shall keep records.")
    for which in ("ap-scrutiny", "ap-cabinet", "ap-board"):
        assert approved(which, on="2019-03-20") == 0
    capsys.readouterr()
    assert executed("2019-03-20", "--effective", "2019-01-01") == 0
    assert "after it takes effect on 1 January 2019" in capsys.readouterr().err
    assert run(["validate", NAME]) == 1
    assert "warning[signed-late] it was executed on 20 March 2019, after it took effect" in capsys.readouterr().out


def test_what_was_executed_prints_the_same_bytes_after_a_hundred_commits(project, capsys):
    def copy(name: str) -> bytes:
        assert run(["render", f"{NAME}@executed", "--conformed", "--quick", "-o", name, "--date", "2018-04-01"]) == 0
        return Path(name).read_bytes()

    before = copy("before.docx")
    for nth in range(100):
        said = "It shall keep a record." if nth == 0 else f"It shall keep {nth} records."
        edited(said, f"It shall keep {nth + 1} records.")
        git(Path(), "commit", "-qam", f"Edit {nth}")
    assert run(["render", NAME, "--conformed", "-o", "now.docx", "--date", "2018-04-01"]) == 1
    assert f"`s75 render {NAME}@executed --conformed` prints it" in capsys.readouterr().err
    assert copy("after.docx") == before


def test_a_print_is_not_printed_again(project, capsys):
    assert run(["render", NAME, "--quick", "-o", "a.docx"]) == 0
    assert run(["render", "a.docx", "-o", "b.docx"]) == 2
    assert "a.docx is a print already" in capsys.readouterr().err


def shown(day: str, *more: str) -> int:
    return run(["show", NAME, "--at", day, *more])


def test_the_text_in_force_follows_ten_deeds(project, capsys):
    said = "It shall keep a record."
    for nth in range(1, 11):
        now = f"It shall keep {nth} records."
        edited(said, now)
        if nth == 5:
            edited("  - id: oversight\n", AUDIT)
        signed(f"2019-{nth:02}-10", "--effective", f"2019-{nth:02}-20")
        said = now
    edited(said, "It shall keep everything.")
    capsys.readouterr()
    for day, words, audited in (("2019-01-19", "a record", False), ("2019-04-20", "4 records", False),
                                ("2019-05-20", "5 records", True), ("2020-01-01", "10 records", True)):  # fmt: skip
        assert shown(day, "-o", "now.html") == 0
        page = re.sub(r"<[^>]+>", "", Path("now.html").read_text("utf-8"))
        assert f"It shall keep {words}." in page
        assert ("1AAudit" in page.replace(" ", "")) is audited
    assert capsys.readouterr().out.count("varied by a deed") == 0 + 4 + 5 + 10


def test_a_deed_that_takes_effect_after_a_later_one_is_read_by_hand(project, capsys):
    edited("It shall keep a record.", "It shall keep records.")
    signed("2019-03-20", "--effective", "2019-12-01")
    edited("  - id: oversight\n", AUDIT)
    signed("2019-04-20")
    capsys.readouterr()
    assert shown("2019-06-01") == 1
    assert "the deed of 20 March 2019 takes effect after one that was executed later" in capsys.readouterr().err
    assert shown("2019-12-01") == 0


def test_a_deed_that_works_back_counts_from_then(project, capsys):
    edited("It shall keep a record.", "It shall keep records.")
    signed("2019-03-20", "--effective", "2019-01-01")
    capsys.readouterr()
    for day, deeds in (("2018-12-31", 0), ("2019-01-01", 1)):
        assert shown(day) == 0
        assert capsys.readouterr().out.count("varied by a deed") == deeds


@pytest.mark.parametrize(
    ("day", "said"),
    [("2018-03-27", "was not executed by 27 March 2018"), ("2018-03-29", "it takes effect on 1 April 2018")],
)
def test_before_it_is_in_force_nothing_is(project, capsys, day, said):
    assert shown(day) == 1
    assert said in capsys.readouterr().err


def test_a_text_that_no_commit_has_is_not_made_up(project, capsys):
    git(Path(), "checkout", "-q", "--orphan", "other")
    edited("It shall keep a record.", "It shall keep records.")
    git(Path(), "commit", "-qam", "Without the history")
    assert shown("2018-05-01") == 1
    assert "is in no commit" in capsys.readouterr().err


def test_an_agreement_is_superseded_once_its_renewal_is_in_force(project, capsys):
    """The renewal is executed a year before the first ends, and takes over on its first day."""
    later = Path("agreements/newtown/2020")
    shutil.copytree(FOLDER, later, ignore=shutil.ignore_patterns("records"))
    main = later / "agreement.yaml"
    text = main.read_text().replace(
        "id: newtown-2018\n", 'id: newtown-2020\nrenews: {id: newtown-2018, digest: "' + "0" * 64 + '"}\n', 1
    )
    text = text.replace(
        "start: 2018-04-01, end: 2021-03-31, previous_end: 2018-03-31",
        "start: 2020-04-01, end: 2023-03-31, previous_end: 2020-03-31",
    )
    main.write_text(text.replace("review_due: 2019-03-31", "review_due: 2021-03-31"))
    record = FOLDER / "records/executions/executed-2018-03-28.yaml"
    there = later / "records/executions/executed-2020-03-28.yaml"
    there.parent.mkdir(parents=True)
    there.write_text(
        record.read_text()
        .replace("2018-03-28", "2020-03-28")
        .replace("agreement: newtown-2018", "agreement: newtown-2020")
    )

    def states(day: str) -> dict[str, str]:
        capsys.readouterr()
        assert run(["list", "--format", "json", "--date", day]) == 0
        told = json.loads(capsys.readouterr().out)
        assert told["unread"] == []
        return {each["name"]: each["state"] for each in told["agreements"]}

    assert states("2020-03-31") == {NAME: "in force", "newtown/2020": "executed"}
    assert states("2020-04-01") == {NAME: "superseded", "newtown/2020": "in force"}
    assert states("2021-04-01") == {NAME: "expired", "newtown/2020": "in force"}
