"""Runs hostile inputs one by one, as it is told on standard input, and tells what came of each.

`python -m tests.support.hostile.worker`: a line in is `KIND SEED NUMBER`, a line out is a JSON object. Whoever started
it watches the time; memory is what the kernel counted while the command ran.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import stat
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from section75.cli import run
from tests.support.agreements import BASE
from tests.support.hostile.case import INSIDE, Case
from tests.support.hostile.command_level import command_case
from tests.support.hostile.file_level import file_case
from tests.support.hostile.git_level import git_case
from tests.support.hostile.yaml_level import yaml_case
from tests.support.repositories import git

KINDS: dict[str, Callable[[Random], Case]] = {
    "yaml": yaml_case,
    "file": file_case,
    "git": git_case,
    "command": command_case,
}


def made(kind: str, seed: int, number: int) -> Case:
    """The input of a kind with a number; the same seed and number give the same input."""
    return KINDS[kind](Random(f"{kind}-{seed}-{number}"))


def tried(case: Case) -> dict[str, object]:
    """What came of it."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        top = Path(folder)
        project = top / "project"
        (top / "logs").mkdir()
        tempfile.tempdir = str(top / "logs")
        shutil.copytree(BASE, project / INSIDE)
        program = top / "program"
        program.write_text(f"#!/bin/sh\ntouch {top}/marker\ncat\n")
        program.chmod(0o755)
        if case.in_git:
            for step in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-qm", "one"]):
                git(project, *step)
        for spoil in case.spoil:
            spoil(project)
        before = _standing(project)
        os.chdir(project)
        _forget_peak()
        out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
        err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="backslashreplace")
        started = time.process_time()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                code: object = run(case.arguments)
            except SystemExit as ended:
                code = ended.code
            except BaseException as error:
                code = f"{type(error).__name__}: {error}"
        seconds = time.process_time() - started
        peak = _peak()
        os.chdir("/")
        tempfile.tempdir = None
        after = _standing(project)
        changed = [path for path in sorted({*before, *after}) if before.get(path) != after.get(path)]
        logs = [path.read_text(errors="replace")[-1_500:] for path in (top / "logs").glob("s75-*.log")]
        for stream in (out, err):
            stream.flush()
        return {
            "code": code,
            "out": out.buffer.getvalue().decode("utf-8", "replace")[:3_000],
            "err": err.buffer.getvalue().decode("utf-8", "replace"),
            "changed": changed if _must_not_write(case, code) else _others(changed, case.writes),
            "marker": (top / "marker").exists(),
            "log": "".join(logs),
            "seconds": round(seconds, 2),
            "megabytes": round(peak / 1024),
        }


def _must_not_write(case: Case, code: object) -> bool:
    """Wrong usage writes nothing, and an agreement that could not be begun leaves nothing behind."""
    return code != 0 and (code == 2 or case.arguments[:1] == ["new"])


def _others(changed: list[str], allowed: tuple[str, ...]) -> list[str]:
    return [path for path in changed if not path.startswith((*allowed, ".section75"))]


def _standing(project: Path) -> dict[str, object]:
    """Whatever stands in the project but in .git, and enough of each to see that it changed."""
    found: dict[str, object] = {}
    for path, folders, files in os.walk(project):  # a path may be too long for pathlib
        if ".git" in folders:
            folders.remove(".git")
        for name in files + folders:
            inside = f"{path}/{name}"
            seen = os.lstat(inside) if len(inside) < 4_000 else None
            shown = os.path.relpath(inside, project).encode("utf-8", "replace").decode()
            is_folder = seen is not None and name in folders and not stat.S_ISLNK(seen.st_mode)
            found[shown] = (
                None if seen is None else (seen.st_mode, 0 if is_folder else (seen.st_size, seen.st_mtime_ns))
            )
    return found


def _forget_peak() -> None:
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")


def _peak() -> int:
    """Kilobytes; 0 where the system does not say."""
    with contextlib.suppress(OSError):
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1])
    return 0


def main() -> None:
    """Answer until the input ends."""
    for line in sys.stdin:
        kind, seed, number = line.split()
        result = tried(made(kind, int(seed), int(number)))
        sys.stdout.write(json.dumps(result) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
