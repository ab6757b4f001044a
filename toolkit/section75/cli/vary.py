"""`s75 vary`: a deed of variation, from what changed since the execution."""

from __future__ import annotations

import argparse
from pathlib import Path

from section75.cli.days import add_today, day, today
from section75.cli.exit_codes import CLEAN
from section75.cli.terminal import Terminal
from section75.errors import UsageError
from section75.project.output import write_whole
from section75.project.places import AGREEMENT_TEMPLATE, template_bytes
from section75.project.varying import DeedWanted, variation, vary
from section75.project.versions import version, version_in_folder
from section75.variation import Insert, Instruction, Substitute

EXAMPLE = """\
an example:
  s75 vary example/2025 -o deed.docx --effective 2026-04-01     a draft of the deed
  s75 vary example/2025                                         what it would order, and nothing is written
  s75 vary example/2025 -o deed.docx --final                    to be signed, once every approval covers the text

Edit the files of an executed agreement to what it shall say; the deed is what leads there. It says what to delete,
insert and substitute, by clause and words, with the numbers of what was executed. Before it is handed over, a second
reader carries the printed deed out on the old print and has to reach the new one, word and number. The executed text is
found in git by its digest; where no commit has it, name it with --from. `s75 execute` records the deed once it is
signed.
"""


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.description = "Draw up a deed of variation from what changed since an agreement was executed."
    parser.epilog = EXAMPLE
    parser.add_argument("agreement", metavar="AGREEMENT", help="a folder, e.g. example/2025")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="X.docx or X.pdf; without it the instructions are shown"
    )
    parser.add_argument("--effective", metavar="DATE", help="from when, year-month-day; else from the date of the deed")
    parser.add_argument("--from", dest="base", metavar="OLD", help="the executed text: a folder, REV:PATH, or X.docx")
    parser.add_argument("--final", action="store_true", help="the engrossment, once every approval covers the text")
    parser.add_argument("--quick", action="store_true", help="leave page numbers of the contents to Word")
    parser.add_argument("--template", type=Path, metavar="FILE", help="a Word template other than the project's")
    add_today(parser)


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Write the deed once the second reader has proved it, or show what it orders; 0 when done."""
    kind = options.output.suffix.lower() if options.output else ""
    if options.output and kind not in (".docx", ".pdf"):
        raise UsageError(f"{options.output} has no ending that is known", "use .docx or .pdf")
    effective = day(options.effective).isoformat() if options.effective else ""
    found = version_in_folder(options.agreement, terminal.here, terminal.step)
    base = version(options.base, terminal.here, terminal.step) if options.base else None
    made = variation(found, today(options), base, terminal.step)
    if not options.output:
        terminal.clear()
        terminal.tell(made.notes)
        terminal.say("".join(map(_told, made.instructions)))
        return CLEAN
    template, name = template_bytes(AGREEMENT_TEMPLATE, terminal.here, options.template)
    wanted = DeedWanted(template, name, effective, options.final, kind, not options.quick)
    written = vary(made, wanted, today(options), terminal.step)
    kept = (*found.sources, options.template) if options.template else found.sources
    write_whole(options.output, written, kept)
    terminal.clear()
    terminal.tell(made.notes)
    return CLEAN


def _told(instruction: Instruction) -> str:
    """An instruction, and what it puts in."""
    put_in = instruction.put_in if isinstance(instruction, Insert | Substitute) else ()
    lines = [f"    {piece.shown}" for piece in put_in]
    return "\n".join((instruction.said, *lines, ""))
