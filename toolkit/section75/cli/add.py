"""`s75 add`: copy a schedule of the library into an agreement, with a place in its list and ids of its own."""

from __future__ import annotations

import argparse

from section75.cli.exit_codes import CLEAN
from section75.cli.terminal import Terminal
from section75.project.editing import add
from section75.project.versions import version_in_folder

EXAMPLE = """\
an example:
  s75 add safeguarding newtown/2027               by its name in the library, or by its kind
  s75 add general newtown/2027 --id transport     under an id of its own

The schedule remembers what it was copied from, so that `s75 drift` can compare it. A question under to_settle asks
whether it says what the parties have agreed. Refer to it in a clause: [](#safeguarding).
"""


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.description = (
        "Copy a schedule of the library into an agreement, with a place in its list and ids of its own."
    )
    parser.epilog = EXAMPLE
    parser.add_argument("schedule", metavar="KIND", help="a schedule of the library, or a kind of schedule")
    parser.add_argument("agreement", metavar="AGREEMENT", help="a folder, e.g. newtown/2027")
    parser.add_argument("--id", metavar="ID", default="", help="the id that it is to have here")


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Put the schedule in and say where it is."""
    found = version_in_folder(options.agreement, terminal.here, terminal.step)
    made = add(found, options.schedule, terminal.here, options.id)
    terminal.clear()
    terminal.say(f"{made.path}\n")
    for old, new in made.fresh.items():
        terminal.error(f"{old} is called {new} here\n")
    terminal.error(f"next: refer to it in a clause, then s75 validate {options.agreement}\n")
    return CLEAN
