"""`s75 new`: a first draft from a model agreement, or the renewal of an agreement."""

from __future__ import annotations

import argparse

from section75.cli.days import day
from section75.cli.given_parties import given_parties
from section75.cli.terminal import Terminal
from section75.cli.typed import one_line
from section75.drafting import Answers, refused_kind
from section75.errors import UsageError
from section75.judging.todo import Matter, left_to_do
from section75.law.bodies import COUNCIL
from section75.load import Loaded
from section75.project.beginning import begin, id_of, renew
from section75.project.library import read_model
from section75.project.versions import version_in_folder
from section75.reports.escape import shortened
from section75.reports.todo import counted

USUAL = "integrated-provision"
TYPED = ("title", "council", "council_address", "nhs_body", "nhs_address")
"""Options whose words come to stand in the agreement."""
EXAMPLE = """\
an example:
  s75 new newtown-nhs/2027 --model pooled-fund --council "Newtown Borough Council" --start 2027-04-01
  s75 new newtown/2027 --model joint-fund --name first-council="Newtown City Council" --name icb="NHS Oldshire ICB"
  s75 new coventry-cwpt/2021 --from coventry-cwpt/2018
  s75 new coventry-cwpt/2027 --from coventry-cwpt/2018 --start 2027-04-01 --months 24

What is not given is asked for where somebody sits at the terminal; else a placeholder stands there, which
`s75 validate` finds. A renewal keeps the text, drops approvals, records and the version table, moves the financial
years on, and begins on the day after the old term ends unless --start says otherwise.
"""


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.description = "Start an agreement from a model, or renew one."
    parser.epilog = EXAMPLE
    parser.add_argument("name", metavar="NAME", help="partnership and term, e.g. newtown-nhs/2027")
    source = parser.add_mutually_exclusive_group()
    source.add_argument("--from", dest="old", metavar="OLD", help="the agreement to renew")
    source.add_argument("--model", metavar="MODEL", help=f"the model to begin with; {USUAL} if none is named")
    parser.add_argument("--title", help="of the agreement")
    parser.add_argument("--council", metavar="NAME", help="name of the council")
    parser.add_argument("--council-address", metavar="ADDRESS", help="its address")
    parser.add_argument("--nhs-body", metavar="NAME", help="name of the NHS body")
    parser.add_argument("--nhs-address", metavar="ADDRESS", help="its address")
    parser.add_argument(
        "--name",
        action="append",
        default=[],
        dest="names",
        metavar="PARTY=NAME",
        help="name of a party by its id, e.g. icb=...",
    )
    parser.add_argument(
        "--address", action="append", default=[], dest="addresses", metavar="PARTY=ADDRESS", help="its address"
    )
    parser.add_argument("--nhs-kind", choices=("nhs-trust", "nhs-foundation-trust", "integrated-care-board"))
    parser.add_argument("--start", metavar="DATE", help="first day of the term, year-month-day")
    parser.add_argument("--months", type=int, help="length of the term in months")


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Write the folder of the new agreement and say where it is."""
    id_of(options.name)
    for option in TYPED:
        given = getattr(options, option)
        if given is not None:
            setattr(options, option, one_line(f"--{option.replace('_', '-')}", given))
    if options.old:
        old = version_in_folder(options.old, terminal.here, terminal.step)
        made = renew(options.name, old, terminal.here, _told(options, old.loaded))
    else:
        model = read_model(options.model or USUAL, terminal.here)
        refused = refused_kind(model.loaded.required(), options.nhs_kind) if options.nhs_kind else ""
        if refused:
            raise UsageError(refused, "leave --nhs-kind out, or begin with another model")
        made = begin(options.name, model, _answers(options, model.loaded, terminal), terminal.here)
    terminal.tell(made.notes)
    inside = made.folder.is_relative_to(terminal.here)
    shown = made.folder.relative_to(terminal.here) if inside else made.folder
    terminal.say(f"{shown.as_posix()}\n")
    _told_what_is_left(options.name, terminal)
    return 0


def _told_what_is_left(name: str, terminal: Terminal) -> None:
    """The questions that are open, and how much else is left."""
    found = version_in_folder(name, terminal.here)
    left = left_to_do(found.loaded, found.judgement) if found.loaded.agreement else ()
    for each in left:
        if each.matter is Matter.QUESTION:
            terminal.error(f"to decide: {shortened(each.what)}\n")
    terminal.error(f"{counted(left)}\nnext: s75 todo {name}, then s75 validate {name}\n")


def _told(options: argparse.Namespace, old: Loaded) -> Answers:
    """What the options change in a renewal; nothing is asked for. Raises `UsageError` where one cannot be honoured."""
    if options.nhs_kind:
        said = "a renewal keeps the kinds of its parties"
        raise UsageError(
            said, "leave --nhs-kind out; where another body succeeds, change kind, recitals and label by hand"
        )
    names, addresses = given_parties(options, old.required().parties)
    start = day(options.start) if options.start else None
    return Answers(options.title or "", names, addresses, {}, start, _months(options))


def _months(options: argparse.Namespace) -> int | None:
    months: int | None = options.months
    if months is not None and not 1 <= months <= 1200:
        raise UsageError(f"a term of {months} months cannot be", "give 1 to 1200")
    return months


def _answers(options: argparse.Namespace, model: Loaded, terminal: Terminal) -> Answers:
    """What the options give, and what a person at the terminal adds."""
    months = _months(options)
    parties = model.required().parties
    names, addresses = given_parties(options, parties)
    title = options.title or terminal.ask("Title of the agreement")
    for party in parties:
        names[party.id] = names.get(party.id) or terminal.ask(f"Name of {party.label}")
        addresses[party.id] = addresses.get(party.id) or terminal.ask(f"Address of {party.label}")
    kinds: dict[str, str] = {
        party.id: options.nhs_kind for party in parties if party.kind != COUNCIL and options.nhs_kind
    }
    asked = f"First day of the term, e.g. 2027-04-01 [{model.required().term.start}]"
    start = (
        day(options.start) if options.start else terminal.ask_until(asked, lambda typed: day(typed) if typed else None)
    )
    return Answers(title, names, addresses, kinds, start, months)
