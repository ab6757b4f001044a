"""`s75 drift`: how far the schedules of an agreement have drifted from the models they were copied from."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from section75.cli.reading import Read, read
from section75.cli.terminal import Terminal
from section75.compare.departures import Departure
from section75.drafting import departures_of, model_digest, proposal
from section75.errors import MissingError, OutputError, Section75Error, SourceError
from section75.load import SourceFile, read_file
from section75.load.proved import encoded
from section75.model import SCHEDULE_KINDS
from section75.project.history import earlier_versions, has_unsaved_changes
from section75.project.output import Edited, write_edited
from section75.project.places import LIBRARY, carried, find_project
from section75.reports.departures import as_text, departures_report
from section75.reports.writers import Look, written
from section75.tree import DiskTree, MemoryTree

EXAMPLE = """\
an example:
  s75 drift coventry-cwpt/2018
  s75 drift coventry-cwpt/2018 --schedule safeguarding --format markdown
  s75 drift newtown-nhs/2027 --update safeguarding

The first part lists where a schedule departs from its model as it was when copied; the second what is newer in the
library since. --update takes over what only the library changed, down to single sentences; what both changed stays as
it is and is named. The edit is made in place, so a file with uncommitted changes is refused unless --force. Exit
code 1 where something differs.
"""


@dataclass(frozen=True)
class Copy:
    """A schedule and the models that it is held against."""

    ours: SourceFile
    base: SourceFile | None
    """The model as it was copied; None where no history holds it any more."""
    model: SourceFile
    digest: str
    """Of the model as it is now."""

    @property
    def is_behind(self) -> bool:
        """Whether the model has changed since it was copied."""
        return bool(self.digest != self.ours.data["from"]["digest"])


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.description = (
        "List where schedules depart from the models of the library, and take over what is newer there."
    )
    parser.epilog = EXAMPLE
    parser.add_argument("agreement", metavar="AGREEMENT", help="a folder, e.g. coventry-cwpt/2018")
    parser.add_argument("--schedule", metavar="ID", help="only the schedule of this id")
    parser.add_argument(
        "--format", choices=("text", "markdown", "json"), default="text", help="text (default), markdown or json"
    )
    parser.add_argument("--update", metavar="ID", help="take over what is newer in the model of this schedule")
    parser.add_argument("--force", action="store_true", help="update a file that has uncommitted changes")


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Print the drift, or update a schedule; 1 where something differs."""
    found = read(options.agreement, terminal)
    wanted = options.update or options.schedule
    _readable(found, wanted)
    copies = list(_copies(found, wanted, terminal))
    terminal.clear()
    if wanted and not copies:
        hint = "it must say under `from` what it was copied from; see `s75 drift` for those that do"
        raise MissingError(f"no schedule {wanted} was copied from the library", hint)
    if options.update:
        return _update(found.folder, copies[0], options.force, terminal)
    drifted = [d for copy in copies for d in departures_of(copy.base or copy.model, copy.ours)]
    newer = [d for copy in copies if copy.base and copy.is_behind for d in departures_of(copy.base, copy.model)]
    if options.format == "text":
        _say_both(copies, drifted, newer, terminal)
    else:
        content = departures_report([*drifted, *newer], title=f"Drift of {options.agreement} from the library")
        terminal.say(written(content, options.format, Look()).decode())
    return 1 if drifted or newer else 0


def _say_both(copies: list[Copy], drifted: list[Departure], newer: list[Departure], terminal: Terminal) -> None:
    terminal.say(f"Where our schedules depart from the models they were copied from ({len(copies)} copied):\n\n")
    terminal.say(as_text(drifted, terminal.colour))
    for copy in copies:
        if copy.base is None:
            terminal.say(f"{copy.ours.path}: the model as it was copied is in no history here; held against today's\n")
    if newer:
        terminal.say("\nWhat is newer in the library, and can be taken over with --update:\n\n")
        terminal.say(as_text(newer, terminal.colour))


