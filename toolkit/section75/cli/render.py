"""`s75 render`: the agreement for Word, as a web page, or as PDF."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from section75.cli.days import add_today, today
from section75.cli.exit_codes import CLEAN, FOUND
from section75.cli.many_options import add_jobs
from section75.cli.terminal import Terminal
from section75.errors import UsageError
from section75.printing.drafts import KINDS, Wanted, printed
from section75.project.approving import may_be_final
from section75.project.circulating import circulated, may_be_circulated
from section75.project.executing import executed_text
from section75.project.output import write_whole
from section75.project.places import AGREEMENT_TEMPLATE, template_bytes
from section75.project.versions import NOT_PRINTED, Version, sound, version
from section75.reports.findings import summary

EXAMPLE = """\
an example:
  s75 render coventry-cwpt/2018 -o agreement.docx
  s75 render coventry-cwpt/2018 -o agreement.pdf -o agreement.html --circulate
  s75 render example/2025 -o engrossment.pdf --final                     refused while something is left
  s75 render example/2025 -o board.pdf --circulate --to "Members of the Cabinet"
  s75 render example/2025@executed -o copy.docx --conformed              what was executed, whatever the files say now
  s75 render coventry-cwpt/2018 example/2025 -o prints --format pdf      each into the folder prints

A draft carries a watermark and a document-control sheet; --circulate leaves the sheet out. --final prints the
engrossment, the text to be signed: no watermark, no control sheet, room for the date. It is refused while an approval
does not cover the text or a question is left to settle. --conformed prints what was executed, with its date and the
offices of those who signed. Page numbers of the contents list come from LibreOffice where
it is installed; else Word fills them on opening.
"""


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.description = "Print an agreement, or several, as drafts; or one as it is to be signed."
    parser.epilog = EXAMPLE
    parser.add_argument(
        "agreements", nargs="+", metavar="AGREEMENT", help="a folder, e.g. coventry-cwpt/2018; or a version"
    )
    parser.add_argument(
        "-o", "--output", action="append", required=True, type=Path, metavar="FILE",
        help="X.docx, X.html or X.pdf; for several agreements a folder",
    )  # fmt: skip
    parser.add_argument(
        "--format", action="append", choices=[ending[1:] for ending in KINDS],
        help="what goes into the folder: docx if none is given",
    )  # fmt: skip
    add_jobs(parser)
    parser.add_argument("--final", action="store_true", help="the engrossment, once every approval covers the text")
    parser.add_argument("--conformed", action="store_true", help="the dated copy of what was executed")
    add_today(parser)
    parser.add_argument("--circulate", action="store_true", help="leave the document-control sheet out")
    parser.add_argument(
        "--to", metavar="WORDS", help="with --circulate or --final: to whom it is sent, which is recorded"
    )
    parser.add_argument("--no-source", action="store_true", help="do not carry the source inside the Word file")
    parser.add_argument("--quick", action="store_true", help="leave page numbers of the contents to Word")
    parser.add_argument("--template", type=Path, metavar="FILE", help="a Word template other than the project's")


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Print to every file asked for; 0 when printed."""
    if len(options.agreements) > 1 or options.format:
        return _many(options, terminal)
    return _one(options, terminal)


def _one(options: argparse.Namespace, terminal: Terminal) -> int:
    agreement = options.agreements[0]
    if options.to is not None and not (options.circulate or options.final):
        hint = "add --circulate, which leaves the control sheet out, or --final"
        raise UsageError("--to says to whom a print is sent", hint)
    for target in options.output:
        if target.suffix.lower() not in KINDS:
            raise UsageError(f"{target} has no ending that is known", "use .docx, .html or .pdf")
    found = sound(version(agreement, terminal.here, terminal.step), NOT_PRINTED, terminal.step)
    _may_print(found, options)
    executed = executed_text(found, today(options)) if options.conformed else ()
    template, name = template_bytes(AGREEMENT_TEMPLATE, terminal.here, options.template)
    wanted = replace(_wanted(options), executed=executed)
    kinds = {target.suffix.lower() for target in options.output}
    contents = printed(found.loaded, found.judgement, kinds, template, name, wanted, terminal.step)
    for target in options.output:
        write_whole(target, contents[target.suffix.lower()], _kept(found, options.template))
    terminal.clear()
    if options.to is not None:
        terminal.say(f"recorded: {circulated(found, options.to, today(options), options.final)}\n")
    if found.judgement.findings:
        terminal.error(f"printed with {summary(found.judgement.findings)}; see `s75 validate {agreement}`\n")
    if found.judgement.unsettled:
        terminal.error(f"questions still to be settled: {found.judgement.unsettled}; see `s75 todo {agreement}`\n")
    return 0


def _may_print(found: Version, options: argparse.Namespace) -> None:
    """Refuse before anything is written what must not be printed as it is asked for."""
    if found.is_print:
        raise UsageError(f"{found.name} is a print already", "name the folder that it was printed from")
    if options.final:
        may_be_final(found, today(options))
    if options.to is not None:
        may_be_circulated(found, options.to, today(options))


def _many(options: argparse.Namespace, terminal: Terminal) -> int:
    """Print each into the folder; 1 where one could not be printed, and the others are."""
    from section75.cli.many import ended, jobs, named_agreements  # noqa: PLC0415 -- one agreement needs none of it
    from section75.project.prints import Task, print_all  # noqa: PLC0415 -- as above

    if options.final or options.conformed or options.to is not None:
        raise UsageError(
            "what is signed or sent out is printed one at a time", "name one agreement, and X.docx or X.pdf"
        )
    if len(options.output) != 1 or options.output[0].suffix.lower() in KINDS:
        raise UsageError("several agreements are printed into a folder", "name one folder after -o, e.g. -o prints")
    template, name = template_bytes(AGREEMENT_TEMPLATE, terminal.here, options.template)
    endings = tuple(dict.fromkeys(f".{each}" for each in options.format or ["docx"]))
    task = Task(terminal.here, options.output[0], endings, template, name, _wanted(options))
    answers = print_all(task, named_agreements(options.agreements, terminal), jobs(options), terminal.step)
    terminal.clear()
    for answer in answers:
        if answer.wrong:
            terminal.complain(f"{answer.name}: {answer.wrong}", answer.hint or f"see `s75 validate {answer.name}`")
            continue
        remark = f", with {answer.data['remark']}" if answer.data["remark"] else ""
        terminal.say(f"{answer.name}: {', '.join(answer.data['files'])}{remark}\n")
    return ended(answers, FOUND if any(answer.wrong for answer in answers) else CLEAN, terminal)


def _wanted(options: argparse.Namespace) -> Wanted:
    return Wanted(options.circulate, not options.no_source, options.final, pages=not options.quick)


def _kept(found: Version, template: Path | None) -> tuple[Path, ...]:
    return (*found.sources, template) if template else found.sources
