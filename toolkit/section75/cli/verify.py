"""`s75 verify`: whether a Word file still says what the agreement inside it says; offline."""

from __future__ import annotations

import argparse
from pathlib import Path

from section75.cli.days import add_today, today
from section75.cli.exit_codes import CLEAN, FOUND
from section75.cli.terminal import Terminal
from section75.errors import Section75Error, UsageError
from section75.printing.carried import Carried, read_carrying
from section75.printing.verified import changes_listed, verified
from section75.project.approving import approvals
from section75.project.places import own_template
from section75.project.versions import version_in_folder
from section75.signoff import decisions_on

EXAMPLE = """\
an example:
  s75 verify redline.docx
  s75 verify agreement.docx --expect 5b0f6c1e...
  s75 verify agreement.docx --against example/2025      authentic, if a record there is of exactly this text
  s75 verify example/2025                               which records are of exactly what its files say

A print must say word for word what the agreement inside it says, with its styles, numbers and references, and hold
nothing else: no hidden words, no text boxes, no comments. A redline must give the new version when every change is
accepted and the old one when every change is rejected. Every difference is told with its clause. Nothing but the file
is read. A print may be saved again in Word or LibreOffice; LibreOffice does not keep every tracked change of a redline.
"Consistent" is all that a file alone can show. That it is the right one shows its digest, got in another way, or an
agreement in whose records stands that exactly this text was approved or executed.
"""


OUTSIDE = "the watermark, pictures, and the author and date of each tracked change"
MOST = 50
"""Differences that are listed."""


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.description = "Check a Word file against the agreement that it carries, or an agreement against its records."
    parser.epilog = EXAMPLE
    parser.add_argument("file", metavar="FILE", type=Path, help="X.docx, or the folder of an agreement")
    parser.add_argument("--against", metavar="AGREEMENT", help="whose records say which text was approved and executed")
    add_today(parser)
    parser.add_argument("--expect", metavar="DIGEST", default="", help="the digest it should have, or its beginning")


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Print what the file is consistent with; 0 where it is. Raises `Section75Error` where it is not."""
    if options.expect and len(options.expect) < 8:
        raise UsageError("a digest of fewer than 8 characters proves little", "give more of it")
    if options.file.suffix.lower() != ".docx":
        return _agreement(options, terminal)
    terminal.step(f"Reading {options.file}")
    carried = read_carrying(options.file, options.file.as_posix())
    terminal.step("Comparing every paragraph")
    found = verified(carried, own_template())
    terminal.clear()
    if not found.holds:
        terminal.error("".join(f"  {each}\n" for each in found.faults[:MOST]))
        more = f", {len(found.faults)} differences" if len(found.faults) > 1 else ""
        raise Section75Error(
            f"{carried.name} was changed after it was printed{more}", "ask for the file as it was printed"
        )
    terminal.say(_said(carried, found.paragraphs))
    if options.expect and not carried.source.digest.startswith(options.expect.lower()):
        raise Section75Error(f"it is not the version expected, {options.expect}", "ask which version was sent")
    if options.against:
        terminal.say(_authentic(carried, options, terminal))
    return CLEAN


def _agreement(options: argparse.Namespace, terminal: Terminal) -> int:
    """Tell which records are of exactly what the files of an agreement say; 1 where none is, or a signature is broken.

    Raises `Section75Error` where the text is not the one expected.
    """
    found = version_in_folder(options.file.as_posix(), terminal.here, terminal.step)
    loaded, on = found.loaded, today(options)
    agreement, standing = loaded.required(), approvals(found, on)
    recorded = decisions_on(standing.digest, agreement, standing.counting, loaded.executed, on.isoformat())
    broken = [
        f"the signature of {name} does not hold: {each.fault}"
        for name, each in standing.signatures.items()
        if each.fault
    ]
    terminal.clear()
    terminal.say(f"{agreement.id}, version {agreement.version}, digest {standing.digest}\n")
    terminal.say("".join(f"  {each}\n" for each in (*(recorded or ("no record is of this text",)), *broken)))
    if options.expect and not standing.digest.startswith(options.expect.lower()):
        raise Section75Error(f"it is not the version expected, {options.expect}", "ask which version was sent")
    return CLEAN if recorded and not broken else FOUND


def _authentic(carried: Carried, options: argparse.Namespace, terminal: Terminal) -> str:
    """What the records of an agreement say of the text. Raises `Section75Error` where they say nothing of it."""
    found = version_in_folder(options.against, terminal.here, terminal.step)
    loaded, on = found.loaded, today(options)
    counting = approvals(found, on).counting
    recorded = decisions_on(carried.source.digest, loaded.required(), counting, loaded.executed, on.isoformat())
    terminal.clear()
    if not recorded:
        hint = "ask which version was approved; `s75 show` tells which is in force"
        raise Section75Error(f"no record of {found.name} is of this text, so nothing shows that it is authentic", hint)
    return f"authentic by the records of {found.name}:\n" + "".join(f"  {each}\n" for each in recorded)


def _said(carried: Carried, paragraphs: int) -> str:
    source = carried.source
    lines = [f"{carried.name} is consistent with digest {source.digest}"]
    agreement, *before = (each.required() for each in carried.sides())
    lines.append(f"  {agreement.id}, version {agreement.version}; {paragraphs} paragraphs, each compared")
    if source.conformed:
        lines.append("  a conformed copy; the date and who executed it are outside the digest")
    elif source.executed:
        lines.append("  it keeps the numbers of what was executed; which those are is outside the digest")
    if source.before:
        old = before[0]
        counted = _counted(source.before.changes, changes_listed(carried))
        lines.append(f"  a redline against {old.id}, version {old.version}, digest {source.before.old.digest}")
        lines.append(f"  accepting its {counted} gives the new version, rejecting them the old")
        lines.append(f"  outside the proof: {OUTSIDE}")
    return "\n".join(lines) + "\n"


def _counted(changes: int, listed: int) -> str:
    """How many changes there are for Word, and for `s75 diff`; one of the latter may be many for Word."""
    tracked = f"{changes} tracked change{'' if changes == 1 else 's'} in Word"
    return f"{tracked} (for {listed} change{'' if listed == 1 else 's'} that `s75 diff` lists)" if listed else tracked
