"""A deed of variation: what changed since the execution, as instructions that a second reader has carried out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from section75.compare.departure import RISKS
from section75.compose.deed import Deed
from section75.document import DRAFT, ENGROSSMENT
from section75.errors import Section75Error
from section75.load import Loaded
from section75.model import Day, Executed
from section75.printing.deed import print_deed
from section75.progress import Step, silent
from section75.project.approving import may_be_final
from section75.project.compared import Compared, compared
from section75.project.recalling import Signed
from section75.project.versions import NOT_PRINTED, Version, as_signed, sound
from section75.signoff import executions, whole_digest
from section75.value import dataclass
from section75.variation import Instruction, compiled


@dataclass(frozen=True)
class Variation:
    """What a deed of variation changes."""

    executions: tuple[Executed, ...]
    """Of the agreement, then of the deeds that varied it before."""
    both: Compared
    instructions: tuple[Instruction, ...]

    @property
    def notes(self) -> tuple[str, ...]:
        """What the deed does not do, each a sentence without a full stop."""
        return tuple(self._untold())

    def _untold(self) -> Iterator[str]:
        old, new = (side.loaded.required() for side in (self.both.old, self.both.new))
        for departure in self.both.departures:
            if not departure.tracked and departure.schedule != RISKS:
                yield f"no part of the deed: {departure.where}"
        if old.execution != new.execution:
            yield "no part of the deed: who executes the agreement; the deed is executed as the files now say"
        if {party.id for party in old.parties} - {party.id for party in new.parties}:
            yield "a party leaves: see that it executes the deed too"


@dataclass(frozen=True)
class DeedWanted:
    """How a deed of variation is to be made."""

    template: bytes
    template_name: str
    """The template's file, for errors."""
    effective: str = ""
    """From when it varies the agreement, year-month-day; "" for from its own date."""
    final: bool = False
    """Print the engrossment, to be signed."""
    kind: str = ".docx"
    """Or .pdf."""
    pages: bool = True
    """Have LibreOffice find the pages of the contents list, where it is installed."""


def variation(found: Version, on: date, base: Version | None = None, step: Step = silent) -> Variation:
    """What has changed since the agreement was last executed. `base` is the executed text, where no commit has it.

    Raises `SourceError` for errors, `MissingError` where the executed text is nowhere, `Section75Error` where nothing
    was executed, where `base` is not what was executed or where nothing changed, and `NoFormError` for a change that a
    deed has no words for.
    """
    sound(found, NOT_PRINTED, step)
    agreement = found.loaded.required()
    done = executions(agreement, found.loaded.executed, on.isoformat())
    if not done:
        hint = f"edit the draft; `s75 execute {found.name}` records an execution"
        raise Section75Error(f"{found.name} was not executed, so nothing is there to be varied", hint)
    old = _as_executed(base, done) if base else as_signed(found, Signed.executed(done[-1]), step)
    both = compared(old, found)
    instructions = compiled(both.comparison.old, both.comparison.new)
    if not instructions:
        hint = "edit the files to what the agreement shall say, then ask again"
        raise Section75Error("nothing has changed since it was executed that a deed could vary", hint)
    return Variation(done, both, instructions)


def vary(made: Variation, wanted: DeedWanted, on: date, step: Step = silent) -> bytes:
    """The deed, handed over once a second reader who sees only the print has reached the new text with it.

    Raises `Section75Error` where it is to be final and an approval does not cover the text, or where the second reader
    reaches another text; `TemplateError` for a template that cannot be used, and `ProgramError` for a PDF without
    LibreOffice.
    """
    if wanted.final:
        may_be_final(made.both.new, on, "the deed was not printed")
    dated = tuple(each.dated for each in made.executions)
    edition = ENGROSSMENT if wanted.final else DRAFT
    deed = Deed(made.both.new.loaded.required(), dated, Day(wanted.effective), edition)
    documents = made.both.comparison
    return print_deed(
        documents.old,
        documents.new,
        deed,
        made.instructions,
        wanted.template,
        wanted.template_name,
        wanted.kind,
        wanted.pages,
        step,
    )


def _as_executed(base: Version, done: tuple[Executed, ...]) -> Version:
    """The version that is said to be what was executed, once it is."""
    loaded: Loaded = base.loaded
    if whole_digest(loaded.data, loaded.required()) != done[-1].digest:
        hint = "name the text that was signed; `s75 digest` tells the digest of each"
        raise Section75Error(f"{base.name} is not the text that was executed", hint)
    return replace(base, loaded=replace(loaded, executed=done))
