"""How far schedules drift from their models, and taking over what is newer: exactly that, every other byte kept."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from section75.cli import run
from section75.drafting import proposal
from section75.load import load_agreement
from section75.project import library
from section75.tree import DiskTree
from tests.support.printing import ROOT
from tests.support.repositories import git

NAME = "newtown/2027"
COPY = Path("agreements/newtown/2027/schedules/07-safeguarding.yaml")
MODEL = Path("schedules/safeguarding.yaml")


@pytest.fixture
def project(tmp_path, monkeypatch, capsys):
    """A project with a library of its own and an agreement copied from it, all committed."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "schedules", tmp_path / "schedules")
    (tmp_path / "agreements").mkdir()
    git(tmp_path, "init", "-q")
    assert run(["new", NAME]) == 0
    found = next(Path("agreements/newtown/2027/schedules").glob("*-safeguarding.yaml"))
    found.rename(COPY) if found != COPY else None
    commit(tmp_path)
    capsys.readouterr()
    return tmp_path


def commit(folder: Path = Path()) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "state")


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1, (path, old)
    path.write_text(text.replace(old, new), "utf-8")


def clause(text: str, identity: str) -> str:
    """The lines of a clause."""
    return re.search(rf"^( *)- id: {identity}\n(?:\1  .*\n)*", text, re.MULTILINE)[0]


def said(capsys, *arguments: str, code: int) -> str:
    assert run(["drift", NAME, *arguments]) == code
    shown = capsys.readouterr()
    assert "Traceback" not in shown.err
    return shown.out + shown.err


def without_digest(text: str) -> str:
    return re.sub(r'digest: "?[0-9a-f]{64}"?', "digest", text)


WORDS = ("Safeguarding training at the level of their role is mandatory", "Safeguarding training is mandatory")


def test_a_fresh_copy_has_not_drifted(project, capsys):
    assert "0 changes" in said(capsys, code=0)


def test_our_own_wording_is_shown_beside_the_model(project, capsys):
    edit(COPY, *WORDS)
    shown = said(capsys, "--schedule", "safeguarding", code=1)
    assert "text of sf-training" in shown
    assert "[-at the level of their role-]" in shown
    assert "1 change" in shown


@pytest.mark.parametrize(
    ("old", "new"),
    [
        WORDS,
        ("heading: Data\n", "heading: Data returned\n"),
        ("lead_officer: Principal Social Worker", "lead_officer: Director of Adult Services"),
        ("      - id: sf-training\n", "      - id: sf-new\n        heading: New\n        text: A new duty.\n      - id: sf-training\n"),
        ("    record: Decision and reasons.\n", ""),
        ("recording_system: The Council's case management system", "recording_system: |\n  The Council has a system.\n  It is as it is."),
    ],
    ids=["words", "heading", "lead officer", "new clause", "field gone", "block"],
)  # fmt: skip
def test_an_update_makes_exactly_the_change_of_the_library(project, capsys, old, new):
    before = COPY.read_text("utf-8")
    assert before.count(old) == 1
    edit(MODEL, old, new)
    commit()
    shown = said(capsys, code=1)
    assert "What is newer in the library" in shown
    assert shown.count("  #") == 1
    assert "1 taken over, 0 left" in said(capsys, "--update", "safeguarding", code=0)
    after = COPY.read_text("utf-8")
    old_digest, new_digest = (text.split("digest: ")[1].split("}")[0] for text in (before, after))
    assert old_digest.strip('"') != new_digest.strip('"')
    assert after == before.replace(old, new).replace(old_digest, new_digest)
    assert "0 changes" in said(capsys, code=0)


def test_a_clause_that_left_the_library_leaves_our_copy(project, capsys):
    before = COPY.read_text("utf-8")
    line = clause(before, "sf-data")
    edit(MODEL, line, "")
    commit()
    assert "sf-data, which is gone" in said(capsys, "--update", "safeguarding", code=0)
    assert line not in COPY.read_text("utf-8")
    assert without_digest(COPY.read_text("utf-8")) == without_digest(before.replace(line, ""))


def test_what_both_changed_stays_ours_and_is_named(project, capsys):
    edit(MODEL, *WORDS)
    edit(COPY, WORDS[0], "Safeguarding training is for all")
    commit()
    shown = said(capsys, "--update", "safeguarding", code=1)
    assert "left as it is: text of sf-training" in shown
    assert "Safeguarding training is for all" in COPY.read_text("utf-8")


