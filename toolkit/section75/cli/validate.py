"""`s75 validate`: every finding, at its place, with a hint."""

from __future__ import annotations

import argparse

from section75.cli.exit_codes import FOUND
from section75.cli.giving import add_forms, form_of, give
from section75.cli.many_options import add_many
from section75.cli.terminal import Terminal
from section75.project.formatting import out_of_form
from section75.project.versions import Version, version_in_folder
from section75.reports.findings import findings_report

EXAMPLE = """\
an example:
  s75 validate coventry-cwpt/2018
  s75 validate agreements/coventry-cwpt/2018 --format github
  s75 validate                                  all of the project, on all processors
  s75 validate --shard 3/8 -o shard-3.json      an eighth of them; see `s75 report --join`

Each finding has a code in square brackets; `s75 explain CODE` says what it means. A finding that is to stand is
listed in agreement.yaml under accepted, with its code, its place and the reason.
Where there are several agreements, what has not changed since last time is not checked again: see --no-cache.
"""


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.description = "Check agreements and their schedules and registers."
    parser.epilog = EXAMPLE
    parser.add_argument("agreements", nargs="*", metavar="AGREEMENT", help="a folder; all of the project if none")
    add_forms(parser, ("json", "github"))
    add_many(parser)


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Print the findings; 1 where there are any."""
    form = form_of(options)
    if len(options.agreements) == 1 and not options.shard:
        return _one(options, form, terminal)
    return _many(options, form, terminal)


def _one(options: argparse.Namespace, form: str, terminal: Terminal) -> int:
    found = version_in_folder(options.agreements[0], terminal.here, terminal.step)
    terminal.step(f"Checking {found.name}")
    judgement = found.judgement
    give(findings_report(judgement), form, options, terminal, found.sources)
    if form == "text" and not options.output:
        _hint_at_form(found, terminal)
    return FOUND if judgement.findings else 0


def _hint_at_form(found: Version, terminal: Terminal) -> None:
    """Say where git would show whole clauses as one line."""
    count = out_of_form(found)
    if count:
        files = "1 file is" if count == 1 else f"{count} files are"
        terminal.error(f"{files} not in the form that git shows and merges best; see `s75 format --check`\n")


def _many(options: argparse.Namespace, form: str, terminal: Terminal) -> int:
    # One agreement needs none of what goes through many, and reading it takes a fifth of the time.
    from section75.cli.many import ended, kept_files, named_agreements, swept  # noqa: PLC0415 -- as above
    from section75.project.asking import JUDGE, Question  # noqa: PLC0415 -- as above
    from section75.reports.sweep import VALIDATE  # noqa: PLC0415 -- as above
    from section75.reports.sweep_page import fails, sweep_report  # noqa: PLC0415 -- as above

    found = named_agreements(options.agreements, terminal)
    sweep = swept(VALIDATE, Question(JUDGE, terminal.here), found, options, terminal)
    give(sweep_report(sweep), form, options, terminal, kept_files(found))
    return ended(sweep.unread, FOUND if fails(sweep, None) else 0, terminal)
