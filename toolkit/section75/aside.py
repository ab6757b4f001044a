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
    # An interruption waits until each process knows which of the two it is.
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    beside = os.fork()
    if beside == 0:
        _work(work, writing)
    waiting = True
    try:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        os.close(writing)
        with os.fdopen(reading, "rb") as given:

            def made() -> Made:
                nonlocal waiting
                written = given.read()
                _, ended = os.waitpid(beside, 0)
                waiting = False
                result: Made = work() if ended else pickle.loads(written)  # noqa: S301 -- this process wrote it
                return result

            yield made
    finally:
        if waiting:
            os.kill(beside, signal.SIGKILL)
            os.waitpid(beside, 0)


def _can_split() -> bool:
    if sys.platform in ("win32", "darwin") or threading.active_count() > 1:
        return False
    return hasattr(os, "sched_getaffinity") and len(os.sched_getaffinity(0)) > 1


def _work(work: Callable[[], object], writing: int) -> NoReturn:
    """Do it, write what it made, and end without a word: nothing of the other process is flushed or closed twice.

    It ends well only where all was written.
    """
    ended = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        written = pickle.dumps(work(), pickle.HIGHEST_PROTOCOL)
        with os.fdopen(writing, "wb") as taken:
            taken.write(written)
        ended = 0
    finally:
        os._exit(ended)
