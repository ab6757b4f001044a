"""What the reader sees: results on standard output, everything else on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from time import monotonic
from typing import TextIO, TypeVar

from section75.errors import OutputError, UsageError
from section75.reports.escape import PLAIN, RED, one_line

Answer = TypeVar("Answer")
PATIENCE = 1.0
"""Seconds before progress is shown."""


class Terminal:
    """Standard output and error; colour only where a person looks on and has not declined it (no-color.org)."""

    def __init__(self) -> None:
        wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        self.colour = wanted and _watched(sys.stdout)
        self.colour_errors = wanted and _watched(sys.stderr)
        self._started = monotonic()
        self._shown = False

    @cached_property
    def here(self) -> Path:
        """The folder in which the command stands; asked for here and nowhere else."""
        return Path.cwd()

    def say(self, text: str) -> None:
        """Write a result. Raises `OutputError` where it cannot be written."""
        with _writable():
            _present(sys.stdout).write(text)

    def finish(self) -> None:
        """Hand over what was written. Raises `OutputError` where that fails, such as on a full disk."""
        with _writable():
            if sys.stdout is not None:
                sys.stdout.flush()

    def error(self, text: str) -> None:
        """Write something about the result."""
        self.clear()
        if sys.stderr is not None:
            with suppress(OSError):
                sys.stderr.write(text)
                sys.stderr.flush()

    def tell(self, notes: Iterable[str]) -> None:
        """Write what should be known about the result, a line each."""
        for note in notes:
            self.error(f"{one_line(note)}\n")

    def complain(self, message: str, hint: str = "") -> None:
        """Write one line that says why the command failed, and one that says what to do."""
        tint, plain = (RED, PLAIN) if self.colour_errors else ("", "")
        self.error(f"{tint}s75:{plain} {one_line(message)}\n" + (f"    hint: {one_line(hint)}\n" if hint else ""))

    @property
    def is_attended(self) -> bool:
        """Whether somebody sits at the terminal who can be asked."""
        return bool(sys.stdin and sys.stdin.isatty() and sys.stdout.isatty())

    def ask(self, question: str) -> str:
        """The words typed by whoever sits at the terminal; "" where nobody does, or nothing is typed."""
        return self.ask_until(question, str)

    def ask_until(self, question: str, read: Callable[[str], Answer]) -> Answer:
        """What `read` makes of the answer of whoever sits at the terminal; asked again until it can read it.

        It reads "" where nobody sits there, or nothing is typed.
        """
        if not self.is_attended:
            return read("")
        while True:
            try:
                return read(input(f"{question}: ").strip())
            except EOFError:
                return read("")
            except UsageError as error:
                self.complain(str(error), error.hint)

    def step(self, doing: str, slow: bool = False) -> None:
        """Show what is being done, where somebody watches and it takes more than a moment."""
        if _watched(sys.stderr) and (slow or monotonic() - self._started > PATIENCE):
            self.clear()
            sys.stderr.write(f"{doing} ...")
            sys.stderr.flush()
            self._shown = True

    def clear(self) -> None:
        """Take the progress line away."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            self._shown = False


def _watched(stream: TextIO | None) -> bool:
    """Whether a person looks on. A stream that was closed before we began is None."""
    return stream is not None and stream.isatty()


def _present(stream: TextIO | None) -> TextIO:
    if stream is None:
        raise OutputError("standard output is closed, so the result cannot be written", "take >&- away")
    return stream


@contextmanager
def _writable() -> Iterator[None]:
    """Turn a failure of standard output into an error; a reader who has gone away is told nothing."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        _let_go()
        message = f"the result cannot be written to standard output: {error.strerror}"
        raise OutputError(message, "make room, or send it elsewhere") from error


def _let_go() -> None:
    """Leave what could not be written unwritten, so that Python does not try again when it ends."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
