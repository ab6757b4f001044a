"""`s75 diff`: two versions, clause by clause."""

from __future__ import annotations

import argparse
from pathlib import Path

from section75.cli.comparing import add_its_source, add_left_out
from section75.cli.giving import add_forms, form_of, give
from section75.cli.terminal import Terminal
from section75.compare.departure import RISKS
from section75.compare.extent import extents
from section75.errors import MissingError
from section75.project.compared import compared_by_name
from section75.reports.departures import departures_report, stat_text

EXAMPLE = """\
an example:
  s75 diff coventry-cwpt/2014 coventry-cwpt/2018
  s75 diff coventry-cwpt/2014 coventry-cwpt/2018 --only substance --format markdown
  s75 diff coventry-cwpt/2014 coventry-cwpt/2018 -o changes.docx
  s75 diff coventry-cwpt/2018 warwickshire-cwpt/2018 --stat
  s75 diff HEAD~3:agreements/coventry-cwpt/2018 coventry-cwpt/2018

Each change says what it is about: money, obligation, liability, party or role, function, defined term, date or
period, duration and ending, reference, percentage, number or governance. It may be about several of these, or be
"other". It "appears administrative" only where nothing differs but spaces, quotation marks, hyphens and dashes,
listed spellings, capitals of words that are not terms or names, or a number that follows a move. --only substance
leaves out only these. A clause that only got a new number is not a change. Exit code 1 where something differs.
"""


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.description = "Compare two versions of an agreement clause by clause."
    parser.epilog = EXAMPLE
    parser.add_argument("old", metavar="OLD", help="a folder, REV:PATH, or X.docx printed here")
    parser.add_argument("new", metavar="NEW", help="a folder, REV:PATH, or X.docx printed here")
    add_forms(parser, ("json",))
    add_its_source(parser)
    add_left_out(parser)
    parser.add_argument("--schedule", metavar="ID", help="only the schedule of this id")
    parser.add_argument("--stat", action="store_true", help="only how much of each schedule is the same")


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Print the differences; 1 where there are any."""
    form = form_of(options)
    both = compared_by_name(options.old, options.new, terminal.here, terminal.step, options.its_source)
    terminal.tell(both.notes)
    listed = both.listed(options.only is not None, not options.no_risks)
    found = [each for each in listed if options.schedule in (None, each.schedule)]
    every = extents(both.comparison)
    alike = [each for each in every if options.schedule in (None, each.id)]
    if options.schedule not in (None, RISKS) and not alike:
        known = ", ".join(each.id for each in every if each.id)
        raise MissingError(f"neither version has a schedule {options.schedule}", f"schedules: {known}")
    if options.stat:
        terminal.clear()
        terminal.say(stat_text(found, alike))
        return 1 if found else 0
    content = departures_report(found, alike, both.sides)
    give(content, form, options, terminal, (Path(options.old), Path(options.new)))
    return 1 if found else 0
