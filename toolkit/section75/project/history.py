"""An agreement as it stood at a revision, read from git's object store: no checkout, no hook, no work tree.

The only room that asks git. Each question is put to the program itself, with an environment of its own: the variables
by which git tells a hook which repository it serves would lead to that one, and those of this process stay as they are.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from section75.errors import MissingError, ProgramError
from section75.tree import LARGEST_FILE, YAML, inner_path

LINK = "120000"
"""The mode of a symbolic link in a commit: a blob whose content is a path."""
HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_NAMESPACE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_CEILING_DIRECTORIES")  # fmt: skip
OBJECT = re.compile(r"[0-9a-f]{40,64}\Z")
ENTRY = re.compile(r"(?P<mode>\d+) (?P<kind>\w+) (?P<object>\w+) +(?P<size>\d+|-)\t(?P<path>.*)\Z", re.DOTALL)
"""A line of `git ls-tree --long`."""


@dataclass(frozen=True)
class Blob:
    """A file in a commit."""

    object: str
    """Its name in git's object store."""
    size: int
    """Bytes."""
    is_link: bool


@dataclass(frozen=True)
class RevisionTree:
    """A folder in a commit."""

    repository: Repository
    blobs: Mapping[str, Blob]
    """Every file below the folder, by its path from there."""
    shown: str
    """As the reader named it, e.g. HEAD~3:agreements/coventry-cwpt/2018."""

    def read(self, path: str) -> bytes:
        """The bytes of a file in the commit."""
        blob = self.blobs.get(inner_path(path))
        if blob is None:
            raise MissingError(f"{self.label(path)} cannot be read: no such file in that revision")
        if blob.is_link:
            raise MissingError(f"{self.label(path)} is not a file", "a link in a commit is not followed")
        if blob.size > LARGEST_FILE:
            raise MissingError(f"{self.label(path)} is too large for an agreement", "check that it is the right file")
        known = self._contents.get(blob.object)
        return self.repository.ask("cat-file", "blob", blob.object) if known is None else known

    def exists(self, path: str) -> bool:
        """Whether the commit has such a file."""
        blob = self.blobs.get(inner_path(path))
        return blob is not None and not blob.is_link

    def below(self, folder: str) -> tuple[str, ...]:
        """The YAML files below a folder of the commit."""
        start = f"{inner_path(folder)}/"
        return tuple(path for path in self._files() if path.startswith(start))

    def label(self, path: str) -> str:
        """Revision, folder and file."""
        return f"{self.shown.rstrip('/')}/{path}"

    def _files(self) -> list[str]:
        return sorted(path for path, blob in self.blobs.items() if path.endswith(YAML) and not blob.is_link)

    @cached_property
    def _contents(self) -> dict[str, bytes]:
        """What an agreement is read from, all of it in one question, by the names of the objects."""
        blobs = (self.blobs[path] for path in self._files())
        return self.repository.contents(list(dict.fromkeys(b.object for b in blobs if b.size <= LARGEST_FILE)))


@dataclass(frozen=True)
class Repository:
    """Git, asked from a folder."""

    program: str
    folder: Path

    def ask(self, *arguments: str, given: bytes = b"") -> bytes:
        """What a git command answers. Raises `GitRefusedError` where it fails."""
        command = [self.program, "-c", "core.fsmonitor=false", *arguments]
        done = subprocess.run(  # noqa: S603 -- git with our own arguments; no revision begins with a hyphen
            command, cwd=self.folder, env=_environment(), input=given, capture_output=True, check=False
        )
        if done.returncode:
            raise GitRefusedError(done.stderr.decode(errors="replace").strip())
        return done.stdout

    def contents(self, objects: list[str]) -> dict[str, bytes]:
        """The bytes of objects by their names, in one question."""
        answer = self.ask("cat-file", "--batch", given="".join(f"{name}\n" for name in objects).encode())
        made, at = {}, 0
        for name in objects:
            end = answer.index(b"\n", at)
            size = int(answer[at:end].rsplit(b" ", 1)[1])
            made[name] = answer[end + 1 : end + 1 + size]
            at = end + 1 + size + 1
        return made


