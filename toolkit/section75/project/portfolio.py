"""The agreements of a project side by side, as they stand on a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from section75.progress import Step, silent
from section75.project.asking import LIST, Question
from section75.project.many import agreements_named, answers
from section75.project.memory import Memory
from section75.project.places import MODEL
from section75.reports.portfolio import Entry, entry_of, with_superseded
from section75.reports.sweep import Answer
from section75.value import dataclass


@dataclass(frozen=True)
class Portfolio:
    """Every agreement of a project, models apart."""

    entries: tuple[Entry, ...]
    unread: tuple[str, ...]
    """Names of those that cannot be read."""
    models: tuple[str, ...]
    """Names of the models that a new agreement may begin with."""
    answers: tuple[Answer, ...] = ()
    """The same for each agreement, with the reason where it could not be read."""


def portfolio(
    here: Path, on: date, step: Step = silent, jobs: int = 1, memory: Memory | None = None, names: Sequence[str] = ()
) -> Portfolio:
    """The agreements of the project around a folder, or those named, in order of name, as on a day.

    `jobs` and `memory` are those of `many.answers`.
    """
    found = agreements_named(names, here)
    models = tuple(each.name.removeprefix(MODEL) for each in found if each.name.startswith(MODEL))
    asked = [each for each in found if not each.name.startswith(MODEL)]
    made = answers(Question(LIST, here, on.isoformat()), asked, jobs, memory, step)
    entries = with_superseded([entry_of(answer.data) for answer in made if not answer.wrong])
    return Portfolio(entries, tuple(answer.name for answer in made if answer.wrong), models, made)
