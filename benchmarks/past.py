"""A hundred pages with a thousand commits: the log of a clause, who changed which, and the merge of a file, beside git."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.generate import generate
from benchmarks.timing import Line, measured
from section75.project.history import install

COMMITS = 1000
GIT = shutil.which("git") or "/usr/bin/git"
NAME = "generated/2018"
S75 = [sys.executable, "-m", "section75"]
PERSON = ("-c", "user.name=A", "-c", "user.email=a@example.org")


def past(work: Path, runs: int) -> list[Line]:
    """Rows of the table of times."""
    folder = repository(work / "past")
    main = folder / "agreements" / NAME / "agreement.yaml"
    inside = main.relative_to(folder).as_posix()
    clause = next(
        line.split("id: ")[1] for line in main.read_text("utf-8").splitlines() if line.startswith("  - id: c4")
    )
    lines = measured([GIT, "-C", str(folder), "log", "--oneline", "-S", clause, "--", inside], runs)
    log = measured([*S75, "log", NAME, clause], runs, folder)
    blamed = measured([GIT, "-C", str(folder), "blame", inside], runs)
    blame = measured([*S75, "blame", NAME], runs, folder)
    base, ours, theirs = (folder / name for name in ("base.yaml", "ours.yaml", "theirs.yaml"))
    text = main.read_text("utf-8")
    for path, old, new in (
        (base, "", ""),
        (ours, "  - id: c4\n", "  - id: c4\n    # ours\n"),
        (theirs, "  - id: c9\n", "  - id: c9\n    # theirs\n"),
    ):
        path.write_text(text.replace(old, new, 1) if old else text, "utf-8")
    plain = measured([GIT, "merge-file", "-p", str(ours), str(base), str(theirs)], runs)
    merged = measured([*S75, "git", "merge-driver", str(base), str(ours), str(theirs), inside], runs)
    return [
        Line(f"log of a clause, {COMMITS} commits", log, "git log -S", lines, "times its time"),
        Line(f"blame, {COMMITS} commits", blame, "git blame", blamed, "times its time"),
        Line(f"merge of a file of {len(text) // 1000} kB", merged, "git merge-file", plain, "times its time"),
    ]


def repository(folder: Path) -> Path:
    """A repository with a generated agreement and as many commits, each of which changes a word."""
    agreement = folder / "agreements" / NAME
    agreement.parent.mkdir(parents=True)
    generate(agreement, 100)
    subprocess.run([*S75, "format", NAME], cwd=folder, check=True, capture_output=True)
    for step in (("init", "-q", "-b", "main"), ("add", "-A"), (*PERSON, "commit", "-qm", "draft")):
        subprocess.run(["git", *step], cwd=folder, check=True, capture_output=True)
    subprocess.run(["git", "fast-import", "--quiet"], cwd=folder, input=b"".join(_edits(folder, agreement)), check=True)
    subprocess.run(["git", "reset", "-q", "--hard", "main"], cwd=folder, check=True)
    install(folder, f'"{Path(sys.executable).as_posix()}" -m section75')
    return folder


def _edits(folder: Path, agreement: Path) -> Iterator[bytes]:
    """The commits, as git takes them in one go."""
    chance = random.Random(18)
    files = {path: path.read_text("utf-8") for path in sorted(agreement.rglob("*.yaml"))}
    for number in range(COMMITS):
        path = chance.choice(list(files))
        text = files[path]
        at = text.find(" shall ", chance.randrange(len(text)))
        at = at if at != -1 else text.index(" shall ")
        files[path] = f"{text[:at]} shall ({number}) {text[at + 7 :]}"
        content, words = files[path].encode(), f"edit {number}".encode()
        begun = b"from refs/heads/main^0\n" if number == 0 else b""
        yield b"commit refs/heads/main\ncommitter A <a@example.org> %d +0000\ndata %d\n%s\n%s" % (
            1_500_000_000 + number * 1000, len(words), words, begun,
        )  # fmt: skip
        name = path.relative_to(folder).as_posix().encode()
        yield b"M 100644 inline %s\ndata %d\n%s\n" % (name, len(content), content)
