"""A Document, or a comparison of two, as a Word file: the template filled first, then the body spliced in.

In that order, because a template engine that came second would run the braces that a clause may hold.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from lxml import etree

from section75.compare import Comparison
from section75.compare.departures import Departure
from section75.document import Control, Document, Front
from section75.errors import TemplateError
from section75.render.package import write_parts
from section75.render.template import fill
from section75.render.word import headers, numbering
from section75.render.word.body import BodyWriter
from section75.render.word.contents import contents_xml, listed
from section75.render.word.names import CONTENTS as CONTENTS_STYLES
from section75.render.word.names import NEEDED, NOTICE, bookmark
from section75.render.word.redline import RedlineWriter
from section75.render.word.revisions import Revisions
from section75.render.word.runs import words
from section75.render.word.settings import with_settings
from section75.render.word.source import Certificate, Source, add_source
from section75.render.word.styles import Styles, W, parse_part, read_styles
from section75.render.word.summary import summary_xml

__all__ = ["Print", "Source", "Who", "bookmark", "listed", "word_parts", "write_redline", "write_word"]

AGREEMENT = "\ue075agreement\ue075"
CONTENTS = "\ue075contents\ue075"
"""What the template's {{ agreement }} and {{ contents }} are filled with, until the XML takes their place. Private-use
characters, which the words of a template do not hold."""


@dataclass(frozen=True, slots=True)
class Who:
    """In whose name and when changes are tracked."""

    author: str
    date: str
    """As Word writes it, e.g. 2018-03-05T00:00:00Z."""
    pairs: bool = True
    """Moves as moves; else as taken out and put in."""


@dataclass(frozen=True)
class Print:
    """How a Document is to be printed."""

    watermark: str = "DRAFT"
    """Behind every page; "" for none."""
    pages: Mapping[str, int] = field(default_factory=dict)
    """The page of each heading's id, as a layout program found it; empty where none was at hand."""
    contents: bool = True
    """Write the contents list; the prints against which a redline is proved have none, as it has none."""
    source: Source | None = None
    """Carried inside the file; None leaves it out."""
    against: Source | None = None
    """For a redline: the old side, which its certificate names."""
    summary: tuple[Departure, ...] = ()
    """For a redline: the changes that stand in a table in front; none leaves the table out."""


def write_word(document: Document, template: bytes, name: str, how: Print) -> bytes:
    """The bytes of a .docx. `name` is the template's file, for errors.

    Raises `TemplateError` where the template lacks a tag, a style or a list that is needed.
    """
    return write_parts(word_parts(document, template, name, how))


def word_parts(document: Document, template: bytes, name: str, how: Print) -> dict[str, bytes]:
    """The parts of the same file before they are packed, against which a redline is proved."""
    parts = _filled(template, name, document.front, document.control)
    styles = read_styles(parts["word/styles.xml"], NEEDED, name)
    writer = BodyWriter(styles, numbering.first_free_list(parts[numbering.PART]))
    contents = contents_xml(document, styles, how.pages) if how.contents else _no_contents(styles)
    return _finished(parts, styles, writer, (writer.write(document.blocks), contents), document, name, how)


def body_parts(document: Document, parts: Mapping[str, bytes], name: str) -> dict[str, bytes]:
    """A Document written on the styles and lists of a file that exists, to be held against what that file says."""
    styles = read_styles(parts["word/styles.xml"], NEEDED, name)
    writer = BodyWriter(styles, numbering.first_free_list(parts[numbering.PART]))
    body = writer.write(document.blocks) + writer.closing()
    return {
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode(),
        "word/styles.xml": parts["word/styles.xml"],
        numbering.PART: numbering.with_lists(parts[numbering.PART], styles, writer.lists, name),
    }


def write_redline(comparison: Comparison, template: bytes, name: str, how: Print, who: Who) -> bytes:
    """The bytes of a .docx that shows the new version with every change against the old one tracked.

    There is no contents list: its lines are worked out and would be neither the old ones nor the new. In its place
    stands the summary, where one is wanted.
    """
    document = comparison.new
    parts = _filled(template, name, document.front, document.control)
    styles = read_styles(parts["word/styles.xml"], NEEDED, name)
    moved = frozenset(block.old.id for block in comparison.blocks if block.move and block.old and block.old.id)
    writer = RedlineWriter(
        styles,
        numbering.first_free_list(parts[numbering.PART]),
        revisions=Revisions(who.author, who.date, moved),
        kept=frozenset(block.id for block in document.blocks if block.id),
        pairs=who.pairs,
    )
    written = writer.write_all(comparison)
    front = _no_contents(styles) + (summary_xml(how.summary, styles) if how.summary else "")
    if how.source and how.against:
        certificate = Certificate(how.against, writer.revisions.count, OUTSIDE)
        how = replace(how, source=replace(how.source, before=certificate))
    return write_parts(_finished(parts, styles, writer, (written, front), document, name, how))


