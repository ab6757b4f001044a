"""The part of the one door that a team in git uses: the form of files, merging, conflicts, and who changed what."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from section75.progress import Step, silent
from section75.project.formatting import Formed, formed, write_formed
from section75.project.merging.resolving import Open, open_conflicts, resolve
from section75.project.merging.whole import Whole, merge_whole
from section75.project.past import Blamed, Entry, blame, log
from section75.project.versions import Version, version
from section75.value import dataclass


@dataclass(frozen=True)
class DoorToGit:
    """What can be done with the agreements of a project that several people edit in git."""

    here: Path
    step: Step = silent

    def format(self, names: Sequence[str] = (), write: bool = True) -> tuple[Formed, ...]:
        """Files in the canonical form: of agreements, files, or the whole project where none is named.

        Those that were not in it are written unless `write` says no; each tells whether it `is_changed` or `refused`.
        Raises `MissingError` for what is not there.
        """
        files = formed(names, self.here, self.step)
        if write:
            write_formed(files)
        return files

    def merge(self, base: str | Version, ours: str | Version, theirs: str | Version) -> Whole:
        """Ours with all that theirs changed since the base: its `files`, and how far each can be relied on.

        Raises `Section75Error` where a file of one of the three cannot be read.
        """
        return merge_whole(*(self._named(name) for name in (base, ours, theirs)))

    def conflicts(self, name: str | Version) -> tuple[Open, ...]:
        """The conflicts that a merge left in the files of an agreement."""
        return open_conflicts(self._named(name))

    def resolve(
        self, name: str | Version, places: Sequence[str], side: str, words: str | None = None
    ) -> tuple[str, ...]:
        """Decide conflicts by their places, all where none is named: `ours`, `theirs`, `base`, or other words.

        Raises `MissingError` for a place where none stands, and `Section75Error` where no side can settle it.
        """
        return resolve(self._named(name), places, side, words)

    def log(self, name: str | Version, identity: str = "", most: int = 0) -> tuple[Entry, ...]:
        """The commits that changed an agreement, or one unit of it, newest first; `most` of them, or all.

        Raises `MissingError` where nothing ever had the id, or there is no repository.
        """
        return tuple(log(self._named(name), identity, most, self.step))

    def blame(self, name: str | Version) -> tuple[Blamed, ...]:
        """For each clause, row and definition who last changed its words.

        Raises `MissingError` where there is no repository.
        """
        return blame(self._named(name), self.step)

    def _named(self, name: str | Version) -> Version:
        return name if isinstance(name, Version) else version(name, self.here, self.step)
