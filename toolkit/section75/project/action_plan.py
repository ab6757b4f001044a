"""What a review leaves outstanding, written into the agreement's folder as its action plan."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from section75.drafting.action_plan import KIND, Plan, listed, new_plan, updated_plan
from section75.errors import OutputError, Section75Error, SourceError
from section75.load import SourceFile, read_file
from section75.load.proved import encoded
from section75.model import SCHEDULE_KINDS
from section75.project.editor_schemas import RENEWED, pointing, renew_schemas
from section75.project.history import has_unsaved_changes
from section75.project.output import Edited, write_edited
from section75.project.places import root_above
from section75.project.versions import Version
from section75.reports.review_data import Report
from section75.tree import MemoryTree
from section75.value import dataclass


@dataclass(frozen=True)
class Written:
    """A plan as it was written."""

    path: str
    """In the agreement's folder."""
    plan: Plan
    notes: tuple[str, ...] = ()
    """What should be told, each without a full stop."""


def write_action_plan(version: Version, report: Report, force: bool = False) -> Written:
    """Write the plan, or bring the one that is there up to date.

    Raises `OutputError` where a file that is edited has uncommitted changes and `force` is not given, where a file
    has changed since it was read, or where the new one is there already; `SourceError` where a file of the agreement
    cannot be read, for the plan would then rest on part of it; `Section75Error` where the plan could not be read again.
    """
    errors = tuple(finding for finding in version.loaded.findings if finding.is_error)
    if errors:
        raise SourceError("the action plan was not changed", errors)
    today = date.fromisoformat(report.date)
    review, agreement = report.examined.review, version.loaded.required()
    ours = next((source for source in version.loaded.drafted if source.kind == KIND), None)
    if ours is None:
        return _new(version, new_plan(review, agreement, today), len(agreement.schedules) + 1, force)
    plan = updated_plan(ours, review, agreement, today)
    _sound(ours.path, plan.content)
    _committed(version.path_of(ours.path), force)
    write_edited([Edited(version.path_of(ours.path), encoded(ours), plan.content)])
    return Written(ours.path, plan)


def _new(version: Version, plan: Plan, number: int, force: bool) -> Written:
    main: SourceFile = version.loaded.drafted[0]
    path = f"schedules/{number:02}-{KIND}.yaml"
    target = version.path_of(path)
    folder = version.path_of("")
    root = root_above(folder) or folder
    notes = (RENEWED,) if renew_schemas(root) else ()
    content = pointing(plan.content, path, folder, root)
    _sound(path, content)
    _committed(version.path_of(main.path), force)
    target.parent.mkdir(exist_ok=True)
    fresh = Edited(target, None, content)
    write_edited([fresh, Edited(version.path_of(main.path), encoded(main), listed(main, path))])
    return Written(path, plan, notes)


def _sound(path: str, content: bytes) -> None:
    """Refuse a plan that could not be read again: nothing is to be lost."""
    _, findings = read_file(MemoryTree({path: content}), path, tuple(SCHEDULE_KINDS))
    if findings:
        raise Section75Error(f"{path} cannot be updated by machine: {findings[0].message}", "add the rows by hand")


def _committed(path: Path, force: bool) -> None:
    if not force and has_unsaved_changes(path):
        hint = "commit them first, so that the plan can be told from them, or give --force"
        raise OutputError(f"{path} has changes that are not committed", hint)
