"""What a pull request shows: the script of the action and of the template, run on a real repository."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from section75.cli import run
from tests.support.agreements import BASE, ROOT
from tests.support.approvals import all_approved, requiring_approvals
from tests.support.repositories import INSIDE, NAME, git

SCRIPT = ROOT / "ci" / "review.py"
MAIN = f"{INSIDE}/agreement.yaml"


@pytest.fixture
def clone(tmp_path, monkeypatch, capsys):
    """A repository in which every body has approved the small agreement, with a branch checked out."""
    shutil.copytree(BASE, tmp_path / INSIDE)
    monkeypatch.chdir(tmp_path)
    requiring_approvals()
    all_approved()
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path, "approved")
    git(tmp_path, "checkout", "-q", "-b", "branch")
    capsys.readouterr()
    return tmp_path


def commit(folder: Path, words: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", words)


def change(path: str, old: str, new: str) -> None:
    text = Path(path).read_text("utf-8")
    assert text.count(old) == 1, old
    Path(path).write_text(text.replace(old, new), "utf-8")


def review(folder: Path, *more: str) -> tuple[int, str, str]:
    """The exit code, what is written to standard output, and the summary."""
    out = folder.parent / f"{folder.name}-review"
    words = [sys.executable, str(SCRIPT), "--base", "main", "--out", str(out), *more]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stdout, (out / "summary.md").read_text("utf-8")


def test_an_edit_that_takes_an_approval_away_is_refused_until_somebody_says_so(clone):
    change(MAIN, "keep a record", "keep a full record")
    commit(clone, "Ask for a full record")
    code, _, summary = review(clone)
    lost = re.findall(r"`(ap-[a-z]+)` no longer covers the text, and nobody says so", summary)
    assert code == 1 and len(lost) >= 2
    git(clone, "commit", "-q", "--allow-empty", "-m", f"Say so\n\nUn-covers: {', '.join(lost)}")
    code, _, summary = review(clone)
    assert code == 0 and "as the branch says" in summary


def test_the_summary_a_redline_and_a_print_are_left(clone):
    change(MAIN, "keep a record", "keep a full record")
    commit(clone, "Ask for a full record\n\nUn-covers: ap-scrutiny, ap-cabinet, ap-board")
    said = clone.parent / "job.md"
    code, _, summary = review(clone, "--summary", str(said))
    assert code == 0, summary
    assert said.read_text("utf-8").startswith("# Agreements") and "full" in summary
    assert re.search(r"What reviews and the law ask: \d+ items: ", summary)
    out = clone.parent / f"{clone.name}-review"
    assert sorted(path.name for path in out.iterdir()) == [
        "comment.md",
        "newtown-2018-redline.docx",
        "newtown-2018.docx",
        "newtown-2018.html",
        "summary.md",
    ]
    with zipfile.ZipFile(out / "newtown-2018-redline.docx") as file:
        assert b"<w:ins " in file.read("word/document.xml")


def test_errors_are_annotated_on_their_lines(clone):
    change(MAIN, "(#board-meetings)", "(#board-meeting)")
    commit(clone, "Point elsewhere")
    code, written, summary = review(clone)
    assert code == 1 and "has errors" in summary
    assert re.search(rf"^::error file={re.escape(MAIN)},line=\d+", written, re.MULTILINE)


def test_words_of_an_author_call_nobody_and_close_nothing(clone):
    change(MAIN, "keep a record", "ask @someone to keep </details> a #1 record")
    commit(clone, "Un-covers: ap-scrutiny,ap-cabinet,ap-board")
    _, _, summary = review(clone)
    assert "@someone" not in summary and "</details> a" not in summary


def test_a_new_agreement_and_a_branch_without_changes(clone):
    assert "No agreement is changed." in review(clone)[2]
    shutil.copytree(clone / INSIDE, clone / "agreements/oldtown/2020")
    commit(clone, "another")
    code, _, summary = review(clone)
    assert "It is new." in summary and code in (0, 1)


@pytest.mark.parametrize("base", ["-x", "nothing"])
def test_a_base_that_cannot_be_is_told(clone, base):
    done = subprocess.run(
        [sys.executable, str(SCRIPT), f"--base={base}"], cwd=clone, capture_output=True, text=True, check=False
    )
    assert done.returncode and "Traceback" not in done.stderr and done.stderr.strip()


def read(path: str):
    return YAML(typ="safe").load((ROOT / path).read_text("utf-8"))


def test_the_hooks_run_as_they_are_written(clone, capsys):
    for hook in read(".pre-commit-hooks.yaml"):
        program, *words = shlex.split(hook["entry"])
        assert program == "s75"
        assert re.search(hook["files"], MAIN)
        given = [MAIN] if hook.get("pass_filenames", True) else []
        assert run([*words, *given]) in (0, 1)
        assert "usage" not in capsys.readouterr().err
    assert run(["format", "--check", NAME]) == 0


def test_the_action_and_the_template_run_the_script_with_words_of_others_as_data():
    action, template = read("action.yml"), read("ci/gitlab.yml")
    steps = [step.get("run", "") for step in action["runs"]["steps"]]
    assert any("ci/review.py" in step for step in steps)
    assert not any("${{" in step for step in steps), "what a stranger typed is handed over as an environment variable"
    assert any("review.py" in line for line in template["agreements"]["script"])
