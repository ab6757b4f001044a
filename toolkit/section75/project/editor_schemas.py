"""The schemas that editors read while somebody types, in a project that does not hold the toolkit.

The folder belongs to the tool: it is compared with the tool's own schemas whenever a file is started, and replaced
whole where they differ, so that after an upgrade no editor underlines what is sound.
"""

from __future__ import annotations

from os.path import relpath
from pathlib import Path

from section75.drafting.schema_comment import pointed
from section75.errors import OutputError
from section75.project.output import replace_folder
from section75.schema import COMMON, KINDS, SHARED, schema_text

TOOLKIT = "toolkit/section75/schema"
"""Where a checkout of the toolkit keeps them."""
COPIES = ".section75/schema"
"""Where any other project keeps copies."""
RENEWED = "editor schemas renewed"
"""What should be told when they were replaced."""
README = "README.md"
NOTICE = """\
# Schemas for editors

`s75` writes this folder, and replaces it whole when its own schemas have changed. Do not change or add anything here:
it would be lost.

The first line of each YAML file names the schema by which your editor completes and checks it. Keep the
folder in version control, so that everyone's editor says the same.
"""


def schemas_folder(root: Path) -> Path:
    """Where the schemas for editors stand in a project, there already or not."""
    toolkit = root / TOOLKIT
    return toolkit if toolkit.is_dir() else root / COPIES


def renew_schemas(root: Path) -> bool:
    """Put the tool's schemas into a project that has none, or others. Returns whether others were replaced.

    A project that holds the toolkit is left as it is. Raises `OutputError` where the folder cannot be written; what
    stood there then still stands.
    """
    folder = schemas_folder(root)
    if folder == root / TOOLKIT:
        return False
    if folder.exists() and not folder.is_dir():
        raise OutputError(f"{folder} is a file", "move it away: a folder of that name holds the schemas for editors")
    wanted = _files()
    there = folder.is_dir()
    if there and _same(folder, wanted):
        return False
    replace_folder(folder, wanted)
    return there


def pointing(content: bytes, path: str, folder: Path, root: Path) -> bytes:
    """A file of an agreement with its first line pointing to its schema.

    `path` is that of the file below `folder`, the agreement's; `root` is the project.
    """
    return pointed(content, relpath(schemas_folder(root), folder).replace("\\", "/"), path)


def _files() -> dict[str, bytes]:
    schemas = {f"{kind}.json": schema_text(kind).encode() for kind in (*KINDS, *SHARED, COMMON)}
    return {README: NOTICE.encode(), **schemas}


def _same(folder: Path, wanted: dict[str, bytes]) -> bool:
    """Whether the folder holds these files and no other schema; git may have changed their line ends."""
    try:
        if {path.name for path in folder.glob("*.json")} != wanted.keys() - {README}:
            return False
        return all((folder / name).read_bytes().replace(b"\r\n", b"\n") == content for name, content in wanted.items())
    except OSError:
        return False
