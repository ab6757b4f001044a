"""Errors that stop a command. A finding is about the agreement; an error means that the command cannot continue."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from section75.findings import Finding


class Section75Error(Exception):
    """An expected failure, reported in one line; the command ends with exit code 1."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint
        """What to do about it; may be empty."""


class SourceError(Section75Error):
    """The source cannot be read as an agreement. Carries every finding, not only the first."""

    def __init__(self, message: str, findings: tuple[Finding, ...]) -> None:
        super().__init__(message)
        self.findings = findings


class MissingError(Section75Error):
    """Something that was named does not exist, or is outside the folder that it must be in."""


class TemplateError(Section75Error):
    """A Word template is missing, is not a Word document, or holds a tag that cannot be filled."""


class OutputError(Section75Error):
    """A file could not be written; what was there before is unchanged."""


class ProgramError(Section75Error):
    """Another program (LibreOffice, git) is missing or failed."""


class UsageError(Section75Error):
    """The command was called wrongly; it ends with exit code 2."""


class AlteredError(Section75Error):
    """A Word file was changed after it was printed, and what is asked for would not take that into account."""
