"""Many agreements printed into one folder, on all processors, each file whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from section75.errors import OutputError
from section75.printing.drafts import Wanted, printed
from section75.progress import Step, silent
from section75.project.asking import Named, attempted
from section75.project.output import write_whole
from section75.project.pool import each
from section75.project.versions import NOT_PRINTED, Version, sound
from section75.reports.findings import summary
from section75.reports.sweep import Answer
from section75.value import dataclass

FEWEST = 2
"""Prints for which processes of their own are worth starting: one takes longer than starting them does."""


@dataclass(frozen=True, slots=True)
class Task:
    """What is printed of every agreement, and where to."""

    here: Path
    folder: Path
    endings: tuple[str, ...]
    """.docx, .html, .pdf"""
    template: bytes
    template_name: str
    wanted: Wanted


def print_all(task: Task, named: Sequence[Named], jobs: int = 1, step: Step = silent) -> tuple[Answer, ...]:
    """Print every agreement; the data of an answer are the `files` and a `remark` on findings that do not stop it.

    A file is named after its agreement: `coventry-cwpt-2018.docx`. One that cannot be printed does not stop the
    others. Raises `OutputError` where there is no such folder, or where two agreements would have one name.
    """
    if not task.folder.is_dir():
        raise OutputError(f"there is no folder {task.folder}", "make it first, or give another after -o")
    stems = [stem_of(item) for item in named]
    twice = next((item.name for item, stem in zip(named, stems, strict=True) if stems.count(stem) > 1), "")
    if twice:
        raise OutputError(f"two agreements would be printed as {twice.replace('/', '-')}", "print them one by one")

    def told(item: Named) -> None:
        step(f"Printing {item.name} ({named.index(item) + 1} of {len(named)})", slow=True)

    return tuple(each(partial(_printed, task), named, jobs, told, FEWEST))


def stem_of(item: Named) -> str:
    """What the files of an agreement are called, without the ending."""
    return item.name.strip("/").replace("/", "-")


def _printed(task: Task, named: Named) -> Answer:
    return attempted(named, task.here, lambda found: _written(task, named, found))


def _written(task: Task, named: Named, found: Version) -> dict[str, object]:
    judged = sound(found, NOT_PRINTED).judgement
    made = printed(found.loaded, judged, set(task.endings), task.template, task.template_name, task.wanted)
    targets = [task.folder / f"{stem_of(named)}{ending}" for ending in task.endings]
    for target, ending in zip(targets, task.endings, strict=True):
        write_whole(target, made[ending], found.sources)
    return {"files": [str(target) for target in targets], "remark": summary(judged.findings) if judged.findings else ""}
