"""Where files come from: a folder on disk, a dictionary in a test, a git revision.

The rooms below read an agreement through `SourceTree` and cannot tell the difference. Paths are relative to the
agreement's folder, with forward slashes, and cannot leave it.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path, PurePosixPath
from typing import Protocol

from section75.errors import MissingError
from section75.value import dataclass

YAML = ".yaml"
NEAR_ENDING = re.compile(r"\.ya?ml(?:\.txt)?\Z", re.IGNORECASE)
LARGEST_FILE = 8_000_000
"""Bytes. The longest real agreement is about 1.5 million; more than this is no agreement."""


class SourceTree(Protocol):
    """A folder that holds one agreement."""

    def read(self, path: str) -> bytes:
        """The bytes of a file. Raises `MissingError` where there is none, or where the path leaves the folder."""

    def exists(self, path: str) -> bool:
        """Whether there is such a file in the folder."""

    def below(self, folder: str) -> tuple[str, ...]:
        """The YAML files below a folder, at any depth, in order of name; none where there is no such folder."""

    def label(self, path: str) -> str:
        """The file as a person would name it, for findings."""

    def unread(self) -> tuple[str, ...]:
        """Files whose names end nearly as those of YAML files, in order of name."""


def inner_path(path: str) -> str:
    r"""The path in one form, checked to stay inside: `schedules\a.yaml` becomes `schedules/a.yaml`.

    Raises `MissingError` for an absolute path, a Windows drive, `..` or a character no file name has.
    """
    tidy = PurePosixPath(path.replace("\\", "/"))
    if tidy.is_absolute() or ".." in tidy.parts or ":" in path or not path.isprintable():
        raise MissingError(f"{path!r} leaves the agreement's folder", "keep every file inside the folder")
    return str(tidy)


@dataclass(frozen=True)
class DiskTree:
    """A folder on disk."""

    root: Path
    shown: str = ""
    """How findings name the folder; by default the folder's own path."""

    def read(self, path: str) -> bytes:
        """The bytes of a file inside the folder."""
        return bytes_of(self._inside(path), self.label(path))

    def exists(self, path: str) -> bool:
        """Whether something of that name stands inside the folder. If it is no file, reading it says so."""
        try:
            return os.path.lexists(self.root / inner_path(path))
        except (MissingError, OSError):
            return False

    def below(self, folder: str) -> tuple[str, ...]:
        """The YAML files below a folder of the agreement. A link out of the folder is passed over."""
        top = self.root / inner_path(folder)
        found = (path for path in files_below(top) if _is_ours(path.name) and _lies_in(path, self.root))
        return tuple(sorted(path.relative_to(self.root).as_posix() for path in found))

    def label(self, path: str) -> str:
        """Folder and file."""
        folder = (self.shown or self.root.as_posix()).rstrip("/")
        return path if folder in ("", ".") else f"{folder}/{path}"

    def unread(self) -> tuple[str, ...]:
        """Files such as schedule.yml, anywhere in the folder."""
        found = (path.relative_to(self.root).as_posix() for path in files_below(self.root) if _is_near(path.name))
        return tuple(sorted(found))

    def _inside(self, path: str) -> Path:
        target = self.root / inner_path(path)
        if not _lies_in(target, self.root):
            raise MissingError(f"{self.label(path)} is a link out of the agreement's folder", "copy the file in")
        return target


@dataclass(frozen=True)
class MemoryTree:
    """Files held in memory: path to text or bytes."""

    files: Mapping[str, str | bytes] = field(default_factory=dict)

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        try:
            content = self.files[inner_path(path)]
        except KeyError:
            raise MissingError(f"{path} cannot be read: no such file") from None
        return content.encode() if isinstance(content, str) else content

    def exists(self, path: str) -> bool:
        """Whether there is such a file."""
        return path in self.files

    def below(self, folder: str) -> tuple[str, ...]:
        """The YAML files below a folder."""
        return tuple(
            sorted(path for path in self.files if path.startswith(f"{folder}/") and _is_ours(path.rsplit("/", 1)[-1]))
        )

    def label(self, path: str) -> str:
        """The path itself."""
        return path

    def unread(self) -> tuple[str, ...]:
        """Files such as schedule.yml."""
        return tuple(sorted(path for path in self.files if _is_near(path.rsplit("/", 1)[-1])))


def bytes_of(path: Path, shown: str, largest: int = LARGEST_FILE) -> bytes:
    """The bytes of a file on disk. `shown` is how messages name it.

    Raises `MissingError` where it cannot be read, is larger than `largest` bytes, or is no ordinary file: reading a
    pipe or a device might never end.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            kind = "a folder" if stat.S_ISDIR(found.st_mode) else "a pipe or a device"
            raise MissingError(f"{shown} is {kind} and not a file", "put an ordinary file in its place")
        if found.st_size > largest:
            raise MissingError(
                f"{shown} is larger than {largest // 1_000_000} MB, too large for an agreement",
                "split it into schedules, or check that it is the right file",
            )
        return path.read_bytes()
    except OSError as error:
        raise MissingError(f"{shown} cannot be read: {error.strerror}", "check the path") from error


def files_below(top: Path) -> Iterator[Path]:
    """Whatever is no folder, at any depth below a folder. A folder that cannot be opened is passed over, and so is a
    link to one.
    """
    for folder, _, names in os.walk(top):
        yield from (Path(folder, name) for name in names)


def is_companion(name: str) -> bool:
    """Whether a file is one that macOS or an editor puts beside another: ._risks.yaml, .risks.yaml.swp."""
    return name.startswith(".")


def _is_ours(name: str) -> bool:
    return name.endswith(YAML) and not is_companion(name)


def _is_near(name: str) -> bool:
    return not is_companion(name) and not name.endswith(YAML) and NEAR_ENDING.search(name) is not None


def _lies_in(path: Path, root: Path) -> bool:
    """Whether a path leads to somewhere below a folder; a link that leads to itself does not lead out of it."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))
