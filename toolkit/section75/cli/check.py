"""`s75 check`: what reviews and the law ask for, and how the agreement answers."""

from __future__ import annotations

import argparse

from section75.cli.days import add_today, today
from section75.cli.exit_codes import FOUND
from section75.cli.giving import add_forms, form_of, give
from section75.cli.many import ended, kept_files, named_agreements, swept
from section75.cli.many_options import add_many
from section75.cli.terminal import Terminal
from section75.errors import UsageError
from section75.project.asking import REVIEW, Question
from section75.project.catalogues import catalogue_paths, read_catalogues
from section75.project.places import MODEL
from section75.project.review import review
from section75.project.versions import Version, version_in_folder
from section75.reports.catalogue_tests import lists_text, predicates_text
from section75.reports.review_data import Report
from section75.reports.review_page import review_report
from section75.reports.sweep import CHECK
from section75.reports.sweep_page import fails, sweep_report

EXAMPLE = """\
an example:
  s75 check coventry-cwpt/2018
  s75 check coventry-cwpt/2018 --compare coventry-cwpt/2014
  s75 check coventry-cwpt/2018 --catalogue regulations-2000 --format markdown
  s75 check coventry-cwpt/2018 -o review.docx
  s75 check example/2025 --action-plan
  s75 check -o portfolio.html                 every agreement of the project, on all processors
  s75 check --shard 3/8 -o shard-3.json       an eighth of them; see `s75 report --join`

Every catalogue is gone through whose items address the partnership; --catalogue names some, which then apply whomever
they address. What a review only asks to consider never fails. Exit code 1 where an item of the strength under --fail-on
or above is not met, or a catalogue, a response or a record is wrong.
Where there are several agreements, what has not changed since last time is not reviewed again: see --no-cache.
"""
NEVER = "never"


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.description = "Hold agreements against what reviews and the law ask for."
    parser.epilog = EXAMPLE
    parser.add_argument("agreements", nargs="*", metavar="AGREEMENT", help="a folder; all of the project if none")
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
    add_many(parser)


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Print the report; 1 where something fails."""
    if options.predicates:
        terminal.say(predicates_text())
        return 0
    form = form_of(options)
    if len(options.agreements) != 1 or options.shard:
        return _many(options, form, terminal)
    when = today(options)
    here, step = terminal.here, terminal.step
    found = version_in_folder(options.agreements[0], here, step)
    found.loaded.required()
    catalogues = read_catalogues(options.catalogue, here, step)
    old = version_in_folder(options.compare, here, step) if options.compare else None
    report = review(found, catalogues, when, old, options.all, step)
    if options.lists:
        terminal.say(lists_text(report.examined.subject))
        return 0
    if options.action_plan:
        return _update_plan(found, report, options.force, terminal)
    give(review_report(report), form, options, terminal, found.sources)
    return 1 if _fails(report, options.fail_on) else 0


def _many(options: argparse.Namespace, form: str, terminal: Terminal) -> int:
    """One report on several agreements, or on all of the project but its models."""
    given = {"--all": options.all, "--compare": options.compare, "--lists": options.lists}
    given |= {"--action-plan": options.action_plan, "--format sarif": form == "sarif"}
    if alone := [name for name, wanted in given.items() if wanted]:
        raise UsageError(f"{alone[0]} is for one agreement at a time", "name the agreement")
    catalogue_paths(options.catalogue, terminal.here)
    named = named_agreements(options.agreements, terminal)
    found = named if options.agreements else [each for each in named if not each.name.startswith(MODEL)]
    question = Question(REVIEW, terminal.here, today(options).isoformat(), tuple(options.catalogue or ()))
    sweep = swept(CHECK, question, found, options, terminal)
    give(sweep_report(sweep), form, options, terminal, kept_files(found))
    failed = fails(sweep, None if options.fail_on == NEVER else options.fail_on)
    return ended(sweep.unread, FOUND if failed else 0, terminal)


def _update_plan(found: Version, report: Report, force: bool, terminal: Terminal) -> int:
    from section75.project.action_plan import write_action_plan  # noqa: PLC0415 -- only where it is wanted

    made = write_action_plan(found, report, force)
    terminal.tell(made.notes)
    plan = made.plan
    terminal.clear()
    terminal.say("".join(f"added: {item}\n" for item in plan.added))
    terminal.say("".join(f"the agreement says it now; mark it done once it is: {action}\n" for action in plan.ready))
    terminal.say("".join(f"said to be done, and still outstanding: {action}\n" for action in plan.doubtful))
    terminal.say(f"{made.path}: {len(plan.added)} added\n")
    return 0


def _fails(report: Report, fail_on: str) -> bool:
    if any(finding.is_error for finding in report.examined.findings):
        return True
    return fail_on != NEVER and bool(report.examined.review.failing(fail_on))
