"""Standard output and error that are closed, full or gone: one clear line and exit code 1, never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    os.name != "posix" or not Path("/dev/full").exists(), reason="there is no /dev/full to write to"
)
SAID = {"full": "No space left", "closed": "closed"}


def ran(arguments: str, redirected: str, folder: Path) -> tuple[int, str]:
    """The exit code, and what was written to standard error."""
    line = f'exec "{sys.executable}" -m section75 {arguments} {redirected}'
    done = subprocess.run(["/bin/sh", "-c", line], cwd=folder, capture_output=True, text=True, timeout=120, check=False)
    return done.returncode, done.stderr


@pytest.mark.parametrize("arguments", ["explain", "schema agreement", "explain placeholder"])
@pytest.mark.parametrize("where", ["full", "closed"])
def test_a_result_that_cannot_be_written_is_told_in_one_line(arguments, where, tmp_path):
    code, said = ran(arguments, {"full": ">/dev/full", "closed": ">&-"}[where], tmp_path)
    assert code == 1
    assert said.startswith("s75: ")
    assert SAID[where] in said
    assert len(said.splitlines()) == 2
    assert "bug" not in said


@pytest.mark.parametrize("arguments", ["--help", "--version", "list --help"])
def test_help_that_cannot_be_written_is_told(arguments, tmp_path):
    code, said = ran(arguments, ">/dev/full", tmp_path)
    assert (code, said.count("No space left")) == (1, 1)
    assert "Traceback" not in ran(arguments, ">&-", tmp_path)[1]


@pytest.mark.parametrize(("arguments", "expected"), [("explain", 0), ("explain nothing-such", 1), ("nothing-such", 2)])
def test_a_closed_standard_error_changes_no_exit_code(arguments, expected, tmp_path):
    assert ran(arguments, "2>&- >/dev/null", tmp_path)[0] == expected


def test_a_reader_who_goes_away_is_told_nothing(tmp_path):
    line = f'"{sys.executable}" -m section75 schema agreement | true'
    done = subprocess.run(
        ["/bin/sh", "-c", line], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
