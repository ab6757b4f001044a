"""A version of an agreement by its name: a folder, a revision of it in git, or a Word file printed here."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from section75.errors import MissingError, SourceError, UsageError
from section75.load import RISKS_FILE, Loaded, load_agreement
from section75.model import LawEntry, RiskRegister
from section75.progress import Step, silent
from section75.project.law_files import read_laws
from section75.project.places import agreement_folder, comes_with_the_tool, disk_tree, is_file, is_there, own_template
from section75.value import dataclass

if TYPE_CHECKING:
    from section75.findings import Finding
    from section75.judging.agreement import Judgement
    from section75.project.recalling import Signed

STATE = re.compile(r"(?P<name>[^:]+)@(?P<state>executed|approved:[a-z0-9-]+|circulated:[0-9-]+)\Z")
"""An agreement as it was last executed, as a body last approved it or as it was sent out: example/2025@executed."""
NOT_PRINTED = "nothing was printed"
"""How a version with errors is refused where it was to be printed."""
NOT_COMPARED = "{} cannot be compared"
"""The same where it was to be compared; the name goes into the braces."""


@dataclass(frozen=True)
class Version:
    """An agreement as it was read."""

    name: str
    """As it was asked for, e.g. "newtown/2027", "HEAD~1:agreements/newtown/2027" or "signed.docx"."""
    loaded: Loaded
    folder: Path | None = None
    """Where its files are; None for a revision and for a Word file."""
    is_carried: bool = False
    """Whether it comes with the tool and is no file of the reader's project, so that it is read and never written."""
    is_print: bool = False
    """Whether it came in a Word file, which holds what prints: no risk register, no records, no responses."""
    altered: str = ""
    """For a Word file that was changed after it was printed: what is to be said of that; "" for any other."""
    notes: tuple[str, ...] = ()
    """What whoever relies on it should be told, each a sentence without a full stop."""
    law: Callable[[], tuple[LawEntry, ...]] = field(default=tuple, compare=False, repr=False)
    """Gives the law that it is held against, when that is first asked for."""

    @cached_property
    def judgement(self) -> Judgement:
        """What the rules find in it, worked out when it is first asked for."""
        from section75.judging.agreement import judge  # noqa: PLC0415 -- rules are read only where they are wanted

        return judge(self.loaded, self.law())

    @property
    def sources(self) -> tuple[Path, ...]:
        """Every file that was read from its folder, none of which may be overwritten."""
        if self.folder is None:
            return ()
        return tuple(self.folder / source.path for source in self.loaded.places.files)

    @property
    def risks(self) -> RiskRegister:
        """Its risk register. Raises `MissingError` where it has none."""
        if self.loaded.risks is None:
            raise MissingError(f"{self.name} has no {RISKS_FILE}", "see `s75 schema risks` for what it holds")
        return self.loaded.risks

    def path_of(self, path: str) -> Path:
        """Where a file of it is on disk, to be written.

        Raises `UsageError` where it was not read from a folder, or comes with the tool.
        """
        if self.is_carried:
            hint = f"make your own of it first: s75 new NAME --from {self.name}"
            raise UsageError(f"{self.name} comes with the tool and cannot be edited", hint)
        if self.folder is None:
            raise UsageError(f"{self.name} is not a folder and cannot be edited", "name the folder of the agreement")
        return self.folder / path


def version(name: str, here: Path, step: Step = silent) -> Version:
    """The version that is named, counted from the folder `here`.

    `name` is a folder, in full or as below `agreements/`; one as it was signed or sent, `FOLDER@executed`,
    `FOLDER@approved:ID` or `FOLDER@circulated:DATE`; a revision and a folder as git writes them, `REV:PATH`; or a Word
    file that carries its source. An existing path wins over a revision.
    Raises `MissingError` where there is none, `TemplateError` for a Word file that is not one of ours, and
    `ProgramError` where git is wanted and not installed.
    """
    if name.lower().endswith(".docx") and is_file(here / name):
        return _printed(name, here, step)
    if (state := STATE.match(name)) and not is_there(here / name):
        from section75.project.recalling import last_signed  # noqa: PLC0415 -- few names ask for what was signed

        found = version_in_folder(state["name"], here, step)
        return as_signed(found, last_signed(found.loaded, state["state"], found.name), step)
    if _is_revision(name, here):
        from section75.project.history import revision_tree  # noqa: PLC0415 -- git is read only where it is wanted

        step(f"Reading {name}")
        tree = revision_tree(name, here)
        return Version(name, load_agreement(tree), notes=tree.notes, law=law_for(here))
    return version_in_folder(name, here, step)


def version_in_folder(name: str, here: Path, step: Step = silent) -> Version:
    """The same where only a folder will do. Raises `MissingError` where there is none."""
    folder = agreement_folder(name, here)
    step(f"Reading {name}")
    carried = comes_with_the_tool(folder, name, here)
    return Version(name, load_agreement(disk_tree(folder, here)), folder, carried, law=law_for(here))


def as_signed(found: Version, signed: Signed, step: Step = silent) -> Version:
    """The version as it was executed or approved. Raises `MissingError` where that text is in no commit."""
    from section75.project.recalling import recalled  # noqa: PLC0415 -- as above

    loaded = recalled(found.loaded, found.folder, found.name, signed, step)
    return Version(f"{found.name} as {signed.said}", loaded, law=found.law)


def law_for(here: Path) -> Callable[[], tuple[LawEntry, ...]]:
    """What gives the law as a project sees it from a folder. It raises `SourceError` where a file of it is broken."""
    return lambda: read_laws(here).entries


def sound(found: Version, refusal: str, step: Step = silent) -> Version:
    """The version, once it is known to hold no error.

    Raises `SourceError` with the message `refusal` and every error. A Word file was judged when it was printed and is
    not judged again.
    """
    if not found.is_print:
        step(f"Checking {found.name}")
    refuse_errors(errors_of(found), refusal)
    return found


def errors_of(found: Version) -> tuple[Finding, ...]:
    """What stops it from being printed or compared; a Word file was judged when it was printed."""
    return () if found.is_print else tuple(finding for finding in found.judgement.findings if finding.is_error)


def refuse_errors(errors: tuple[Finding, ...], refusal: str) -> None:
    """Raise `SourceError` with the message `refusal` and every error, where there is any."""
    if errors:
        raise SourceError(refusal, errors)


def _printed(name: str, here: Path, step: Step) -> Version:
    from section75.printing.carried import read_carrying  # noqa: PLC0415 -- Word is read only where it is wanted
    from section75.printing.verified import verified  # noqa: PLC0415 -- as above

    step(f"Reading {name}")
    shown = Path(name).as_posix()
    carried = read_carrying(here / name, shown)
    loaded = load_agreement(carried.tree())
    found = verified(carried, own_template())
    altered = "" if found.holds else f"{shown} was changed after it was printed: {found.faults[0]}"
    notes = (f"{altered}; what is compared is the source inside it",) if altered else ()
    return Version(name, loaded, is_print=True, altered=altered, notes=notes)


def _is_revision(name: str, here: Path) -> bool:
    drive = len(name) > 1 and name[1] == ":" and name[0].isalpha()
    return ":" in name and not drive and not is_there(here / name)
