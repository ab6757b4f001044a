"""The command as a person types it: pages in tests/cli/commands hold command, output and exit code."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from section75 import __version__
from section75.cli import VERBS, run
from section75.cli.terminal import Terminal
from tests.support.commands import BLOCK, PAGES, played


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.md")), ids=lambda p: p.stem)
def test_a_page_of_commands_is_true(page, tmp_path):
    text = page.read_text("utf-8")
    assert played(text, tmp_path) == text, f"if this is as it should be: make goldens ONLY=s75-{page.stem}"


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_a_page_with_its_use_a_mistake_and_a_hint(verb):
    page = PAGES / f"{verb}.md"
    assert page.is_file(), f"s75 {verb} has no page in tests/cli/commands; CONTRIBUTING says how one is written"
    text = page.read_text("utf-8")
    blocks = [(block["body"], block["code"]) for block in BLOCK.finditer(text) if f"$ s75 {verb}" in block["body"]]
    assert "0" in {code for _, code in blocks}
    assert {"1", "2"} & {code for _, code in blocks}
    assert any("hint: " in body for body, _ in blocks)


@pytest.mark.parametrize(
    ("page", "now"),
    [
        ("$ s75 schema budjet\ns75: there is no kind budjet\n...\n", True),
        ("$ s75 schema budjet\n...\n", True),
        ("$ s75 schema budjet\n", False),
        ("$ s75 schema budjet\ns75: there is a kind budjet\n...\n", False),
        ("$ s75 schema budjet\n...\ns75: there is no kind budjet\n", False),
    ],
)
def test_a_page_that_is_not_true_is_put_right(page, now, tmp_path):
    text = f"```console\n{page}```\n\nExit code 2."
    assert (played(text, tmp_path) == text) is now
    (tmp_path / "other").mkdir()
    assert "Exit code 2." in played(text.replace("code 2", "code 0"), tmp_path / "other")


@pytest.mark.parametrize("verb", VERBS)
def test_help_teaches_with_an_example(verb, capsys):
    with pytest.raises(SystemExit) as ending:
        run([verb, "--help"])
    said = capsys.readouterr().out
    assert ending.value.code == 0
    assert f"s75 {verb}" in said.split("an example:")[1]


def test_the_version_is_told_as_a_process():
    done = subprocess.run([sys.executable, "-m", "section75", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"s75 {__version__}\n"


def test_json_and_github_say_the_same_as_text(project, capsys):
    path = project / "agreements" / "newtown" / "2018" / "agreement.yaml"
    path.write_text(path.read_text().replace("(#board-meetings)", "(#gone%)"))
    assert run(["validate", "newtown/2018", "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert (found["errors"], found["warnings"]) == (1, 0)
    first = found["findings"][0]
    assert run(["validate", "newtown/2018", "--format", "github"]) == 1
    line = capsys.readouterr().out
    assert line.startswith(
        f"::error file={first['path']},line={first['line']},col={first['column']},title=broken-reference::"
    )
    assert "gone%25" in line


def test_an_accepted_finding_stands_with_its_reason(project, capsys):
    path = project / "agreements" / "newtown" / "2018" / "agreement.yaml"
    text = path.read_text().replace("It shall keep a record.", "It shall keep a record from TBC.")
    path.write_text(text)
    assert run(["validate", "newtown/2018"]) == 1
    capsys.readouterr()
    path.write_text(text + "accepted:\n  - {code: placeholder, place: board-duty, reason: Fixed on completion.}\n")
    assert run(["validate", "newtown/2018"]) == 0
    assert capsys.readouterr().out == "no findings (1 accepted with a reason)\n"


def test_colour_only_for_people_who_want_it(monkeypatch):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert Terminal().colour
    monkeypatch.setenv("NO_COLOR", "1")
    assert not Terminal().colour


def test_a_bug_of_ours_leaves_a_log_and_no_traceback(project, capsys, monkeypatch):
    from section75.cli import lists

    monkeypatch.setattr(lists, "portfolio", lambda *_: 1 / 0)
    assert run(["list"]) == 3
    said = capsys.readouterr().err
    assert "Traceback" not in said
    log = Path(re.search(r"log (\S+)", said)[1])
    assert "ZeroDivisionError" in log.read_text()
    log.unlink()


def test_an_interrupt_ends_with_130(project, capsys, monkeypatch):
    from section75.cli import lists

    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(lists, "portfolio", interrupt)
    assert run(["list"]) == 130


def test_a_reader_who_stops_reading_is_no_error(project):
    command = f"{sys.executable} -m section75 schema agreement | head -n 1"
    done = subprocess.run(
        command, shell=True, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONUNBUFFERED": "1"}
    )
    assert done.stdout == "{\n"
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [[], ["help"], ["help", "render"], ["--help"], ["render", "--help"]])
def test_help_is_there_however_it_is_asked_for(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        run(arguments)
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert "an example:" in said
    assert ("render" in arguments) == ("usage: s75 render" in said)


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        (["valdiate", "x"], "did you mean `s75 validate`?"),
        (["Render"], "did you mean `s75 render`?"),
        (["help", "rediine"], "did you mean `s75 redline`?"),
        (["frobnicate"], "`s75 help` lists the commands"),
        (["\x1b[31m" * 500], "`s75 help` lists the commands"),
    ],
)
def test_a_mistyped_command_is_told_with_what_may_be_meant(typed, hint, capsys):
    assert run(typed) == 2
    said = capsys.readouterr().err
    assert hint in said
    assert "\x1b" not in said
