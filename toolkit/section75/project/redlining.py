"""A redline of two versions: both are judged beside the comparing and writing, and it waits for that."""

from __future__ import annotations

from section75.aside import aside
from section75.findings import Finding
from section75.printing.redline import redline
from section75.progress import Step, silent
from section75.project.compared import compared
from section75.project.versions import NOT_COMPARED, Version, errors_of, refuse_errors
from section75.render.word import Who
from section75.value import dataclass


@dataclass(frozen=True)
class RedlineWanted:
    """How a redline is to be made."""

    who: Who
    template: bytes
    template_name: str
    """The template's file, for errors."""
    summary: bool = False
    """Put a summary of the changes in front."""
    only_substance: bool = False
    risks: bool = True
    """Tell changes of the risk register in the summary."""
    carry_source: bool = True
    """Carry both sources inside, so that `s75 verify` repeats the proof."""
    its_source: bool = False
    """Compare what an altered Word file carries."""


@dataclass(frozen=True)
class Redline:
    """A redline that proved itself, and what whoever relies on it should be told."""

    written: bytes
    notes: tuple[str, ...]


def redlined(old: Version, new: Version, wanted: RedlineWanted, step: Step = silent) -> Redline:
    """The new version as a Word file with every change against the old one tracked, read back and proved.

    Raises `SourceError` where one of the two has an error, `AlteredError` for a Word file that was changed after it was
    printed, `TemplateError` for a template that cannot be used, and `Section75Error` where it does not prove itself.
    """

    def errors() -> tuple[tuple[Finding, ...], ...]:
        return tuple(errors_of(each) for each in (old, new))

    def refuse() -> None:
        for each, found in zip((old, new), judged(), strict=True):
            refuse_errors(found, NOT_COMPARED.format(each.name))

    with aside(errors) as judged:
        step("Checking and comparing")
        try:
            both = compared(old, new, wanted.its_source)
            listed = both.listed(wanted.only_substance, wanted.risks) if wanted.summary else None
            how = both.redline_print(listed, wanted.carry_source)
            written = redline(both.comparison, how, wanted.who, wanted.template, wanted.template_name, step)
        except Exception:
            # What is wrong in an agreement tells more than what could not be made of it.
            refuse()
            raise
        refuse()
    return Redline(written, both.notes)
