"""`s75 confirm`: a person confirms that exact words meet an item."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from section75.cli.days import add_today, today
from section75.cli.exit_codes import CLEAN, FOUND
from section75.cli.terminal import Terminal
from section75.drafting.confirming import Confirming, units_to_read
from section75.errors import UsageError
from section75.project.catalogues import read_catalogues
from section75.project.confirming import confirm, item_of, to_confirm
from section75.project.review import review
from section75.project.versions import Version, version_in_folder
from section75.reports.confirming import item_shown, still_to_confirm
from section75.reports.review_data import Report
from section75.reviews import Result

EXAMPLE = """\
an example:
  s75 confirm ST-22 example/2025 --at audit --by "Director of Finance"
  s75 confirm CW-042 coventry-cwpt/2018 --at flow-warehouse --by "Head of Partnerships" --note "Decided in March."
  s75 confirm example/2025 --by "Director of Finance"     go through the list, each item with its words

`s75 check` finds words and cannot tell what they mean. Whoever confirms says: I have read these clauses, as they stand
now, and they meet the item. The confirmation is a file under records/confirmations, bound to the exact words: once a
word of those clauses changes, the item is to be looked at again. --at names the clauses and rows by their ids.
Without an item, and where nobody sits at the terminal, the list of what waits to be confirmed is printed; exit code 1
while anything waits.
"""
YES, NO, STOP = "y", "n", "q"


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.description = "Confirm that the words of clauses meet an item of a review, as a person who has read them."
    parser.epilog = EXAMPLE
    parser.add_argument("names", nargs="+", metavar="NAME", help="ITEM AGREEMENT; or an agreement, for the whole list")
    parser.add_argument("--at", nargs="+", default=[], metavar="ID", help="the clauses and rows that you have read")
    parser.add_argument("--by", metavar="ROLE", help="your role, as the agreement names it; never a name")
    parser.add_argument("--note", default="", metavar="WORDS", help="why the words meet the item")
    parser.add_argument("--catalogue", action="append", metavar="ID", help="only items of this one; may be given again")
    add_today(parser)


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Write one confirmation, or go through all that wait."""
    if len(options.names) > 2:
        raise UsageError("give an item and an agreement", "s75 confirm ST-22 example/2025 --at audit --by ROLE")
    name = options.names[-1]
    found = version_in_folder(name, terminal.here, terminal.step)
    found.loaded.required()
    catalogues = read_catalogues(options.catalogue, terminal.here, terminal.step)
    report = review(found, catalogues, today(options), everything=True, step=terminal.step)
    if len(options.names) == 1:
        return _all(options, found, report, terminal)
    _one(options, found, report, options.names[0].upper(), tuple(options.at), terminal)
    return CLEAN


def _all(options: argparse.Namespace, found: Version, report: Report, terminal: Terminal) -> int:
    """Go through what waits, each with the words before one's eyes, until all is read or the reader stops."""
    waiting = to_confirm(report)
    terminal.clear()
    left = list(waiting)
    for result, reply in _replies(waiting, report, terminal):
        if reply == STOP:
            break
        if reply == YES:
            places = units_to_read(result.proposed, result.where, report.examined.subject)
            _one(options, found, report, result.item.id, places, terminal)
            left.remove(result)
    terminal.say(still_to_confirm(report, left))
    return FOUND if left else CLEAN


def _replies(waiting: tuple[Result, ...], report: Report, terminal: Terminal) -> Iterator[tuple[Result, str]]:
    for result in waiting:
        if not terminal.is_attended:
            return
        places = units_to_read(result.proposed, result.where, report.examined.subject)
        terminal.say(item_shown(report, result, places))
        yield result, terminal.ask_until("Do these words meet it? (y)es, (n)o, (q)uit", _reply)


def _reply(typed: str) -> str:
    """Raises `UsageError` where it is none of the three."""
    first = typed[:1].lower()
    if first not in (YES, NO, STOP, ""):
        raise UsageError(f"{typed} is no answer", "type y, n or q")
    return first or NO


def _one(
    options: argparse.Namespace, found: Version, report: Report, item: str, at: tuple[str, ...], terminal: Terminal
) -> None:
    result = item_of(report, item)
    if not options.by:
        raise UsageError("nobody is named who confirms it", 'give your role, e.g. --by "Director of Finance"')
    if not at:
        near = units_to_read(result.proposed, result.where, report.examined.subject)
        hint = f"words were found at {', '.join(near[:4])}" if near else "name the clauses that you read"
        raise UsageError("no clause is named", f"{hint}; say which you read with --at")
    made = Confirming(item, at, options.by, report.date, options.note)
    path = confirm(found, report, made)
    terminal.clear()
    terminal.say(f"{item} confirmed: {path}\n")
