"""`s75 approve`: who has approved the text as it stands, and a decision recorded."""

from __future__ import annotations

import argparse
from pathlib import Path

from section75.cli.days import add_today, day, today
from section75.cli.exit_codes import CLEAN, FOUND
from section75.cli.giving import add_forms, form_of, give
from section75.cli.terminal import Terminal
from section75.drafting.approving import EXACT, SUBSTANTIALLY, Approving
from section75.errors import UsageError
from section75.project.approving import approvals, approve, since_last
from section75.project.versions import Version, sound, version_in_folder
from section75.reports.approvals import Standings, approvals_report
from section75.signoff import changed_lines

EXAMPLE = """\
an example:
  s75 approve example/2025                               how each approval stands; exit code 1 while one is missing
  s75 approve example/2025 ap-cabinet --reference "Minute 42" --call-in-ends 2025-03-20
  s75 approve example/2025 ap-icb --reference "ICB 25/07" --substantially --delegate "Director of Place (co-chair)"
  s75 approve example/2025 ap-icb --under given-ap-icb-2025-03-06 --reference "Decision 9"

An approval is bound to the exact text: a later edit is "no longer covered", clause by clause, unless the body approved
it substantially as drafted and its delegate decides on that edit (--under). Before it writes, the command shows what
has changed since the body last decided, and asks. Which bodies approve, and in which order, agreement.yaml says under
approvals. With --sign KEY a signature is put beside the record; it is checked against the file `signers` of the
project, and an approval whose signature does not hold counts for nothing. `s75 render --final` prints the text to be
signed only once every approval covers it.
"""
YES = "y"


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.description = "Show how the approvals of an agreement stand, or record the decision of a body."
    parser.epilog = EXAMPLE
    parser.add_argument("agreement", metavar="AGREEMENT", help="a folder, e.g. example/2025")
    parser.add_argument("approval", nargs="?", metavar="APPROVAL", help="id of the approval that is given")
    parser.add_argument("--reference", default="", metavar="WORDS", help="the minute or the decision")
    parser.add_argument("--substantially", action="store_true", help="substantially as drafted, with a delegate")
    parser.add_argument("--delegate", default="", metavar="ROLE", help="who may decide on later edits")
    parser.add_argument(
        "--consult", action="append", default=[], metavar="ROLE", help="whom the delegate consults first"
    )
    parser.add_argument("--limits", default="", metavar="WORDS", help="how far the delegate may go")
    parser.add_argument("--call-in-ends", metavar="DATE", help="last day on which the decision may be called in")
    parser.add_argument("--under", default="", metavar="ID", help="a delegate's decision under this approval")
    parser.add_argument("--sign", type=Path, metavar="KEY", help="sign the record with an OpenSSH key")
    parser.add_argument("--yes", action="store_true", help="do not ask")
    add_forms(parser, ("json",))
    add_today(parser)


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Show how the approvals stand, 1 while the text is not covered; or record one."""
    form = form_of(options)
    found = version_in_folder(options.agreement, terminal.here, terminal.step)
    agreement = found.loaded.required()
    if options.approval:
        return _record(options, found, terminal)
    standing = approvals(found, today(options))
    names = found.loaded.numbers.in_words()
    signed = {each: made.by for each, made in standing.signatures.items() if not made.fault}
    broken = {each: made.fault for each, made in standing.signatures.items() if made.fault}
    told = Standings(standing.found, standing.digest, standing.elsewhere, signed, broken)
    report = approvals_report(told, names, agreement.title)
    give(report, form, options, terminal, found.sources)
    return CLEAN if standing.covered else FOUND


def _record(options: argparse.Namespace, found: Version, terminal: Terminal) -> int:
    made = Approving(
        requires=options.approval,
        on=today(options).isoformat(),
        reference=options.reference,
        form=SUBSTANTIALLY if options.substantially else EXACT,
        delegate=options.delegate,
        consultees=tuple(options.consult),
        limits=options.limits,
        call_in_ends=day(options.call_in_ends).isoformat() if options.call_in_ends else "",
        under=options.under,
    )
    sound(found, "nothing can be approved while the agreement has errors")
    _shown(options, found, terminal)
    path = approve(found, made, today(options), options.sign and terminal.here / options.sign)
    terminal.clear()
    terminal.say(f"recorded: {path}\n")
    return CLEAN


def _shown(options: argparse.Namespace, found: Version, terminal: Terminal) -> None:
    """Show what is approved since the last decision, and ask."""
    changed = since_last(found, options.approval)
    names = found.loaded.numbers.in_words()
    terminal.clear()
    if changed is None:
        terminal.say("The body has not decided on this agreement before, so its decision is on the whole text.\n")
    elif not changed:
        terminal.say("Nothing has changed since the body last decided.\n")
    else:
        lines = "".join(f"  {line}\n" for line in changed_lines(changed, names))
        terminal.say(f"Since the body last decided:\n{lines}")
    if options.yes:
        return
    if not terminal.is_attended:
        raise UsageError("nobody sits at the terminal to be asked", "add --yes once you have read what is approved")
    if terminal.ask("Record this decision? (y)es or (n)o")[:1].lower() != YES:
        raise UsageError("nothing was recorded", "type y to record the decision")
