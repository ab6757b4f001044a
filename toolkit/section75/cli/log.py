"""`s75 log`: who changed an agreement, or one clause of it, and when."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator

from section75.cli.exit_codes import CLEAN
from section75.cli.terminal import Terminal
from section75.errors import UsageError
from section75.project.past import Entry, is_cut_off, log
from section75.project.versions import version_in_folder
from section75.reports.escape import one_line

EXAMPLE = """\
an example:
  s75 log coventry-cwpt/2018                        the commits that changed it, and what each did
  s75 log coventry-cwpt/2018 board-duty             of one clause with all that it holds
  s75 log coventry-cwpt/2018 board-duty --format json

A clause is followed by its id, through other files, other places and other headings; a folder through a change of its
name. A commit that only laid a file out anew, as `s75 format` does, changed no clause and is not told.
"""
USUAL = 20
"""Commits that are told of an agreement, where no number is given."""
MOST_UNITS = 6
"""Units that are named in a line."""


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.description = "List who changed an agreement, or one clause of it, when, and what the change is about."
    parser.epilog = EXAMPLE
    parser.add_argument("agreement", metavar="AGREEMENT", help="a folder, e.g. coventry-cwpt/2018")
    parser.add_argument("id", metavar="ID", nargs="?", default="", help="a clause, a row, a schedule; all if none")
    parser.add_argument(
        "-n", "--number", type=int, metavar="N", help=f"commits; {USUAL} of an agreement, all of a clause"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text (default) or json")


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Print the commits, newest first."""
    if options.number is not None and options.number < 1:
        raise UsageError(f"{options.number} commits cannot be told", "give 1 or more")
    found = version_in_folder(options.agreement, terminal.here, terminal.step)
    most = options.number or (0 if options.id else USUAL)
    entries = log(found, options.id, most, terminal.step)
    if options.format == "json":
        told = [_data(entry) for entry in entries]
        terminal.clear()
        terminal.say(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
        return CLEAN
    count = 0
    for entry in entries:
        terminal.clear()
        terminal.say(_line(entry, options.id))
        count += 1
    if is_cut_off(found):
        terminal.error("this copy of the repository is shallow: what is older is not told; `git fetch --unshallow`\n")
    terminal.error("1 commit\n" if count == 1 else f"{count} commits\n")
    return CLEAN


def _line(entry: Entry, identity: str) -> str:
    commit, did = entry.commit, "; ".join(_did(entry, identity))
    return one_line(f"{commit.when:%Y-%m-%d}  {commit.short}  {commit.who}  {did}  {commit.subject}") + "\n"


def _did(entry: Entry, identity: str) -> Iterator[str]:
    """What it did: "changed board-duty, board-term (money, of substance)"."""
    for did in dict.fromkeys(event.did for event in entry.events):
        mine = [event for event in entry.events if event.did is did]
        names = [event.unit or "the file" for event in mine]
        said = ", ".join(names[:MOST_UNITS]) + (
            f" and {len(names) - MOST_UNITS} more" if len(names) > MOST_UNITS else ""
        )
        kinds = dict.fromkeys(str(kind) for event in mine for kind in event.kinds)
        whole = names == [identity]
        yield (f"{did}" if whole else f"{did} {said}") + (f" ({', '.join(kinds)})" if kinds else "")


def _data(entry: Entry) -> dict[str, object]:
    commit = entry.commit
    events = [
        {
            "unit": event.unit,
            "did": str(event.did),
            "kinds": [str(kind) for kind in event.kinds],
            "of_substance": event.is_substance,
        }
        for event in entry.events
    ]
    when = commit.when.isoformat()
    return {"commit": commit.name, "when": when, "who": commit.who, "subject": commit.subject, "events": events}
