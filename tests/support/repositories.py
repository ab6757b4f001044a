"""Git repositories to read from."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from tests.support.agreements import BASE

NAME = "newtown/2018"
INSIDE = f"agreements/{NAME}"


def git(folder: Path, *arguments: str) -> None:
    """Run a git command in a folder, in nobody's name and by nobody's settings."""
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment = {**kept, "GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run(["git", *identity, *arguments], cwd=folder, env=environment, check=True, capture_output=True)


def repository_in(folder: Path) -> Path:
    """A repository with the small agreement in one commit, and an edit that is not committed."""
    shutil.copytree(BASE, folder / INSIDE)
    for step in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "one"]):
        git(folder, *step)
    path = folder / INSIDE / "agreement.yaml"
    path.write_text(path.read_text().replace("keep a record", "keep records"))
    return folder
