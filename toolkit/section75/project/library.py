"""The library of models: which there are, how far copies have drifted from them, and bringing a copy up to date."""

from __future__ import annotations

import re
from pathlib import Path

from section75.compare.departures import Departure
from section75.drafting import Proposal, departures_of, model_digest, proposal
from section75.errors import MissingError, OutputError, Section75Error, SourceError
from section75.load import AGREEMENT_FILE, SourceFile, load_agreement, read_file
from section75.load.proved import encoded
from section75.model import SCHEDULE_KINDS
from section75.progress import Step, silent
from section75.project.history import earlier_versions, has_unsaved_changes
from section75.project.output import Edited, write_edited
from section75.project.places import AGREEMENTS, LIBRARY, MODEL, disk_tree, roots
from section75.project.versions import Version, law_for
from section75.tree import DiskTree, MemoryTree
from section75.value import dataclass


@dataclass(frozen=True)
class Copy:
    """A schedule and the models that it is held against."""

    ours: SourceFile
    base: SourceFile | None
    """The model as it was copied; None where no history holds it any more."""
    model: SourceFile
    digest: str
    """Of the model as it is now."""

    @property
    def is_behind(self) -> bool:
        """Whether the model has changed since it was copied."""
        return bool(self.digest != self.ours.data["from"]["digest"])

    @property
    def drifted(self) -> tuple[Departure, ...]:
        """Where the copy departs from the model as it was copied, or as it is now where that is lost."""
        return departures_of(self.base or self.model, self.ours)

    @property
    def newer(self) -> tuple[Departure, ...]:
        """What the library changed since; nothing where the model as it was copied is lost."""
        return departures_of(self.base, self.model) if self.base and self.is_behind else ()


@dataclass(frozen=True)
class Copies:
    """The schedules of an agreement that were copied from the library."""

    found: tuple[Copy, ...]
    notes: tuple[str, ...] = ()
    """Copies that are held against nothing, since their model is gone; each a sentence without a full stop."""


ID = re.compile(r"[a-z0-9-]+\Z")
"""Id of a schedule of the library; nothing else is looked for on the disk."""


def models(here: Path) -> tuple[str, ...]:
    """The names of the model agreements, of the project and of the package."""
    found = {path.name.removeprefix(MODEL) for root in roots(here) for path in (root / AGREEMENTS).glob(MODEL + "*")}
    return tuple(sorted(found))


def read_model(name: str, here: Path) -> Version:
    """A model agreement; the project's own wins over the package's. Raises `MissingError`, listing what there is."""
    if name in models(here):
        for root in roots(here):
            folder = root / AGREEMENTS / (MODEL + name)
            if (folder / AGREEMENT_FILE).is_file():
                return Version(name, load_agreement(disk_tree(folder, here)), folder, law=law_for(here))
    raise MissingError(f"there is no model {name}", "models: " + ", ".join(models(here)))


def copies(version: Version, here: Path, only: str = "", step: Step = silent) -> Copies:
    """Every schedule that was copied from the library, or the one with the id `only`, beside its model.

    Raises `SourceError` where what is asked for or a model cannot be read, and `ProgramError` where git is wanted and
    not installed.
    """
    _readable(version, only)
    found, notes = [], []
    for ours in version.loaded.places.files:
        origin = ours.data.get("from") if isinstance(ours.data, dict) else None
        if not origin or (only and ours.data.get("id") != only):
            continue
        step(f"Comparing {ours.data['id']}")
        path = _model_path(str(origin["id"]), here)
        if path is None:
            notes.append(f"{ours.path}: the library has no {origin['id']} any more")
            continue
        model, findings = read_file(DiskTree(path.parent, LIBRARY), path.name, tuple(SCHEDULE_KINDS))
        if any(finding.is_error for finding in findings):
            message = f"the model {origin['id']} in the library cannot be read, so {ours.path} was not compared with it"
            raise SourceError(message, tuple(findings))
        digest = model_digest(model)
        base = model if digest == origin["digest"] else _base(path, str(origin["digest"]))
        found.append(Copy(ours, base, model, digest))
    return Copies(tuple(found), tuple(notes))


def update(version: Version, copy: Copy, force: bool = False) -> Proposal | None:
    """Take over into a copy what only the library changed; what both changed stays. None where nothing is newer.

    The file is edited in place. Raises `Section75Error` where the model as it was copied is lost or the edit would
    leave a file that cannot be read, and `OutputError` where the file has uncommitted changes and `force` is not given,
    or has changed since it was read.
    """
    identity = copy.ours.data["id"]
    if copy.base is None:
        hint = "fetch the history of the library, or compare by eye and set `from` to its digest"
        raise Section75Error(f"what {identity} was copied from is in no history here", hint)
    path = version.path_of(copy.ours.path)
    if not force and has_unsaved_changes(path):
        hint = "commit them first, so that the update can be told from them, or give --force"
        raise OutputError(f"{path} has changes that are not committed", hint)
    if not copy.is_behind:
        return None
    made = proposal(copy.base, copy.model, copy.ours, copy.digest)
    _still_sound(copy.ours, made.content)
    write_edited([Edited(path, encoded(copy.ours), made.content)])
    return made


def _readable(version: Version, only: str) -> None:
    """Refuse to compare what cannot be read. Where one schedule is asked for, errors in others do not matter."""
    loaded = version.loaded
    errors = tuple(finding for finding in loaded.findings if finding.is_error)
    asked = [source for source in loaded.drafted if isinstance(source.data, dict) and source.data.get("id") == only]
    if asked:
        labels = {source.label for source in asked}
        errors = tuple(finding for finding in errors if finding.place.path in labels)
    if errors:
        raise SourceError("the schedules cannot be compared with their models", errors)


def _still_sound(ours: SourceFile, content: bytes) -> None:
    """Refuse an edit that would leave a file that cannot be read: nothing is to be lost."""
    _, findings = read_file(MemoryTree({ours.path: content}), ours.path, tuple(SCHEDULE_KINDS))
    if any(finding.is_error for finding in findings):
        hint = "take the changes over by hand; `s75 drift` lists them"
        raise Section75Error(f"{ours.path} cannot be updated by machine: {findings[0].message}", hint)


def _model_path(identity: str, here: Path) -> Path | None:
    if not ID.match(identity):
        return None
    paths = (root / LIBRARY / f"{identity}.yaml" for root in roots(here))
    return next((path for path in paths if path.is_file()), None)


def _base(path: Path, digest: str) -> SourceFile | None:
    """The model as it stood when it had a digest."""
    for raw in earlier_versions(path):
        source, findings = read_file(MemoryTree({path.name: raw}), path.name, tuple(SCHEDULE_KINDS))
        if not findings and model_digest(source) == digest:
            return source
    return None
