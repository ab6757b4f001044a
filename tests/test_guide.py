"""The officer's guide followed word by word, in a folder made by `s75 start`, without git."""

from __future__ import annotations

import os
import re
import shlex
import shutil
from pathlib import Path

import pytest

from section75.cli import run
from tests.support.agreements import ROOT

GUIDE = (ROOT / "docs" / "officers-guide.md").read_text("utf-8")
STEP = re.compile(
    r"^```console\n(?P<typed>.*?)^```$|`(?P<path>[\w./-]+\.yaml)`:\n\n```yaml\n(?P<file>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
"""What is typed, and what is put into a file that the guide names."""


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """An empty folder on a machine with LibreOffice, where it is installed, and without git."""
    programs, here = tmp_path / "programs", tmp_path / "officer"
    programs.mkdir()
    here.mkdir()
    for folder in os.environ["PATH"].split(os.pathsep):
        for program in Path(folder).glob("*"):
            if not program.name.startswith("git") and not (programs / program.name).exists():
                (programs / program.name).symlink_to(program)
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795694400")
    monkeypatch.chdir(here)
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    return here


def steps() -> list[tuple[str, str]]:
    """What the reader does in order: a command typed, or a file made."""
    found = []
    for step in STEP.finditer(GUIDE):
        if step["typed"]:
            found += [("type", line) for line in step["typed"].splitlines() if line.strip()]
        else:
            found.append((step["path"], step["file"]))
    return found


def test_every_step_of_the_guide_works(machine, monkeypatch, capsys):
    assert shutil.which("git") is None
    done = []
    for what, words in steps():
        if what != "type":
            path = Path(what)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(words, "utf-8")
            continue
        first, *arguments = shlex.split(words, comments=True)
        if first == "cd":
            monkeypatch.chdir(arguments[0])
            continue
        assert first == "s75", words
        if ".pdf" in words and shutil.which("soffice") is None:
            continue
        code = run(arguments)
        told = capsys.readouterr()
        assert code in (0, 1), (words, told.err)
        assert "git" not in told.err, (words, told.err)
        done.append((arguments[0], code, told.err))
    verbs = {verb for verb, _, _ in done}
    assert {"start", "new", "add", "remove", "rename", "validate", "todo", "law", "check", "trace", "render"} <= verbs
    failed = [
        (verb, said)
        for verb, code, said in done
        if code and verb in ("start", "new", "add", "remove", "rename", "render")
    ]
    assert failed == []


def test_what_the_guide_makes_is_there_afterwards(machine, monkeypatch):
    assert run(["start", "partnerships"]) == 0
    monkeypatch.chdir("partnerships")
    for name in (
        "agreements/model-pooled-fund/agreement.yaml",
        "schedules/safeguarding.yaml",
        "templates/agreement.docx",
    ):
        assert Path(name).is_file()
    assert Path("docs/officers-guide.md").read_text("utf-8") == GUIDE
    assert Path(".vscode/settings.json").is_file()
    first = Path("schedules/safeguarding.yaml").read_text("utf-8").splitlines()[0]
    schema = (Path("schedules") / first.split("=", 1)[1]).resolve()
    assert schema.is_file()
    assert run(["validate", "docs/broken-draft"]) == 1


def test_a_folder_that_holds_something_is_left_alone(machine, capsys):
    (machine / "mine.txt").write_text("mine")
    assert run(["start"]) == 1
    assert "is not empty" in capsys.readouterr().err
    assert [path.name for path in machine.iterdir()] == ["mine.txt"]
