"""A redline as bytes, handed over only once it has proved itself."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from section75.aside import aside
from section75.compare import Comparison
from section75.errors import Section75Error
from section75.load import Loaded
from section75.printing.drafts import source_of
from section75.progress import Step, silent
from section75.render.word import Print, Who, word_parts, write_redline
from section75.render.word.proof import Half, half, joined

if TYPE_CHECKING:
    from section75.page import Page


def redline_print(old: Loaded, new: Loaded, summary: Page | None = None, carry_source: bool = True) -> Print:
    """What stands in front of a redline and travels inside it.

    `summary` is what stands in front; without the sources `s75 verify` cannot repeat the proof.
    Raises `SourceError` where a version could not be built.
    """
    inside, before = source_of(new), source_of(old)
    if not carry_source:
        inside, before = inside.withheld(), before.withheld()
    return Print(contents=False, source=inside, against=before, summary=summary)


def redline(
    comparison: Comparison, how: Print, who: Who, template: bytes, template_name: str, step: Step = silent
) -> bytes:
    """The new version as a Word file with every change against the old one tracked, read back and proved.

    Raises `TemplateError` for a template that cannot be used, and `Section75Error` where the written file does not give
    the new print when every change is accepted and the old one when every change is rejected.
    """
    step("Writing the redline")
    written = write_redline(comparison, template, template_name, how, who)
    step("Proving it")

    def side(reject: bool) -> Half:
        document = replace(comparison.old, front=comparison.new.front) if reject else comparison.new
        return half(written, word_parts(document, template, template_name, Print(contents=False)), reject)

    with aside(partial(side, reject=True)) as rejected:
        accepted = side(reject=False)
        proof = joined(rejected(), accepted)
    if not proof.holds:
        message = f"the redline does not prove itself and is not handed over: {proof.fault}"
        raise Section75Error(message, "please tell us")
    return written
