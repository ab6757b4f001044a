"""`s75 risks`: the risk register for Word or Excel."""

from __future__ import annotations

import argparse
from pathlib import Path

from section75.cli.terminal import Terminal
from section75.errors import UsageError
from section75.printing.registers import KINDS, register_printed
from section75.project.output import write_whole
from section75.project.places import REGISTER_TEMPLATE, template_bytes
from section75.project.versions import NOT_PRINTED, sound, version_in_folder


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
        if target.suffix.lower() not in KINDS:
            raise UsageError(f"{target} has no ending that is known", "use .docx or .xlsx")
    found = sound(version_in_folder(options.agreement, terminal.here, terminal.step), NOT_PRINTED, terminal.step)
    register = found.risks
    template, name = template_bytes(REGISTER_TEMPLATE, terminal.here, options.template)
    for target in options.output:
        terminal.step(f"Writing {target}")
        content = register_printed(found.loaded, register, target.suffix.lower(), template, name)
        write_whole(target, content, found.sources)
    terminal.clear()
    return 0
