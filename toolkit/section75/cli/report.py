"""`s75 report --join`: the parts of a portfolio, checked on several machines, as one report."""

from __future__ import annotations

import argparse
from pathlib import Path

from section75.cli.giving import add_forms, form_of, give
from section75.cli.terminal import Terminal
from section75.errors import MissingError
from section75.reports.sweep import joined, sweep_of
from section75.reports.sweep_page import fails, sweep_report

LARGEST = 256_000_000
"""Bytes of a file that is joined."""
NEVER = "never"
EXAMPLE = """\
an example:
  s75 check --shard 1/2 --date 2026-04-01 -o shard-1.json      on one machine
  s75 check --shard 2/2 --date 2026-04-01 -o shard-2.json      on another
  s75 report --join shard-1.json shard-2.json -o portfolio.html

The joined report is the same as that of one run over all agreements. Where a shard is missing, or an agreement stands
in two files, the report says so first. Exit code 1 then, or where something fails as it does in `s75 check` or
`s75 validate`.
"""


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.description = "Join what `s75 check` or `s75 validate` wrote as JSON about the parts of a portfolio."
    parser.epilog = EXAMPLE
    parser.add_argument("--join", nargs="+", required=True, type=Path, metavar="FILE", help="X.json of each shard")
    parser.add_argument("--fail-on", choices=("statutory", "recommended", NEVER), default="statutory")
    add_forms(parser, ("json", "github"))


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Print the joined report; 1 where something fails, is missing or was given twice."""
    form = form_of(options)
    parts = []
    for path in options.join:
        terminal.step(f"Reading {path}")
        parts.append((str(path), sweep_of(_read(path), str(path))))
    whole = joined(parts)
    give(sweep_report(whole), form, options, terminal, tuple(options.join))
    for note in whole.notes:
        terminal.complain(note)
    return 1 if fails(whole, None if options.fail_on == NEVER else options.fail_on) else 0


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise MissingError(f"{path} is too large for a report", "check that it is the right file")
        return path.read_bytes()
    except OSError as error:
        raise MissingError(f"{path} cannot be read: {error.strerror}", "check the path") from error
