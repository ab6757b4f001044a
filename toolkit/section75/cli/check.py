"""`s75 check`: what reviews and the law ask for, and how the agreement answers."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from section75.cli.days import add_today, today
from section75.cli.giving import add_forms, form_of, give
from section75.cli.reading import Read, read
from section75.cli.terminal import Terminal
from section75.errors import MissingError, UsageError
from section75.findings import Finding, Place
from section75.judging.review import Examined, ReadCatalogue, examined
from section75.load import load_catalogue
from section75.numbering import number
from section75.project.places import catalogue_files, disk_tree
from section75.reports.review import Report
from section75.reports.review_page import review_report
from section75.reviews import Asked, Review, applies_to, renewal
from section75.reviews.assembled import list_names
from section75.reviews.predicates import TABLE

EXAMPLE = """\
an example:
  s75 check coventry-cwpt/2018
  s75 check coventry-cwpt/2018 --compare coventry-cwpt/2014
  s75 check coventry-cwpt/2018 --catalogue regulations-2000 --format markdown
  s75 check coventry-cwpt/2018 -o review.docx
  s75 check example/2025 --action-plan

Every catalogue is gone through whose items address the partnership; --catalogue names some, which then apply whomever
they address. What a review only asks to consider never fails. Exit code 1 where an item of the strength under --fail-on
or above is not met, or a catalogue, a response or a record is wrong.
"""
NEVER = "never"


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.description = "Hold an agreement against what reviews and the law ask for."
    parser.epilog = EXAMPLE
    parser.add_argument("agreement", metavar="AGREEMENT", nargs="?", help="a folder, e.g. coventry-cwpt/2018")
    parser.add_argument("--catalogue", action="append", metavar="ID", help="only this one; may be given again")
    add_forms(parser, ("json", "github", "sarif"))
    parser.add_argument("--all", action="store_true", help="list what is met and what does not apply too")
    parser.add_argument("--compare", metavar="OLD", help="what a renewal closed, opened and left")
    parser.add_argument("--fail-on", choices=("statutory", "recommended", NEVER), default="statutory")
    parser.add_argument("--action-plan", action="store_true", help="put what is outstanding into an action plan")
    parser.add_argument("--force", action="store_true", help="update a plan although its file has uncommitted changes")
    parser.add_argument("--predicates", action="store_true", help="list the predicates that a catalogue can use")
    parser.add_argument("--lists", action="store_true", help="list what a test can look through in the agreement")
    add_today(parser)


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Print the report; 1 where something fails."""
    if options.predicates:
        terminal.say("".join(f"{p.name}\n    {p.about}\n    takes: {p.takes}\n" for p in TABLE))
        return 0
    if not options.agreement:
        raise UsageError("no agreement is named", "e.g. s75 check coventry-cwpt/2018")
    form = form_of(options)
    when = today(options)
    found = read(options.agreement, terminal)
    found.loaded.required()
    catalogues, broken = read_catalogues(options.catalogue, terminal)
    old = read(options.compare, terminal).loaded if options.compare else None
    terminal.step("Reviewing")
    previous = examined(old, catalogues, when) if old else None
    made = examined(found.loaded, catalogues, when, previous)
    if options.lists:
        terminal.say(_lists(made))
        return 0
    made = Examined(made.subject, made.review, (*broken, *made.findings))
    report = _report(options, found, made, catalogues, previous)
    if options.action_plan:
        from section75.cli.action_plan import update  # noqa: PLC0415 -- only where it is wanted

        return update(options, found, report, terminal)
    give(review_report(report), form, options, terminal, found.sources)
    return 1 if _fails(made, options.fail_on) else 0


def read_catalogues(names: Sequence[str] | None, terminal: Terminal) -> tuple[list[ReadCatalogue], tuple[Finding, ...]]:
    """The catalogues that are named, or all; and what is wrong with those that cannot be read.

    Raises `MissingError`, listing what there is, where one is not there.
    """
    here = Path.cwd()
    files = catalogue_files(here)
    unknown = next((name for name in names or () if name not in files), None)
    if unknown:
        raise MissingError(f"there is no catalogue {unknown}", "catalogues: " + ", ".join(files))
    made: list[ReadCatalogue] = []
    broken: list[Finding] = []
    for name in names or files:
        terminal.step(f"Reading {name}")
        catalogue, source, findings = load_catalogue(disk_tree(files[name].parent, here), files[name].name)
        if catalogue is None:
            broken += findings
        else:
            made.append(ReadCatalogue(catalogue, source, bool(names)))
    return made, tuple(broken)


def _report(
    options: argparse.Namespace,
    found: Read,
    made: Examined,
    catalogues: Sequence[ReadCatalogue],
    previous: Examined | None,
) -> Report:
    agreement = found.loaded.required()
    gone_through = tuple(
        (each.catalogue.id, each.catalogue.title)
        for each in catalogues
        if any(not applies_to(item, Asked(each.catalogue, each.by_name), agreement) for item in each.catalogue.items)
    )
    by_id = {name for name, _ in gone_through}
    review = Review(
        tuple(result for result in made.review.results if result.catalogue in by_id),
        made.review.faults,
        made.review.remarks,
    )
    return Report(
        name=options.agreement,
        title=agreement.title,
        date=made.subject.today.isoformat(),
        catalogues=gone_through,
        examined=Examined(made.subject, review, made.findings),
        cited=number(agreement).in_words(),
        places=_places(found, review),
        renewal=renewal(previous.review, review) if previous else None,
        everything=options.all,
    )


def _places(found: Read, review: Review) -> dict[str, Place]:
    """Where each item is met or should be: the first that says so, else the schedule concerned, else the title."""
    places = found.loaded.places
    agreement = found.loaded.required()
    by_kind = {schedule.kind: schedule.id for schedule in reversed(agreement.schedules)}
    made = {}
    for result in review.results:
        part = next((by_kind[part] for part in result.item.parts if part in by_kind), "")
        owner = next((identity for identity in result.where if places.all_of(identity)), part)
        made[result.item.id] = places.find(owner) if owner else places.find(agreement.id, "title")
    return made


def _fails(made: Examined, fail_on: str) -> bool:
    if any(finding.is_error for finding in made.findings):
        return True
    return fail_on != NEVER and bool(made.review.failing(fail_on))


def _lists(made: Examined) -> str:
    lines = []
    for name in list_names(made.subject.data):
        rows = made.subject.data[name]
        fields = dict.fromkeys(key for row in rows for key in row)
        lines.append(f"{name}  ({len(rows)})\n    {', '.join(fields)}\n")
    return "".join(lines)
