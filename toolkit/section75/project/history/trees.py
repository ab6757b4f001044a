"""An agreement as it stood at a revision, read from git's object store: no checkout, no hook, no work tree."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from section75.errors import MissingError
from section75.project.history.repository import (
    LOST,
    GitRefusedError,
    NoRepositoryError,
    Repository,
    object_named,
    open_repository,
    reason,
    unreadable,
)
from section75.tree import YAML, inner_path
from section75.value import dataclass

LINK, FOLDER, SUBMODULE = "120000", "040000", "160000"
"""Modes in a commit. A symbolic link is a blob whose content is a path."""
LONGEST_NAME = 1_000
"""Characters of a revision."""
ENTRY = re.compile(r"(?P<mode>\d+) (?P<kind>\w+) (?P<object>\w+)\t(?P<path>.*)\Z", re.DOTALL)
"""A line of `git ls-tree`."""
NAMED = re.compile(r"(?P<revision>:/[^:]+|(?!:/)(?:\{[^{}]*\}|[^:{])*):(?P<path>.*)\Z", re.DOTALL)
"""`REV:PATH`; a revision may hold colons in braces, as in `HEAD@{10:30}`, and `:/words` begins with one."""


@dataclass(frozen=True)
class Blob:
    """A file in a commit."""

    object: str
    """Its name in git's object store."""
    is_link: bool


@dataclass(frozen=True)
class RevisionTree:
    """A folder in a commit."""

    repository: Repository
    blobs: Mapping[str, Blob]
    """Every file below the folder, by its path from there."""
    shown: str
    """As the reader named it, e.g. HEAD~3:agreements/coventry-cwpt/2018."""
    notes: tuple[str, ...] = ()
    """What git warns of, such as a log that does not go back as far as was asked."""

    def read(self, path: str) -> bytes:
        """The bytes of a file in the commit. Raises `MissingError` where it is not there or cannot be read."""
        blob = self.blobs.get(inner_path(path))
        if blob is None:
            raise MissingError(f"{self.label(path)} cannot be read: no such file in that revision")
        if blob.is_link:
            raise MissingError(f"{self.label(path)} is not a file", "a link in a commit is not followed")
        known = self._contents.get(blob.object)
        if known is not None:
            return known
        try:
            content = self.repository.blob(blob.object)
        except GitRefusedError as error:
            raise unreadable(self.label(path), error) from error
        if content is None:
            raise MissingError(f"{self.label(path)} is too large for an agreement", "check that it is the right file")
        return content

    def exists(self, path: str) -> bool:
        """Whether the commit has such a file."""
        blob = self.blobs.get(inner_path(path))
        return blob is not None and not blob.is_link

    def below(self, folder: str) -> tuple[str, ...]:
        """The YAML files below a folder of the commit."""
        start = f"{inner_path(folder)}/"
        return tuple(path for path in self._files() if path.startswith(start))

    def unread(self) -> tuple[str, ...]:
        """Files such as schedule.yml: a commit is read as it is, and nobody could rename them in it."""
        return ()

    def label(self, path: str) -> str:
        """Revision, folder and file."""
        return f"{self.shown.rstrip('/')}/{path}"

    def _files(self) -> list[str]:
        return sorted(path for path, blob in self.blobs.items() if path.endswith(YAML) and not blob.is_link)

    @cached_property
    def _contents(self) -> dict[str, bytes]:
        """What an agreement is read from, by the names of the objects; what git cannot give is left out."""
        return self.repository.contents(list(dict.fromkeys(self.blobs[path].object for path in self._files())))


def revision_tree(name: str, here: Path) -> RevisionTree:
    """The folder that `REV:PATH` names, PATH counted from the top of the repository.

    Raises `MissingError` for a revision or a folder that is not there, and `ProgramError` where git is not installed.
    """
    revision, path = _named(name)
    inside = inner_path(path) if path.strip("./") else ""
    repository = open_repository(here)
    try:
        named, warning = object_named(repository, revision)
        commit, _ = object_named(repository, f"{named}^{{commit}}")
    except GitRefusedError as error:
        if LOST.search(str(error)):
            raise unreadable(f"the revision {revision}", error) from error
        raise MissingError(f"there is no revision {revision}", _revision_hint(repository, revision)) from error
    try:
        folder = _folder(repository, commit, inside)
        if folder is None:
            raise MissingError(f"{revision} holds no {path}", "name the folder from the top of the repository")
        mode, tree = folder
        if mode == SUBMODULE:
            raise MissingError(f"{path} is a submodule in {revision}", "name the revision from inside that repository")
        if mode != FOLDER:
            raise MissingError(f"{path} is a file in {revision}", "name the folder that holds agreement.yaml")
        blobs = blobs_of(repository, tree)
    except GitRefusedError as error:
        raise unreadable(f"{path or 'the top folder'} in {revision}", error) from error
    notes = (f"git says of {revision}: {warning.removeprefix('warning: ')}",) if "only goes back" in warning else ()
    return RevisionTree(repository, blobs, name, notes)


