"""Work done in a process beside this one, while this one goes on."""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NoReturn, TypeVar

Made = TypeVar("Made")


@contextmanager
def aside(work: Callable[[], Made]) -> Iterator[Callable[[], Made]]:
    """Begin some work beside this process, and give what waits for it and returns what it made.

    It knows all that this process knows now, so nothing is handed over but what it made, which must be a value that
    can be pickled. Where a process cannot be split in two (Windows, macOS, a process with threads, one processor), the
    work is done when it is waited for. So it is where it failed: an error is raised as if nothing had been aside.
    Work that nobody waited for is stopped.
    """
    if not _can_split():
        yield work
        return
    reading, writing = os.pipe()
    beside = os.fork()
    if beside == 0:
        os.close(reading)
        _work(work, writing)
    os.close(writing)
    waiting = True

    def made() -> Made:
        nonlocal waiting
        with os.fdopen(reading, "rb") as given:
            written = given.read()
        os.waitpid(beside, 0)
        waiting = False
        result: Made = pickle.loads(written) if written else work()  # noqa: S301 -- this process wrote it
        return result

    try:
        yield made
    finally:
        if waiting:
            os.kill(beside, signal.SIGKILL)
            os.waitpid(beside, 0)
            os.close(reading)


def _can_split() -> bool:
    if sys.platform in ("win32", "darwin") or threading.active_count() > 1:
        return False
    return hasattr(os, "sched_getaffinity") and len(os.sched_getaffinity(0)) > 1


def _work(work: Callable[[], object], writing: int) -> NoReturn:
    """Do it, write what it made, and end without a word: nothing of the other process is flushed or closed twice."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        written = pickle.dumps(work(), pickle.HIGHEST_PROTOCOL)
        with os.fdopen(writing, "wb") as taken:
            taken.write(written)
    finally:
        os._exit(0)
