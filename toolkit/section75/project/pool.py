"""The same done for many things at once, on all processors, with the results in the order given."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context, resource_tracker
from typing import TypeVar

FEWEST = 8
"""Things for which processes of their own are worth starting; to start two takes as long as to check six agreements."""
Given = TypeVar("Given")
Made = TypeVar("Made")


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def each(
    do: Callable[[Given], Made],
    given: Sequence[Given],
    jobs: int,
    told: Callable[[Given], None],
    fewest: int = FEWEST,
) -> Iterator[Made]:
    """What `do` makes of each thing, in order; `told` is called as each begins, or is waited for.

    `jobs` is the most processes to use, and `fewest` how many things make it worth starting them. With more than one,
    `do` and the things go to other processes, so they must be known by a module's name. An interruption ends the
    processes after what each is just doing.
    """
    workers = min(jobs, len(given))
    if workers < 2 or len(given) < fewest:
        for thing in given:
            told(thing)
            yield do(thing)
        return
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_begin)
    try:
        with _uninterrupted():
            waiting: list[Future[Made]] = [pool.submit(do, thing) for thing in given]
        for thing, future in zip(given, waiting, strict=True):
            told(thing)
            yield future.result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _begin() -> None:
    """Leave an interruption to the process that started this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Processes that are started in here take no notice of an interruption, not even while they start.

    One that comes meanwhile is kept until all have started. Windows cannot keep it, and it is lost there.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    if hasattr(signal, "pthread_sigmask"):
        # Where the tracker is started, it lets interruptions through again; so it is started before.
        resource_tracker.ensure_running()
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        return
    handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)