def earlier_versions(path: Path) -> Iterator[bytes]:
    """The bytes that a file had, newest first, as far back as its repository goes; nothing where there is none.

    Raises `ProgramError` where git is not installed.
    """
    file = path.resolve()
    try:
        repository = open_repository(file.parent)
        commits = repository.ask("rev-list", "HEAD", "--", file.name).decode().split()
    except (MissingError, GitRefusedError):
        return
    for commit in commits:
        try:
            content = repository.blob(f"{commit}:./{file.name}")
        except GitRefusedError:
            continue
        if content is not None:
            yield content


def earlier_trees(folder: Path) -> Iterator[RevisionTree]:
    """A folder as it was in every commit that changed it, newest first; nothing where there is no repository.

    Raises `ProgramError` where git is not installed.
    """
    place = folder.resolve()
    try:
        repository = open_repository(place)
        commits = repository.ask("rev-list", "--full-history", "HEAD", "--", ".").decode().split()
    except (MissingError, GitRefusedError):
        return
    seen: set[str] = set()
    for commit in commits:
        try:
            tree, _ = object_named(repository, f"{commit}:./")
            blobs = {} if tree in seen else blobs_of(repository, tree)
        except GitRefusedError:
            continue
        if blobs:
            seen.add(tree)
            yield RevisionTree(repository, blobs, f"{commit[:10]}:{folder.name}")


def has_unsaved_changes(path: Path) -> bool:
    """Whether a file differs from the last commit, so that an edit could not be told from what was there.

    The bytes are compared here, but for line ends, and not by `git status`, which would run the filters of the
    repository. False outside a repository; true where the repository cannot tell. Raises `ProgramError` where there
    is one and git is not installed.
    """
    file = path.resolve()
    if not any((folder / ".git").exists() for folder in file.parents):
        return False
    try:
        committed = open_repository(file.parent).blob(f"HEAD:./{file.name}")
        return committed is None or _lines(committed) != _lines(file.read_bytes())
    except NoRepositoryError:
        return False
    except (MissingError, GitRefusedError, OSError):
        return True


def _lines(content: bytes) -> bytes:
    return content.replace(b"\r\n", b"\n")


def _named(name: str) -> tuple[str, str]:
    """The revision and the path in `REV:PATH`. Raises `MissingError` for what git is not to be asked about."""
    parts = NAMED.match(name)
    revision, path = (parts["revision"] or "HEAD", parts["path"]) if parts else ("", "")
    if not parts or len(name) > LONGEST_NAME:
        raise MissingError(f"{name!r} names no revision and folder", "write REVISION:FOLDER, as in HEAD~1:agreements/x")
    if revision.startswith("-") or not revision.isprintable():
        raise MissingError(f"{revision!r} is no revision", "a revision does not begin with a hyphen")
    return revision, path


def _folder(repository: Repository, commit: str, inside: str) -> tuple[str, str] | None:
    """The mode and the name of what stands at a path of a commit; None where nothing does."""
    if not inside:
        return FOLDER, f"{commit}^{{tree}}"
    line = os.fsdecode(repository.ask("ls-tree", "-z", "--full-tree", commit, "--", inside)).partition("\0")[0]
    entry = ENTRY.match(line)
    return (entry["mode"], entry["object"]) if entry else None


def blobs_of(repository: Repository, folder: str) -> dict[str, Blob]:
    """Every file below a tree, by its path from there."""
    lines = os.fsdecode(repository.ask("ls-tree", "-r", "-z", "--full-tree", folder)).split("\0")
    entries = (ENTRY.match(line) for line in lines)
    return {
        entry["path"]: Blob(entry["object"], entry["mode"] == LINK)
        for entry in entries
        if entry and entry["kind"] == "blob"
    }


def _revision_hint(repository: Repository, revision: str) -> str:
    if "@{" in revision:
        return "git has no record in this copy of what it was then; see `git reflog`, or name a commit"
    try:
        shallow = repository.ask("rev-parse", "--is-shallow-repository").strip() == b"true"
    except GitRefusedError as error:
        return f"git says of the repository: {reason(error)}"
    if shallow:
        return "this copy of the repository is shallow; fetch more of it with `git fetch --unshallow`"
    return "see `git log` for what there is"
