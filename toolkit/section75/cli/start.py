"""`s75 start`: a project for somebody who has only the installed tool."""

from __future__ import annotations

import argparse
from pathlib import Path

from section75.cli.exit_codes import CLEAN
from section75.cli.terminal import Terminal
from section75.project.starting import start

EXAMPLE = """\
an example:
  s75 start                       a project in this folder, which must be empty
  s75 start partnerships          in a new folder

The project holds the models, the library of schedules, Word templates, settings for an editor, the officer's guide and
a draft with mistakes to practise on. Work in its folder from then on. Git is not needed.
"""


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.description = "Make a project to keep agreements in."
    parser.epilog = EXAMPLE
    parser.add_argument("folder", nargs="?", type=Path, default=Path(), metavar="FOLDER", help="new or empty")


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Make it, and say what to do next."""
    made = start(terminal.here / options.folder)
    inside = made.folder.is_relative_to(terminal.here) and made.folder != terminal.here
    shown = made.folder.relative_to(terminal.here).as_posix() if inside else str(made.folder.name)
    terminal.say(f"{shown}: {made.files} files\n")
    where = f"cd {shown}, then " if inside else ""
    terminal.error(f"next: {where}s75 new newtown/2027; docs/officers-guide.md shows the way\n")
    return CLEAN
