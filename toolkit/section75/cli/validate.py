"""`s75 validate`: every finding, at its place, with a hint."""

from __future__ import annotations

import argparse

from section75.cli.giving import add_forms, form_of, give
from section75.cli.terminal import Terminal
from section75.errors import MissingError
from section75.judging.agreement import Judgement
from section75.project.places import agreement_folders, project_root
from section75.project.versions import Version, version_in_folder
from section75.reports.findings import findings_report

EXAMPLE = """\
an example:
  s75 validate coventry-cwpt/2018
  s75 validate agreements/coventry-cwpt/2018 --format github

Each finding has a code in square brackets; `s75 explain CODE` says what it means. A finding that is to stand is
listed in agreement.yaml under accepted, with its code, its place and the reason.
"""


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.description = "Check agreements and their schedules and registers."
    parser.epilog = EXAMPLE
    parser.add_argument("agreements", nargs="*", metavar="AGREEMENT", help="a folder; all of the project if none")
    add_forms(parser, ("json", "github"))


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Print the findings; 1 where there are any."""
    form = form_of(options)
    names = options.agreements or [str(folder) for folder in agreement_folders(project_root(terminal.here))]
    if not names:
        raise MissingError("there is no agreement to check", "start one with `s75 new NAME`")
    judgements = [_judged(version_in_folder(name, terminal.here, terminal.step), terminal) for name in names]
    whole = Judgement(
        tuple(finding for each in judgements for finding in each.findings),
        tuple(pair for each in judgements for pair in each.accepted),
    )
    give(findings_report(whole), form, options, terminal)
    return 1 if whole.findings else 0


def _judged(found: Version, terminal: Terminal) -> Judgement:
    terminal.step(f"Checking {found.name}")
    return found.judgement
