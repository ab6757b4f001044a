"""Giving a report: on the terminal in the form that --format names, or in a file whose ending says it."""

from __future__ import annotations

import argparse
from pathlib import Path

from section75.cli.terminal import Terminal
from section75.errors import UsageError
from section75.project.output import write_whole
from section75.project.places import template_bytes
from section75.reports.writers import ENDINGS, TEMPLATE, Content, Look, written

PAGES = ("text", "markdown", "html")
"""The forms in which people read a report on the terminal or through a pipe."""
FILES = ("html", "docx", "markdown", "text")
"""The forms in which people are given a report as a file."""


def add_forms(parser: argparse.ArgumentParser, data: tuple[str, ...], files: tuple[str, ...] = FILES) -> None:
    """Take --format, -o and --template.

    `data` names the forms for programs that the report has, `files` those in which people are given it.
    """
    forms = (*PAGES, *data)
    endings = [ending for ending, form in ENDINGS.items() if form in (*files, *data)]
    parser.set_defaults(endings=endings)
    parser.add_argument("--format", choices=forms, help=f"text (default), {_alternatives(forms[1:])}")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help=f"a file that ends in {_alternatives(endings)}"
    )
    add_template(parser)


def add_template(parser: argparse.ArgumentParser) -> None:
    """Take --template, for reports in Word."""
    parser.add_argument("--template", type=Path, metavar="FILE", help="a Word template other than the project's")


def form_of(options: argparse.Namespace) -> str:
    """The form that is asked for. Raises `UsageError` where the ending of the file names none, or another."""
    if options.output is None:
        return str(options.format or "text")
    form = form_of_file(options.output, options.endings)
    if options.format not in (None, form):
        raise UsageError(f"{options.output} is not {options.format}", "leave --format out: the ending says it")
    return form


def form_of_file(path: Path, endings: list[str]) -> str:
    """The form by a file's ending. Raises `UsageError` where it is none of `endings`."""
    ending = path.suffix.lower()
    if ending not in endings:
        raise UsageError(f"{path} has no ending that is known", "use " + ", ".join(endings))
    return ENDINGS[ending]


def give(
    content: Content, form: str, options: argparse.Namespace, terminal: Terminal, sources: tuple[Path, ...] = ()
) -> None:
    """Print the report, or write it to the file of `options.output`, which may be none of the `sources`."""
    look = Look(
        colour=terminal.colour and options.output is None,
        template=lambda: template_bytes(TEMPLATE, terminal.here, options.template),
    )
    made = written(content, form, look)
    if options.output is not None:
        write_whole(options.output, made, sources)
    terminal.clear()
    if options.output is None:
        terminal.say(made.decode())


def _alternatives(names: list[str] | tuple[str, ...]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"
