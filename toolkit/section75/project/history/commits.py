"""The commits that changed a folder, newest first, with what each did to its files, through other names of it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from functools import cached_property
from pathlib import Path, PurePosixPath

from section75.errors import MissingError
from section75.project.history.repository import GitRefusedError, Repository, open_repository, reason
from section75.tree import YAML
from section75.value import dataclass

AT_ONCE = 200
"""Commits that are read from git in one question."""
NAME = re.compile(r"[0-9a-f]{40,64}\Z")
RAW = re.compile(r":(?P<was_mode>\d+) (?P<mode>\d+) (?P<was>\w+) (?P<now>\w+) (?P<status>[A-Z])\d*\Z")
"""What `git diff-tree` says of a file."""
AUTHOR = re.compile(r"^author (?P<who>.*?) <[^>]*> (?P<when>\d+) (?P<zone>[+-]\d{4})$", re.MULTILINE)
RENAMES = 5
"""Other names that a folder may have had."""


@dataclass(frozen=True)
class Changed:
    """What a commit did to a file: the contents before and after, by their names in git; "" for none."""

    path: str
    was: str
    now: str


@dataclass(frozen=True)
class Commit:
    """A commit, and the files of a folder that it changed."""

    name: str
    when: datetime
    who: str
    """The author, by name alone."""
    subject: str
    files: tuple[Changed, ...]
    is_merge: bool = False

    @property
    def short(self) -> str:
        """The beginning of its name."""
        return self.name[:10]


@dataclass(frozen=True)
class Past:
    """The history of a folder."""

    repository: Repository
    prefix: str
    """The folder, from the top of the repository, with a slash at its end."""

    def commits(self) -> Iterator[Commit]:
        """The commits that changed it, newest first, through other names that the folder had.

        Raises `MissingError` where git cannot read the history.
        """
        start, prefix = "HEAD", self.prefix
        for _ in range(RENAMES):
            before = ""
            for commit in self._below(start, prefix):
                if commit.name in self.cut_off:
                    continue
                before, files = self._renamed_from(commit, prefix)
                yield replace(commit, files=files) if before else commit
                if before:
                    start, prefix = f"{commit.name}^", before
                    break
            if not before:
                return

    @cached_property
    def cut_off(self) -> frozenset[str]:
        """The commits at which a shallow copy ends: what they changed is not known."""
        path = Path(self.repository.environment["GIT_SHALLOW_FILE"])
        return frozenset(path.read_text("ascii").split()) if path.is_file() else frozenset()

    def contents(self, commits: list[Commit]) -> dict[str, bytes]:
        """What the files of some commits held, by the names of the contents.

        Raises `MissingError` where this copy of the repository was made without some of it.
        """
        names = {name for commit in commits for file in commit.files for name in (file.was, file.now) if name}
        found = self.repository.contents(sorted(names))
        if len(found) < len(names):
            message = f"{len(names) - len(found)} earlier contents are not in this copy of the repository"
            raise MissingError(message, "fetch them with `git fetch --refetch --no-filter`, or take a full copy")
        return found

    def now(self) -> dict[str, bytes]:
        """The files of the folder in the last commit; none where there is no commit yet."""
        try:
            listed = self.repository.ask("ls-tree", "-r", "-z", "HEAD", "--", self.prefix.rstrip("/") or ".")
        except GitRefusedError:
            return {}
        entries = [line.partition("\t") for line in os.fsdecode(listed).split("\0")]
        names = {path: head.split()[2] for head, _, path in entries if path.endswith(YAML)}
        contents = self.repository.contents(sorted(set(names.values())))
        return {path.removeprefix(self.prefix): contents[name] for path, name in names.items() if name in contents}

    def _below(self, start: str, prefix: str) -> Iterator[Commit]:
        try:
            listed = (
                self.repository.ask("rev-list", "--topo-order", start, "--", prefix.rstrip("/") or ".").decode().split()
            )
            for at in range(0, len(listed), AT_ONCE):
                yield from self._read(listed[at : at + AT_ONCE], prefix)
        except GitRefusedError as error:
            if not listed_nothing(error):
                raise MissingError(f"the history cannot be read: {reason(error)}", "try `git log`") from error

    def _read(self, names: list[str], prefix: str) -> Iterator[Commit]:
        given = "".join(f"{name}\n" for name in names).encode()
        files = self._files(given, prefix)
        heads = self.repository.ask("cat-file", "--batch", given=given)
        at = 0
        for name in names:
            end = heads.index(b"\n", at)
            size = int(heads[at:end].rsplit(b" ", 1)[1])
            yield _commit(name, heads[end + 1 : end + 1 + size].decode(errors="replace"), files.get(name, ()))
            at = end + 1 + size + 1

    def _files(self, given: bytes, prefix: str) -> dict[str, tuple[Changed, ...]]:
        """The files of each commit. Of a merge, those that differ from every parent, against the first."""
        where = ("--", prefix.rstrip("/")) if prefix else ()
        answer = self.repository.ask("diff-tree", "--stdin", "-r", "-z", "-m", "--root", *where, given=given)
        found: dict[str, list[dict[str, Changed]]] = {}
        words = iter(os.fsdecode(answer).split("\0"))
        now: dict[str, Changed] = {}
        for word in words:
            raw = RAW.match(word)
            if raw is None:
                if NAME.match(word):
                    now = {}
                    found.setdefault(word, []).append(now)
                continue
            path = next(words)
            if path.endswith(YAML) and path.startswith(prefix):
                inner = path.removeprefix(prefix)
                now[inner] = Changed(inner, _blob(raw["was"], raw["was_mode"]), _blob(raw["now"], raw["mode"]))
        return {
            name: tuple(sides[0][path] for path in sides[0] if all(path in side for side in sides))
            for name, sides in found.items()
        }

    def _renamed_from(self, commit: Commit, prefix: str) -> tuple[str, tuple[Changed, ...]]:
        """The name that the folder had before a commit in which all of it is new, with its files; "" for none."""
        if commit.is_merge or not commit.files or any(file.was for file in commit.files):
            return "", ()
        try:
            answer = self.repository.ask("diff-tree", "-r", "-z", "-M", "--no-commit-id", commit.name)
        except GitRefusedError:
            return "", ()
        before, files = "", list(commit.files)
        words = iter(os.fsdecode(answer).split("\0"))
        for word in words:
            raw = RAW.match(word)
            if raw is None:
                continue
            path = next(words)
            if raw["status"] not in "RC":
                continue
            now = next(words)
            inner = now.removeprefix(prefix)
            files = [replace(file, was=raw["was"]) if file.path == inner else file for file in files]
            if inner == "agreement.yaml":
                before = f"{PurePosixPath(path).parent.as_posix()}/"
        return before, tuple(files)


def past_of(folder: Path) -> Past:
    """The history of a folder.

    Raises `MissingError` where it lies in no repository, and `ProgramError` where git is not installed.
    """
    place = folder.resolve()
    try:
        prefix = os.fsdecode(open_repository(place).ask("rev-parse", "--show-prefix").removesuffix(b"\n"))
    except GitRefusedError as error:
        raise MissingError(f"the history cannot be read: {reason(error)}", "try `git log`") from error
    top = place.parents[prefix.count("/") - 1] if prefix else place
    return Past(open_repository(top), prefix)


def listed_nothing(error: GitRefusedError) -> bool:
    """Whether git refused because there is no commit yet."""
    return "bad revision" in str(error) or "unknown revision" in str(error) or "ambiguous argument" in str(error)


def _blob(name: str, mode: str) -> str:
    return "" if not name.strip("0") or mode in ("120000", "160000") else name


def _commit(name: str, text: str, files: tuple[Changed, ...]) -> Commit:
    head, _, message = text.partition("\n\n")
    author = AUTHOR.search(head)
    when = datetime.fromtimestamp(0, UTC)
    if author:
        minutes = int(author["zone"][1:3]) * 60 + int(author["zone"][3:5])
        zone = timezone(timedelta(minutes=-minutes if author["zone"][0] == "-" else minutes))
        when = datetime.fromtimestamp(int(author["when"]), zone)
    subject = message.strip().partition("\n")[0]
    return Commit(name, when, author["who"] if author else "", subject, files, head.count("\nparent ") > 1)
