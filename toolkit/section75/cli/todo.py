"""`s75 todo`: what is left to settle before an agreement can be signed."""

from __future__ import annotations

import argparse

from section75.cli.days import add_today, today
from section75.cli.exit_codes import CLEAN, FOUND
from section75.cli.giving import FILES, add_forms, form_of, give
from section75.cli.terminal import Terminal
from section75.judging.todo import left_to_do
from section75.project.settling import settle
from section75.project.versions import Version, version_in_folder
from section75.reports.todo import counted, todo_report

EXAMPLE = """\
an example:
  s75 todo newtown/2027                                     what is left, part by part
  s75 todo newtown/2027 --owner "Director of Finance"       what one officer has to decide
  s75 todo newtown/2027 -o left.docx                         to send round; or left.xlsx
  s75 todo newtown/2027 --settle settle-contributions       tick a question off, once it is decided

The list holds the open questions under to_settle in agreement.yaml, blanks such as [insert name], what is out of date,
and what a renewal carried over and somebody has to confirm. The exit code is 0 only when nothing is left.
"""


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.description = "List what is left to settle in an agreement, and tick it off."
    parser.epilog = EXAMPLE
    parser.add_argument("agreement", metavar="AGREEMENT", help="a folder, e.g. newtown/2027")
    parser.add_argument("--owner", metavar="ROLE", help="only what this role has to decide")
    parser.add_argument("--settle", action="append", metavar="ID", help="a question that has been decided")
    add_forms(parser, ("json",), (*FILES, "xlsx"))
    add_today(parser)


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """List what is left, and give 1 while anything is; or tick questions off."""
    form = form_of(options)
    found = version_in_folder(options.agreement, terminal.here, terminal.step)
    if options.settle:
        return _settled(options, found, terminal)
    terminal.step(f"Checking {found.name}")
    agreement = found.loaded.required()
    left = left_to_do(found.loaded, found.judgement)
    if options.owner:
        left = tuple(each for each in left if each.owner.casefold() == options.owner.casefold())
    report = todo_report(left, found.name, agreement.title, agreement.illustrative, options.owner or "")
    give(report, form, options, terminal, found.sources)
    return FOUND if left else CLEAN


def _settled(options: argparse.Namespace, found: Version, terminal: Terminal) -> int:
    done = settle(found, options.settle, today(options))
    now = version_in_folder(options.agreement, terminal.here, terminal.step)
    said = counted(left_to_do(now.loaded, now.judgement))
    terminal.clear()
    terminal.say("".join(f"settled: {identity}\n" for identity in done) + f"{said}\n")
    return CLEAN
