"""What a pull request does to the agreements of a repository: findings, changes clause by clause, redlines, approvals.

    python ci/review.py --base origin/main --out review

The GitHub Action in action.yml and the GitLab template in ci/gitlab.yml run this. It needs git and an installed s75,
and writes into one folder: summary.md, and for each agreement that changed a redline and a print. Findings are written
to standard output as annotations. Exit code 1 where an agreement has errors, or where an edit takes a recorded approval
away and nobody says so: a line "Un-covers: APPROVAL" in a commit message, or in the text given with --said.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import re
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

COVERED = {"covered", "covered within the delegation", "call-in running"}
"""How `s75 approve` says that an approval holds."""
SAID = re.compile(r"^\s*un-?covers:\s*(?P<ids>[a-z0-9-]+(?:\s*,\s*[a-z0-9-]+)*)\s*$", re.IGNORECASE | re.MULTILINE)
LONGEST = 60_000
"""Characters of a summary that a comment on a pull request may have."""


@dataclass
class Told:
    """What is said of the pull request."""

    lines: list[str] = field(default_factory=list)
    failed: bool = False

    def say(self, words: str) -> None:
        """Put words into the summary."""
        self.lines.append(words)

    def fail(self, words: str) -> None:
        """Say why the merge is refused."""
        self.failed = True
        self.lines.append(f"**{words}**")


def s75(*arguments: str, folder: Path) -> tuple[int, str]:
    """The exit code of a command of ours, and what it writes."""
    done = subprocess.run([sys.executable, "-m", "section75", *arguments], cwd=folder, capture_output=True, check=False)
    return done.returncode, done.stdout.decode("utf-8", errors="replace")


def git(*arguments: str, folder: Path) -> bytes:
    """What git answers; it ends the script where git fails."""
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False)
    if done.returncode:
        sys.exit(f"git {arguments[0]}: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout


def changed_agreements(project: Path, base: str) -> list[str]:
    """The folders of the agreements that differ from where the branch began, below the project."""
    names = git("diff", "--name-only", "-z", "--no-ext-diff", f"{base}...HEAD", "--", "agreements", folder=project)
    prefix = git("rev-parse", "--show-prefix", folder=project).decode().strip()
    paths = [PurePosixPath(name.removeprefix(prefix)) for name in os.fsdecode(names).split("\0") if name]
    known = {path.parent.relative_to(project).as_posix() for path in (project / "agreements").rglob("agreement.yaml")}
    found = {folder for path in paths for folder in map(PurePosixPath.as_posix, path.parents) if folder in known}
    return sorted(found)


def as_it_was(project: Path, base: str, into: Path) -> None:
    """The project's files where the branch began."""
    began = git("merge-base", base, "HEAD", folder=project).decode().strip()
    content = git("archive", began, folder=project)
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        archive.extractall(into, filter="data")


def reviewed(name: str, project: Path, before: Path, out: Path, words: str, told: Told) -> None:
    """One agreement: its findings, what changed, a redline and a print, and what becomes of its approvals."""
    short = name.removeprefix("agreements/")
    file = short.replace("/", "-")
    told.say(f"## {short}")
    code, annotations = s75("validate", short, "--format", "github", folder=project)
    sys.stdout.write(annotations)
    if code and "::error" in annotations:
        told.fail(f"{short} has errors; see the annotations")
        return
    _, annotations = s75("check", short, "--fail-on", "never", "--format", "github", folder=project)
    sys.stdout.write(annotations)
    _, asked = s75("check", short, "--fail-on", "never", folder=project)
    told.say(
        f"What reviews and the law ask: {asked.strip().splitlines()[-1]}" if asked.strip() else "It was not reviewed."
    )
    was = before / name
    if (was / "agreement.yaml").exists():
        _, changes = s75("diff", was.as_posix(), short, "--format", "markdown", folder=project)
        told.say(changes or "Nothing changed that counts.")
        code, _ = s75("redline", was.as_posix(), short, "-o", str(out / f"{file}-redline.docx"), folder=project)
        told.say(f"Redline: `{file}-redline.docx`" if not code else "No redline could be made of it.")
        uncovered(short, project, was, words, told)
    else:
        told.say("It is new.")
    code, _ = s75(
        "render", short, "--quick", "-o", str(out / f"{file}.docx"), "-o", str(out / f"{file}.html"), folder=project
    )
    told.say(f"Print: `{file}.docx`, `{file}.html`" if not code else "It could not be printed.")


def uncovered(short: str, project: Path, was: Path, words: str, told: Told) -> None:
    """The approvals that covered the text before and no longer do; each has to be spoken of."""
    lost = sorted(standing(was.as_posix(), project) - standing(short, project))
    spoken = {each.strip() for match in SAID.finditer(words) for each in match["ids"].split(",")}
    for each in lost:
        if each in spoken:
            told.say(f"The approval `{each}` no longer covers the text, as the branch says.")
        else:
            why = f"The approval `{each}` no longer covers the text, and nobody says so."
            told.fail(f"{why} Put `Un-covers: {each}` into a commit message.")


def standing(name: str, project: Path) -> set[str]:
    """The approvals that cover the text."""
    _, written = s75("approve", name, "--format", "json", folder=project)
    try:
        return {each["id"] for each in json.loads(written)["approvals"] if each["standing"] in COVERED}
    except (ValueError, KeyError):
        return set()


def main() -> int:
    """Review the branch that is checked out; gives the exit code."""
    parser = argparse.ArgumentParser(description="What a branch does to the agreements of a repository.")
    parser.add_argument("--base", required=True, help="the branch or commit that it is to be merged into")
    parser.add_argument("--project", type=Path, default=Path(), help="the folder that holds agreements/")
    parser.add_argument("--out", type=Path, default=Path("review"), help="where the files are written")
    parser.add_argument("--summary", type=Path, help="a file to which the summary is added, e.g. the job summary")
    parser.add_argument("--said", type=Path, help="a file with the words of the pull request")
    options = parser.parse_args()
    if options.base.startswith("-"):
        parser.error("a branch does not begin with a hyphen")
    project, out = options.project.resolve(), options.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    words = git("log", "--format=%B", f"{options.base}..HEAD", folder=project).decode("utf-8", errors="replace")
    words += options.said.read_text("utf-8") if options.said else ""
    told = Told(["# Agreements"])
    names = changed_agreements(project, options.base)
    with tempfile.TemporaryDirectory() as place:
        as_it_was(project, options.base, Path(place))
        prefix = git("rev-parse", "--show-prefix", folder=project).decode().strip()
        for name in names:
            reviewed(name, project, Path(place) / prefix, out, words, told)
    if not names:
        told.say("No agreement is changed.")
    code, unformed = s75("format", "--check", folder=project)
    if code:
        count = len(unformed.splitlines())
        told.say(
            f"{count} file{' is' if count == 1 else 's are'} not in the form that git merges best; run `s75 format`."
        )
    text = "\n\n".join(told.lines) + "\n"
    (out / "summary.md").write_text(text, "utf-8")
    if len(text) > LONGEST:
        text = f"{text[:LONGEST]}\n\nThe whole of it is in `summary.md`.\n"
    (out / "comment.md").write_text(text, "utf-8")
    if options.summary:
        with options.summary.open("a", encoding="utf-8") as file:
            file.write(text)
    return 1 if told.failed else 0


if __name__ == "__main__":
    sys.exit(main())
