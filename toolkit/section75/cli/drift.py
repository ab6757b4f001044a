"""`s75 drift`: how far the schedules of an agreement have drifted from the models they were copied from."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from section75.cli.terminal import Terminal
from section75.compare.departures import Departure
from section75.errors import MissingError
from section75.project.library import Copy, copies, update
from section75.project.versions import Version, version_in_folder
from section75.reports.changes_page import Sides
from section75.reports.departures import as_text, departures_report
from section75.reports.writers import Look, written

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
    found = version_in_folder(options.agreement, terminal.here, terminal.step)
    wanted = options.update or options.schedule
    made = copies(found, terminal.here, wanted or "", terminal.step)
    terminal.tell(made.notes)
    terminal.clear()
    if wanted and not made.found:
        hint = "it must say under `from` what it was copied from; see `s75 drift` for those that do"
        raise MissingError(f"no schedule {wanted} was copied from the library", hint)
    if options.update:
        return _update(found, made.found[0], options.force, terminal)
    drifted = [departure for copy in made.found for departure in copy.drifted]
    newer = [departure for copy in made.found for departure in copy.newer]
    if options.format == "text":
        _say_both(made.found, drifted, newer, terminal)
    else:
        sides = Sides("the library", str(options.agreement), f"Drift of {options.agreement} from the library")
        content = departures_report([*drifted, *newer], (), sides)
        terminal.say(written(content, options.format, Look()).decode())
    return 1 if drifted or newer else 0


def _say_both(
    copied: Sequence[Copy], drifted: Sequence[Departure], newer: Sequence[Departure], terminal: Terminal
) -> None:
    terminal.say(f"Where our schedules depart from the models they were copied from ({len(copied)} copied):\n\n")
    terminal.say(as_text(drifted, terminal.colour))
    for copy in copied:
        if copy.base is None:
            terminal.say(f"{copy.ours.path}: the model as it was copied is in no history here; held against today's\n")
    if newer:
        terminal.say("\nWhat is newer in the library, and can be taken over with --update:\n\n")
        terminal.say(as_text(newer, terminal.colour))


def _update(found: Version, copy: Copy, force: bool, terminal: Terminal) -> int:
    made = update(found, copy, force)
    if made is None:
        terminal.say(f"{copy.ours.data['id']} is copied from the newest model; nothing to update\n")
        return 0
    terminal.say("".join(f"taken over: {said}\n" for said in made.taken))
    terminal.say("".join(f"left as it is: {said}\n" for said in made.left))
    terminal.say(f"{copy.ours.path}: {len(made.taken)} taken over, {len(made.left)} left\n")
    return 1 if made.left else 0
