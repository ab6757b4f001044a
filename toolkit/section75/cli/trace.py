"""`s75 trace`: the golden thread from the law to the records and back."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from section75.cli.days import add_today, today
from section75.cli.giving import FILES, add_template, form_of_file, give
from section75.cli.terminal import Terminal
from section75.errors import MissingError, UsageError
from section75.project.catalogues import Catalogues, read_catalogues
from section75.project.places import agreement_folders, project_root, short_name
from section75.project.review import traced
from section75.project.versions import version_in_folder
from section75.reports.findings import findings_text
from section75.reports.thread import thread_report
from section75.reports.thread_matrix import coverage_report
from section75.reports.writers import ENDINGS, Look, written
from section75.reviews import Status
from section75.reviews.thread import Rank, Thread

EXAMPLE = """\
an example:
  s75 trace ST-23 coventry-cwpt/2018                 an item: the law behind it, what answers it
  s75 trace im-scorecard coventry-cwpt/2018          a clause, a row, an indicator, a risk or a record
  s75 trace CW-022                                   in every agreement of the project
  s75 trace --matrix coverage.html coventry-cwpt/2018

The matrix shows coverage both ways: items that nothing answers, and clauses that answer nothing.
"""


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.description = "Follow the golden thread: law, item, clause, indicator, risk, record, and back."
    parser.epilog = EXAMPLE
    parser.add_argument(
        "id", metavar="ID", nargs="?", help="of an item, a clause, a row, an indicator, a risk, a record"
    )
    parser.add_argument("agreement", metavar="AGREEMENT", nargs="?", help="a folder; all of the project if none")
    parser.add_argument("--matrix", type=Path, metavar="FILE", help="write the whole thread, X.html or X.docx")
    add_template(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text (default) or json")
    add_today(parser)


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Print the thread, or write the matrix; 0 where there was something to follow."""
    when = today(options)
    if options.matrix:
        return _matrix(options, when, terminal)
    if not options.id:
        raise UsageError("nothing is named to be traced", "e.g. s75 trace ST-23 coventry-cwpt/2018")
    here = terminal.here
    root = project_root(here)
    known = [short_name(folder, root) for folder in agreement_folders(root)]
    catalogues = _catalogues(terminal)
    shown = 0
    for name in [options.agreement] if options.agreement else known:
        found = version_in_folder(name, here, terminal.step)
        if found.loaded.agreement is None and not options.agreement:
            continue
        made = traced(found, catalogues, when, terminal.step)
        start = made.thread.node(options.id)
        asked = start is not None and (start.rank is not Rank.ITEM or _applies(made.thread, options.id))
        if start is None or not (asked or options.agreement):
            continue
        terminal.clear()
        content = thread_report(made.thread, start, made.cited, name)
        named = "" if options.agreement or options.format == "json" else f"{name}\n"
        terminal.say(named + written(content, options.format, Look(terminal.colour)).decode())
        shown += 1
    if not shown:
        hint = "see `s75 check AGREEMENT --all` for the items, and the files for the ids of clauses"
        raise MissingError(f"nothing here has the id {options.id}", hint)
    return 0


def _applies(woven: Thread, item: str) -> bool:
    return woven.results[item].status is not Status.NOT_APPLICABLE


def _catalogues(terminal: Terminal) -> Catalogues:
    """Every catalogue that can be read; what is wrong with the others is told."""
    catalogues = read_catalogues(None, terminal.here, terminal.step)
    terminal.error(findings_text(catalogues.broken, terminal.colour))
    return catalogues


def _matrix(options: argparse.Namespace, when: date, terminal: Terminal) -> int:
    name = options.agreement or options.id
    if not name:
        raise UsageError("no agreement is named", "e.g. s75 trace --matrix coverage.html coventry-cwpt/2018")
    form = form_of_file(options.matrix, [ending for ending, form in ENDINGS.items() if form in FILES])
    found = version_in_folder(name, terminal.here, terminal.step)
    made = traced(found, _catalogues(terminal), when, terminal.step)
    options.output = options.matrix
    give(coverage_report(made.examined, made.cited), form, options, terminal, found.sources)
    return 0
