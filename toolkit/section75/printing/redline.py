"""A redline as bytes, and its proof, without which it is not handed over."""

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


def redline_print(
    old: Loaded, new: Loaded, listed: int = 0, summary: Page | None = None, carry_source: bool = True
) -> Print:
    """What stands in front of a redline and travels inside it.

    `listed` is how many changes of the text are listed, `summary` what stands in front; without the sources
    `s75 verify` cannot repeat the proof.
    Raises `SourceError` where a version could not be built.
    """
    inside, before = source_of(new), source_of(old)
    if not carry_source:
        inside, before = inside.withheld(), before.withheld()
    return Print(contents=False, source=inside, against=before, summary=summary, listed=listed)


def unproved(
    comparison: Comparison, how: Print, who: Who, template: bytes, template_name: str, step: Step = silent
) -> bytes:
    """The new version as a Word file with every change against the old one tracked, to be `proved` before it goes out.

    Raises `TemplateError` for a template that cannot be used.
    """
    step("Writing the redline")
    return write_redline(comparison, template, template_name, how, who)


def proved(written: bytes, comparison: Comparison, template: bytes, template_name: str, step: Step = silent) -> None:
    """Read a redline back. Raises `Section75Error` where it does not give both prints.

    Accepting every change must give the new print, rejecting every change the old one; the two are tried side by side.
    """
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
