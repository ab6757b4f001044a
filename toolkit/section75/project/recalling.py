"""What was executed or approved, found again by its digest: in the files as they stand, or in a commit of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from section75.errors import MissingError, UsageError
from section75.language import british
from section75.load import Loaded, load_agreement
from section75.model import Approval, Executed
from section75.model.agreement import FAR_OFF
from section75.progress import Step, silent
from section75.project.history import earlier_trees
from section75.signoff import last_executed, whole_digest
from section75.value import dataclass


@dataclass(frozen=True, slots=True)
class Signed:
    """A text that was executed or approved."""

    digest: str
    on: str
    """When, year-month-day."""
    said: str
    """E.g. "executed on 28 March 2018"."""

    @classmethod
    def executed(cls, record: Executed) -> Signed:
        """The text of an execution."""
        return cls(record.digest, record.dated, f"executed on {british.day(record.dated)}")

    @classmethod
    def approved(cls, approval: Approval) -> Signed:
        """The text that a body decided on."""
        return cls(approval.digest, approval.on, f"approved on {british.day(approval.on)}")


def last_signed(loaded: Loaded, state: str, name: str) -> Signed:
    """What was last executed (`executed`), last approved under an id (`approved:ID`), or sent out (`circulated:DATE`).

    Raises `MissingError` where nothing of the kind is recorded.
    """
    agreement = loaded.required()
    kind, _, wanted = state.partition(":")
    if kind == "circulated":
        return _sent(loaded, wanted, name)
    if kind == "executed":
        last = last_executed(agreement, loaded.executed, FAR_OFF)
        if last is None:
            raise MissingError(f"no execution of {name} is recorded", f"`s75 execute {name}` records it")
        return Signed.executed(last)
    own = [each for each in loaded.approvals if each.agreement == agreement.id and str(each.requires) == wanted]
    if not own:
        known = ", ".join(dict.fromkeys(str(required.id) for required in agreement.approvals)) or "none"
        hint = f"approvals of {name}: {known}; `s75 approve {name}` shows how each stands"
        raise MissingError(f"no approval {wanted} of {name} is recorded", hint)
    return Signed.approved(max(own, key=lambda each: (each.on, each.id)))


def _sent(loaded: Loaded, wanted: str, name: str) -> Signed:
    ours = [each for each in loaded.circulated if each.agreement == loaded.required().id and each.on == wanted]
    if not ours:
        days = ", ".join(sorted({each.on for each in loaded.circulated})) or "none"
        raise MissingError(f"no print of {name} was sent out on {wanted}", f"days on which one was: {days}")
    return Signed(ours[-1].digest, wanted, f"sent out on {british.day(wanted)}")


def recalled(loaded: Loaded, folder: Path | None, name: str, signed: Signed, step: Step = silent) -> Loaded:
    """The agreement as it was signed, with the numbers that were held then.

    Raises `MissingError` where the text is in no commit, `UsageError` for what has no folder, and `ProgramError` where
    git is wanted and not installed.
    """
    for each in (loaded, *_earlier(folder, step)):
        if _has(each, signed.digest):
            return replace(each, executed=tuple(e for e in loaded.executed if e.dated <= signed.on))
    hint = "commit what was signed before it is edited, or name it: a folder, REVISION:FOLDER or a Word file"
    raise MissingError(f"the text of {name} that was {signed.said} is in no commit", hint)


def _earlier(folder: Path | None, step: Step) -> Iterator[Loaded]:
    if folder is None:
        raise UsageError("only an agreement in a folder has a history", "name the folder of the agreement")
    for tree in earlier_trees(folder):
        step(f"Reading {tree.shown}", slow=True)
        try:
            yield load_agreement(tree)
        except MissingError:
            continue


def _has(loaded: Loaded, digest: str) -> bool:
    if loaded.agreement is None:
        return False
    try:
        return whole_digest(loaded.data, loaded.agreement) == digest
    except MissingError:
        return False
