"""Files written whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from uuid import uuid4

from section75.errors import OutputError
from section75.value import dataclass

SUFFIX = 20
"""Characters of an ending that the file beside the target shares; a name may not grow too long by it."""


@dataclass(frozen=True)
class Edited:
    """A file as it was read and as it is to be."""

    path: Path
    was: bytes | None
    """None where it must not be there yet."""
    content: bytes | None
    """None takes the file away."""


def write_whole(target: Path, content: bytes, sources: tuple[Path, ...] = ()) -> None:
    """Write a file beside its target and then put it in place, so that nobody ever sees half of it.

    A link stays a link: the file that it leads to is written. A file that is there keeps its permissions.

    Raises `OutputError`, and leaves whatever stood there, where the folder is missing, closed or full, where the target
    is read-only, a folder, no ordinary file or one of the sources.
    """
    real = _real(target)
    if any(_same(real, source) for source in sources):
        raise OutputError(f"{target} is the source itself and is never overwritten", "give another name after -o")
    _put(real, _beside(real, content))


def _real(target: Path) -> Path:
    """The file that is written: where a link leads, else the target. Raises `OutputError` where none can be."""
    try:
        real = target.resolve()
        if real.is_dir():
            raise OutputError(f"{target} is a folder", "give the name of a file after -o")
        if not real.parent.is_dir():
            raise OutputError(f"there is no folder {target.parent}", "make it first, or give another name after -o")
        if real.exists() and not real.is_file():
            raise OutputError(f"{target} is no ordinary file", "give another name after -o")
    except (OSError, RuntimeError, ValueError) as error:
        raise OutputError(f"{target} cannot be written: {_reason(error)}", "give another name after -o") from error
    return real


def _through(path: Path) -> Path:
    """Where a link leads, so that it stays a link; else the path."""
    return path.resolve() if path.is_symlink() else path


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def write_edited(files: Sequence[Edited]) -> None:
    """Write files that were edited, all of them or none.

    Raises `OutputError` where one of them is no longer as it was when it was read, or cannot be written.
    """
    for file in files:
        _unchanged(file)
    staged: list[tuple[Path, Path | None]] = []
    try:
        for file in files:
            real = _through(file.path)
            staged += [(real, None if file.content is None else _beside(real, file.content))]
        for file in files:
            _unchanged(file)
    except OutputError:
        _clear(staged)
        raise
    for index, (path, temporary) in enumerate(staged):
        try:
            _done(path, temporary)
        except OutputError:
            _clear(staged[index + 1 :])
            _undo(files[:index])
            raise


def _clear(staged: Sequence[tuple[Path, Path | None]]) -> None:
    for _, temporary in staged:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _done(path: Path, temporary: Path | None) -> None:
    """A staged file in the place of its target, or the target taken away."""
    if temporary is not None:
        _put(path, temporary)
        return
    try:
        path.unlink()
    except OSError as error:
        raise OutputError(f"{path} cannot be taken away: {error.strerror}", "close it where it is open") from error


def _unchanged(file: Edited) -> None:
    try:
        now = file.path.read_bytes() if file.path.exists() else None
    except OSError as error:
        raise OutputError(f"{file.path} cannot be read again: {error.strerror}", "nothing was written") from error
    if now == file.was:
        return
    if file.was is None:
        raise OutputError(f"{file.path} exists already and is never overwritten", "list it, or move it away")
    hint = "nothing was written; save it in your editor, then give the command again"
    raise OutputError(f"{file.path} has changed since it was read", hint)


def _undo(files: Sequence[Edited]) -> None:
    """Put back what stood there before."""
    for file in files:
        if file.was is None:
            file.path.unlink(missing_ok=True)
        else:
            real = _through(file.path)
            _put(real, _beside(real, file.was))


def _beside(target: Path, content: bytes) -> Path:
    """The content in a file of its own beside its target, which keeps the permissions of a file that is there."""
    temporary = target.parent / f".s75-{uuid4().hex}{target.suffix[:SUFFIX]}"
    begun = False
    try:
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
        if mode is not None and not mode & stat.S_IWUSR:
            raise OutputError(f"{target} is read-only", "make it writable, or give another name")
        # The system takes from 0666 what the reader's umask forbids.
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        begun = True
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            temporary.chmod(mode)
    except OSError as error:
        if begun:
            temporary.unlink(missing_ok=True)
        raise OutputError(f"{target} cannot be written: {error.strerror}", "choose another folder") from error
    return temporary


def _put(target: Path, temporary: Path) -> None:
    """A staged file in the place of its target."""
    try:
        temporary.replace(target)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        hint = "close it in Word if it is open there, or choose another folder"
        raise OutputError(f"{target} cannot be written: {error.strerror}", hint) from error


def write_folder(target: Path, files: Mapping[str, bytes]) -> None:
    """Write a new folder with its files; the folder appears whole or not at all.

    Raises `OutputError` where it exists already or cannot be written.
    """
    if target.exists():
        raise OutputError(f"{target} exists already and is never overwritten", "give another name")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".s75-", dir=target.parent) as temporary:
            _staged(Path(temporary), files).rename(target)
    except OSError as error:
        raise OutputError(f"{target} cannot be written: {error.strerror}", "choose another folder") from error


def replace_folder(target: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder with its files in place of whatever folder stands there; nobody ever sees a mixture of both.

    Raises `OutputError` where it cannot be written; what stood there then still stands.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        # What cannot be cleared away afterwards, such as a file that an editor holds open, is no failure to write.
        with tempfile.TemporaryDirectory(prefix=".s75-", dir=target.parent, ignore_cleanup_errors=True) as temporary:
            staged, before = _staged(Path(temporary), files), Path(temporary) / "before"
            if target.exists():
                target.rename(before)
            try:
                staged.rename(target)
            except OSError:
                if before.exists():
                    before.rename(target)
                raise
    except OSError as error:
        hint = "close what is open in it, or make it writable"
        raise OutputError(f"{target} cannot be written: {error.strerror}", hint) from error


def _staged(temporary: Path, files: Mapping[str, bytes]) -> Path:
    """A folder with the files, to be put in place."""
    staged = temporary / "staged"
    for name, content in files.items():
        path = staged / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return staged


def _same(target: Path, source: Path) -> bool:
    try:
        return target.samefile(source)
    except OSError:
        return target.resolve() == source.resolve()
