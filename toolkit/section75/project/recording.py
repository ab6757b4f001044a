"""One record of what was done under an agreement, written as one new file, whole or not at all."""

from __future__ import annotations

from pathlib import Path

from section75.errors import OutputError, Section75Error
from section75.load import read_file
from section75.project.editor_schemas import pointing, renew_schemas
from section75.project.output import Edited, write_edited
from section75.project.places import root_above
from section75.project.versions import Version
from section75.tree import MemoryTree


def new_record(found: Version, path: str, there: str = "") -> Path:
    """Where a record will be written. `there` is what to say where one is there already.

    Raises `OutputError` where it is, and `UsageError` for a version that is not a folder of the reader's.
    """
    target = found.path_of(path)
    if target.exists():
        raise OutputError(there or f"{path} is there already", f"take {path} away first if it was wrong")
    return target


def write_record(found: Version, path: str, content: bytes, kind: str, what: str) -> Path:
    """Write a record, once it is what its schema asks for; gives the file.

    `what` names it in an error. Raises as `new_record`, and `Section75Error` for something that it cannot hold.
    """
    target, folder = new_record(found, path), found.path_of("")
    root = root_above(folder) or folder
    renew_schemas(root)
    content = pointing(content, path, folder, root)
    _, findings = read_file(MemoryTree({path: content}), path, (kind,))
    if findings:
        raise Section75Error(f"{what} cannot be written: {findings[0].message}", findings[0].hints[0])
    target.parent.mkdir(parents=True, exist_ok=True)
    write_edited([Edited(target, None, content)])
    return target
