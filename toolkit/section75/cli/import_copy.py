"""`s75 import`: what somebody changed in a Word copy, back into the files of the agreement."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from typing import Any

from section75.cli.exit_codes import CLEAN, FOUND
from section75.cli.terminal import Terminal
from section75.compare.kinds import kinds_of_words
from section75.errors import UsageError
from section75.project.importing import Brought, Imported, bring_in, read_back
from section75.project.versions import version_in_folder
from section75.reports.escape import one_line
from section75.returning.proposals import Proposal, Unplaced

EXAMPLE = """\
an example:
  s75 import newtown-from-the-trust.docx                                what it proposes; nothing is written
  s75 import newtown-from-the-trust.docx --into newtown/2027 --apply
  s75 import newtown-from-the-trust.docx --format json

A copy is a Word file that `s75 render` made and somebody edited, with or without tracked changes, in Word or in
LibreOffice. It is held against the agreement inside it. An edit goes back to the clause, row, definition or fact in
which the words stand; references and looked-up values that nobody touched stay as they are in the files. With --apply
the edits are merged into the files as they are now: where those changed the same words meanwhile, yours stay and
`s75 resolve` shows both. What cannot be carried back is listed, and nothing is dropped without a word: comments,
formatting, rows that were put into a table, the execution and the front sheet. Exit code 1 where anything is listed so,
or left to decide.
"""


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.description = "Read what was changed in a Word copy of an agreement, and bring it into the files."
    parser.epilog = EXAMPLE
    parser.add_argument("copy", metavar="COPY", help="the Word file that came back")
    parser.add_argument("--into", metavar="AGREEMENT", help="the folder to change, e.g. newtown/2027")
    parser.add_argument("--apply", action="store_true", help="merge the changes into the files")
    parser.add_argument("--force", action="store_true", help="although a file has edits that are not committed")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text (default) or json")


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """List the proposals, or make them; 1 where something cannot be carried back or is left to decide."""
    if options.apply and not options.into:
        raise UsageError("--apply does not say which agreement to change", "add --into AGREEMENT, e.g. newtown/2027")
    if not options.copy.lower().endswith(".docx"):
        raise UsageError(f"{options.copy} is no Word file", "name a .docx that `s75 render` made and somebody edited")
    brought = read_back(options.copy, terminal.here, terminal.step)
    made = None
    if options.apply:
        found = version_in_folder(options.into, terminal.here, terminal.step)
        made = bring_in(brought, found, force=options.force)
    terminal.clear()
    if options.format == "json":
        terminal.say(json.dumps(_as_data(brought, made), ensure_ascii=False, indent=2) + "\n")
    else:
        terminal.say("".join(f"{line}\n" for line in _as_text(brought, made)))
    return CLEAN if brought.is_whole and not (made and made.conflicts) else FOUND


def _as_text(brought: Brought, made: Imported | None) -> Iterator[str]:
    for proposal in brought.proposals:
        yield from _proposal(proposal)
    for each in brought.unplaced:
        yield from _unplaced(each)
    for remark in brought.comments:
        yield one_line(f"not carried back: a comment by {remark.who or 'nobody named'}: {remark.words}")
    for other in brought.others:
        yield one_line(f"not carried back: {other}")
    if brought.tracked:
        names = ", ".join(f"{who or 'nobody named'} ({count})" for who, count in brought.tracked.items())
        yield one_line(f"tracked changes by {names}")
    if brought.untracked:
        yield "some of it was changed without tracking"
    yield _count(brought, made)
    if made is not None:
        yield from (f"changed: {path}" for path in made.paths)
        if made.conflicts:
            yield f"{len(made.conflicts)} left to decide: `s75 resolve`"


def _count(brought: Brought, made: Imported | None) -> str:
    count = len(brought.proposals)
    listed = len(brought.unplaced) + len(brought.comments) + len(brought.others)
    said = ("1 change" if count == 1 else f"{count} changes") + (" proposed" if made is None else " brought in")
    return said + (f", {listed} not carried back" if listed else "")


def _proposal(each: Proposal) -> Iterator[str]:
    kinds = ", ".join(str(kind) for kind in kinds_of_words(each.was, each.now)) if each.was != each.now else ""
    yield one_line(f"{each.unit}: {each.did}" + (f" ({kinds})" if kinds else ""))
    yield from _words(each.was, each.now)


def _unplaced(each: Unplaced) -> Iterator[str]:
    yield one_line(f"not carried back{f', at {each.unit}' if each.unit else ''}: {each.why}")
    yield from _words(each.was, each.now)


def _words(was: str, now: str) -> Iterator[str]:
    if was and was != now:
        yield one_line(f"    - {was}")
    if now:
        yield one_line(f"    {'+' if was != now else ' '} {now}")


def _as_data(brought: Brought, made: Imported | None) -> dict[str, Any]:
    data: dict[str, Any] = {
        "proposals": [
            {"file": each.path, "unit": each.unit, "did": str(each.did), "was": each.was, "now": each.now}
            for each in brought.proposals
        ],
        "not_carried": [
            *({"unit": each.unit, "was": each.was, "now": each.now, "why": each.why} for each in brought.unplaced),
            *({"comment": each.words, "author": each.who, "date": each.when} for each in brought.comments),
            *({"why": each} for each in brought.others),
        ],
        "tracked_by": brought.tracked,
        "untracked": brought.untracked,
    }
    if made is not None:
        data |= {"changed": list(made.paths), "conflicts": len(made.conflicts)}
    return data
