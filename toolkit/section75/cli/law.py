"""`s75 law`: what is in force, and from when to when."""

from __future__ import annotations

import argparse

from section75.cli.days import add_today, today
from section75.cli.exit_codes import CLEAN, FOUND
from section75.cli.giving import add_forms, form_of, give
from section75.cli.terminal import Terminal
from section75.project.law_files import law_paths, read_laws
from section75.reports.law import found, law_report

EXAMPLE = """\
an example:
  s75 law "delayed transfers"              whether the return is still made, and what took its place
  s75 law CCG --date 2027-04-01            as on the first day of a term
  s75 law -o law.html                      everything that is listed

`s75 validate` holds every clause, table and definition against these entries, for the whole of the term. A council adds
its own in a file in the folder law/; `s75 schema law` says what it holds. This is no legal advice: entries that nobody
could confirm say so.
"""


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.description = "Look up what is in force: enactments, bodies, returns, programmes, regulators."
    parser.epilog = EXAMPLE
    parser.add_argument("words", nargs="?", default="", metavar="WORDS", help="part of a name; everything if none")
    add_forms(parser, ("json",))
    add_today(parser)


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Tell the entries; 1 where none is found."""
    form = form_of(options)
    on = today(options)
    laws = read_laws(terminal.here)
    entries = found(laws.entries, options.words)
    if not entries:
        terminal.complain(
            f"nothing in the law is called {options.words}", "try fewer words, or `s75 law` for all of it"
        )
        return FOUND
    names = {entry.id: entry.name for entry in laws.entries}
    as_at = min(file.as_at for file in laws.files)
    report = law_report(entries, names, on, as_at)
    give(report, form, options, terminal, tuple(law_paths(terminal.here).values()))
    return CLEAN
