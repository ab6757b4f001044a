"""`s75 execute`: record that an agreement was executed."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from section75.cli.days import add_today, day, today
from section75.cli.exit_codes import CLEAN
from section75.cli.terminal import Terminal
from section75.drafting.executing import Executing
from section75.errors import UsageError
from section75.model import Day, ExecutedBlock, Ref
from section75.project.executing import execute
from section75.project.versions import version, version_in_folder

EXAMPLE = """\
an example:
  s75 execute example/2025 --dated 2025-03-28 \\
      --by executed-by-council="Authorised Officer" --seal executed-by-council=1482 \\
      --by executed-by-icb="Chief Executive" --by executed-by-icb="Chief Finance Officer" --seal executed-by-icb=77

The record holds the date, the offices of those who signed or attested (never names), the numbers in the seal register,
the digest of the exact text and the number of every clause. It is refused while an approval does not cover the text or
a question is left to settle. `s75 render --conformed` then prints the dated copy. What changes the agreement afterwards
is a deed of variation (`s75 vary`). Once that is signed, the same command records it, with what it changes.
"""


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.description = "Record that an agreement, or a deed of variation, was executed."
    parser.epilog = EXAMPLE
    parser.add_argument("agreement", metavar="AGREEMENT", help="a folder, e.g. example/2025")
    parser.add_argument("--dated", required=True, metavar="DATE", help="the date of the agreement, year-month-day")
    parser.add_argument(
        "--by", action="append", default=[], metavar="BLOCK=OFFICE", help="who executed; may be given again"
    )
    parser.add_argument(
        "--seal", action="append", default=[], metavar="BLOCK=NUMBER", help="number in the seal register"
    )
    parser.add_argument(
        "--on", action="append", default=[], metavar="BLOCK=DATE", help="when, if not on the date itself"
    )
    parser.add_argument("--effective", metavar="DATE", help="of a deed of variation: from when, if not from its date")
    parser.add_argument("--from", dest="base", metavar="OLD", help="of a deed of variation: the text before it")
    parser.add_argument("--counterparts", type=int, default=1, metavar="N", help="in how many counterparts")
    add_today(parser)


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Write the record."""
    found = version_in_folder(options.agreement, terminal.here, terminal.step)
    found.loaded.required()
    dated = day(options.dated).isoformat()
    offices: dict[str, list[str]] = {}
    for block, office in _pairs(options.by, "--by"):
        offices.setdefault(block, []).append(office)
    seals, days = dict(_pairs(options.seal, "--seal")), dict(_pairs(options.on, "--on"))
    blocks = tuple(
        ExecutedBlock(Ref(block), tuple(offices.get(block, ())), _day(days.get(block, dated)), seals.get(block, ""))
        for block in {**offices, **seals, **days}
    )
    effective = day(options.effective).isoformat() if options.effective else ""
    base = version(options.base, terminal.here, terminal.step) if options.base else None
    made = Executing(dated, blocks, options.counterparts, effective)
    path, notes = execute(found, made, today(options), base, terminal.step)
    terminal.clear()
    terminal.tell(notes)
    terminal.say(f"recorded: {path}\n")
    return CLEAN


def _day(given: str) -> Day:
    return Day(day(given).isoformat())


def _pairs(given: Sequence[str], option: str) -> list[tuple[str, str]]:
    """Raises `UsageError` where one is no pair."""
    pairs = [tuple(part.strip() for part in each.partition("=")[::2]) for each in given]
    if not all(name and value for name, value in pairs):
        raise UsageError(f"{option} takes a block and a value", f"for example {option} executed-by-council=VALUE")
    return [(name, value) for name, value in pairs]
