"""The agreements of a project side by side, as they stand on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from section75.progress import Step, silent
from section75.project.places import MODEL, agreement_folders, project_root, short_name
from section75.project.versions import version_in_folder
from section75.reports.portfolio import Entry, entry


@dataclass(frozen=True)
class Portfolio:
    """Every agreement of a project, models apart."""

    entries: tuple[Entry, ...]
    unread: tuple[str, ...]
    """Names of those that cannot be read."""
    models: tuple[str, ...]
    """Names of the models that a new agreement may begin with."""


def portfolio(here: Path, on: date, step: Step = silent) -> Portfolio:
    """The agreements of the project around a folder, in order of name, as on a day."""
    root = project_root(here)
    entries, unread, models = [], [], []
    for folder in agreement_folders(root):
        name = short_name(folder, root)
        if name.startswith(MODEL):
            models.append(name.removeprefix(MODEL))
            continue
        found = version_in_folder(str(folder), here, step)
        if found.loaded.agreement is None:
            unread.append(name)
            continue
        step(f"Checking {name}")
        entries.append(entry(name, found.loaded, found.judgement, on))
    return Portfolio(tuple(entries), tuple(unread), tuple(models))
