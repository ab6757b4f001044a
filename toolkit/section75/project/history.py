"""An agreement as it stood at a revision, read from git's object store: no checkout, no hook, no work tree.

The only room that imports git, and late: it fails at import where git is not installed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from section75.errors import MissingError, ProgramError
from section75.tree import LARGEST_FILE, YAML, inner_path


@dataclass(frozen=True)
class RevisionTree:
    """A folder in a commit."""

    folder: Any
    """GitPython's tree of the agreement's folder."""
    shown: str
    """As the reader named it, e.g. HEAD~3:agreements/coventry-cwpt/2018."""

    def read(self, path: str) -> bytes:
        """The bytes of a file in the commit."""
        blob = self._blob(path)
        if blob.size > LARGEST_FILE:
            raise MissingError(f"{self.label(path)} is too large for an agreement", "check that it is the right file")
        return bytes(blob.data_stream.read())

    def exists(self, path: str) -> bool:
        """Whether the commit has such a file."""
        try:
            self._blob(path)
        except MissingError:
            return False
        return True

    def below(self, folder: str) -> tuple[str, ...]:
        """The YAML files below a folder of the commit."""
        try:
            top = self.folder / inner_path(folder)
        except KeyError:
            return ()
        blobs = (
            (blob for blob in top.traverse() if blob.type == "blob" and blob.mode != LINK) if top.type == "tree" else ()
        )
        start = len(self.folder.path) + 1 if self.folder.path else 0
        return tuple(sorted(blob.path[start:] for blob in blobs if blob.path.endswith(YAML)))

    def label(self, path: str) -> str:
        """Revision, folder and file."""
        return f"{self.shown.rstrip('/')}/{path}"

    def _blob(self, path: str) -> Any:
        try:
            found = self.folder / inner_path(path)
        except KeyError:
            raise MissingError(f"{self.label(path)} cannot be read: no such file in that revision") from None
        # A symbolic link in a commit is a blob whose content is a path; it is never followed.
        if found.type != "blob" or found.mode == LINK:
            raise MissingError(f"{self.label(path)} is not a file", "a link in a commit is not followed")
        return found


LINK = 0o120000
HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_NAMESPACE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_CEILING_DIRECTORIES")  # fmt: skip


def revision_tree(name: str, here: Path) -> RevisionTree:
    """The folder that `REV:PATH` names, PATH counted from the top of the repository.

    Raises `MissingError` for a revision or a folder that is not there, and `ProgramError` where git is not installed.
    """
    revision, _, path = name.partition(":")
    if revision.startswith("-") or not revision.isprintable():
        raise MissingError(f"{revision!r} is no revision", "a revision does not begin with a hyphen")
    repository = _repository(here)
    from git.exc import GitError  # noqa: PLC0415
    from gitdb.exc import ODBError  # noqa: PLC0415

    try:
        commit = repository.commit(revision or "HEAD")
        folder = commit.tree / inner_path(path) if path.strip("./") else commit.tree
    except KeyError:
        raise MissingError(f"{revision} holds no {path}", "name the folder from the top of the repository") from None
    except (GitError, ODBError, ValueError, IndexError) as error:
        raise MissingError(f"there is no revision {revision}", _depth_hint(repository)) from error
    if folder.type != "tree":
        raise MissingError(f"{path} is a file in {revision}", "name the folder that holds agreement.yaml")
    return RevisionTree(folder, name)


def earlier_versions(path: Path) -> Iterator[bytes]:
    """The bytes that a file had, newest first, as far back as its repository goes; nothing where there is none.

    Raises `ProgramError` where git is not installed.
    """
    try:
        repository = _repository(path.parent)
    except MissingError:
        return
    inside = path.resolve().relative_to(Path(repository.working_tree_dir).resolve()).as_posix()
    if not repository.head.is_valid():
        return
    for commit in repository.iter_commits("HEAD", paths=inside):
        try:
            yield bytes((commit.tree / inside).data_stream.read())
        except KeyError:
            continue


def has_unsaved_changes(path: Path) -> bool:
    """Whether a file differs from the last commit, so that an edit could not be told from what was there.

    False outside a repository. Raises `ProgramError` where git is not installed.
    """
    try:
        repository = _repository(path.parent)
    except MissingError:
        return False
    inside = path.resolve().relative_to(Path(repository.working_tree_dir).resolve()).as_posix()
    return bool(repository.git.status("--porcelain", "--", inside))


def _repository(here: Path) -> Any:
    try:
        from git import Repo  # noqa: PLC0415
        from git.exc import InvalidGitRepositoryError, NoSuchPathError  # noqa: PLC0415
    except ImportError as error:
        raise ProgramError(
            "git is needed to read a revision and is not installed", "install it from git-scm.com"
        ) from error
    try:
        _leave_the_hook()
        return Repo(here, search_parent_directories=True)
    except (InvalidGitRepositoryError, NoSuchPathError) as error:
        raise MissingError(f"{here} is in no git repository", "stand in the repository, or name a folder") from error


def _leave_the_hook() -> None:
    """Forget the variables by which git tells a hook which repository it serves: they would lead to that one."""
    for name in [name for name in os.environ if name in HOOK]:
        del os.environ[name]


def _depth_hint(repository: Any) -> str:
    if (Path(repository.git_dir) / "shallow").exists():
        return "this copy of the repository is shallow; fetch more of it with `git fetch --unshallow`"
    return "see `git log` for what there is"
