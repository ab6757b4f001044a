"""`s75 check --action-plan`: what is outstanding, as a schedule of the agreement."""

from __future__ import annotations

import argparse
from datetime import date
from os.path import relpath
from pathlib import Path

from section75.cli.reading import Read
from section75.cli.terminal import Terminal
from section75.drafting.action_plan import KIND, Plan, listed, new_plan, updated_plan
from section75.drafting.schema_comment import pointed
from section75.errors import OutputError, Section75Error
from section75.load import read_file
from section75.load.proved import encoded
from section75.model import SCHEDULE_KINDS
from section75.project.editor_schemas import RENEWED, renew_schemas, schemas_folder
from section75.project.history import has_unsaved_changes
from section75.project.output import Edited, write_edited
from section75.project.places import project_above
from section75.reports.review import Report
from section75.tree import MemoryTree


def update(options: argparse.Namespace, found: Read, report: Report, terminal: Terminal) -> int:
    """Write the plan into the agreement's folder, or bring the one that is there up to date; gives 0."""
    today = date.fromisoformat(report.date)
    review, agreement = report.examined.review, found.loaded.required()
    ours = next((source for source in found.loaded.drafted if source.data.get("kind") == KIND), None)
    if ours is not None:
        plan = updated_plan(ours, review, agreement, today)
        _sound(ours.path, plan.content)
        _committed(found.folder / ours.path, options.force)
        write_edited([Edited(found.folder / ours.path, encoded(ours), plan.content)])
        _told(ours.path, plan, terminal)
        return 0
    main = found.loaded.drafted[0]
    path = f"schedules/{len(agreement.schedules) + 1:02}-{KIND}.yaml"
    plan = new_plan(review, agreement, today)
    content = pointed(plan.content, _schemas(found.folder, terminal), path)
    _sound(path, content)
    _committed(found.folder / main.path, options.force)
    (found.folder / path).parent.mkdir(exist_ok=True)
    fresh = Edited(found.folder / path, None, content)
    write_edited([fresh, Edited(found.folder / main.path, encoded(main), listed(main, path))])
    _told(path, plan, terminal)
    return 0


def _sound(path: str, content: bytes) -> None:
    """Refuse a plan that could not be read again: nothing is to be lost."""
    _, findings = read_file(MemoryTree({path: content}), path, tuple(SCHEDULE_KINDS))
    if findings:
        raise Section75Error(f"{path} cannot be updated by machine: {findings[0].message}", "add the rows by hand")


def _committed(path: Path, force: bool) -> None:
    if not force and has_unsaved_changes(path):
        hint = "commit them first, so that the plan can be told from them, or give --force"
        raise OutputError(f"{path} has changes that are not committed", hint)


def _schemas(folder: Path, terminal: Terminal) -> str:
    project = project_above(folder)
    root = project.root if project else folder
    if renew_schemas(root):
        terminal.error(RENEWED)
    return relpath(schemas_folder(root), folder).replace("\\", "/")


def _told(path: str, plan: Plan, terminal: Terminal) -> None:
    terminal.clear()
    terminal.say("".join(f"added: {item}\n" for item in plan.added))
    terminal.say("".join(f"done: {action}\n" for action in plan.done))
    terminal.say("".join(f"said to be done, and still outstanding: {action}\n" for action in plan.doubtful))
    terminal.say(f"{path}: {len(plan.added)} added, {len(plan.done)} marked done; look at it with `git diff`\n")
