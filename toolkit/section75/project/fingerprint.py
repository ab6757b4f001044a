"""What a result depends on, as a digest: the files of a folder, and the toolkit itself."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from functools import cache
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed
from importlib.resources import files
from pathlib import Path

from section75 import __version__
from section75.value import dataclass

MOST_FILES, MOST_BYTES = 5_000, 64_000_000
"""A folder with more is no agreement; it has no fingerprint, and nothing about it is remembered."""
JUDGES = ("google-re2", "jsonschema", "jsonschema-rs", "markdown-it-py", "ruamel.yaml", "ruamel.yaml.clibz")
"""Libraries on which a finding can depend."""
NOT_CODE = {"__pycache__", "content"}


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The state of a folder at one moment."""

    digest: str
    """SHA-256 over the path and the bytes of every file."""
    stamps: tuple[tuple[str, int, int], ...]
    """Path, size and time of change of each file; two of one digest differ here where a file was written between."""


def fingerprint(folder: Path) -> Fingerprint | None:
    """The state of a folder; None where it cannot be told for certain: it holds a link, or a file that is not plain,
    cannot be read, or is too large.
    """
    digest, size = hashlib.sha256(), 0
    stamps: list[tuple[str, int, int]] = []
    try:
        for path in _plain_files(folder):
            content = path.read_bytes()
            state = path.stat()
            name = path.relative_to(folder).as_posix()
            size += len(content)
            if size > MOST_BYTES or len(stamps) >= MOST_FILES:
                return None
            _add(digest, name, content)
            stamps.append((name, state.st_size, state.st_mtime_ns))
    except (OSError, _NotPlainError):
        return None
    return Fingerprint(digest.hexdigest(), tuple(stamps))


class _NotPlainError(Exception):
    """A link, a device or the like lies in the folder."""


def _plain_files(folder: Path) -> list[Path]:
    """Every file below a folder, in order. Raises `_NotPlainError` where something else than files and folders is."""
    found: list[Path] = []
    waiting = [folder]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                mode = entry.stat(follow_symlinks=False).st_mode
                if stat.S_ISDIR(mode):
                    waiting.append(Path(entry.path))
                elif stat.S_ISREG(mode):
                    found.append(Path(entry.path))
                else:
                    raise _NotPlainError(entry.path)
                if len(found) > MOST_FILES:
                    raise _NotPlainError(entry.path)
    return sorted(found)


def digest_of(parts: dict[str, bytes]) -> str:
    """SHA-256 over named contents, whatever their order."""
    digest = hashlib.sha256()
    for name in sorted(parts):
        _add(digest, name, parts[name])
    return digest.hexdigest()


def toolkit_digest() -> str:
    """SHA-256 over the toolkit's own code and schemas as they lie on disk now, its version, Python's and those of the
    libraries on which a finding can depend.
    """
    package = Path(str(files("section75")))
    parts = {"versions": repr((__version__, sys.version, _libraries())).encode()}
    for folder, below, names in os.walk(package):
        below[:] = [name for name in below if name not in NOT_CODE]
        for name in names:
            path = Path(folder, name)
            parts[path.relative_to(package).as_posix()] = path.read_bytes()
    return digest_of(parts)


@cache
def _libraries() -> tuple[str, ...]:
    found = []
    for name in JUDGES:
        try:
            found.append(f"{name} {installed(name)}")
        except PackageNotFoundError:
            found.append(f"{name} is not installed")
    return tuple(found)


def _add(digest: hashlib._Hash, name: str, content: bytes) -> None:
    """Add a named content; lengths first, so that no two lists of contents read the same."""
    raw = name.encode(errors="surrogateescape")
    digest.update(b"%d %d\n" % (len(raw), len(content)))
    digest.update(raw)
    digest.update(content)
