"""Agreements as they stood at a revision: found, refused with a reason, and never led astray by a hook."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from section75.cli import run
from section75.errors import MissingError
from section75.load import load_agreement
from section75.project.history import earlier_versions, has_unsaved_changes, revision_tree
from tests.support.repositories import INSIDE, git


@pytest.fixture
def hook(repository, tmp_path_factory, monkeypatch):
    """The environment of a hook that serves another repository, in which there is another commit."""
    other = tmp_path_factory.mktemp("other")
    git(other, "init", "-q")
    (other / "other.yaml").write_text("format: 1\n")
    git(other, "add", "-A")
    git(other, "commit", "-qm", "other")
    serves = {
        "GIT_DIR": other / ".git",
        "GIT_WORK_TREE": other,
        "GIT_INDEX_FILE": other / ".git" / "index",
        "GIT_OBJECT_DIRECTORY": other / ".git" / "objects",
        "GIT_COMMON_DIR": other / ".git",
        "GIT_PREFIX": "nowhere/",
    }
    for name, value in serves.items():
        monkeypatch.setenv(name, str(value))
    return repository


def test_a_hook_leads_to_no_other_repository(hook):
    before = dict(os.environ)
    found = load_agreement(revision_tree(f"HEAD:{INSIDE}", hook)).required()
    assert "keep a record" in str(found)
    path = hook / INSIDE / "agreement.yaml"
    assert [b"keep a record" in raw for raw in earlier_versions(path)] == [True]
    assert has_unsaved_changes(path)
    assert not has_unsaved_changes(hook / INSIDE / "risks.yaml")
    assert dict(os.environ) == before


def test_earlier_versions_come_newest_first_and_pass_over_where_the_file_was_gone(repository):
    path = repository / INSIDE / "agreement.yaml"
    git(repository, "commit", "-qam", "two")
    text = path.read_text()
    path.unlink()
    git(repository, "commit", "-qam", "gone")
    path.write_text(text + "# back\n")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "back")
    versions = [raw.decode() for raw in earlier_versions(path)]
    assert ["# back" in each for each in versions] == [True, False, False]
    assert ["keep records" in each for each in versions] == [True, True, False]


def test_outside_a_repository_there_is_no_history(tmp_path):
    path = tmp_path / "agreement.yaml"
    path.write_text("format: 1\n")
    assert list(earlier_versions(path)) == []
    assert not has_unsaved_changes(path)


def test_a_name_with_signs_of_a_pattern_is_that_file_alone(repository):
    odd = repository / INSIDE / "a*.yaml"
    odd.write_text("format: 1\n")
    git(repository, "add", "--", ":(literal)" + f"{INSIDE}/a*.yaml")
    git(repository, "commit", "-qm", "odd", "--", ":(literal)" + f"{INSIDE}/a*.yaml")
    assert not has_unsaved_changes(odd)
    assert list(earlier_versions(odd)) == [b"format: 1\n"]


def test_a_link_in_a_commit_is_not_followed(repository):
    (repository / INSIDE / "schedules" / "link.yaml").symlink_to("/etc/passwd")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "link")
    tree = revision_tree(f"HEAD:{INSIDE}", repository)
    assert "schedules/link.yaml" not in tree.below("schedules")
    assert tree.below("schedules") == tuple(
        f"schedules/{name}.yaml" for name in ("finance", "functions", "governance", "performance")
    )
    assert not tree.exists("schedules/link.yaml")
    with pytest.raises(MissingError, match="is not a file"):
        tree.read("schedules/link.yaml")


def test_a_revision_read_from_below_is_the_same(repository):
    """PATH counts from the top, wherever one stands."""
    below = revision_tree(f"HEAD:{INSIDE}", repository / INSIDE / "schedules")
    top = revision_tree(f"HEAD:{INSIDE}", repository)
    assert below.blobs == top.blobs
    assert below.read("agreement.yaml") == top.read("agreement.yaml")


def test_a_revision_is_compared_with_the_work_tree(repository, capsys, monkeypatch):
    monkeypatch.setenv("GIT_DIR", "/nowhere/of/a/hook")
    assert run(["diff", "HEAD:agreements/newtown/2018", "newtown/2018"]) == 1
    said = capsys.readouterr().out
    assert "It shall keep [-a record-] {+records+}." in said
    assert run(["diff", "HEAD:agreements/newtown/2018", "HEAD:agreements/newtown/2018"]) == 0


@pytest.mark.parametrize(
    "name",
    [
        "nothing:agreements/newtown/2018",
        "--output=x:agreements/newtown/2018",
        "HEAD:agreements/nowhere",
        "HEAD:../../etc",
        "HEAD~9:agreements/newtown/2018",
        "HEAD:agreements/newtown/2018/agreement.yaml",
    ],
)
def test_a_revision_that_cannot_be_read_is_told(repository, capsys, name):
    assert run(["diff", "--", name, "newtown/2018"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("s75: ")
    assert "Traceback" not in said


def test_no_repository_is_told(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert run(["diff", "HEAD:x", "coventry-cwpt/2018"]) == 1
    assert "no git repository" in capsys.readouterr().err


def told(capsys, *arguments: str) -> str:
    assert run(list(arguments)) == 1
    said = capsys.readouterr().err
    assert "Traceback" not in said
    return said


def test_an_empty_repository_is_told(tmp_path, monkeypatch, capsys):
    git(tmp_path, "init", "-q")
    monkeypatch.chdir(tmp_path)
    assert "there is no revision HEAD" in told(capsys, "diff", "HEAD:x", "coventry-cwpt/2018")


def test_a_shallow_repository_is_told_how_to_fetch_more(repository, tmp_path_factory, monkeypatch, capsys):
    git(repository, "commit", "-qam", "two")
    folder = tmp_path_factory.mktemp("shallow")
    git(folder, "clone", "-q", "--depth", "1", f"file://{repository}", "copy")
    monkeypatch.chdir(folder / "copy")
    said = told(capsys, "diff", "HEAD~1:agreements/newtown/2018", "newtown/2018")
    assert "git fetch --unshallow" in said


def test_a_bare_repository_is_read_too(repository, tmp_path_factory, monkeypatch, capsys):
    git(repository, "commit", "-qam", "two")
    folder = tmp_path_factory.mktemp("bare")
    git(folder, "clone", "-q", "--bare", str(repository), "bare.git")
    monkeypatch.chdir(folder / "bare.git")
    path = "agreements/newtown/2018"
    assert run(["diff", f"HEAD~1:{path}", f"HEAD:{path}"]) == 1
    assert "{+records+}" in capsys.readouterr().out


def test_a_broken_revision_has_its_findings_at_its_places(repository, capsys):
    path = Path("agreements/newtown/2018/agreement.yaml")
    path.write_text(path.read_text().replace("format: 1", "format: 2"))
    git(repository, "commit", "-qam", "broken")
    said = told(capsys, "diff", "HEAD:agreements/newtown/2018", "newtown/2018")
    assert "HEAD:agreements/newtown/2018/agreement.yaml:2:9: error" in said


def test_no_git_at_all_is_told(repository):
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")} | {"PATH": "/nowhere"}
    command = [sys.executable, "-m", "section75", "diff", "HEAD:agreements/newtown/2018", "newtown/2018"]
    done = subprocess.run(command, cwd=repository, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "git is needed to read a revision and is not installed" in done.stderr
