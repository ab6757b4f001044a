"""Random edits of different clauses of the real agreements, merged by git itself through the driver."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from section75.load.merged import merged_file
from section75.project.history import install
from section75.project.merging.file import sourced
from tests.support.agreements import ROOT
from tests.support.branches import branches, says, texts
from tests.support.repositories import git

PAIRS = int(os.environ.get("S75_RANDOM_PAIRS", "0")) or 40
AT_ONCE = 10
"""Files that one merge brings together."""
WAYS = ("merge", "rebase", "cherry-pick")


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    """A clone of the real agreements in which the driver is registered."""
    folder = tmp_path_factory.mktemp("clone")
    shutil.copytree(ROOT / "agreements", folder / "agreements")
    git(folder, "init", "-q", "-b", "base")
    install(folder, f'"{Path(sys.executable).as_posix()}" -m section75')
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "base")
    return folder


def joined(folder: Path, way: str) -> None:
    """Bring theirs into ours, in one of the ways in which git merges files."""
    if way == "merge":
        git(folder, "checkout", "-q", "ours")
        git(folder, "merge", "-q", "--no-edit", "theirs")
    elif way == "rebase":
        git(folder, "checkout", "-q", "theirs")
        git(folder, "rebase", "-q", "ours")
    else:
        git(folder, "checkout", "-q", "ours")
        git(folder, "cherry-pick", "theirs")


def on_branch(folder: Path, name: str, files: dict[Path, bytes]) -> None:
    git(folder, "checkout", "-q", "-f", "-B", name, "base")
    for path, content in files.items():
        path.write_bytes(content)
    git(folder, "commit", "-qam", name)


@pytest.mark.slow
def test_edits_of_different_clauses_never_conflict_and_nothing_is_lost(clone, record_property):
    random = Random(18)
    files = sorted((clone / "agreements").rglob("*.yaml"))
    done, plain = 0, 0
    while done < PAIRS:
        pairs = {}
        while len(pairs) < AT_ONCE:
            path = random.choice(files)
            made = branches(random, path, path.relative_to(clone).as_posix())
            if made is not None and path not in pairs:
                pairs[path] = made
        on_branch(clone, "ours", {path: pair.ours for path, pair in pairs.items()})
        on_branch(clone, "theirs", {path: pair.theirs for path, pair in pairs.items()})
        joined(clone, WAYS[(done // AT_ONCE) % len(WAYS)])
        for path, pair in pairs.items():
            content = path.read_bytes()
            name = path.relative_to(clone).as_posix()
            now = sourced(content, name)
            assert says(now.data, pair) == [], name
            was, after = texts(pair.base), texts(now)
            assert [each for each in was if each not in pair.touched and was[each] != after[each]] == [], name
            alone = merged_file(pair.base, sourced(pair.ours, name), sourced(pair.theirs, name))
            assert (alone.content, alone.conflicts) == (content, ()), name
            plain += conflicts_in_plain_git(pair.base.text.encode(), pair.ours, pair.theirs, clone.parent)
        git(clone, "checkout", "-q", "-f", "base")
        done += len(pairs)
    record_property("conflicts in plain git", f"{plain} of {done}")


def conflicts_in_plain_git(base: bytes, ours: bytes, theirs: bytes, place: Path) -> bool:
    """Whether git's own merge of the lines leaves a conflict."""
    names = []
    for name, content in (("ours", ours), ("base", base), ("theirs", theirs)):
        (place / name).write_bytes(content)
        names.append(str(place / name))
    return subprocess.run(["git", "merge-file", "-p", *names], capture_output=True, check=False).returncode > 0
