"""New agreements: begun from a model, or renewed from one that ends. The folder appears whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from section75.drafting import Answers, from_model, renewed
from section75.drafting.answers import AS_IT_STANDS
from section75.errors import OutputError, UsageError
from section75.judging.reviewed import carried_over
from section75.load import load_agreement
from section75.project.editor_schemas import RENEWED, pointing, renew_schemas
from section75.project.output import write_folder
from section75.project.places import AGREEMENTS, disk_tree, root_above
from section75.project.versions import Version
from section75.value import dataclass

NAME = re.compile(r"[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)+\Z")
LONGEST_ID = 34
"""Characters."""


@dataclass(frozen=True)
class Begun:
    """A new agreement as it was written."""

    folder: Path
    notes: tuple[str, ...] = ()
    """What should be told, each without a full stop."""


def id_of(name: str) -> str:
    """The id of an agreement from its name, e.g. "newtown-2027" from "newtown/2027".

    Raises `UsageError` where the name is not partnership and term, or too long.
    """
    if not NAME.match(name):
        hint = "small letters, digits and hyphens, partnership and term, e.g. newtown-nhs/2027"
        raise UsageError(f"{name} is not the name of an agreement", hint)
    identity = name.replace("/", "-")
    if len(identity) > LONGEST_ID or not identity[0].isalpha():
        raise UsageError(f"{identity} is not an id", f"{LONGEST_ID} characters at most, beginning with a letter")
    return identity


def begin(name: str, model: Version, answers: Answers, here: Path) -> Begun:
    """A first draft from a model, in a new folder below `agreements/`.

    Raises `UsageError` for a name that cannot be, `SourceError` where the model cannot be read, `Section75Error` where
    a date would lie too late, and `OutputError` where the folder is there already or cannot be written.
    """
    return _written(name, from_model(model.loaded, id_of(name), answers), here)


def renew(name: str, old: Version, here: Path, answers: Answers = AS_IT_STANDS) -> Begun:
    """The renewal of an agreement, in a new folder below `agreements/`.

    The text and the confirmations are kept; approvals, records and the version table are not; the term begins on the
    day after the old one ends, and is as long, where nothing else is said. Raises as `begin`.
    """
    begun = _written(name, renewed(old.loaded, id_of(name), answers), here)
    said = carried_over(load_agreement(disk_tree(begun.folder, here)))
    return replace(begun, notes=(*begun.notes, said)) if said else begun


def _written(name: str, files: Mapping[str, bytes], here: Path) -> Begun:
    root = root_above(here) or here
    target = root / AGREEMENTS / name
    if target.exists():
        raise OutputError(f"{AGREEMENTS}/{name} exists already and is never overwritten", "give another name")
    notes = (RENEWED,) if renew_schemas(root) else ()
    write_folder(target, {path: pointing(content, path, target, root) for path, content in files.items()})
    return Begun(target, notes)
