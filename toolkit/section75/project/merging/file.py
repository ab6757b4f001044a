"""One file merged for git: what a merge driver is asked, and what `git diff` shows of a file."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath
from uuid import uuid4

from section75.errors import MissingError, OutputError, Section75Error
from section75.load import AGREEMENT_FILE, RECORDS, RISKS_FILE, SourceFile, beside_at
from section75.load.as_words import as_words
from section75.load.merged import merged_file
from section75.load.reader import read_source
from section75.load.source import Map
from section75.schema import KINDS
from section75.tree import LARGEST_FILE, bytes_of
from section75.value import dataclass


@dataclass(frozen=True)
class Driven:
    """What the driver did with a file."""

    conflicts: int
    note: str = ""
    """Why git's own merge was left to stand, where it was."""


def drive(base: Path, ours: Path, theirs: Path, name: str) -> Driven:
    """Merge a file for git, in place of ours; `name` is its path in the repository.

    Where one of the three cannot be read as a file of an agreement, git's own merge is made, line by line, and its
    conflict marks are left. Raises `OutputError` where ours cannot be written; all three files are then as they were.
    """
    from section75.project.history import merged_text  # noqa: PLC0415 -- git is asked only where ours cannot do it

    contents = [bytes_of(path, str(path), LARGEST_FILE) for path in (base, ours, theirs)]
    try:
        made = merged_file(*(sourced(content, name, side) for content, side in zip(contents, SIDES, strict=True)))
    except Section75Error as error:
        merged, conflicts = merged_text(ours, base, theirs, ours.parent)
        _replace(ours, merged)
        return Driven(conflicts, f"{name} was merged by git itself, line by line: {error}")
    _replace(ours, made.content)
    return Driven(len(made.conflicts))


SIDES = ("the base of", "our", "their")


def sourced(content: bytes, name: str, side: str = "") -> SourceFile:
    """A file of an agreement from its bytes, as git gives them.

    Raises `Section75Error` where it cannot be read; an empty base, as git gives where both sides added the file, is a
    file without values.
    """
    label = f"{side} {name}".strip()
    source, found = read_source(name, label, content)
    trouble = next((each for each in found if each.code != "ambiguous-value"), None)
    if not content.strip():
        source.data = Map(0)
    elif trouble is not None:
        raise Section75Error(f"{trouble.place}: {trouble.message}", "`s75 validate` says what is wrong")
    source.kind = kind_at(name, source.data)
    return source


def kind_at(name: str, data: object) -> str:
    """The kind of a file by its path and what it says; "" for none that is known."""
    path = PurePosixPath(name)
    if path.name in (AGREEMENT_FILE, RISKS_FILE):
        return "agreement" if path.name == AGREEMENT_FILE else "risks"
    if RECORDS in path.parts:
        below = "/".join(path.parts[path.parts.index(RECORDS) :])
        beside = beside_at(below)
        return beside.kind if beside else ""
    kind = data.get("kind") if isinstance(data, Map) else None
    return (
        kind
        if isinstance(kind, str) and kind in KINDS
        else {"reviews": "catalogue", "law": "law"}.get(path.parent.name, "")
    )


def shown(path: Path) -> str:
    """The words of a file for `git diff`; what cannot be read is shown as it stands."""
    content = bytes_of(path, str(path), LARGEST_FILE)
    try:
        source = sourced(content, path.name)
        return as_words(source.data)
    except (Section75Error, MissingError):
        return content.decode("utf-8", errors="replace")


def _replace(path: Path, content: bytes) -> None:
    """Put content in the place of a file, whole or not at all."""
    beside = path.with_name(f"{path.name}.{uuid4().hex[:8]}")
    try:
        beside.write_bytes(content)
        os.replace(beside, path)  # noqa: PTH105 -- the path stays a path
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise OutputError(f"{path} cannot be written: {error.strerror}", "make room, then merge again") from error
