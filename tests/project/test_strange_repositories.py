"""Repositories that lead astray, name programs of their own, hold less than they should or are damaged."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from section75.cli import run
from section75.errors import MissingError
from section75.load import load_agreement
from section75.project.history import earlier_versions, has_unsaved_changes, revision_tree
from tests.support.repositories import INSIDE, git

AGREEMENT = f"{INSIDE}/agreement.yaml"


@pytest.fixture(scope="module")
def other(tmp_path_factory):
    """Another repository, with another commit."""
    folder = tmp_path_factory.mktemp("other")
    git(folder, "init", "-q")
    (folder / "other.yaml").write_text("format: 1\n")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "other")
    return folder


LED_ASTRAY = {
    "GIT_DIR": "{other}/.git",
    "GIT_WORK_TREE": "{other}",
    "GIT_INDEX_FILE": "{other}/.git/index",
    "GIT_OBJECT_DIRECTORY": "{other}/.git/objects",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES": "{other}/.git/objects",
    "GIT_COMMON_DIR": "{other}/.git",
    "GIT_PREFIX": "nowhere/",
    "GIT_NAMESPACE": "other",
    "GIT_CEILING_DIRECTORIES": "/",
    "GIT_SHALLOW_FILE": "{other}/.git/HEAD",
    "GIT_GRAFT_FILE": "{other}/.git/HEAD",
    "GIT_REPLACE_REF_BASE": "refs/heads/",
    "GIT_LITERAL_PATHSPECS": "0",
    "GIT_ICASE_PATHSPECS": "1",
    "GIT_CONFIG_PARAMETERS": "'core.bare'='true'",
}


@pytest.mark.parametrize("name", [*LED_ASTRAY, "all of them"])
def test_no_variable_of_a_hook_leads_to_another_repository(repository, other, monkeypatch, name):
    for each, value in LED_ASTRAY.items():
        if name in (each, "all of them"):
            monkeypatch.setenv(each, value.format(other=other))
    before = dict(os.environ)
    assert "keep a record" in str(load_agreement(revision_tree(f"HEAD:{INSIDE}", repository)).required())
    assert [b"keep a record" in raw for raw in earlier_versions(repository / AGREEMENT)] == [True]
    assert has_unsaved_changes(repository / AGREEMENT)
    assert not has_unsaved_changes(repository / INSIDE / "risks.yaml")
    assert dict(os.environ) == before


def test_settings_in_the_environment_change_nothing(repository, other, monkeypatch):
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "core.worktree")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", str(other))
    assert not has_unsaved_changes(repository / INSIDE / "risks.yaml")


def test_a_variable_that_hides_the_repository_is_named(repository, monkeypatch):
    monkeypatch.setenv("GIT_COMMON_DIR", "/nowhere")
    with pytest.raises(MissingError) as told:
        revision_tree(f"HEAD:{INSIDE}", repository)
    assert told.value.hint == "unset GIT_COMMON_DIR first"


@pytest.mark.skipif(sys.platform == "win32", reason="the program is a shell script")
def test_no_program_that_a_repository_names_is_run(repository, tmp_path_factory, monkeypatch, capsys):
    outside = tmp_path_factory.mktemp("outside")
    marker, program = outside / "ran", outside / "program"
    program.write_text(f"#!/bin/sh\necho $0 $@ >> {marker}\ncat\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    hooks = repository / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    for hook in ("post-checkout", "pre-auto-gc", "post-index-change", "reference-transaction", "fsmonitor-watchman"):
        shutil.copy(program, hooks / hook)
    included = repository / ".git" / "included"
    included.write_text(f"[core]\n\tfsmonitor = {program}\n\tpager = {program}\n")
    (repository / ".git" / "info").mkdir(exist_ok=True)
    (repository / ".git" / "info" / "attributes").write_text("* filter=evil diff=evil merge=evil\n")
    for name, value in {
        "core.fsmonitor": program, "core.hooksPath": hooks, "core.sshCommand": program, "core.editor": program,
        "core.pager": program, "core.askPass": program, "core.gitProxy": program, "core.alternateRefsCommand": program,
        "diff.external": program, "diff.evil.textconv": program, "diff.evil.command": program,
        "filter.evil.clean": program, "filter.evil.smudge": program, "filter.evil.process": program,
        "filter.evil.required": "true", "merge.evil.driver": program, "gpg.program": program,
        "gpg.ssh.program": program, "log.showSignature": "true", "credential.helper": program,
        "alias.rev-parse": f"!{program}", "alias.cat-file": f"!{program}", "alias.ls-tree": f"!{program}",
        "alias.rev-list": f"!{program}", "pager.rev-list": program, "pager.cat-file": program,
        "uploadpack.packObjectsHook": program, "sequence.editor": program, "interactive.diffFilter": program,
        "include.path": included, "includeIf.gitdir:/**.path": included, "trailer.x.command": program,
        "remote.origin.url": f"ext::{program}", "remote.origin.uploadpack": program, "remote.origin.promisor": "true",
        "remote.origin.partialclonefilter": "blob:none", "remote.origin.vcs": "evil", "protocol.ext.allow": "always",
        "extensions.partialClone": "origin", "core.repositoryFormatVersion": "1",
    }.items():  # fmt: skip
        git(repository, "config", name, str(value))
    monkeypatch.setenv("PATH", f"{outside}{os.pathsep}{os.environ['PATH']}")
    shutil.copy(program, outside / "git-remote-evil")
    marker.unlink(missing_ok=True)

    tree = revision_tree(f"HEAD:{INSIDE}", repository)
    assert load_agreement(tree).agreement
    for revision in ("HEAD@{1 minute ago}", "HEAD^{/one}", "HEAD^{}", "0123456789012345678901234567890123456789"):
        run(["diff", f"{revision}:{INSIDE}", "newtown/2018"])
    assert list(earlier_versions(repository / AGREEMENT))
    assert has_unsaved_changes(repository / AGREEMENT)
    gone = tree.blobs["agreement.yaml"].object
    (repository / ".git" / "objects" / gone[:2] / gone[2:]).unlink()
    assert run(["diff", f"HEAD:{INSIDE}", "newtown/2018"]) == 1
    assert not marker.exists(), marker.read_text()
    assert "is not in this copy of the repository" in capsys.readouterr().err


def test_a_filter_does_not_hide_an_edit_nor_make_one(repository):
    """Git on Windows writes CR LF; a filter of the repository is another matter, and counts as an edit."""
    path = repository / INSIDE / "risks.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert not has_unsaved_changes(path)
    path.write_bytes(path.read_bytes() + b"# more\r\n")
    assert has_unsaved_changes(path)


def test_a_file_that_no_commit_holds_is_unsaved(repository):
    (repository / ".gitignore").write_text("*.yaml\n")
    new = repository / INSIDE / "new.yaml"
    new.write_text("format: 1\n")
    assert has_unsaved_changes(new)


@pytest.mark.parametrize(
    "revision",
    ["HEAD@{0}", "work@{0}", "work@{2099-01-01 10:30:00}", ":/one", "HEAD^{/one}", "HEAD^{/: it}", "mark^{}", "mark",
     "HEAD^{commit}", "HEAD^0", ""],
)  # fmt: skip
def test_a_revision_is_named_as_git_writes_it(repository, revision):
    git(repository, "commit", "-q", "--amend", "-m", "one: it is")
    git(repository, "tag", "-am", "a tag", "mark")
    git(repository, "branch", "-M", "work")
    tree = revision_tree(f"{revision}:{INSIDE}", repository)
    assert b"keep a record" in tree.read("agreement.yaml")


@pytest.mark.parametrize("revision", ["HEAD@{yesterday}", "work@{1 minute ago}", "@{one.week.ago}", "@{yesterday}"])
def test_a_log_that_does_not_go_back_so_far_is_told(repository, capsys, revision):
    """Git then gives the oldest that it has; so do we, and say so."""
    git(repository, "branch", "-M", "work")
    assert run(["diff", f"{revision}:{INSIDE}", "newtown/2018"]) == 1
    said = capsys.readouterr()
    assert "{+records+}" in said.out
    assert f"git says of {revision}: log for" in said.err and "only goes back to" in said.err


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("HEAD@{99}:agreements/newtown/2018", "git has no record in this copy"),
        ("HEAD^{/nothing of the kind}:agreements/newtown/2018", "there is no revision"),
        (":/nothing of the kind:agreements/newtown/2018", "there is no revision :/nothing"),
        (":/one", "names no revision and folder"),
        ("x" * 100_000 + ":agreements", "names no revision and folder"),
        ("x" * 200 + ":agreements", "there is no revision"),
        ("HEAD:" + "x" * 500_000, "names no revision and folder"),
        ("HEAD\nHEAD:agreements", "is no revision"),
        ("HEAD\x00:agreements", "is no revision"),
        ("\udcff:agreements", "is no revision"),
        ("HEAD:a\nb", "leaves the agreement's folder"),
        ("HEAD:a\udcff", "leaves the agreement's folder"),
        ("HEAD..HEAD:agreements", "there is no revision"),
        ("--all:agreements", "is no revision"),
        ("@{u}:agreements", "git has no record"),
        ("HEAD^{tree}:agreements", "there is no revision"),
        ("HEAD~99999999999999999999:agreements", "there is no revision"),
    ],
)
def test_a_strange_revision_is_told(repository, capsys, name, words):
    assert run(["diff", "--", name, "newtown/2018"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("s75: ")
    assert words in said
    assert len(said) < 1_000 and said.count("\n") <= 2


def objects(repository: Path) -> list[Path]:
    return [path for path in (repository / ".git" / "objects").rglob("*") if path.is_file()]


@pytest.mark.parametrize("damage", ["cut", "zeros", "gone"])
@pytest.mark.parametrize("which", ["commit", "folder", "file"])
def test_a_damaged_store_is_told(repository, capsys, damage, which):
    tree = revision_tree(f"HEAD:{INSIDE}", repository)
    names = {
        "commit": tree.repository.ask("rev-parse", "HEAD").decode().strip(),
        "folder": tree.repository.ask("rev-parse", f"HEAD:{INSIDE}/schedules").decode().strip(),
        "file": tree.blobs["agreement.yaml"].object,
    }
    name = names[which]
    path = repository / ".git" / "objects" / name[:2] / name[2:]
    path.chmod(0o644)
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:20] if damage == "cut" else bytes(50))
    assert run(["diff", f"HEAD:{INSIDE}", "newtown/2018"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("s75: ") and said.count("\n") <= 2
    expected = {"gone": ("not in this copy", "there is no revision")}.get(damage, ("is damaged",))
    assert any(words in said for words in expected), said
    assert has_unsaved_changes(repository / AGREEMENT)


def test_a_clone_without_its_contents_says_so_and_fetches_nothing(repository, tmp_path_factory, monkeypatch, capsys):
    git(repository, "config", "uploadpack.allowFilter", "true")
    folder = tmp_path_factory.mktemp("partial")
    git(folder, "clone", "-q", "--no-checkout", "--filter=blob:none", f"file://{repository}", "copy")
    monkeypatch.chdir(folder / "copy")
    before = sorted(path.name for path in objects(folder / "copy"))
    assert run(["diff", f"HEAD:{INSIDE}", f"HEAD:{INSIDE}"]) == 1
    said = capsys.readouterr().err
    assert "HEAD:agreements/newtown/2018/agreement.yaml is not in this copy of the repository" in said
    assert "git fetch --refetch --no-filter" in said
    assert sorted(path.name for path in objects(folder / "copy")) == before
    git(folder / "copy", "fetch", "-q", "--refetch", "--no-filter")
    assert run(["diff", f"HEAD:{INSIDE}", f"HEAD:{INSIDE}"]) == 0


def test_a_clone_without_its_folders_says_so(repository, tmp_path_factory, monkeypatch, capsys):
    git(repository, "config", "uploadpack.allowFilter", "true")
    folder = tmp_path_factory.mktemp("treeless")
    git(folder, "clone", "-q", "--no-checkout", "--filter=tree:0", f"file://{repository}", "copy")
    monkeypatch.chdir(folder / "copy")
    assert run(["diff", f"HEAD:{INSIDE}", f"HEAD:{INSIDE}"]) == 1
    assert "is not in this copy of the repository" in capsys.readouterr().err


def test_a_repository_of_another_owner_is_told(repository, monkeypatch, capsys):
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    assert run(["diff", f"HEAD:{INSIDE}", "newtown/2018"]) == 1
    assert "belongs to another user" in capsys.readouterr().err
    assert has_unsaved_changes(repository / INSIDE / "risks.yaml")


def test_a_repository_with_longer_names_is_read(project, capsys):
    git(project, "init", "-q", "--object-format=sha256")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "one")
    assert run(["diff", f"HEAD:{INSIDE}", "newtown/2018"]) == 0
    assert not has_unsaved_changes(project / AGREEMENT)
    assert run(["diff", f"HEAD~1:{INSIDE}", "newtown/2018"]) == 1
    assert "there is no revision HEAD~1" in capsys.readouterr().err


def test_a_linked_work_tree_is_read(repository, tmp_path_factory, monkeypatch):
    there = tmp_path_factory.mktemp("linked") / "tree"
    git(repository, "worktree", "add", "-q", str(there))
    monkeypatch.chdir(there)
    assert run(["diff", f"HEAD:{INSIDE}", "newtown/2018"]) == 0
    assert not has_unsaved_changes(there / AGREEMENT)
    (there / AGREEMENT).write_text("format: 1\n")
    assert has_unsaved_changes(there / AGREEMENT)


def test_a_submodule_is_a_repository_of_its_own(repository, tmp_path_factory, monkeypatch, capsys):
    above = tmp_path_factory.mktemp("above")
    git(above, "init", "-q")
    git(above, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", f"file://{repository}", "inside")
    git(above, "commit", "-qm", "above")
    monkeypatch.chdir(above / "inside")
    assert run(["diff", f"HEAD:{INSIDE}", "newtown/2018"]) == 0
    assert not has_unsaved_changes(above / "inside" / AGREEMENT)
    monkeypatch.chdir(above)
    assert run(["diff", "HEAD:inside", str(above / "inside" / INSIDE)]) == 1
    assert "inside is a submodule in HEAD" in capsys.readouterr().err


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe", b"[core", b"[core]\n\tbare = perhaps\n", b"[include]\n\tpath = config\n"]
)
def test_strange_settings_are_told(repository, capsys, content):
    (repository / ".git" / "config").write_bytes(content)
    assert run(["diff", f"HEAD:{INSIDE}", "newtown/2018"]) == 1
    said = capsys.readouterr().err
    assert ("git cannot read the repository around" in said) is bool(content)
    assert "bug of ours" not in said and said.count("\n") <= 2


@pytest.mark.parametrize("content", [b"gitdir: /nowhere\n", b"gitdir: \x00\n", b"nonsense", b"\xff" * 300])
def test_a_strange_mark_of_a_repository_is_told(project, capsys, content):
    (project / ".git").write_bytes(content)
    assert run(["diff", f"HEAD:{INSIDE}", "newtown/2018"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("s75: ") and said.count("\n") <= 2


def test_a_folder_with_a_dollar_in_its_name_is_itself(project, monkeypatch):
    odd = project / "$HOME"
    shutil.copytree(project / "agreements", odd / "agreements")
    git(odd, "init", "-q")
    git(odd, "add", "-A")
    git(odd, "commit", "-qm", "one")
    assert not has_unsaved_changes(odd / AGREEMENT)


def test_a_program_called_git_in_the_current_folder_is_not_run(repository):
    (repository / "git").write_text("#!/bin/sh\necho ran > marker\n")
    (repository / "git").chmod(0o755)
    environment = {**os.environ, "PATH": f".{os.pathsep}{os.environ['PATH']}"}
    command = [sys.executable, "-m", "section75", "diff", f"HEAD:{INSIDE}", "newtown/2018"]
    done = subprocess.run(command, cwd=repository, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert not (repository / "marker").exists()
