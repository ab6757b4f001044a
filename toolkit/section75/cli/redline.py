"""`s75 redline`: the new version in Word with every change against the old one tracked, and proved."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from section75.cli.comparing import add_its_source, add_left_out
from section75.cli.days import day, epoch
from section75.cli.terminal import Terminal
from section75.cli.typed import one_line
from section75.errors import UsageError
from section75.project.output import write_whole
from section75.project.places import AGREEMENT_TEMPLATE, template_bytes
from section75.project.redlining import RedlineWanted, redlined
from section75.project.versions import version
from section75.render.word import Who

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
    parser.add_argument("--summary", action="store_true", help="a summary of the changes in front")
    add_its_source(parser)
    add_left_out(parser)
    parser.add_argument("--no-source", action="store_true", help="do not carry both sources inside; no later verify")
    parser.add_argument("--template", type=Path, metavar="FILE", help="a Word template other than the project's")


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Write the redline once it has proved itself; 0 when written."""
    if options.output.suffix.lower() != ".docx":
        raise UsageError(f"{options.output} is not a Word file", "end its name in .docx")
    who = Who(one_line("--author", options.author), _date(options.date), options.moves == "pairs")
    template, name = template_bytes(AGREEMENT_TEMPLATE, terminal.here, options.template)
    wanted = RedlineWanted(
        who,
        template,
        name,
        summary=options.summary,
        only_substance=options.only is not None,
        risks=not options.no_risks,
        carry_source=not options.no_source,
        its_source=options.its_source,
    )
    old, new = (version(each, terminal.here, terminal.step) for each in (options.old, options.new))
    made = redlined(old, new, wanted, terminal.step)
    terminal.tell(made.notes)
    write_whole(options.output, made.written)
    terminal.clear()
    return 0


def _date(given: str | None) -> str:
    """The date of the changes as Word writes it. No clock is asked: the same input gives the same bytes."""
    if given:
        return f"{day(given).isoformat()}T00:00:00Z"
    return (epoch() or datetime.fromtimestamp(0, UTC)).strftime("%Y-%m-%dT%H:%M:%SZ")