class GitRefusedError(Exception):
    """Git could not answer; its words are the message."""


def revision_tree(name: str, here: Path) -> RevisionTree:
    """The folder that `REV:PATH` names, PATH counted from the top of the repository.

    Raises `MissingError` for a revision or a folder that is not there, and `ProgramError` where git is not installed.
    """
    revision, _, path = name.partition(":")
    if revision.startswith("-") or not revision.isprintable():
        raise MissingError(f"{revision!r} is no revision", "a revision does not begin with a hyphen")
    inside = inner_path(path) if path.strip("./") else ""
    repository = _repository(here)
    try:
        commit = _object(repository, f"{revision or 'HEAD'}^{{commit}}")
    except GitRefusedError as error:
        raise MissingError(f"there is no revision {revision}", _depth_hint(repository)) from error
    try:
        folder = _object(repository, f"{commit}:{inside}")
    except GitRefusedError:
        raise MissingError(f"{revision} holds no {path}", "name the folder from the top of the repository") from None
    if repository.ask("cat-file", "-t", folder).strip() != b"tree":
        raise MissingError(f"{path} is a file in {revision}", "name the folder that holds agreement.yaml")
    return RevisionTree(repository, _blobs(repository, folder), name)


def earlier_versions(path: Path) -> Iterator[bytes]:
    """The bytes that a file had, newest first, as far back as its repository goes; nothing where there is none.

    Raises `ProgramError` where git is not installed.
    """
    file = path.resolve()
    try:
        repository = _repository(file.parent)
        commits = repository.ask("rev-list", "HEAD", "--", f":(literal){file.name}").decode().split()
    except (MissingError, GitRefusedError):
        return
    for commit in commits:
        try:
            yield repository.ask("cat-file", "blob", f"{commit}:./{file.name}")
        except GitRefusedError:
            continue


def has_unsaved_changes(path: Path) -> bool:
    """Whether a file differs from the last commit, so that an edit could not be told from what was there.

    False outside a repository. Raises `ProgramError` where git is not installed.
    """
    file = path.resolve()
    try:
        repository = _repository(file.parent)
        return bool(repository.ask("status", "--porcelain", "--", f":(literal){file.name}"))
    except (MissingError, GitRefusedError):
        return False


def _repository(here: Path) -> Repository:
    program = shutil.which("git")
    # Where a file called git stands in the current folder, Windows would find that one first; it is never run.
    if program is None or not Path(program).is_absolute():
        raise ProgramError("git is needed to read a revision and is not installed", "install it from git-scm.com")
    repository = Repository(program, here)
    try:
        repository.ask("rev-parse", "--git-dir")
    except (GitRefusedError, OSError) as error:
        hint = "stand in the repository, or name a folder"
        if "safe.directory" in str(error):
            hint = "it belongs to someone else; see `git status` for how to say that you trust it"
        raise MissingError(f"{here} is in no git repository", hint) from error
    return repository


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in HOOK}


def _object(repository: Repository, name: str) -> str:
    """The name in full of what a revision names. Raises `GitRefusedError` where it names nothing, or several things."""
    found = repository.ask("rev-parse", "--verify", "--quiet", name).decode().strip()
    if not OBJECT.match(found):
        raise GitRefusedError(f"{name} is not one object")
    return found


def _blobs(repository: Repository, folder: str) -> dict[str, Blob]:
    lines = os.fsdecode(repository.ask("ls-tree", "-r", "-z", "--long", "--full-tree", folder)).split("\0")
    entries = (ENTRY.match(line) for line in lines)
    return {
        entry["path"]: Blob(entry["object"], int(entry["size"]), entry["mode"] == LINK)
        for entry in entries
        if entry and entry["kind"] == "blob"
    }


def _depth_hint(repository: Repository) -> str:
    if repository.ask("rev-parse", "--is-shallow-repository").strip() == b"true":
        return "this copy of the repository is shallow; fetch more of it with `git fetch --unshallow`"
    return "see `git log` for what there is"
