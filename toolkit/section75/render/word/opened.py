"""A Word file opened: its parts where Word itself puts them, whatever program wrote it."""

from __future__ import annotations

from collections.abc import Mapping

from section75.errors import TemplateError
from section75.render.package import read_parts
from section75.render.word.relations import MAIN, OFFICE, PACKAGE, content_type, moved, relations

STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
"""What leads to the main part in the "Strict Open XML" that Word offers beside .docx; its elements have other names."""
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
KINDS = {
    f"{WORD}template.main+xml": "a Word template (.dotx)",
    "application/vnd.ms-word.document.macroEnabled.main+xml": "a Word document with macros (.docm)",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml": "a Word template with macros (.dotm)",
}
DOCUMENT = f"{WORD}document.main+xml"
PLACES = {"styles": "word/styles.xml", "numbering": "word/numbering.xml", "settings": "word/settings.xml"}
"""Where Word puts the parts that are read and written here, by the kind of relationship that leads to them."""


def open_word(raw: bytes, name: str) -> dict[str, bytes]:
    """The parts of a .docx, the main part at `word/document.xml` and those of `PLACES` at theirs where it has them.

    `name` is the file, for errors. Raises `TemplateError` where it is no .docx, is damaged, or is far too large.
    """
    parts = read_parts(raw, name)
    main = _main(parts, name)
    places = {main: MAIN}
    for each in relations(parts, main):
        kind = each.kind.removeprefix(f"{OFFICE}/")
        if kind in PLACES and each.target in parts:
            places[each.target] = PLACES[kind]
    places = {old: new for old, new in places.items() if old != new}
    if any(new in parts for new in places.values()) or len(set(places.values())) < len(places):
        raise TemplateError(f"{name} has two parts for one purpose", "save it again as .docx in Word")
    return moved(parts, places) if places else parts


def part_of(parts: Mapping[str, bytes], part: str, name: str) -> bytes:
    """A part that must be there. Raises `TemplateError` where it is not."""
    if part not in parts:
        what = part.removeprefix("word/").removesuffix(".xml")
        raise TemplateError(
            f"{name} has no {what} part", "save it again as .docx in Word, or start from the toolkit's template"
        )
    return parts[part]


def _main(parts: Mapping[str, bytes], name: str) -> str:
    """The name of the main part."""
    found = {each.kind: each.target for each in relations(parts, PACKAGE)}
    if STRICT in found:
        hint = 'open it in Word and save it as "Word Document (.docx)"'
        raise TemplateError(f"{name} is in the form that Word calls Strict Open XML", hint)
    main = found.get(f"{OFFICE}/officeDocument", "")
    if main not in parts:
        raise TemplateError(f"{name} is not a Word document: it has no main part", "save it again as .docx in Word")
    kind = content_type(parts, main)
    if kind in KINDS:
        raise TemplateError(f"{name} is {KINDS[kind]}", "open it in Word and save it as .docx")
    if kind != DOCUMENT:
        raise TemplateError(f"{name} is not a Word document", "save it again as .docx in Word")
    return main
