"""`s75 show`: the text in force on a day, and how it came to be."""

from __future__ import annotations

import argparse
from pathlib import Path

from section75.cli.days import add_today, day, today
from section75.cli.exit_codes import CLEAN
from section75.cli.terminal import Terminal
from section75.errors import UsageError
from section75.language import british
from section75.model import Executed
from section75.printing.drafts import KINDS, Wanted, printed
from section75.project.in_force import InForce, in_force
from section75.project.output import write_whole
from section75.project.places import AGREEMENT_TEMPLATE, template_bytes
from section75.project.versions import version_in_folder

EXAMPLE = """\
an example:
  s75 show example/2025                                        what is in force today, and since when
  s75 show example/2025 --at 2026-05-01 -o in-force.docx       the text in force on that day

The text that was executed is found in git by its digest, and every deed of variation that had taken effect by that day
is carried out on it in order; what comes of it has to be the text that was recorded. The print says which deeds it
contains. Edits of the files since are no part of it.
"""


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.description = "Show the text in force on a day: what was executed, as deeds have varied it."
    parser.epilog = EXAMPLE
    parser.add_argument("agreement", metavar="AGREEMENT", help="a folder, e.g. example/2025")
    parser.add_argument("--at", metavar="DATE", help="the day, year-month-day; today if none is given")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="X.docx, X.html or X.pdf")
    parser.add_argument("--quick", action="store_true", help="leave page numbers of the contents to Word")
    parser.add_argument("--template", type=Path, metavar="FILE", help="a Word template other than the project's")
    add_today(parser)


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Tell what is in force, and print it where that is asked for; 0 when done."""
    kind = options.output.suffix.lower() if options.output else ""
    if options.output and kind not in KINDS:
        raise UsageError(f"{options.output} has no ending that is known", "use .docx, .html or .pdf")
    on = day(options.at) if options.at else today(options)
    found = version_in_folder(options.agreement, terminal.here, terminal.step)
    made = in_force(found, on, terminal.step)
    if options.output:
        template, name = template_bytes(AGREEMENT_TEMPLATE, terminal.here, options.template)
        wanted = Wanted(circulate=True, executed=made.executions, pages=not options.quick)
        loaded, judgement = made.version.loaded, made.version.judgement
        contents = printed(loaded, judgement, {kind}, template, name, wanted, terminal.step)
        write_whole(
            options.output, contents[kind], (*found.sources, options.template) if options.template else found.sources
        )
    terminal.clear()
    terminal.say("".join(f"{line}\n" for line in _lines(made, on.isoformat())))
    return CLEAN


def _lines(made: InForce, on: str) -> list[str]:
    first, *deeds = made.executions
    title = made.version.loaded.required().title
    lines = [f"{title}: the text in force on {british.day(on)}", f"  executed on {british.day(first.dated)}"]
    return [*lines, *map(_deed, deeds), f"  digest {made.executions[-1].digest}"]


def _deed(deed: Executed) -> str:
    instrument = "a deed" if deed.form == "deed" else "an agreement"
    since = british.day(deed.effective or deed.dated)
    changed = f": {'; '.join(deed.provisions)}" if deed.provisions else ""
    return f"  varied by {instrument} of {british.day(deed.dated)}, with effect from {since}{changed}"
