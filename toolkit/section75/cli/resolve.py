"""`s75 resolve`: conflicts of a merge, decided clause by clause."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from section75.cli.exit_codes import CLEAN, FOUND
from section75.cli.terminal import Terminal
from section75.cli.typed import one_line
from section75.errors import UsageError
from section75.project.merging.resolving import BASE, OURS, THEIRS, Open, open_conflicts, resolve
from section75.project.versions import Version, version_in_folder

EXAMPLE = """\
an example:
  s75 resolve newtown/2027                                         what is to be decided, with every wording
  s75 resolve newtown/2027 board-duty.text --take theirs
  s75 resolve newtown/2027 board-duty.text --words "The Board meets each month."
  s75 resolve newtown/2027 --take ours                             ours for all that is left

At a terminal, without --take, each is shown in turn and you are asked which to take. The file is edited in place.
Exit code 1 where something is left to decide.
"""
LETTERS = {"o": OURS, "t": THEIRS, "b": BASE, "": ""}


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.description = "Show the conflicts that a merge left, and decide them."
    parser.epilog = EXAMPLE
    parser.add_argument("agreement", metavar="AGREEMENT", help="a folder, e.g. newtown/2027")
    parser.add_argument("places", metavar="PLACE", nargs="*", help="as it is shown, e.g. board-duty.text; all if none")
    parser.add_argument("--take", choices=(OURS, THEIRS, BASE), help="whose wording stands")
    parser.add_argument("--words", metavar="WORDS", help="other words in its place")


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Show or decide; 1 where something is left."""
    if options.take and options.words is not None:
        raise UsageError("--take and --words exclude each other", "give one of them")
    found = version_in_folder(options.agreement, terminal.here, terminal.step)
    if options.take or options.words is not None:
        words = None if options.words is None else one_line("--words", options.words)
        for place in resolve(found, options.places, options.take or OURS, words):
            terminal.say(f"decided: {place}\n")
    elif terminal.is_attended:
        _asked(found, options.places, terminal)
    else:
        for each in open_conflicts(found):
            terminal.say(_shown(each))
    left = open_conflicts(version_in_folder(options.agreement, terminal.here))
    said = "no conflict is left" if not left else f"{len(left)} left to decide"
    terminal.error(f"{said}\n")
    return FOUND if left else CLEAN


def _asked(found: Version, places: list[str], terminal: Terminal) -> None:
    """Show each and ask whose wording stands."""

    def read(typed: str) -> str:
        if typed.lower()[:1] not in LETTERS:
            raise UsageError(f"{typed} is none of them", "type o, t, b, or nothing")
        return LETTERS[typed.lower()[:1]]

    for place in [each.conflict.at for each in open_conflicts(found)]:
        if places and place not in places:
            continue
        now = version_in_folder(found.name, terminal.here)
        shown = next(each for each in open_conflicts(now) if each.conflict.at == place)
        terminal.say(_shown(shown))
        side = terminal.ask_until("Take ours (o), theirs (t), the base (b), or leave it (return)", read)
        if side:
            resolve(now, [place], side)


def _shown(each: Open) -> str:
    lines = [f"{each.source.label}: {each.conflict.at}", f"    {each.conflict.why}"]
    for side in (BASE, OURS, THEIRS):
        lines += [f"    {side}: {line}" if not at else f"        {line}" for at, line in enumerate(_words(each, side))]
    return "\n".join(lines) + "\n"


def _words(each: Open, side: str) -> Iterator[str]:
    if side not in each.conflict.values:
        yield "(nothing)"
        return
    yield from _said(each.conflict.values[side])


def _said(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            lines = list(_said(inner))
            yield f"{key}: {lines[0] if lines else ''}"
            yield from (f"    {line}" for line in lines[1:])
    elif isinstance(value, list):
        yield from (line for item in value for line in _said(item))
    else:
        yield from str(value).rstrip("\n").split("\n")