def test_a_clause_deleted_here_and_edited_there_is_named(project, capsys):
    line = clause(COPY.read_text("utf-8"), "sf-training")
    edit(COPY, line, "")
    edit(MODEL, *WORDS)
    commit()
    assert "sf-training: the model edited it, and it is gone" in said(capsys, "--update", "safeguarding", code=1)
    assert "sf-training" not in COPY.read_text("utf-8")


def test_a_library_that_was_updated_twice_is_caught_up_in_one(project, capsys):
    edit(MODEL, *WORDS)
    commit()
    edit(MODEL, "heading: Data\n", "heading: Data returned\n")
    commit()
    assert "2 taken over" in said(capsys, "--update", "safeguarding", code=0)


def test_an_update_is_refused_where_changes_are_not_committed(project, capsys):
    edit(MODEL, *WORDS)
    commit()
    edit(COPY, "heading: Data\n", "heading: Our data\n")
    before = COPY.read_bytes()
    assert "not committed" in said(capsys, "--update", "safeguarding", code=1)
    assert COPY.read_bytes() == before
    assert "1 taken over" in said(capsys, "--update", "safeguarding", "--force", code=0)
    assert "Our data" in COPY.read_text("utf-8")


def test_a_schedule_that_was_not_copied_is_told(project, capsys):
    assert "no schedule nothing was copied" in said(capsys, "--update", "nothing", code=1)


def test_without_a_history_the_drift_is_against_the_model_of_today(project, capsys):
    shutil.rmtree(".git")
    edit(MODEL, *WORDS)
    shown = said(capsys, code=1)
    assert "in no history here" in shown
    assert "in no history here" in said(capsys, "--update", "safeguarding", code=1)


def test_what_was_updated_still_validates(project):
    edit(MODEL, *WORDS)
    commit()
    assert run(["drift", NAME, "--update", "safeguarding"]) == 0
    assert load_agreement(DiskTree(Path("agreements/newtown/2027"))).agreement is not None


@pytest.mark.parametrize(
    "broken",
    [
        b"format: 1\nid: safeguarding\nkind: safeguarding\ntitle: [1\n",
        b"\xff\xfe",
        b"",
        b"format: 1\nkind: safeguarding\n",
    ],
    ids=["slip", "not utf-8", "empty", "keys are missing"],
)
@pytest.mark.parametrize("options", [(), ("--update", "safeguarding"), ("--schedule", "safeguarding")])
def test_a_model_that_cannot_be_read_is_told(project, capsys, broken, options):
    before = COPY.read_bytes()
    MODEL.write_bytes(broken)
    commit()
    shown = said(capsys, *options, code=1)
    assert "the model safeguarding in the library cannot be read" in shown
    assert re.search(r"schedules/safeguarding\.yaml:\d+:\d+: error", shown)
    assert "0 changes" not in shown
    assert COPY.read_bytes() == before


@pytest.mark.parametrize("options", [(), ("--update", "safeguarding"), ("--schedule", "safeguarding")])
@pytest.mark.parametrize(
    ("old", "new"),
    [("title: Safeguarding", "title: [Safeguarding"), ("title: Safeguarding", "titel: Safeguarding")],
    ids=["slip", "wrong key"],
)
def test_our_schedule_that_cannot_be_read_is_told(project, capsys, old, new, options):
    edit(COPY, old, new)
    commit()
    shown = said(capsys, *options, code=1)
    assert "cannot be compared" in shown
    assert f"{COPY.as_posix()}:" in shown
    assert "0 changes" not in shown
    assert "was copied from the library" not in shown


def test_an_error_in_another_schedule_does_not_keep_one_from_being_updated(project, capsys):
    other = next(path for path in sorted(COPY.parent.iterdir()) if path.name != COPY.name)
    other.write_text(other.read_text("utf-8").replace("title: ", "titel: ", 1), "utf-8")
    edit(MODEL, *WORDS)
    commit()
    assert "1 taken over" in said(capsys, "--update", "safeguarding", code=0)


def test_a_file_that_changed_meanwhile_is_not_written(project, capsys, monkeypatch):
    edit(MODEL, *WORDS)
    commit()

    def slow(*given):
        COPY.write_text(COPY.read_text("utf-8") + "# saved in an editor\n", "utf-8")
        return proposal(*given)

    monkeypatch.setattr(library, "proposal", slow)
    assert "has changed since it was read" in said(capsys, "--update", "safeguarding", code=1)
    assert COPY.read_text("utf-8").endswith("# saved in an editor\n")
    assert WORDS[1] not in COPY.read_text("utf-8")
