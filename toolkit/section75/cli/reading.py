"""Reading and judging the agreement that a command names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from section75.cli.terminal import Terminal
from section75.errors import SourceError
from section75.judging.agreement import Judgement, judge
from section75.load import Loaded, load_agreement
from section75.project.places import agreement_folder, disk_tree


@dataclass(frozen=True)
class Read:
    """An agreement as read from a folder, with what is wrong with it."""

    folder: Path
    loaded: Loaded
    judgement: Judgement

    @property
    def sources(self) -> tuple[Path, ...]:
        """Every file that was read, none of which may be overwritten."""
        return tuple(self.folder / source.path for source in self.loaded.places.files)


def read(name: str, terminal: Terminal) -> Read:
    """Read and judge an agreement. Raises `MissingError` where there is none."""
    here = Path.cwd()
    folder = agreement_folder(name, here)
    terminal.step(f"Reading {name}")
    loaded = load_agreement(disk_tree(folder, here))
    terminal.step(f"Checking {name}")
    return Read(folder, loaded, judge(loaded))


def read_sound(name: str, terminal: Terminal) -> Read:
    """The same, for commands that print. Raises `SourceError` where an error stands in the way."""
    found = read(name, terminal)
    if found.judgement.has_errors:
        errors = tuple(finding for finding in found.judgement.findings if finding.is_error)
        raise SourceError("nothing was printed", errors)
    return found
