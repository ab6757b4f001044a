"""`s75 format`: files in the canonical form, so that git shows and merges clauses and not lines."""

from __future__ import annotations

import argparse
from pathlib import Path

from section75.cli.exit_codes import CLEAN, FOUND
from section75.cli.terminal import Terminal
from section75.project.formatting import Formed, formed, write_formed

EXAMPLE = """\
an example:
  s75 format                              every file of the project
  s75 format coventry-cwpt/2018           one agreement with all its files
  s75 format --check                      only say which files are not in this form; exit code 1 where one is not

Fields stand in one order, every clause in a block, one sentence a line, a short row on one line. Comments stay, and
nothing that prints is changed: every digest is the same before and after, or the file is left as it is and named.
"""


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.description = "Write files in the canonical form, in which git shows and merges single sentences."
    parser.epilog = EXAMPLE
    parser.add_argument(
        "names", metavar="NAME", nargs="*", help="agreements or files; the whole project if none is named"
    )
    parser.add_argument("--check", action="store_true", help="write nothing; say which files are not in this form")


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Write the files, or say which are not in the form; 1 where one is not, or cannot be."""
    files = formed(options.names, terminal.here, terminal.step)
    terminal.clear()
    changed = [each for each in files if each.is_changed]
    refused = [each for each in files if each.refused]
    for each in changed:
        terminal.say(f"{_shown(each, terminal.here)}\n")
    for each in refused:
        terminal.error(f"{_shown(each, terminal.here)} is left as it is: {each.refused}\n")
    if not options.check:
        write_formed(changed)
    terminal.error(f"{_counted(len(changed), len(files), options.check)}\n")
    return FOUND if refused or (options.check and changed) else CLEAN


def _counted(changed: int, files: int, is_check: bool) -> str:
    if not changed:
        return f"every file is in the canonical form: {files}"
    what = "not in the canonical form" if is_check else "written"
    said = "1 file" if changed == 1 else f"{changed} files"
    return f"{said} {what}, {files - changed} as they should be"


def _shown(each: Formed, here: Path) -> str:
    path = each.path.resolve()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else path.as_posix()
