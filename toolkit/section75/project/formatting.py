"""Files of a project brought into the canonical form: all that were named are written, or none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from section75.errors import MissingError, Section75Error
from section75.load import AGREEMENT_FILE, SourceFile, load_agreement, read_file
from section75.load.form import in_form, looks_formed
from section75.load.proved import encoded
from section75.model import SCHEDULE_KINDS
from section75.progress import Step, silent
from section75.project.output import Edited, write_edited
from section75.project.places import (
    AGREEMENTS,
    LAW,
    LIBRARY,
    REVIEWS,
    agreement_folder,
    agreement_folders,
    is_file,
    root_above,
)
from section75.project.versions import Version
from section75.signoff.digest import digests
from section75.tree import YAML, DiskTree, MemoryTree
from section75.value import dataclass

BESIDE = {LIBRARY: tuple(SCHEDULE_KINDS), REVIEWS: ("catalogue",), LAW: ("law",)}
"""Folders of a project beside its agreements, and the kinds of file in them."""


@dataclass(frozen=True)
class Formed:
    """One file, as it stands and in the canonical form."""

    path: Path
    was: bytes
    now: bytes
    refused: str = ""
    """Why it cannot be written so; then `now` is what it was."""

    @property
    def is_changed(self) -> bool:
        """Whether the file is not in the canonical form."""
        return self.was != self.now


def formed(names: Sequence[str], here: Path, step: Step = silent) -> tuple[Formed, ...]:
    """Every file that is named, in the canonical form: an agreement with all its files, a file, or the whole project.

    Raises `MissingError` for what is not there.
    """
    found: dict[Path, Formed] = {}
    for name in names or ["."]:
        for each in _named(name, here, step):
            found[each.path] = each
    return tuple(found.values())


def write_formed(files: Iterable[Formed]) -> None:
    """Write those that are not in the canonical form. Raises `OutputError` where one changed meanwhile."""
    write_edited([Edited(each.path, each.was, each.now) for each in files if each.is_changed])


def out_of_form(found: Version) -> int:
    """How many files of an agreement in a git repository are clearly not in the canonical form; 0 outside one."""
    if found.folder is None or found.is_carried:
        return 0
    folder = found.folder.resolve()
    if not any((each / ".git").exists() for each in (folder, *folder.parents)):
        return 0
    return sum(not looks_formed(source.text) for source in found.loaded.places.files)


def _named(name: str, here: Path, step: Step) -> Iterator[Formed]:
    path = here / name
    if is_file(path) and path.name != AGREEMENT_FILE:
        yield _lone(path)
        return
    root = root_above(path) if path.is_dir() else None
    if root is not None and path.resolve() == root.resolve():
        for folder in agreement_folders(root):
            step(f"Reading {folder.relative_to(root / AGREEMENTS).as_posix()}")
            yield from _agreement(folder)
        for place in BESIDE:
            yield from (_lone(each) for each in sorted((root / place).glob(f"*{YAML}")))
        return
    yield from _agreement(agreement_folder(name, here))


def _lone(path: Path) -> Formed:
    """A file by itself; one that belongs to an agreement, with the agreement's own proof."""
    folder = next((each for each in path.parents if is_file(each / AGREEMENT_FILE)), None)
    if folder is not None:
        mine = [each for each in _agreement(folder) if each.path.resolve() == path.resolve()]
        if mine:
            return mine[0]
    kinds = BESIDE.get(path.parent.name)
    if kinds is None:
        raise MissingError(f"{path} is no file of an agreement or of the library", "name one that s75 reads")
    source, _ = read_file(DiskTree(path.parent, path.parent.name), path.name, kinds)
    return _formed(path, source)


def _agreement(folder: Path) -> Iterator[Formed]:
    """The files of an agreement, held to the digests that it had."""
    tree = DiskTree(folder, folder.name)
    loaded = load_agreement(tree)
    made = [_formed(folder / source.path, source) for source in loaded.places.files]
    if loaded.agreement is not None and any(each.is_changed for each in made):
        files = {each.path.relative_to(folder).as_posix(): each.now for each in made}
        again = load_agreement(MemoryTree(files))
        if again.agreement is None or digests(again.data, again.agreement) != digests(loaded.data, loaded.agreement):
            why = "the canonical form would give the agreement another digest"
            made = [Formed(each.path, each.was, each.was, why if each.is_changed else "") for each in made]
    yield from made


def _formed(path: Path, source: SourceFile) -> Formed:
    was = encoded(source)
    if not source.kind:
        return Formed(path, was, was, "it has errors; `s75 validate` lists them")
    try:
        text = in_form(source, source.kind)
    except Section75Error as error:
        return Formed(path, was, was, str(error))
    mark = b"\xef\xbb\xbf" if source.byte_order_mark else b""
    return Formed(path, was, mark + text.encode("utf-8"))
