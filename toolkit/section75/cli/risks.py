"""`s75 risks`: the risk register for Word or Excel."""

from __future__ import annotations

import argparse
from pathlib import Path

from section75.cli.reading import read_sound
from section75.cli.terminal import Terminal
from section75.errors import MissingError, UsageError
from section75.load import RISKS_FILE
from section75.numbering import number
from section75.project.output import write_whole
from section75.project.places import template_bytes

TEMPLATE = "register.docx"


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.description = "Print the risk register, with a heat map."
    parser.epilog = "an example:\n  s75 risks coventry-cwpt/2018 -o risks.docx -o risks.xlsx"
    parser.add_argument("agreement", metavar="AGREEMENT", help="a folder, e.g. coventry-cwpt/2018")
    parser.add_argument(
        "-o", "--output", action="append", required=True, type=Path, metavar="FILE", help="X.docx or X.xlsx"
    )
    parser.add_argument("--template", type=Path, metavar="FILE", help="a Word template other than the project's")


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Print to every file asked for; 0 when printed."""
    for target in options.output:
        if target.suffix.lower() not in (".docx", ".xlsx"):
            raise UsageError(f"{target} has no ending that is known", "use .docx or .xlsx")
    found = read_sound(options.agreement, terminal)
    agreement, register = found.loaded.required(), found.loaded.risks
    if register is None:
        raise MissingError(f"{options.agreement} has no {RISKS_FILE}", "see `s75 schema risks` for what it holds")
    from section75.render.register import write_register_docx, write_register_xlsx  # noqa: PLC0415 -- slow to import

    template, name = template_bytes(TEMPLATE, Path.cwd(), options.template)
    names = number(agreement).in_words()
    for target in options.output:
        terminal.step(f"Writing {target}")
        if target.suffix.lower() == ".docx":
            content = write_register_docx(register, agreement.title, agreement.illustrative, template, name, names)
        else:
            content = write_register_xlsx(register, agreement.title, agreement.illustrative, names)
        write_whole(target, content, found.sources)
    terminal.clear()
    return 0
