"""An agreement that was read and judged, as the bytes of each kind of file: compose, number the pages, write."""

from __future__ import annotations

import json
from collections.abc import Sequence, Set
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from section75.compose import compose
from section75.compose.unsettled import highlighted
from section75.document import ENGROSSMENT, Document
from section75.load import Loaded
from section75.model import Executed
from section75.printing.control import control_sheet
from section75.progress import Step, silent
from section75.signoff import SCHEME, source_and_digest, structure
from section75.value import dataclass

if TYPE_CHECKING:
    from section75.judging.agreement import Judgement
    from section75.render.word.source import Source

KINDS = (".docx", ".html", ".pdf")
PASSES = 3
"""Layouts after which the pages of the contents list are taken as they are; two nearly always agree."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How an agreement is to be printed."""

    circulate: bool = False
    """Leave out the document-control sheet, and the highlights of what is still to be settled."""
    carry_source: bool = True
    """Carry the source inside the Word file."""
    final: bool = False
    """Print the engrossment: no watermark and no control sheet. Whether it may be printed, `project` decides."""
    executed: tuple[Executed, ...] = ()
    """Print the conformed copy of what was executed so, and varied by deeds since."""
    pages: bool = True
    """Have LibreOffice find the pages of the contents list, where it is installed."""


def printed(
    loaded: Loaded,
    judgement: Judgement,
    kinds: Set[str],
    template: bytes,
    template_name: str,
    wanted: Wanted,
    step: Step = silent,
) -> dict[str, bytes]:
    """The bytes for each of `kinds` (.docx, .html, .pdf). `template_name` is the template's file, for errors.

    Raises `TemplateError` for a template that cannot be used and `ProgramError` where a PDF is asked for without
    LibreOffice.
    """
    step("Numbering and laying out")
    source = source_of(loaded, wanted.executed)
    plain = wanted.circulate or wanted.final or bool(wanted.executed)
    control = None if plain else control_sheet(loaded, judgement, source)
    document = compose(loaded.required(), control, loaded.numbers, wanted.executed)
    if wanted.final:
        document = replace(document, front=replace(document.front, edition=ENGROSSMENT))
    elif not plain:
        document = highlighted(document, loaded.required())
    contents: dict[str, bytes] = {}
    if ".html" in kinds:
        from section75.render.html import write_html  # noqa: PLC0415 -- only where it is wanted

        contents[".html"] = write_html(document).encode()
    if kinds & {".docx", ".pdf"}:
        contents |= paged(
            document, source if wanted.carry_source else None, kinds, template, template_name, wanted.pages, step
        )
    return contents


def source_of(loaded: Loaded, executed: tuple[Executed, ...] = ()) -> Source:
    """What a Word file carries of an agreement: the data that prints, its digest, and how it was executed."""
    from section75.render.word.source import Source  # noqa: PLC0415 -- lxml is read only where Word is wanted

    agreement = loaded.required()
    text, digest = source_and_digest(loaded.data, agreement)
    return Source(
        id=agreement.id,
        version=agreement.version,
        digest=digest,
        text=text,
        structure=structure(loaded.data),
        scheme=SCHEME,
        executed=_records([each for each in loaded.executed if each.agreement == agreement.id]),
        conformed=executed[-1].id if executed else "",
    )


def _records(executed: Sequence[Executed]) -> str:
    """The records of executions without what never prints: working notes, and digests of parts."""
    shown = [replace(each, notes="", units=()) for each in executed]
    return json.dumps([asdict(each, dict_factory=_stated) for each in shown]) if shown else ""


def _stated(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """What a record states; a field that is empty was left out of its file."""
    return {name: value for name, value in pairs if value}


def paged(
    document: Document,
    source: Source | None,
    kinds: Set[str],
    template: bytes,
    template_name: str,
    pages_wanted: bool,
    step: Step,
) -> dict[str, bytes]:
    """A Document as .docx, and as .pdf where that is among `kinds`, with the pages of its contents list if wanted.

    Raises `TemplateError` for a template that cannot be used and `ProgramError` for a PDF without LibreOffice.
    """
    from section75.render import word  # noqa: PLC0415 -- lxml and docxtpl are read only where Word is wanted
    from section75.render.pdf import find_office, lay_out  # noqa: PLC0415

    step("Writing the Word file")
    docx = word.write_word(document, template, template_name, word.Print(source=source))
    if ".pdf" not in kinds and not (pages_wanted and find_office()):
        return {".docx": docx}
    marks = {word.bookmark(block.id): block.id for block in word.listed(document)}
    pages: dict[str, int] = {}
    for _ in range(PASSES):
        step("Laying out pages with LibreOffice", slow=True)
        laid = lay_out(docx, tuple(marks))
        found = {marks[name]: page for name, page in laid.pages.items()}
        if found == pages:
            break
        pages = found
        docx = word.write_word(document, template, template_name, word.Print(source=source, pages=pages))
        if ".pdf" not in kinds:
            break
    return {".docx": docx, ".pdf": laid.pdf}
