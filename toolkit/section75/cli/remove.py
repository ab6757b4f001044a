"""`s75 remove`: take a schedule, a party, a clause or a row out of an agreement."""

from __future__ import annotations

import argparse

from section75.cli.exit_codes import CLEAN
from section75.cli.terminal import Terminal
from section75.project.editing import remove
from section75.project.versions import version_in_folder

EXAMPLE = """\
an example:
  s75 remove premises newtown/2027                 a schedule; its file goes into the folder removed/
  s75 remove board-again newtown/2027              a clause with its sub-clauses

What something else still speaks of is not removed: the command says where. Questions and accepted findings about it
go too.
"""


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.description = "Take a schedule, a party, a clause or a row out of an agreement."
    parser.epilog = EXAMPLE
    parser.add_argument("id", metavar="ID", help="of a schedule, a party, a clause or a row")
    parser.add_argument("agreement", metavar="AGREEMENT", help="a folder, e.g. newtown/2027")


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Take it out and say where a schedule's file went."""
    found = version_in_folder(options.agreement, terminal.here, terminal.step)
    kept = remove(found, options.id)
    terminal.clear()
    terminal.say(f"removed: {options.id}" + (f"; its file is kept as {kept}" if kept else "") + "\n")
    return CLEAN
