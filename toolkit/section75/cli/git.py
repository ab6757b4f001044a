"""`s75 git`: a clone in which git shows and merges clauses, and not lines."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from section75.cli.exit_codes import CLEAN, FOUND
from section75.cli.terminal import Terminal

EXAMPLE = """\
an example:
  s75 git install                      in this clone, once; then commit .gitattributes for all
  s75 git doctor                       whether git uses it here, and if not, why
  s75 git doctor --branch renewal      the same while another branch is checked out
  s75 git uninstall                    take it out of this clone

`git diff`, `git log -p` and `git show` then show each clause with its id and one sentence a line, and `git merge`,
`rebase` and `cherry-pick` merge by clause and sentence: edits of different clauses never conflict. A real conflict
leaves ours in place and stands under `conflicts` in the file, until `s75 resolve` has decided it.
"""


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.description = "Let git show and merge clauses in this clone."
    parser.epilog = EXAMPLE
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    actions.add_parser("install", help="register the drivers in this clone")
    actions.add_parser("uninstall", help="take them out of this clone")
    doctor = actions.add_parser("doctor", help="whether they are used here, and if not, why")
    doctor.add_argument("--branch", metavar="NAME", default="HEAD", help="while this branch is checked out")
    words = actions.add_parser("textconv", help="for git: a file as words")
    words.add_argument("file", metavar="FILE")
    driver = actions.add_parser("merge-driver", help="for git: three versions of a file into ours")
    for name in ("base", "ours", "theirs", "path"):
        driver.add_argument(name, metavar=name.upper())


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Do what is asked; 1 where a conflict stands, or something is not well."""
    if options.action == "textconv":
        from section75.project.merging.file import shown  # noqa: PLC0415 -- git asks for every file

        terminal.say(shown(terminal.here / options.file))
        return CLEAN
    if options.action == "merge-driver":
        return _drive(options, terminal)
    return _clone(options, terminal)


def _drive(options: argparse.Namespace, terminal: Terminal) -> int:
    from section75.project.merging.file import drive  # noqa: PLC0415 -- as above

    paths = (terminal.here / options.base, terminal.here / options.ours, terminal.here / options.theirs)
    made = drive(*paths, options.path)
    if made.note:
        terminal.tell((made.note,))
    if made.conflicts and not made.note:
        counted = "1 conflict stands" if made.conflicts == 1 else f"{made.conflicts} conflicts stand"
        terminal.tell((f"{counted} in {options.path}; see `s75 resolve`",))
    return FOUND if made.conflicts else CLEAN


def _clone(options: argparse.Namespace, terminal: Terminal) -> int:
    from section75.project.history import examined, install, uninstall  # noqa: PLC0415 -- few ask for git
    from section75.project.places import project_root  # noqa: PLC0415 -- as above

    root = project_root(terminal.here)
    if options.action == "doctor":
        found = list(examined(root, _command(), options.branch))
        for each in found:
            terminal.say(f"{'well' if each.is_well else 'not well'}: {each.said}\n")
            if each.do:
                terminal.say(f"    do: {each.do}\n")
        return CLEAN if all(each.is_well for each in found) else FOUND
    for line in install(root, _command()) if options.action == "install" else uninstall(root):
        terminal.say(f"{line}\n")
    return CLEAN


def _command() -> str:
    """What starts this copy of the tool, as the shell of git reads it."""
    return f'"{Path(sys.executable).as_posix()}" -m section75'
