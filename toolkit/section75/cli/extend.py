"""`s75 extend`: record that the term of an executed agreement was extended."""

from __future__ import annotations

import argparse

from section75.cli.days import add_today, day, today
from section75.cli.exit_codes import CLEAN
from section75.cli.terminal import Terminal
from section75.project.extending import Extending, extend
from section75.project.versions import version_in_folder

EXAMPLE = """\
an example:
  s75 extend example/2025 --to 2029-03-31 --reason "A year to agree the new service" \\
      --authority Cabinet --reference "Minute 61"

The record says from when to when, why, and by whose authority. What was executed stays as it is, and `s75 list` says
"extended". Where the agreement has no option to extend, or a shorter one, a deed of variation extends it (`s75 vary`).
"""


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.description = "Record that the term of an executed agreement was extended."
    parser.epilog = EXAMPLE
    parser.add_argument("agreement", metavar="AGREEMENT", help="a folder, e.g. example/2025")
    parser.add_argument("--to", required=True, metavar="DATE", help="the last day of the extension, year-month-day")
    parser.add_argument("--reason", required=True, metavar="WORDS", help="why")
    parser.add_argument("--authority", required=True, metavar="BODY", help="who decided; never a name")
    parser.add_argument("--reference", required=True, metavar="WORDS", help="the minute or the decision")
    add_today(parser)


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Write the record."""
    found = version_in_folder(options.agreement, terminal.here, terminal.step)
    made = Extending(day(options.to).isoformat(), options.reason, options.authority, options.reference)
    path, notes = extend(found, made, today(options))
    terminal.clear()
    terminal.tell(notes)
    terminal.say(f"recorded: {path}\n")
    return CLEAN
