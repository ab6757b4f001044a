"""`s75 render`: the agreement for Word, as a web page, or as PDF."""

from __future__ import annotations

import argparse
from pathlib import Path

from section75.cli.terminal import Terminal
from section75.errors import UsageError
from section75.printing.drafts import KINDS, Wanted, printed
from section75.project.output import write_whole
from section75.project.places import AGREEMENT_TEMPLATE, template_bytes
from section75.project.versions import NOT_PRINTED, Version, sound, version_in_folder
from section75.reports.findings import summary

EXAMPLE = """\
an example:
  s75 render coventry-cwpt/2018 -o agreement.docx
  s75 render coventry-cwpt/2018 -o agreement.pdf -o agreement.html --circulate

A draft carries a watermark and a document-control sheet; --circulate leaves the sheet out. Page numbers of the
contents list come from LibreOffice where it is installed; else Word fills them on opening.
"""


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.description = "Print an agreement as a draft."
    parser.epilog = EXAMPLE
    parser.add_argument("agreement", metavar="AGREEMENT", help="a folder, e.g. coventry-cwpt/2018")
    parser.add_argument(
        "-o", "--output", action="append", required=True, type=Path, metavar="FILE", help="X.docx, X.html or X.pdf"
    )
    parser.add_argument("--circulate", action="store_true", help="leave the document-control sheet out")
    parser.add_argument("--no-source", action="store_true", help="do not carry the source inside the Word file")
    parser.add_argument("--quick", action="store_true", help="leave page numbers of the contents to Word")
    parser.add_argument("--template", type=Path, metavar="FILE", help="a Word template other than the project's")


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Print to every file asked for; 0 when printed."""
    for target in options.output:
        if target.suffix.lower() not in KINDS:
            raise UsageError(f"{target} has no ending that is known", "use .docx, .html or .pdf")
    found = sound(version_in_folder(options.agreement, terminal.here, terminal.step), NOT_PRINTED, terminal.step)
    template, name = template_bytes(AGREEMENT_TEMPLATE, terminal.here, options.template)
    wanted = Wanted(options.circulate, carry_source=not options.no_source, pages=not options.quick)
    kinds = {target.suffix.lower() for target in options.output}
    contents = printed(found.loaded, found.judgement, kinds, template, name, wanted, terminal.step)
    for target in options.output:
        write_whole(target, contents[target.suffix.lower()], _kept(found, options.template))
    terminal.clear()
    if found.judgement.findings:
        terminal.error(f"printed with {summary(found.judgement.findings)}; see `s75 validate {options.agreement}`\n")
    return 0


def _kept(found: Version, template: Path | None) -> tuple[Path, ...]:
    return (*found.sources, template) if template else found.sources
