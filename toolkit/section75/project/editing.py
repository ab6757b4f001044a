"""Schedules, parties and ids of an agreement added, removed and named otherwise; all files of it written, or none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path

from section75.drafting.renaming import renamed
from section75.drafting.schedules import copied, with_schedule, without
from section75.errors import MissingError, Section75Error, SourceError, UsageError
from section75.language import text
from section75.load import AGREEMENT_FILE, SourceFile, read_file
from section75.load.proved import encoded, spliced
from section75.model import SCHEDULE_KINDS, Schedule
from section75.model.leaves import leaves
from section75.model.units import Prose, Ref
from section75.model.walk import walk
from section75.outline.changes import UnitRemoved
from section75.project.beginning import LONGEST_ID
from section75.project.editor_schemas import pointing, renew_schemas
from section75.project.output import Edited, write_edited
from section75.project.places import LIBRARY, root_above, roots
from section75.project.versions import Version
from section75.tree import DiskTree
from section75.value import dataclass

ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z")
REMOVED = "removed"
"""The folder of an agreement into which schedules go that are taken out; nothing in it is read."""
MOST = 8
"""Places that are told where something cannot be removed."""


@dataclass(frozen=True)
class Added:
    """A schedule as it was put in."""

    path: str
    fresh: Mapping[str, str]
    """Ids of the library that are named otherwise here, since the agreement had them already."""


def add(found: Version, wanted: str, here: Path, new_id: str = "") -> Added:
    """Copy a schedule of the library into an agreement, at the end of its list. `wanted` is its id or its kind.

    Raises `MissingError` where the library has none, `UsageError` where the agreement has it already, or where
    `new_id` is no id, and `SourceError` where a file of the agreement cannot be read.
    """
    model = _library_schedule(wanted, here)
    agreement = found.loaded.required()
    identity = new_id or str(model.data["id"])
    _fit(identity)
    taken = _ids(found)
    if identity in taken:
        hint = f"give it an id of its own: s75 add {wanted} {found.name} --id {identity[: LONGEST_ID - 2]}-2"
        raise UsageError(f"the agreement has something with the id {identity} already", hint)
    content, fresh = copied(model, taken, new_id)
    folder = found.path_of("")
    number = 1 + max(
        [0, *(int(each[0]) for path in folder.glob("schedules/*.yaml") if (each := re.match(r"\d+", path.name)))]
    )
    path = f"schedules/{max(number, len(agreement.schedules) + 1):02}-{identity}.yaml"
    root = root_above(folder) or folder
    renew_schemas(root)
    main = _main(found)
    question = f"settle-{identity}"[:LONGEST_ID].rstrip("-")
    (folder / "schedules").mkdir(exist_ok=True)
    write_edited(
        [
            Edited(folder / path, None, pointing(content, path, folder, root)),
            Edited(folder / main.path, encoded(main), with_schedule(main, path, identity, question)),
        ]
    )
    return Added(path, fresh)


def rename(found: Version, old: str, new: str) -> tuple[str, ...]:
    """Give an id another name everywhere in an agreement, its register and its records; gives the files changed.

    Raises `MissingError` where nothing has the old id, `UsageError` where the new one is no id or is taken, and
    `SourceError` where a file of the agreement cannot be read.
    """
    _readable(found)
    _fit(new)
    ids = _ids(found)
    _known(old, ids)
    if new in ids:
        raise UsageError(f"{new} is the id of something else", "choose another")
    edited = []
    for source in found.loaded.places.files:
        made = renamed(source, old, new)
        if made != encoded(source):
            edited.append(Edited(found.path_of(source.path), encoded(source), made))
    write_edited(edited)
    return tuple(each.path.name for each in edited)


def remove(found: Version, identity: str) -> str:
    """Take a schedule, a party, a clause or a row out of an agreement; gives where a schedule's file went, or "".

    The file of a schedule goes into the folder `removed`, so that nothing is lost. Raises `MissingError` where nothing
    has that id, `UsageError` where something else still speaks of it, and `SourceError` where a file cannot be read.
    """
    _readable(found)
    agreement = found.loaded.required()
    thing = next((thing for thing in walk(agreement) if thing.value.id == identity), None)
    if thing is None or thing.value is agreement:
        _known(identity, {each.value.id for each in walk(agreement)} - {agreement.id})
    inside = {each.value.id for each in walk(thing.value)} if thing else {identity}
    _unspoken(found, inside, identity)
    main = _main(found)
    if thing is not None and isinstance(thing.value, Schedule):
        return _remove_schedule(found, main, identity, inside)
    source = next(file for file in found.loaded.drafted if any(u == identity for u in _units(file)))
    edits = [Edited(found.path_of(main.path), encoded(main), without(main, inside))]
    if source is not main:
        edits.append(Edited(found.path_of(source.path), encoded(source), spliced(source, [UnitRemoved(identity)])))
    write_edited(edits)
    return ""


def _remove_schedule(found: Version, main: SourceFile, identity: str, inside: set[str]) -> str:
    source = next(file for file in found.loaded.drafted if file.data.get("id") == identity)
    listed = next(path for path in main.data["schedules"] if path.replace("\\", "/") == source.path)
    kept = found.path_of(REMOVED) / Path(source.path).name
    while kept.exists():
        kept = kept.with_name(f"{kept.stem}-again{kept.suffix}")
    kept.parent.mkdir(exist_ok=True)
    write_edited(
        [
            Edited(kept, None, encoded(source)),
            Edited(found.path_of(main.path), encoded(main), without(main, inside, listed)),
            Edited(found.path_of(source.path), encoded(source), None),
        ]
    )
    return f"{REMOVED}/{kept.name}"


def _unspoken(found: Version, inside: set[str], identity: str) -> None:
    """Refuse to remove what something else still speaks of."""
    cited = found.loaded.numbers.in_words()
    speaking = dict.fromkeys(owner for owner, target in _spoken_of(found) if target in inside and owner not in inside)
    if speaking:
        named = [cited.get(owner, owner) for owner in speaking]
        more = f" and {len(named) - MOST} more" if len(named) > MOST else ""
        hint = f"change these first: {', '.join(named[:MOST])}{more}"
        raise UsageError(f"{identity} cannot be removed: something still speaks of it", hint)


def _spoken_of(found: Version) -> Iterator[tuple[str, str]]:
    """Who speaks of which id: references, fields and look-ups of the agreement and its register."""
    agreement = found.loaded.required()
    everything = [*leaves(agreement), *(leaves(found.loaded.risks) if found.loaded.risks else ())]
    for leaf in everything:
        if leaf.unit is Ref:
            yield leaf.owner, leaf.value
        elif leaf.unit is Prose:
            for run in text.parse(leaf.value).runs:
                if isinstance(run, text.Reference):
                    yield leaf.owner, run.target
                elif isinstance(run, text.LookUp):
                    yield from ((leaf.owner, part) for part in run.path.split("."))


def _library_schedule(wanted: str, here: Path) -> SourceFile:
    """A schedule of the library by its id or its kind. Raises `MissingError`, listing what there is."""
    known: dict[str, tuple[Path, str]] = {}
    for root in roots(here):
        for path in sorted((root / LIBRARY).glob("*.yaml")):
            known.setdefault(path.stem, (path, ""))
    paths = [known[wanted][0]] if wanted in known else [path for path, _ in known.values()]
    for path in paths:
        source, findings = read_file(DiskTree(path.parent, LIBRARY), path.name, tuple(SCHEDULE_KINDS))
        if any(finding.is_error for finding in findings):
            raise SourceError(f"{LIBRARY}/{path.name} cannot be used", tuple(findings))
        if wanted in (path.stem, source.kind):
            return source
    near = get_close_matches(wanted, known, 1)
    hint = f"did you mean {near[0]}?" if near else "the library has: " + ", ".join(known)
    raise MissingError(f"the library has no schedule {wanted}", hint)


def _fit(identity: str) -> None:
    if not ID.match(identity) or len(identity) > LONGEST_ID:
        hint = f"small letters, digits and single hyphens, {LONGEST_ID} characters at most, e.g. strategic-board"
        raise UsageError(f"{identity} is not an id", hint)


def _known(identity: str, ids: set[str]) -> None:
    if identity not in ids:
        near = get_close_matches(identity, ids, 1)
        hint = f"did you mean {near[0]}?" if near else "`s75 validate` and the files show the ids"
        raise MissingError(f"nothing in the agreement has the id {identity}", hint)


def _readable(found: Version) -> None:
    errors = tuple(f for f in found.loaded.findings if f.is_error)
    if errors:
        raise SourceError("nothing was changed", errors)


def _ids(found: Version) -> set[str]:
    """Every id of the agreement and its register."""
    loaded = found.loaded
    things = [*walk(loaded.required()), *(walk(loaded.risks) if loaded.risks else ())]
    return {str(thing.value.id) for thing in things}


def _units(source: SourceFile) -> Iterator[str]:
    from section75.outline.units import outline  # noqa: PLC0415

    return (unit.id for unit in outline(source.data).values())


def _main(found: Version) -> SourceFile:
    main = next((source for source in found.loaded.drafted if source.path == AGREEMENT_FILE), None)
    if main is None:
        raise Section75Error(f"{found.name} has no {AGREEMENT_FILE}")
    return main
