"""`s75 merge`: three versions of an agreement into one, without git's driver."""

from __future__ import annotations

import argparse
import json

from section75.cli.exit_codes import CLEAN, FOUND
from section75.cli.terminal import Terminal
from section75.errors import UsageError
from section75.project.merging.whole import Label, Whole, merge_whole
from section75.project.output import write_folder
from section75.project.versions import version

EXAMPLE = """\
an example:
  s75 merge main~4:agreements/newtown/2027 main:agreements/newtown/2027 renewal:agreements/newtown/2027
  s75 merge base ours theirs -o merged              three folders, and the result in a new one

It is the same merge as git's driver makes after `s75 git install`, over the whole agreement at once: a clause that one
branch moved to another file and the other edited keeps both. Every file is named as unchanged, changed on one side,
proven (the sides changed different clauses, and the result was checked), to be read, or refused; a conflict stands
under `conflicts` in its file, for `s75 resolve`. What an approval covers is worked out anew from the text. Exit code 1
where anything is to be read or decided.
"""


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.description = "Merge what two branches did to an agreement, clause by clause."
    parser.epilog = EXAMPLE
    parser.add_argument("base", metavar="BASE", help="a folder or a revision: what both began from")
    parser.add_argument("ours", metavar="OURS", help="a folder or a revision")
    parser.add_argument("theirs", metavar="THEIRS", help="a folder or a revision")
    parser.add_argument("-o", "--output", metavar="FOLDER", help="a new folder for the merged agreement")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text (default) or json")


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Merge and say how far each file can be relied on; 1 where anything is to be read or decided."""
    names = (options.base, options.ours, options.theirs)
    if any(name.lower().endswith(".docx") for name in names):
        raise UsageError("a Word file cannot be merged", "name folders or revisions")
    base, ours, theirs = (version(name, terminal.here, terminal.step) for name in names)
    terminal.step("Merging")
    made = merge_whole(base, ours, theirs)
    terminal.clear()
    if options.output:
        write_folder(terminal.here / options.output, made.files)
    terminal.say(_as_json(made) if options.format == "json" else _as_text(made))
    return CLEAN if made.is_proven else FOUND


def _as_text(made: Whole) -> str:
    lines = []
    for each in made.paths:
        if each.label is not Label.UNCHANGED:
            lines.append(f"{each.path}: {each.label}")
            lines += [f"    {why}" for why in each.why]
    counts = ", ".join(
        f"{sum(each.label is label for each in made.paths)} {label}"
        for label in Label
        if any(each.label is label for each in made.paths)
    )
    return "\n".join([*lines, f"{len(made.paths)} files: {counts}"]) + "\n"


def _as_json(made: Whole) -> str:
    files = [{"path": each.path, "label": str(each.label), "why": list(each.why)} for each in made.paths]
    return json.dumps({"proven": made.is_proven, "files": files}, ensure_ascii=False, indent=2) + "\n"
