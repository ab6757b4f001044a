"""`s75 new`: a first draft from the library, or the renewal of an agreement."""

from __future__ import annotations

import argparse
import re
from os.path import relpath
from pathlib import Path

from section75.cli.reading import read
from section75.cli.terminal import Terminal
from section75.drafting import from_library, renewed
from section75.drafting.schema_comment import pointed
from section75.errors import UsageError
from section75.load import load_agreement
from section75.output import write_folder
from section75.projects import AGREEMENTS, LIBRARY, carried, disk_tree, find_project, project_above
from section75.schema import KINDS, SHARED, schema_text

NAME = re.compile(r"[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)+\Z")
SCHEMAS = "toolkit/section75/schema"
OWN_SCHEMAS = ".section75/schema"
"""Where a project that does not hold the toolkit keeps the schemas, for editors."""


def describe(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.description = "Start an agreement from the library of model schedules, or renew one."
    parser.epilog = (
        "an example:\n  s75 new newtown-nhs/2027\n  s75 new coventry-cwpt/2021 --from coventry-cwpt/2018\n\n"
        "A renewal keeps the text, drops approvals, records and the version table, and begins on the day after the\n"
        "old term ends. `s75 validate` then lists what is still to be filled in."
    )
    parser.add_argument("name", metavar="NAME", help="partnership and term, e.g. newtown-nhs/2027")
    parser.add_argument("--from", dest="old", metavar="OLD", help="the agreement to renew")


def run(options: argparse.Namespace, terminal: Terminal) -> int:
    """Write the folder of the new agreement and say where it is."""
    if not NAME.match(options.name):
        hint = "small letters, digits and hyphens, partnership and term, e.g. newtown-nhs/2027"
        raise UsageError(f"{options.name} is not the name of an agreement", hint)
    new_id = options.name.replace("/", "-")
    if len(new_id) > 34 or not new_id[0].isalpha():
        raise UsageError(f"{new_id} is not an id", "34 characters at most, beginning with a letter")
    here = Path.cwd()
    project = project_above(here)
    root = project.root if project else here
    if options.old:
        files = renewed(read(options.old, terminal).loaded, new_id)
    else:
        files = from_library(load_agreement(disk_tree(_library(here), here)), new_id)
    target = root / AGREEMENTS / options.name
    schemas = relpath(_schemas(root), target).replace("\\", "/")
    write_folder(target, {path: pointed(content, schemas, path) for path, content in files.items()})
    shown = target.relative_to(here) if target.is_relative_to(here) else target
    terminal.say(f"{shown.as_posix()}\n")
    terminal.error(f"next: s75 validate {options.name}\n")
    return 0


def _library(here: Path) -> Path:
    own = find_project(here).root / LIBRARY
    return own if (own / "agreement.yaml").is_file() else carried().root / LIBRARY


def _schemas(root: Path) -> Path:
    """The folder of schemas for editors; made where the project does not hold the toolkit."""
    if (root / SCHEMAS).is_dir():
        return root / SCHEMAS
    folder = root / OWN_SCHEMAS
    if not folder.is_dir():
        write_folder(folder, {f"{kind}.json": schema_text(kind).encode() for kind in (*KINDS, *SHARED)})
    return folder