def _no_contents(styles: Styles) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{styles[CONTENTS_STYLES[0]]}"/></w:pPr>{words(NO_CONTENTS)}</w:p>'


def _finished(
    parts: dict[str, bytes],
    styles: Styles,
    writer: BodyWriter,
    written: tuple[str, str],
    document: Document,
    name: str,
    how: Print,
) -> dict[str, bytes]:
    """The package with the body spliced in and everything that is put in by code."""
    body, contents = written
    inserts = {AGREEMENT: body + writer.closing(), CONTENTS: contents}
    parts["word/document.xml"] = _spliced(parts["word/document.xml"], inserts, name)
    parts[numbering.PART] = numbering.with_lists(parts[numbering.PART], styles, writer.lists, name)
    for index, header in enumerate(headers.header_parts(parts), 1):
        illustrative = document.front.illustrative
        parts[header] = headers.with_marks(parts[header], header, index, styles[NOTICE], how.watermark, illustrative)
    parts["word/settings.xml"] = with_settings(parts["word/settings.xml"], update_fields=how.contents and not how.pages)
    if how.source:
        add_source(parts, how.source)
    return parts


OUTSIDE = "front sheet, headers, footers, watermark, summary of changes, document-control sheet"
"""What a proof does not cover: it is as in the new version, or worked out."""
NO_CONTENTS = "The contents list is left out of a redline."


def _filled(template: bytes, name: str, front: Front, control: Control | None) -> dict[str, bytes]:
    """The parts of the template with its tags filled; filled once for the prints of one redline."""
    return dict(_filling(template, name, front, control))


@lru_cache(maxsize=1)
def _filling(template: bytes, name: str, front: Front, control: Control | None) -> Mapping[str, bytes]:
    return fill(template, _values(front, control), name)


def _values(front: Front, control: Control | None) -> dict[str, Any]:
    """What the tags of a template may use."""
    return {
        "title": front.title,
        "subtitle": front.subtitle,
        "parties": list(front.parties),
        "version": front.version,
        "reference": front.reference,
        "illustrative": front.illustrative,
        "agreement": AGREEMENT,
        "contents": CONTENTS,
        "control": control is not None,
        "versions": [dict(zip(("version", "date", "by", "summary"), v, strict=True)) for v in control.versions]
        if control
        else [],
        "digest": control.digest if control else "",
        "outstanding": [{"place": place, "matter": matter} for place, matter in control.outstanding] if control else [],
        "accepted": [{"finding": finding, "reason": reason} for finding, reason in control.accepted] if control else [],
    }


def _spliced(raw: bytes, inserts: Mapping[str, str], name: str) -> bytes:
    """The main part with each marked paragraph replaced. Only the template's few paragraphs are ever a tree."""
    root = parse_part(raw, "word/document.xml")
    seals = {}
    for index, (marker, content) in enumerate(inserts.items()):
        paragraphs = [p for p in root.iter(f"{{{W}}}p") if marker in "".join(map(str, p.itertext()))]
        if len(paragraphs) != 1:
            tag = marker.strip("\ue075")
            found = "more than one paragraph" if paragraphs else "no paragraph"
            hint = f"write {{{{ {tag} }}}} alone in one paragraph, where it is to stand"
            raise TemplateError(f"the template {name} has {found} that holds {{{{ {tag} }}}}", hint)
        seal = etree.Comment(f"splice-{index}")
        paragraphs[0].addnext(seal)
        paragraphs[0].getparent().remove(paragraphs[0])  # type: ignore[union-attr]  # every paragraph has a parent
        seals[f"<!--splice-{index}-->"] = content
    text = etree.tostring(root, encoding="unicode")
    for seal_text, content in seals.items():
        text = text.replace(seal_text, content, 1)
    return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text.encode()
