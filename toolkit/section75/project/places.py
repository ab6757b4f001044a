"""Where agreements, templates and the library stand: the project around the reader, else what the package carries."""

from __future__ import annotations

from difflib import get_close_matches
from importlib.resources import files
from os.path import lexists
from pathlib import Path

from section75.errors import MissingError
from section75.load import AGREEMENT_FILE
from section75.tree import DiskTree, bytes_of, files_below

AGREEMENTS = "agreements"
TEMPLATES = "templates"
LIBRARY = "schedules"
REVIEWS = "reviews"
LAW = "law"
AGREEMENT_TEMPLATE = "agreement.docx"
REGISTER_TEMPLATE = "register.docx"
LARGEST_TEMPLATE = 50_000_000
"""Bytes."""
MODEL = "model-"
"""How the folder of a model agreement begins."""


def is_there(path: Path) -> bool:
    """Whether something stands at a path; False for one that no disk could hold or nobody may look at."""
    try:
        return path.exists()
    except OSError:
        return False


def is_file(path: Path) -> bool:
    """Whether a file stands at a path; False for one that no disk could hold or nobody may look at."""
    try:
        return path.is_file()
    except OSError:
        return False


def agreement_folders(root: Path) -> tuple[Path, ...]:
    """The folder of every agreement of a project, in order of name.

    Folders whose names begin with a dot are passed over: what was being written when a command was killed lies there.
    Raises `MissingError` where `agreements` is a link out of the project: nobody knows how much lies there.
    """
    if not (root / AGREEMENTS).resolve().is_relative_to(root.resolve()):
        raise MissingError(f"{AGREEMENTS} is a link out of the project's folder", "put the folder itself there")
    found = (path.parent for path in files_below(root / AGREEMENTS) if path.name == AGREEMENT_FILE)
    return tuple(sorted(folder for folder in found if not _is_hidden(folder.relative_to(root))))


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def root_above(start: Path) -> Path | None:
    """The project upwards from a folder, if it lies in one: the folder that holds `agreements/`."""
    return next((folder for folder in (start, *start.parents) if (folder / AGREEMENTS).is_dir()), None)


def project_root(start: Path) -> Path:
    """The project upwards from a folder; where there is none, what the package carries."""
    return root_above(start) or carried_root()


def carried_root() -> Path:
    """What the package itself carries; in a checkout, the checkout."""
    package = Path(str(files("section75")))
    inside = package / "content"
    return inside if inside.is_dir() else package.parent.parent


def roots(here: Path) -> tuple[Path, Path]:
    """Where models, catalogues and templates are looked for: the project first, then what the package carries."""
    return project_root(here), carried_root()


def agreement_folder(name: str, here: Path) -> Path:
    """The folder of an agreement given in full, or as below `agreements/`, e.g. `coventry-cwpt/2018`.

    Raises `MissingError`, listing what there is, where there is no such agreement.
    """
    candidate = Path(name)
    given = candidate if candidate.is_absolute() else here / candidate
    if given.name == AGREEMENT_FILE and is_file(given):
        return given.parent
    # Where what stands there is no file, reading it says so.
    if lexists(given / AGREEMENT_FILE):
        return given
    for root in roots(here):
        if ".." not in candidate.parts and lexists(root / AGREEMENTS / candidate / AGREEMENT_FILE):
            return root / AGREEMENTS / candidate
    if is_there(given) and given.is_dir():
        raise MissingError(f"{name} holds no {AGREEMENT_FILE}", "name the folder that holds it")
    project = project_root(here)
    known = [short_name(folder, project) for folder in agreement_folders(project)]
    near = get_close_matches(name, known, 1)
    hint = "known here: " + ", ".join(known[:12]) if known else "start one with `s75 new NAME`"
    hint = f"did you mean {near[0]}? {hint}" if near else hint
    raise MissingError(f"there is no agreement {name}", hint)


def comes_with_the_tool(folder: Path, name: str, here: Path) -> bool:
    """Whether an agreement was found by its name among those that the package carries, and not in a project."""
    project = root_above(here)
    is_carried = folder.is_relative_to(carried_root() / AGREEMENTS)
    return is_carried and not Path(name).is_absolute() and (project is None or not folder.is_relative_to(project))


def catalogue_files(here: Path) -> dict[str, Path]:
    """The catalogues of the project, then those that the package carries, by name."""
    found: dict[str, Path] = {}
    for root in roots(here):
        for path in sorted((root / REVIEWS).glob("*.yaml")):
            found.setdefault(path.stem, path)
    return found


def short_name(folder: Path, root: Path) -> str:
    """The folder as below `agreements/` of a project, with forward slashes."""
    base = root / AGREEMENTS
    return folder.relative_to(base).as_posix() if folder.is_relative_to(base) else folder.as_posix()


def disk_tree(folder: Path, here: Path) -> DiskTree:
    """The folder as a source of files, named in findings as the reader would type it from where they stand."""
    return DiskTree(folder, folder.relative_to(here).as_posix() if folder.is_relative_to(here) else folder.as_posix())


def own_template() -> bytes:
    """The template of an agreement that comes with the toolkit, whatever the project's is."""
    path = carried_root() / TEMPLATES / AGREEMENT_TEMPLATE
    return bytes_of(path, f"the template {path}", LARGEST_TEMPLATE)


def template_bytes(name: str, here: Path, given: Path | None = None) -> tuple[bytes, str]:
    """A template and its file name: the one given, else the project's, else the package's.

    Raises `MissingError` where there is none.
    """
    if given is not None:
        return bytes_of(here / given, f"the template {given}", LARGEST_TEMPLATE), given.name
    for root in roots(here):
        path = root / TEMPLATES / name
        if is_file(path):
            return bytes_of(path, f"the template {path}", LARGEST_TEMPLATE), name
    raise MissingError(f"there is no template {name}", "put it into templates/, or name one with --template")
