"""`s75 digest`: what identifies the text of an agreement, a schedule or a clause."""

from __future__ import annotations

import argparse
from difflib import get_close_matches

from section75.cli.exit_codes import CLEAN
from section75.cli.giving import add_forms, form_of, give
from section75.cli.terminal import Terminal
from section75.errors import MissingError
from section75.project.versions import NOT_PRINTED, sound, version
from section75.reports.digests import digests_report, lines
from section75.signoff import SCHEME, digests

EXAMPLE = """\
an example:
  s75 digest example/2025                          of the whole and of each schedule
  s75 digest example/2025 variation pooled-fund    of a clause and a schedule
  s75 digest agreement.docx                        of what a Word file carries

Two texts have the same digest if and only if they print the same words; numbers that follow and line breaks count for
nothing. docs/digest.md says how it is worked out, so that anyone can do it again.
"""


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.description = "Tell the digest of an agreement, of its schedules, or of clauses and rows by their ids."
    parser.epilog = EXAMPLE
    parser.add_argument("agreement", metavar="AGREEMENT", help="a folder, a revision, or a Word file printed here")
    parser.add_argument("ids", nargs="*", metavar="ID", help="of a clause, a schedule, a row; every schedule if none")
    add_forms(parser, ("json",))


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Tell the digests; 0 where the agreement has no error."""
    form = form_of(options)
    found = sound(version(options.agreement, terminal.here, terminal.step), NOT_PRINTED, terminal.step)
    agreement = found.loaded.required()
    made = digests(found.loaded.data, agreement)
    for identity in options.ids:
        if identity not in made.units:
            near = get_close_matches(identity, made.units, 1)
            hint = f"did you mean {near[0]}?" if near else "name the id of a clause, a schedule or a row"
            raise MissingError(f"nothing that prints has the id {identity}", hint)
    wanted = options.ids or [schedule.id for schedule in agreement.schedules]
    told = lines(agreement.id, made.whole, made.units, wanted, found.loaded.numbers.in_words())
    give(digests_report(told, SCHEME, agreement.version), form, options, terminal, found.sources)
    return CLEAN
