"""Who changed which clause, and when: through moves, other files, other headings and other folders."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from section75.cli import run
from tests.support.agreements import BASE
from tests.support.repositories import INSIDE, NAME, git

MAIN = f"{INSIDE}/agreement.yaml"
GOVERNANCE = f"{INSIDE}/schedules/governance.yaml"
CLAUSE = "board-duty"


@pytest.fixture
def clone(tmp_path, monkeypatch):
    """The small agreement in the canonical form, in one commit."""
    shutil.copytree(BASE, tmp_path / INSIDE)
    monkeypatch.chdir(tmp_path)
    assert run(["format"]) == 0
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path, "draft")
    return tmp_path


def commit(folder: Path, words: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", words)


def change(path: str, old: str, new: str) -> None:
    text = Path(path).read_text("utf-8")
    assert text.count(old) == 1, old
    Path(path).write_text(text.replace(old, new), "utf-8")


def told(capsys, *arguments: str) -> list[tuple[str, list[tuple[str, str]]]]:
    capsys.readouterr()
    assert run(["log", *arguments, "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    return [(each["subject"], [(event["unit"], event["did"]) for event in each["events"]]) for each in found]


def blamed(capsys, name: str = NAME) -> dict[str, str | None]:
    capsys.readouterr()
    assert run(["blame", name, "--format", "json"]) == 0
    return {each["unit"]: each["commit"] for each in json.loads(capsys.readouterr().out)}


def clause_of(path: str, identity: str) -> str:
    import re

    return re.search(rf"^( *)- id: {identity}\n(?:\1  .*\n|\n)*", Path(path).read_text("utf-8"), re.MULTILINE)[0]


def test_a_clause_is_followed_through_words_place_and_file(clone, capsys):
    first = clause_of(MAIN, CLAUSE)
    change(MAIN, first, first.replace("shall", "must"))
    commit(clone, "reworded")
    text = clause_of(MAIN, CLAUSE)
    change(MAIN, text, "")
    indent = len(text) - len(text.lstrip())
    host = clause_of(GOVERNANCE, "governance-meets") if "governance-meets" in Path(GOVERNANCE).read_text() else ""
    clauses = Path(GOVERNANCE).read_text("utf-8")
    at = clauses.index("clauses:\n") + len("clauses:\n")
    column = len(clauses[at:]) - len(clauses[at:].lstrip(" "))
    moved = "".join(
        f"{' ' * column}{line[indent:]}" if line.strip() else line for line in text.splitlines(keepends=True)
    )
    Path(GOVERNANCE).write_text(clauses[:at] + moved + clauses[at:], "utf-8")
    commit(clone, "moved to the schedule")
    assert (
        told(capsys, NAME, CLAUSE)
        == [
            ("moved to the schedule", [(CLAUSE, "moved")]),
            ("reworded", [(CLAUSE, "changed")]),
            ("draft", [(CLAUSE, "added")]),
        ]
        or host == "never"
    )
    who = blamed(capsys)
    assert who[CLAUSE] not in (None, who["council"])


def test_a_file_with_another_name_changes_nothing(clone, capsys):
    git(clone, "mv", GOVERNANCE, f"{INSIDE}/schedules/board.yaml")
    change(MAIN, "schedules/governance.yaml", "schedules/board.yaml")
    commit(clone, "renamed")
    assert [subject for subject, _ in told(capsys, NAME, "governance")] == ["draft"]


def test_a_folder_with_another_name_keeps_its_history(clone, capsys):
    git(clone, "mv", "agreements/newtown", "agreements/oldtown")
    commit(clone, "another name")
    assert [subject for subject, _ in told(capsys, "oldtown/2018", CLAUSE)] == ["draft"]
    assert blamed(capsys, "oldtown/2018")[CLAUSE] is not None


def test_a_new_layout_is_not_told(clone, capsys):
    text = Path(MAIN).read_text("utf-8")
    Path(MAIN).write_text(text.replace("\n  - id:", "\n\n  - id:"), "utf-8")
    commit(clone, "laid out anew")
    assert [subject for subject, _ in told(capsys, NAME)] == ["draft"]
    assert len(set(blamed(capsys).values())) == 1


def test_what_is_not_committed_is_named(clone, capsys):
    first = clause_of(MAIN, CLAUSE)
    change(MAIN, first, first.replace("shall", "must"))
    found = blamed(capsys)
    assert [unit for unit, commit in found.items() if commit is None] == [CLAUSE]


def test_what_a_merge_brought_is_told_once(clone, capsys):
    git(clone, "checkout", "-q", "-b", "side")
    first = clause_of(MAIN, CLAUSE)
    change(MAIN, first, first.replace("shall", "must"))
    commit(clone, "on the side")
    git(clone, "checkout", "-q", "main")
    change(GOVERNANCE, "quarterly", "monthly")
    commit(clone, "on main")
    git(clone, "merge", "-q", "--no-edit", "side")
    assert [subject for subject, _ in told(capsys, NAME, CLAUSE)] == ["on the side", "draft"]


def test_a_clause_that_is_gone_is_told_too(clone, capsys):
    change(MAIN, clause_of(MAIN, CLAUSE), "")
    commit(clone, "taken out")
    assert told(capsys, NAME, CLAUSE)[0] == ("taken out", [(CLAUSE, "removed")])


def test_a_hostile_subject_and_name_do_nothing(clone, capsys):
    change(GOVERNANCE, "quarterly", "monthly")
    git(clone, "-c", "user.name=\x1b[31mRed", "commit", "-qam", "\x1b]0;x\x07 title")
    capsys.readouterr()
    assert run(["log", NAME]) == 0
    assert "\x1b" not in capsys.readouterr().out


def test_there_is_nothing_to_tell_without_a_repository(tmp_path, monkeypatch, capsys):
    shutil.copytree(BASE, tmp_path / INSIDE)
    monkeypatch.chdir(tmp_path)
    for verb in ("log", "blame"):
        assert run([verb, NAME]) == 1
        assert "is in no git repository" in capsys.readouterr().err
    git(tmp_path, "init", "-q")
    assert run(["log", NAME]) == 0


@pytest.mark.parametrize("verb", ["log", "blame"])
def test_what_comes_with_the_tool_has_no_history(tmp_path, monkeypatch, capsys, verb):
    monkeypatch.chdir(tmp_path)
    assert run([verb, "coventry-cwpt/2018"]) == 1
    assert "coventry-cwpt/2018 comes with the tool and has no history here" in capsys.readouterr().err


def test_what_comes_with_the_tool_is_validated_inside_a_repository(tmp_path, monkeypatch, capsys):
    git(tmp_path, "init", "-q", "-b", "main")
    monkeypatch.chdir(tmp_path)
    assert run(["validate", "coventry-cwpt/2018"]) == 0
    assert "no findings" in capsys.readouterr().out
