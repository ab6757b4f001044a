"""Many agreements asked the same: on all processors, what has not changed since last time from memory."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from section75.errors import MissingError, UsageError
from section75.progress import Step, silent
from section75.project.asking import REVIEW, Named, Question, answered, forget
from section75.project.fingerprint import digest_of, fingerprint, toolkit_digest
from section75.project.law_files import law_paths
from section75.project.memory import Memory
from section75.project.places import (
    AGREEMENTS,
    agreement_folder,
    agreement_folders,
    catalogue_files,
    disk_tree,
    project_root,
    short_name,
)
from section75.project.pool import each
from section75.reports.sweep import Answer
from section75.value import dataclass

DOING = {"judge": "Checking", "review": "Reviewing", "list": "Reading"}


def agreements_named(names: Sequence[str], here: Path) -> tuple[Named, ...]:
    """The agreements that are named, each once, in order; all of the project where `names` is empty.

    One that is not there is among them, with the reason, so that the others go on.
    """
    root = project_root(here)
    found = [_found(name, here, root) for name in names] if names else [_at(f, root) for f in agreement_folders(root)]
    return tuple({each.name: each for each in reversed(found)}[name] for name in dict.fromkeys(n.name for n in found))


def _found(name: str, here: Path, root: Path) -> Named:
    try:
        folder = agreement_folder(name, here)
    except MissingError as error:
        return Named(name, None, str(error), error.hint)
    return _at(folder, root) if folder.is_relative_to(root / AGREEMENTS) else Named(name, folder)


def _at(folder: Path, root: Path) -> Named:
    return Named(short_name(folder, root), folder)


@dataclass(frozen=True, slots=True)
class Shard:
    """One part of a portfolio that is split over several machines."""

    index: int
    """From 1."""
    count: int

    def __str__(self) -> str:
        return f"{self.index}/{self.count}"

    def holds(self, name: str) -> bool:
        """Whether an agreement falls in this part. Its name alone decides: it stays where others come or go."""
        return int(hashlib.sha256(name.encode(errors="surrogateescape")).hexdigest(), 16) % self.count == self.index - 1


def shard_of(given: str) -> Shard:
    """A shard as it is typed, e.g. "3/8". Raises `UsageError` where it is none."""
    index, _, count = given.partition("/")
    if index.isascii() and count.isascii() and index.isdigit() and count.isdigit() and len(given) < 12:
        made = Shard(int(index), int(count))
        if 1 <= made.index <= made.count:
            return made
    raise UsageError(f"{given} is not a shard", "give its number and how many there are, e.g. 3/8")


def answers(
    question: Question, named: Sequence[Named], jobs: int = 1, memory: Memory | None = None, step: Step = silent
) -> tuple[Answer, ...]:
    """The answer for each agreement, in the order given. One that cannot be read does not stop the others.

    `jobs` is the most processes to use; `memory` holds answers of earlier runs and is given new ones.
    """
    base = _base(question) if memory else ""
    memory = memory if base else None
    before = {item: _state(question, item, base) for item in named} if memory else {}
    known = {item: answer for item in named if (answer := _recalled(memory, before.get(item), item))}
    asked = [item for item in named if item not in known]
    count = len(named)

    def told(item: Named) -> None:
        step(f"{DOING[question.kind]} {item.name} ({named.index(item) + 1} of {count})")

    forget()
    made = dict(zip(asked, each(partial(answered, question), asked, jobs, told), strict=True))
    if memory and made and _base(question) == base:
        _remember(memory, question, base, before, made)
    return tuple(known.get(item) or made[item] for item in named)


@dataclass(frozen=True, slots=True)
class _State:
    """What an answer depends on, and the same with the times at which files were written."""

    key: str
    stamps: tuple[tuple[str, int, int], ...]


def _state(question: Question, item: Named, base: str) -> _State | None:
    """The state of an agreement before or after it was read; None where it cannot be told for certain."""
    found = fingerprint(item.folder) if item.folder else None
    if found is None or item.folder is None:
        return None
    label = disk_tree(item.folder, question.here).label("")
    parts = {"base": base, "name": item.name, "label": label, "files": found.digest}
    return _State(
        digest_of({name: value.encode(errors="surrogateescape") for name, value in parts.items()}), found.stamps
    )


def _base(question: Question) -> str:
    """What the answers for all agreements depend on: the question, the toolkit, and the catalogues it is about.

    "" where a file of these cannot be read.
    """
    try:
        return _read_base(question)
    except OSError:
        return ""


def _read_base(question: Question) -> str:
    parts = {
        "toolkit": toolkit_digest().encode(),
        "question": json.dumps([question.kind, question.date, question.catalogues]).encode(),
    }
    for name, path in law_paths(question.here).items():
        parts[f"law {name} {disk_tree(path.parent, question.here).label(path.name)}"] = path.read_bytes()
    if question.kind == REVIEW:
        for name, path in catalogue_files(question.here).items():
            label = disk_tree(path.parent, question.here).label(path.name)
            parts[f"catalogue {name} {label}"] = path.read_bytes()
    return digest_of(parts)


def _recalled(memory: Memory | None, state: _State | None, item: Named) -> Answer | None:
    data = memory.recall(state.key) if memory and state else None
    return Answer(item.name, data) if data else None


def _remember(
    memory: Memory, question: Question, base: str, before: dict[Named, _State | None], made: dict[Named, Answer]
) -> None:
    """Keep the answers for what was not written to while it was read."""
    for item, answer in made.items():
        state = before[item]
        if state is not None and not answer.wrong and _state(question, item, base) == state:
            memory.keep(state.key, answer.data)
    memory.tidy()
