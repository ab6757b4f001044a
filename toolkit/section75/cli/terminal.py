"""What the reader sees: results on standard output, everything else on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from time import monotonic

from section75.reports.escape import PLAIN, RED, one_line

PATIENCE = 1.0
"""Seconds before progress is shown."""


class Terminal:
    """Standard output and error; colour only where a person looks on and has not declined it (no-color.org)."""

    def __init__(self) -> None:
        wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        self.colour = wanted and sys.stdout.isatty()
        self.colour_errors = wanted and sys.stderr.isatty()
        self._started = monotonic()
        self._shown = False

    @cached_property
    def here(self) -> Path:
        """The folder in which the command stands; asked for here and nowhere else."""
        return Path.cwd()

    def say(self, text: str) -> None:
        """Write a result."""
        sys.stdout.write(text)

    def error(self, text: str) -> None:
        """Write something about the result."""
        self.clear()
        sys.stderr.write(text)

    def tell(self, notes: Iterable[str]) -> None:
        """Write what should be known about the result, a line each."""
        for note in notes:
            self.error(f"{one_line(note)}\n")

    def complain(self, message: str, hint: str = "") -> None:
        """Write one line that says why the command failed, and one that says what to do."""
        tint, plain = (RED, PLAIN) if self.colour_errors else ("", "")
        self.error(f"{tint}s75:{plain} {one_line(message)}\n" + (f"    hint: {one_line(hint)}\n" if hint else ""))

    def step(self, doing: str, slow: bool = False) -> None:
        """Show what is being done, where somebody watches and it takes more than a moment."""
        if sys.stderr.isatty() and (slow or monotonic() - self._started > PATIENCE):
            self.clear()
            sys.stderr.write(f"{doing} ...")
            sys.stderr.flush()
            self._shown = True

    def clear(self) -> None:
        """Take the progress line away."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            self._shown = False
