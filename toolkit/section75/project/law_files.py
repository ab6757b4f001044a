"""What is in force: the files of the project's folder `law`, and the toolkit's own for England."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from section75.errors import SourceError
from section75.findings import Finding, in_order
from section75.law.faults import faults
from section75.load import SourceFile, load_law
from section75.model import Law, LawEntry
from section75.project.places import LAW, disk_tree, roots
from section75.value import dataclass


@dataclass(frozen=True)
class Laws:
    """The law that agreements are held against."""

    files: tuple[Law, ...]

    @property
    def entries(self) -> tuple[LawEntry, ...]:
        """Every entry; where a council's own file has one of the same id, that one."""
        found = {entry.id: entry for file in reversed(self.files) for entry in file.entries}
        return tuple(found.values())


def law_paths(here: Path) -> dict[str, Path]:
    """The files of law of the project, then those that the package carries, by name; the project's come first."""
    found: dict[str, Path] = {}
    for root in roots(here):
        for path in sorted((root / LAW).glob("*.yaml")):
            found.setdefault(path.stem, path)
    return found


def read_laws(here: Path) -> Laws:
    """Every file of law, as a project sees it from a folder; read once while no file changes.

    Raises `SourceError`, with every finding, where one cannot be used: a clean word over half of the law is none.
    """
    paths = tuple(law_paths(here).values())
    return _read(here, paths, tuple((path.stat().st_mtime_ns, path.stat().st_size) for path in paths))


@lru_cache(maxsize=4)
def _read(here: Path, paths: tuple[Path, ...], _: tuple[tuple[int, int], ...]) -> Laws:
    read: list[tuple[Law, SourceFile]] = []
    findings: list[Finding] = []
    for path in paths:
        law, source, found = load_law(disk_tree(path.parent, here), path.name)
        findings += found
        if law is not None:
            read.append((law, source))
    laws = [law for law, _ in read]
    for law, source in read:
        others = [each for each in laws if each is not law]
        for fault in faults(law, others):
            place = source.place(source.span(fault.keys)[0])
            findings.append(Finding("bad-law", fault.message, place, (fault.hint,), law.id))
    if findings:
        raise SourceError("the law cannot be read", in_order(findings))
    return Laws(tuple(laws))
