"""Where agreements, templates and the library stand: the project around the reader, else what the package carries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from section75.errors import MissingError
from section75.tree import DiskTree

AGREEMENTS = "agreements"
AGREEMENT_FILE = "agreement.yaml"
TEMPLATES = "templates"
LIBRARY = "schedules"
REVIEWS = "reviews"
MODEL = "model-"
"""How the folder of a model agreement begins."""


@dataclass(frozen=True)
class Project:
    """A folder that holds `agreements/`, and perhaps `templates/`."""

    root: Path

    def agreements(self) -> Iterator[Path]:
        """The folder of every agreement, in order of name."""
        yield from sorted(path.parent for path in (self.root / AGREEMENTS).glob("**/" + AGREEMENT_FILE))


def project_above(start: Path) -> Project | None:
    """The project upwards from a folder, if it lies in one."""
    return next((Project(folder) for folder in (start, *start.parents) if (folder / AGREEMENTS).is_dir()), None)


def find_project(start: Path) -> Project:
    """The project upwards from a folder; where there is none, what the package carries."""
    return project_above(start) or carried()


def carried() -> Project:
    """What the package itself carries; in a checkout, the checkout."""
    package = Path(str(files("section75")))
    inside = package / "content"
    return Project(inside if inside.is_dir() else package.parent.parent)


def agreement_folder(name: str, here: Path) -> Path:
    """The folder of an agreement given in full, or as below `agreements/`, e.g. `coventry-cwpt/2018`.

    Raises `MissingError`, listing what there is, where there is no such agreement.
    """
    candidate = Path(name)
    given = candidate if candidate.is_absolute() else here / candidate
    if given.name == AGREEMENT_FILE and given.is_file():
        return given.parent
    if (given / AGREEMENT_FILE).is_file():
        return given
    project = find_project(here)
    for root in (project.root, carried().root):
        if ".." not in candidate.parts and (root / AGREEMENTS / candidate / AGREEMENT_FILE).is_file():
            return root / AGREEMENTS / candidate
    if given.is_dir():
        raise MissingError(f"{name} holds no {AGREEMENT_FILE}", "name the folder that holds it")
    known = [short_name(folder, project) for folder in project.agreements()]
    hint = "known here: " + ", ".join(known[:12]) if known else "start one with `s75 new NAME`"
    raise MissingError(f"there is no agreement {name}", hint)


def catalogue_files(here: Path) -> dict[str, Path]:
    """The catalogues of the project, then those that the package carries, by name."""
    found: dict[str, Path] = {}
    for root in (find_project(here).root, carried().root):
        for path in sorted((root / REVIEWS).glob("*.yaml")):
            found.setdefault(path.stem, path)
    return found


def short_name(folder: Path, project: Project) -> str:
    """The folder as below `agreements/`, with forward slashes."""
    base = project.root / AGREEMENTS
    return folder.relative_to(base).as_posix() if folder.is_relative_to(base) else folder.as_posix()


def disk_tree(folder: Path, here: Path) -> DiskTree:
    """The folder as a source of files, named in findings as the reader would type it from where they stand."""
    return DiskTree(folder, folder.relative_to(here).as_posix() if folder.is_relative_to(here) else folder.as_posix())


def template_bytes(name: str, here: Path, given: Path | None = None) -> tuple[bytes, str]:
    """A template and its file name: the one given, else the project's, else the package's.

    Raises `MissingError` where there is none.
    """
    if given is not None:
        return _read(given), given.name
    for project in (find_project(here), carried()):
        path = project.root / TEMPLATES / name
        if path.is_file():
            return _read(path), name
    raise MissingError(f"there is no template {name}", "put it into templates/, or name one with --template")


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise MissingError(f"the template {path} cannot be read: {error.strerror}", "check the path") from error
