"""`s75 blame`: who last changed the words of each clause."""

from __future__ import annotations

import argparse
import json

from section75.cli.exit_codes import CLEAN
from section75.cli.terminal import Terminal
from section75.project.past import Blamed, blame
from section75.project.versions import version_in_folder
from section75.reports.escape import one_line

EXAMPLE = """\
an example:
  s75 blame coventry-cwpt/2018
  s75 blame coventry-cwpt/2018 --format json

A clause counts as changed where its own words or values are others, not where it was moved, numbered anew or laid out
anew. What is not committed yet is named as that.
"""
OPEN, OLDER = "not committed", "older than this copy of the repository"


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.description = "Say for each clause who last changed its words, and when."
    parser.epilog = EXAMPLE
    parser.add_argument("agreement", metavar="AGREEMENT", help="a folder, e.g. coventry-cwpt/2018")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text (default) or json")


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Print a line for each clause, row and definition."""
    found = version_in_folder(options.agreement, terminal.here, terminal.step)
    cited = found.loaded.numbers.in_words()
    told = blame(found, terminal.step)
    terminal.clear()
    if options.format == "json":
        terminal.say(
            json.dumps([_data(each, cited.get(each.unit, "")) for each in told], ensure_ascii=False, indent=2) + "\n"
        )
        return CLEAN
    for each in told:
        terminal.say(one_line(f"{_who(each)}  {cited.get(each.unit, each.unit)} (#{each.unit})") + "\n")
    return CLEAN


def _who(each: Blamed) -> str:
    if each.commit is None:
        return OPEN if each.is_open else OLDER
    return f"{each.commit.when:%Y-%m-%d}  {each.commit.short}  {each.commit.who}"


def _data(each: Blamed, cited: str) -> dict[str, object]:
    commit = each.commit
    return {
        "unit": each.unit, "cited": cited, "commit": commit.name if commit else None,
        "when": commit.when.isoformat() if commit else None, "who": commit.who if commit else None,
        "committed": not each.is_open,
    }  # fmt: skip
