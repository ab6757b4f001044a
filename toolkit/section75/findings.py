"""What is wrong with an agreement, as data: a code, a severity, a place, and hints that say what to do.

Knows nothing of files, YAML or terminals; `reports` turns findings into text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import KW_ONLY
from enum import StrEnum

from section75.value import dataclass


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    """The agreement cannot be printed or relied on until this is corrected."""
    WARNING = "warning"
    """The agreement prints, and somebody should look."""


WARNING = Severity.WARNING


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in a file a finding is. Lines and columns count from 1."""

    path: str
    """The file as the reader would type it, with forward slashes."""
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, in words that a lawyer understands."""

    code: str
    """Stable name of the kind of finding, e.g. `broken-reference`; `explain` describes it."""
    message: str
    """What is wrong, in one sentence without a full stop."""
    place: Place
    hints: tuple[str, ...] = ()
    """What to do about it."""
    owner: str = ""
    """Id of the clause, row or file that it is about, by which it can be accepted."""
    severity: Severity = Severity.ERROR
    cited: str = ""
    """How the clause or row is cited in print, e.g. "clause 12.3"; "" where it has no number."""
    excerpt: str = ""
    """The line of the file, or the part of it around the place."""
    caret: int = 0
    """Where in the excerpt the place is, from 0."""

    @property
    def is_error(self) -> bool:
        """Whether the finding stops printing."""
        return self.severity is Severity.ERROR


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings sorted by place, then code; each once."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda f: (f.place, f.code, f.message)))


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any of the findings stops printing."""
    return any(finding.is_error for finding in findings)


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule has to say before its line is known, e.g. `Remark("no-heading", "...", "board-meetings")`."""

    code: str
    message: str
    owner: str
    """Id of the thing that it is about, e.g. the clause `board-meetings`."""
    _: KW_ONLY
    at: str = ""
    """Dotted path of the field below the owner, e.g. `text` or `term.end`."""
    needle: str = ""
    """Words within the field that give the exact column, e.g. `(#board-meetings)`."""
    hint: str = ""
    """What to do about it."""
    severity: Severity = Severity.ERROR
    occurrence: int = 0
    """Which of several things with the same id; 0 is the first."""

    def placed(self, place: Place) -> Finding:
        """The finding, at its place."""
        hints = (self.hint,) if self.hint else ()
        return Finding(self.code, " ".join(self.message.split()), place, hints, self.owner, self.severity)