def _update(folder: Path, copy: Copy, force: bool, terminal: Terminal) -> int:
    identity = copy.ours.data["id"]
    if copy.base is None:
        hint = "fetch the history of the library, or compare by eye and set `from` to its digest"
        raise Section75Error(f"what {identity} was copied from is in no history here", hint)
    path = folder / copy.ours.path
    if not force and has_unsaved_changes(path):
        hint = "commit them first, so that the update can be told from them, or give --force"
        raise OutputError(f"{path} has changes that are not committed", hint)
    if not copy.is_behind:
        terminal.say(f"{identity} is copied from the newest model; nothing to update\n")
        return 0
    made = proposal(copy.base, copy.model, copy.ours, copy.digest)
    _still_sound(copy.ours, made.content)
    write_edited([Edited(path, encoded(copy.ours), made.content)])
    terminal.say("".join(f"taken over: {said}\n" for said in made.taken))
    terminal.say("".join(f"left as it is: {said}\n" for said in made.left))
    terminal.say(f"{copy.ours.path}: {len(made.taken)} taken over, {len(made.left)} left; look at it with `git diff`\n")
    return 1 if made.left else 0


def _still_sound(ours: SourceFile, content: bytes) -> None:
    """Refuse an edit that would leave a file that cannot be read: nothing is to be lost."""
    _, findings = read_file(MemoryTree({ours.path: content}), ours.path, tuple(SCHEDULE_KINDS))
    if any(finding.is_error for finding in findings):
        hint = "take the changes over by hand; `s75 drift` lists them"
        raise Section75Error(f"{ours.path} cannot be updated by machine: {findings[0].message}", hint)


def _readable(found: Read, wanted: str | None) -> None:
    """Refuse to compare what cannot be read. Where one schedule is asked for, errors in others do not matter."""
    errors = tuple(finding for finding in found.loaded.findings if finding.is_error)
    asked = [
        source for source in found.loaded.drafted if isinstance(source.data, dict) and source.data.get("id") == wanted
    ]
    if asked:
        labels = {source.label for source in asked}
        errors = tuple(finding for finding in errors if finding.place.path in labels)
    if errors:
        raise SourceError("the schedules cannot be compared with their models", errors)


def _copies(found: Read, wanted: str | None, terminal: Terminal) -> Iterator[Copy]:
    """Every schedule that was copied from the library and whose model is still there."""
    for ours in found.loaded.places.files:
        origin = ours.data.get("from") if isinstance(ours.data, dict) else None
        if not origin or (wanted and ours.data.get("id") != wanted):
            continue
        terminal.step(f"Comparing {ours.data['id']}")
        path = _model_path(str(origin["id"]))
        if path is None:
            terminal.error(f"{ours.path}: the library has no {origin['id']} any more\n")
            continue
        model, findings = read_file(DiskTree(path.parent, LIBRARY), path.name, tuple(SCHEDULE_KINDS))
        if any(finding.is_error for finding in findings):
            message = f"the model {origin['id']} in the library cannot be read, so {ours.path} was not compared with it"
            raise SourceError(message, tuple(findings))
        digest = model_digest(model)
        yield Copy(ours, model if digest == origin["digest"] else _base(path, str(origin["digest"])), model, digest)


def _model_path(identity: str) -> Path | None:
    roots = (find_project(Path.cwd()).root, carried().root)
    paths = (root / LIBRARY / f"{identity}.yaml" for root in roots)
    return next((path for path in paths if path.is_file()), None)


def _base(path: Path, digest: str) -> SourceFile | None:
    """The model as it stood when it had a digest."""
    for raw in earlier_versions(path):
        source, findings = read_file(MemoryTree({path.name: raw}), path.name, tuple(SCHEDULE_KINDS))
        if not findings and model_digest(source) == digest:
            return source
    return None
