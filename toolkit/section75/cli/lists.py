"""`s75 list`: the agreements of the project, side by side."""

from __future__ import annotations

import argparse
import gc

from section75.cli.days import add_today, today
from section75.cli.giving import add_forms, form_of, give
from section75.cli.many import ended, jobs, memory
from section75.cli.many_options import add_jobs, add_memory
from section75.cli.terminal import Terminal
from section75.language import british
from section75.project.portfolio import portfolio
from section75.reports.portfolio import portfolio_report

EXAMPLE = """\
an example:
  s75 list
  s75 list --format json --date 2026-04-01

"State" goes by the approvals and the execution that are recorded; "not recorded" where there are neither. "Days left"
counts to the last day of the term with its extensions. "Renew" stands where fewer than 180 are left.
A review that is recorded under records/reviews/ moves the day of the next one on.
"""


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.description = (
        "List the agreements below agreements/ with their type, state, term and extensions, the days left, when the "
        "review is due, and how many findings there are."
    )
    parser.epilog = EXAMPLE
    parser.add_argument("agreements", nargs="*", metavar="AGREEMENT", help="a folder; all of the project if none")
    add_forms(parser, ("json",))
    add_today(parser)
    add_jobs(parser)
    add_memory(parser)


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Print a line for each agreement."""
    when, form = today(options), form_of(options)
    gc.enable()
    made = portfolio(terminal.here, when, terminal.step, jobs(options), memory(options), options.agreements)
    terminal.clear()
    if made.entries or made.unread or form != "text":
        give(portfolio_report(made.entries, made.unread, british.day(when.isoformat())), form, options, terminal)
    else:
        terminal.say("no agreements yet; start one with `s75 new NAME`\n")
    for each in made.answers:
        if each.wrong and each.hint:
            terminal.complain(each.wrong, each.hint)
    if made.models and not options.agreements:
        terminal.error(f"models for `s75 new --model`: {', '.join(made.models)}\n")
    return ended(made.answers, 1 if any(each.hint for each in made.answers) else 0, terminal)
