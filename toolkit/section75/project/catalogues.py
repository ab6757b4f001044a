"""The catalogues of review items: those of the project, then those that the package carries."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from section75.errors import MissingError
from section75.findings import Finding
from section75.judging.reviewed import ReadCatalogue
from section75.load import load_catalogue
from section75.progress import Step, silent
from section75.project.places import catalogue_files, disk_tree
from section75.value import dataclass


@dataclass(frozen=True)
class Catalogues:
    """Catalogues as they were read."""

    read: tuple[ReadCatalogue, ...]
    broken: tuple[Finding, ...] = ()
    """What is wrong with those that could not be read."""


def read_catalogues(names: Sequence[str] | None, here: Path, step: Step = silent) -> Catalogues:
    """The catalogues that are named, or all where `names` is None or empty.

    Raises `MissingError`, listing what there is, where one is not there.
    """
    files = catalogue_paths(names, here)
    made: list[ReadCatalogue] = []
    broken: list[Finding] = []
    for name in files:
        step(f"Reading {name}")
        catalogue, source, findings = load_catalogue(disk_tree(files[name].parent, here), files[name].name)
        if catalogue is None:
            broken += findings
        else:
            made.append(ReadCatalogue(catalogue, source, bool(names)))
    return Catalogues(tuple(made), tuple(broken))


def catalogue_paths(names: Sequence[str] | None, here: Path) -> dict[str, Path]:
    """The files of the catalogues that are named, or of all where `names` is None or empty.

    Raises `MissingError`, listing what there is, where one is not there.
    """
    files = catalogue_files(here)
    unknown = next((name for name in names or () if name not in files), None)
    if unknown:
        raise MissingError(f"there is no catalogue {unknown}", "catalogues: " + ", ".join(files))
    return {name: files[name] for name in names or files}
