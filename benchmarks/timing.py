"""Whole processes, timed."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Measured:
    """One command: median seconds, and megabytes at the peak of the largest run."""

    seconds: float
    megabytes: float


@dataclass(frozen=True)
class Line:
    """One row of the table of times: ours beside a peer's."""

    what: str
    ours: Measured
    peer: str
    theirs: Measured
    word: str = "faster"

    def __str__(self) -> str:
        ratio = self.theirs.seconds / self.ours.seconds
        ratio = 1 / ratio if self.word != "faster" else ratio
        o, t = self.ours, self.theirs
        return (
            f"| {self.what} | {o.seconds:.3f} | {o.megabytes:.0f} | {self.peer} | {t.seconds:.3f} "
            f"| {t.megabytes:.0f} | {ratio:.1f} {self.word} |"
        )


def measured(
    command: list[str], runs: int, folder: Path | None = None, more: Mapping[str, str] | None = None
) -> Measured:
    """Run a command so many times, in a folder and with `more` in its environment. Raises `SystemExit` where it fails.

    Memory is that of the process itself, without those it starts.
    """
    seconds, peak = [], 0.0
    environment = {**os.environ, "NO_COLOR": "1", **(more or {})}
    if folder:
        command = ["/bin/sh", "-c", 'cd "$0" && exec "$@"', str(folder), *command]
    for _ in range(runs):
        started = time.perf_counter()
        process = os.posix_spawn(command[0], command, environment, file_actions=_silent())
        _, status, usage = os.wait4(process, 0)
        seconds.append(time.perf_counter() - started)
        peak = max(peak, usage.ru_maxrss / 1024)
        if os.waitstatus_to_exitcode(status) not in (0, 1):
            raise SystemExit(f"failed: {' '.join(command)}")
    return Measured(statistics.median(seconds), peak)


def _silent() -> list[tuple[int, int, str, int, int]]:
    return [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
