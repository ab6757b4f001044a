"""`s75 redline`: the new version in Word with every change against the old one tracked, and proved."""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from section75.cli.comparing import read_both
from section75.cli.days import day, epoch
from section75.cli.terminal import Terminal
from section75.compare import Comparison
from section75.errors import Section75Error, UsageError
from section75.printing.drafts import source_of
from section75.project.output import write_whole
from section75.project.places import template_bytes
from section75.render.word import Print, Who, word_parts, write_redline
from section75.render.word.proof import prove

TEMPLATE = "agreement.docx"
EXAMPLE = """\
an example:
  s75 redline coventry-cwpt/2014 coventry-cwpt/2018 -o redline.docx --author "Legal Services" --date 2018-03-05

Accepting every change gives the new print, rejecting every change the old one: the file is read back and both are
compared before it is handed over; `s75 verify redline.docx` does it again, anywhere. Front sheet, headers, footers and
watermark are those of the new version; --summary lists what changed in them.
"""


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.description = "Show the changes between two versions in Word's own tracked changes."
    parser.epilog = EXAMPLE
    parser.add_argument("old", metavar="OLD", help="a folder, REV:PATH, or X.docx printed here")
    parser.add_argument("new", metavar="NEW", help="a folder, REV:PATH, or X.docx printed here")
    parser.add_argument("-o", "--output", required=True, type=Path, metavar="FILE", help="X.docx")
    parser.add_argument("--author", default="Section 75 as code", help="in whose name the changes stand")
    parser.add_argument("--date", help="of the changes, year-month-day; else SOURCE_DATE_EPOCH, else a fixed day")
    parser.add_argument("--moves", choices=("pairs", "plain"), default="pairs", help="moves as moves, or out and in")
    parser.add_argument("--summary", action="store_true", help="a table of the changes in front, with room to comment")
    parser.add_argument("--no-source", action="store_true", help="do not carry both sources inside; no later verify")
    parser.add_argument("--template", type=Path, metavar="FILE", help="a Word template other than the project's")


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Write the redline once it has proved itself; 0 when written."""
    if options.output.suffix.lower() != ".docx":
        raise UsageError(f"{options.output} is not a Word file", "end its name in .docx")
    who = Who(options.author, _date(options.date), options.moves == "pairs")
    template, name = template_bytes(TEMPLATE, Path.cwd(), options.template)
    comparison, how = _compared(options, terminal)
    terminal.step("Writing the redline")
    redline = write_redline(comparison, template, name, how, who)
    terminal.step("Proving it")
    _prove(redline, comparison, template, name)
    write_whole(options.output, redline)
    terminal.clear()
    return 0


def _compared(options: argparse.Namespace, terminal: Terminal) -> tuple[Comparison, Print]:
    """The comparison, and what stands and travels with it. What was read is let go of here: it is large."""
    both = read_both(options.old, options.new, terminal)
    new, old = source_of(both.new), source_of(both.old)
    if options.no_source:
        new, old = new.withheld(), old.withheld()
    summary = both.departures if options.summary else ()
    return both.comparison, Print(contents=False, source=new, against=old, summary=summary)


def _prove(redline: bytes, comparison: Comparison, template: bytes, name: str) -> None:
    """Raise `Section75Error` where the written file is not both prints at once."""
    plain = Print(contents=False)
    old = word_parts(replace(comparison.old, front=comparison.new.front), template, name, plain)
    proof = prove(redline, old, word_parts(comparison.new, template, name, plain))
    if not proof.holds:
        message = f"the redline does not prove itself and is not handed over: {proof.fault}"
        raise Section75Error(message, "please tell us")


def _date(given: str | None) -> str:
    """The date of the changes as Word writes it. No clock is asked: the same input gives the same bytes."""
    if given:
        return f"{day(given).isoformat()}T00:00:00Z"
    return (epoch() or datetime.fromtimestamp(0, UTC)).strftime("%Y-%m-%dT%H:%M:%SZ")
