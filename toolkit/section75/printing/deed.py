"""A deed of variation as bytes, handed over only once a second reader has carried it out and reached the new print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from section75.compose.deed import Deed, compose_deed
from section75.document import Document, Style
from section75.errors import Section75Error
from section75.printing.drafts import paged
from section75.progress import Step, silent
from section75.render.package import read_parts
from section75.render.word import Print, word_parts
from section75.render.word.proof import read_file
from section75.variation import Instruction, Said, UnreadableError, applied

LONGEST = 120


def print_deed(
    old: Document,
    new: Document,
    deed: Deed,
    instructions: Sequence[Instruction],
    template: bytes,
    template_name: str,
    kind: str = ".docx",
    pages: bool = True,
    step: Step = silent,
) -> bytes:
    """The deed as .docx or .pdf. `old` and `new` are the agreement before and after it.

    `pages` has LibreOffice find the pages of the contents list. Raises `TemplateError` for a template that cannot be
    used, `ProgramError` for a PDF without LibreOffice, and `Section75Error` where a reader who sees only the printed
    deed and the old print does not reach the new print, word and number.
    """
    made = paged(compose_deed(deed, instructions), None, {kind}, template, template_name, pages, step)
    step("Carrying it out on the old print")
    if fault := _carried_out(read_parts(made[".docx"], "the deed"), old, new, template):
        raise Section75Error(
            f"the deed does not lead to the new text and is not handed over: {fault}", "please tell us"
        )
    return made[kind]


def replay(old: Document, new: Document, deed: Deed, instructions: Sequence[Instruction], template: bytes) -> str:
    """What a reader finds at fault who carries a deed out again that was made before; "" for nothing."""
    written = word_parts(compose_deed(deed, instructions), template, "the template", Print(contents=False))
    return _carried_out(written, old, new, template)


def _carried_out(deed: Mapping[str, bytes], old: Document, new: Document, template: bytes) -> str:
    prints = [said(word_parts(each, template, "the template", Print(contents=False))) for each in (old, new)]
    return departure(said(deed), *prints)


def departure(deed: Sequence[Said], old: Sequence[Said], new: Sequence[Said]) -> str:
    """What a reader who carries the deed out on the old print finds other than in the new one; "" for nothing."""
    try:
        reached = applied(deed, old)
    except UnreadableError as error:
        return str(error)
    for one, other in zip_longest(reached, [(each.number, each.words) for each in new]):
        if one != other:
            return f"it leads to {_shown(one)} and should to {_shown(other)}"
    return ""


def said(parts: Mapping[str, bytes]) -> list[Said]:
    """What a Word file says from the parties to the execution; empty paragraphs say nothing."""
    found = []
    for name, line in read_file(parts).lines:
        if name == Style.EXECUTION_HEADING.value:
            break
        if line.text or line.shown:
            found.append(Said(name, line.shown, max(len(line.number) - 1, 0), line.text))
    return found


def _shown(said_there: tuple[str, str] | None) -> str:
    return f"“{' '.join(said_there).strip()[:LONGEST]}”" if said_there else "nothing"
