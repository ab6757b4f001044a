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

PAGES = sorted((Path(__file__).parent / "commands").glob("*.md"))
STEP = re.compile(r"```console\n\$ s75 (?P<command>[^\n]*)\n(?P<said>.*?)```\n\nExit code (?P<code>\d+)\.", re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_a_page_of_commands_is_true(page, project, capsys):
    steps = list(STEP.finditer(page.read_text("utf-8")))
    assert steps
    for step in steps:
        try:
            code = run(step["command"].split())
        except SystemExit as ending:
            code = ending.code
        said = capsys.readouterr()
        assert (said.out + said.err, code) == (step["said"], int(step["code"]))


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
