"""Whole processes, timed."""

from __future__ import annotations

import os
import statistics
import time
from dataclasses import dataclass


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


def measured(command: list[str], runs: int) -> Measured:
    """Run a command so many times. Raises `SystemExit` where it fails."""
    seconds, peak = [], 0.0
    for _ in range(runs):
        started = time.perf_counter()
        process = os.posix_spawn(command[0], command, {**os.environ, "NO_COLOR": "1"}, file_actions=_silent())
        _, status, usage = os.wait4(process, 0)
        seconds.append(time.perf_counter() - started)
        peak = max(peak, usage.ru_maxrss / 1024)
        if os.waitstatus_to_exitcode(status) not in (0, 1):
            raise SystemExit(f"failed: {' '.join(command)}")
    return Measured(statistics.median(seconds), peak)


def _silent() -> list[tuple[int, int, str, int, int]]:
    return [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
