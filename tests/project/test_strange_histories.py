"""Logs, blame and merges of repositories that are odd, cut short, or mean harm."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from section75.cli import run
from tests.support.agreements import BASE
from tests.support.repositories import INSIDE, NAME, git

MAIN = "agreement.yaml"


@pytest.fixture
def clone(tmp_path, monkeypatch):
    """The small agreement in two commits."""
    return made(tmp_path, INSIDE, monkeypatch)


def made(folder: Path, inside: str, monkeypatch) -> Path:
    shutil.copytree(BASE, folder / inside)
    git(folder, "init", "-q", "-b", "main")
    git(folder, "config", "uploadpack.allowFilter", "true")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "draft")
    main = folder / inside / MAIN
    main.write_text(main.read_text("utf-8").replace("keep a record", "keep a full record"), "utf-8")
    git(folder, "commit", "-qam", "full record")
    monkeypatch.chdir(folder)
    return folder


def told(capsys, *words: str) -> str:
    capsys.readouterr()
    assert run(list(words)) == 0
    shown = capsys.readouterr()
    return shown.out + shown.err


@pytest.mark.parametrize(
    "inside",
    ["agreements/new town/20 18", "agreements/-x/2018", "agreements/éire/2018", "agreements/a\nb/2018", "agreements/*/2018", ":(top)x/2018"],
)  # fmt: skip
def test_any_name_of_a_folder_will_do(tmp_path, monkeypatch, capsys, inside):
    made(tmp_path, inside, monkeypatch)
    assert "2 commits" in told(capsys, "log", f"./{inside}")
    assert "not committed" not in told(capsys, "blame", f"./{inside}")


@pytest.mark.skipif(os.name == "nt", reason="names on Windows are text")
def test_a_name_that_is_no_text_will_do(tmp_path, monkeypatch, capsys):
    inside = os.fsdecode(b"agreements/caf\xe9/2018")
    made(tmp_path, inside, monkeypatch)
    assert "2 commits" in told(capsys, "log", f"./{inside}")


def test_a_shallow_copy_says_that_it_is_one(clone, tmp_path_factory, monkeypatch, capsys):
    copy = tmp_path_factory.mktemp("copy") / "shallow"
    git(clone, "clone", "-q", "--depth", "1", f"file://{clone}", str(copy))
    monkeypatch.chdir(copy)
    shown = told(capsys, "log", NAME)
    assert "shallow" in shown and "0 commits" in shown
    shown = told(capsys, "blame", NAME)
    assert "older than this copy" in shown and "not committed" not in shown


def test_a_copy_without_contents_is_told(clone, tmp_path_factory, monkeypatch, capsys):
    copy = tmp_path_factory.mktemp("copy") / "blobless"
    git(clone, "clone", "-q", "--filter=blob:none", f"file://{clone}", str(copy))
    shutil.rmtree(clone)
    monkeypatch.chdir(copy)
    assert run(["log", NAME]) == 1
    assert "not in this copy of the repository" in capsys.readouterr().err


def test_a_detached_head_and_a_rebase_in_its_middle_are_read(clone, capsys):
    git(clone, "checkout", "-q", "--detach")
    assert "2 commits" in told(capsys, "log", NAME)
    git(clone, "checkout", "-q", "-b", "other", "HEAD~1")
    main = Path(INSIDE) / MAIN
    main.write_text(main.read_text("utf-8").replace("keep a record", "keep no record"), "utf-8")
    git(clone, "commit", "-qam", "no record")
    with pytest.raises(subprocess.CalledProcessError):
        git(clone, "rebase", "main")
    assert "commits" in told(capsys, "log", NAME)


def test_the_variables_of_a_hook_do_not_lead_elsewhere(clone, tmp_path_factory, monkeypatch, capsys):
    other = tmp_path_factory.mktemp("other")
    git(other, "init", "-q")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    assert "2 commits" in told(capsys, "log", NAME)
    assert os.environ["GIT_DIR"] == str(other / ".git")


@pytest.mark.skipif(os.name == "nt", reason="a program of the shell")
def test_no_program_that_a_repository_names_is_run(clone, capsys):
    program = clone / "evil.sh"
    mark = clone / "ran"
    program.write_text(f"#!/bin/sh\ntouch {mark}\n")
    program.chmod(0o755)
    for name in ("core.fsmonitor", "diff.external", "core.pager", "gpg.program", "core.sshCommand", "diff.s75.textconv",
                 "filter.x.clean", "filter.x.smudge", "core.editor", "credential.helper"):  # fmt: skip
        git(clone, "config", name, str(program))
    git(clone, "config", "log.showSignature", "true")
    (clone / ".git/info/attributes").write_text("* filter=x diff=s75\n")
    for verb in ("log", "blame"):
        told(capsys, verb, NAME)
    run(["git", "doctor"])
    run(["merge", f"HEAD~1:{INSIDE}", f"HEAD:{INSIDE}", f"HEAD:{INSIDE}"])
    assert not mark.exists()


def test_links_and_submodules_are_passed_over(clone, capsys):
    (clone / INSIDE / "schedules" / "link.yaml").symlink_to("/etc/passwd")
    git(clone, "add", "-A")
    git(clone, "commit", "-qm", "a link")
    git(clone, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},{INSIDE}/schedules/module.yaml")
    git(clone, "commit", "-qm", "a module")
    shown = told(capsys, "log", NAME)
    assert "2 commits" in shown and "root:" not in shown


def test_a_file_that_was_broken_in_between_is_passed_over(clone, capsys):
    main = Path(INSIDE) / MAIN
    sound = main.read_text("utf-8")
    main.write_text("a: [\n", "utf-8")
    git(clone, "commit", "-qam", "broken")
    main.write_text(sound, "utf-8")
    git(clone, "commit", "-qam", "mended")
    assert "draft" in told(capsys, "log", NAME, "board-duty")
    assert "not committed" not in told(capsys, "blame", NAME)
