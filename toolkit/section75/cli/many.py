"""What the verbs that take many agreements have in common: which, how they are split, and what is remembered."""

from __future__ import annotations

import argparse
import gc
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from section75 import __version__
from section75.cli.exit_codes import BUG
from section75.cli.terminal import Terminal
from section75.errors import MissingError, UsageError
from section75.project.asking import Named, Question
from section75.project.many import agreements_named, answers, shard_of
from section75.project.memory import Memory, memory_folder, open_memory
from section75.project.pool import processors
from section75.reports.sweep import Answer, Sweep


def named_agreements(names: Sequence[str], terminal: Terminal) -> tuple[Named, ...]:
    """The agreements named, or all of the project. Raises `MissingError` where there are none."""
    found = agreements_named(names, terminal.here)
    if not found:
        raise MissingError("there is no agreement to check", "start one with `s75 new NAME`")
    return found


def swept(
    verb: str, question: Question, found: Sequence[Named], options: argparse.Namespace, terminal: Terminal
) -> Sweep:
    """One pass over the agreements that fall in the shard, where one is named."""
    shard = shard_of(options.shard) if options.shard else None
    mine = [named for named in found if shard is None or shard.holds(named.name)]
    return Sweep(
        verb=verb,
        portfolio=tuple(named.name for named in found),
        answers=asked(question, mine, options, terminal),
        shards=(str(shard),) if shard else (),
        date=question.date,
        catalogues=question.catalogues,
    )


def asked(
    question: Question, found: Sequence[Named], options: argparse.Namespace, terminal: Terminal
) -> tuple[Answer, ...]:
    """The answers, on all processors and with what is remembered."""
    # Many agreements leave more behind than one command that ends.
    gc.enable()
    return answers(question, found, jobs(options), memory(options), terminal.step)


def jobs(options: argparse.Namespace) -> int:
    """How many processes to use. Raises `UsageError` for a number that cannot be."""
    if options.jobs is None:
        return processors()
    if not 1 <= options.jobs <= 256:
        raise UsageError(f"{options.jobs} processes cannot be", "give 1 to 256")
    return int(options.jobs)


def ended(unread: Sequence[Answer], code: int, terminal: Terminal) -> int:
    """The exit code of a pass, the worst of all agreements; a fault of ours leaves a log."""
    stories = [(answer.name, answer.story) for answer in unread if answer.story]
    if not stories:
        return code
    with tempfile.NamedTemporaryFile(
        "w", prefix="s75-", suffix=".log", delete=False, encoding="utf-8", errors="backslashreplace"
    ) as log:
        log.write(f"s75 {__version__}\nPython {sys.version}\n")
        log.writelines(f"\n{name}\n{story}" for name, story in stories)
    terminal.complain("this is a bug of ours, not of yours", f"please send us the log {log.name}")
    return BUG


def memory(options: argparse.Namespace) -> Memory | None:
    """What is remembered between runs; None where the reader or their environment wants nothing to be."""
    return None if options.no_cache else open_memory(memory_folder(os.environ))


def kept_files(found: Sequence[Named]) -> tuple[Path, ...]:
    """Every file of the agreements, none of which may be overwritten."""
    return tuple(path for named in found if named.folder for path in named.folder.rglob("*.yaml"))
