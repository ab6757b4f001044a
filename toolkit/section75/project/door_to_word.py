"""The part of the one door through which Word copies come back."""

from __future__ import annotations

from pathlib import Path

from section75.progress import Step, silent
from section75.project.importing import Brought, Imported, bring_in, read_back
from section75.project.versions import Version, version_in_folder
from section75.value import dataclass


@dataclass(frozen=True)
class DoorToWord:
    """What can be done with copies of a project's agreements that people edited in Word."""

    here: Path
    step: Step = silent

    def read_back(self, copy: str) -> Brought:
        """What an edited copy proposes: `proposals`, and what is not carried back; nothing is written.

        Raises `MissingError` where it cannot be read, `TemplateError` where it carries no agreement, `UsageError` for a
        redline, and `Section75Error` where the agreement inside it was altered.
        """
        return read_back(copy, self.here, self.step)

    def bring_in(self, brought: Brought, name: str | Version, *, force: bool = False) -> Imported:
        """Merge the proposals into the files of an agreement as they are now: gives the paths written, and conflicts.

        Raises `UsageError` for a copy of another agreement, or where edits are not committed and `force` does not
        allow it, and `Section75Error` where a file cannot be edited safely; nothing is written then.
        """
        found = name if isinstance(name, Version) else version_in_folder(name, self.here, self.step)
        return bring_in(brought, found, force=force)
