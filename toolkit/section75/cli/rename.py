"""`s75 rename`: give an id another name everywhere in an agreement."""

from __future__ import annotations

import argparse

from section75.cli.exit_codes import CLEAN
from section75.cli.terminal import Terminal
from section75.project.editing import rename
from section75.project.versions import version_in_folder

EXAMPLE = """\
an example:
  s75 rename trust foundation-trust newtown/2027

References, look-ups, fields that name the id, questions, the risk register and records follow. Ids are permanent once
an agreement is signed: rename before.
"""


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.description = "Give an id another name everywhere in an agreement."
    parser.epilog = EXAMPLE
    parser.add_argument("old", metavar="OLD", help="the id as it is")
    parser.add_argument("new", metavar="NEW", help="the id as it is to be")
    parser.add_argument("agreement", metavar="AGREEMENT", help="a folder, e.g. newtown/2027")


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Rename it and say in which files."""
    found = version_in_folder(options.agreement, terminal.here, terminal.step)
    files = rename(found, options.old, options.new)
    terminal.clear()
    terminal.say(f"{options.old} is now {options.new}, in {', '.join(files)}\n")
    return CLEAN
