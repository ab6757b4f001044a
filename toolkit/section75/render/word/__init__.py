"""A Document, or a comparison of two, as a Word file: the template filled first, then the body spliced in.

In that order, because a template engine that came second would run the braces that a clause may hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from section75.compare import Comparison
from section75.document import Block, Control, Document, Front, Paragraph, Style, Table, words_of
from section75.render.package import write_parts
from section75.render.word import headers, numbering
from section75.render.word.body import BodyWriter
from section75.render.word.contents import contents_xml, listed
from section75.render.word.filled import filled
from section75.render.word.frame import frame_of
from section75.render.word.marks import Bookmarks, Lists, highest_bookmark
from section75.render.word.names import CONTENTS as CONTENTS_STYLES
from section75.render.word.names import MOVED, NEEDED, NOTICE, TABLE_TEXT, bookmark
from section75.render.word.opened import part_of
from section75.render.word.properties import with_properties
from section75.render.word.relations import MAIN
from section75.render.word.relisted import relisted
from section75.render.word.revisions import Revisions
from section75.render.word.runs import words
from section75.render.word.settings import SETTINGS, with_settings
from section75.render.word.source import Certificate, Source, add_source
from section75.render.word.splice import spliced
from section75.render.word.styles import STYLES, Styles, read_styles
from section75.value import dataclass

if TYPE_CHECKING:
    from section75.page import Page

__all__ = [
    "NO_CONTENTS",
    "OUTSIDE",
    "Print",
    "Source",
    "Who",
    "bookmark",
    "listed",
    "word_parts",
    "write_redline",
    "write_word",
]

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

    pages: Mapping[str, int] = field(default_factory=dict)
    """The page of each heading's id, as a layout program found it; empty where none was at hand."""
    contents: bool = True
    """Write the contents list; the prints against which a redline is proved have none, as it has none."""
    source: Source | None = None
    """Carried inside the file; None leaves it out."""
    against: Source | None = None
    """For a redline: the old side, which its certificate names."""
    summary: Page | None = None
    """For a redline: the summary of changes that stands in front; None leaves it out."""


def write_word(document: Document, template: bytes, name: str, how: Print) -> bytes:
    """The bytes of a .docx. `name` is the template's file, for errors.

    Raises `TemplateError` where the template lacks a tag, a style or a list that is needed.
    """
    return write_parts(word_parts(document, template, name, how))


def word_parts(document: Document, template: bytes, name: str, how: Print) -> dict[str, bytes]:
    """The parts of the same file before they are packed, against which a redline is proved."""
    file = _File.filled(template, name, document)
    written = file.writer(Revisions()).write(document.blocks)
    contents = contents_xml(document, file.styles, how.pages) if how.contents else _no_contents(file.styles)
    return file.finished(written, contents, how)


def write_redline(comparison: Comparison, template: bytes, name: str, how: Print, who: Who) -> bytes:
    """The bytes of a .docx that shows the new version with every change against the old one tracked.

    There is no contents list: its lines are worked out and would be neither the old ones nor the new. In its place
    stands the summary, where one is wanted, on sheets turned sideways.
    """
    file = _File.filled(template, name, comparison.new)
    revisions = Revisions(who.author, who.date, _before(comparison), who.pairs)
    written = file.writer(revisions, comparison.targets.moved).write_marked(relisted(comparison))
    front = _no_contents(file.styles)
    if how.summary:
        from section75.render.word.summary import headed, summary_xml  # noqa: PLC0415 -- few redlines have one

        main = file.parts["word/document.xml"].decode()
        front = summary_xml(how.summary, file.styles, main)
        file.parts["word/document.xml"] = headed(main, CONTENTS, AGREEMENT, how.summary.title).encode()
    if how.source and how.against:
        certificate = Certificate(how.against, revisions.count)
        how = replace(how, source=replace(how.source, before=certificate))
    return write_parts(file.finished(written, front, how))


def _before(comparison: Comparison) -> dict[str, str]:
    """The bookmarks that references taken out name, by the id of their target in the old version."""
    kept, targets = frozenset(_ids(comparison.new)), comparison.targets
    stood = {identity: bookmark(identity) + (MOVED if identity in kept else "") for identity in targets.moved}
    return {**{old: bookmark(new) for old, new in targets.renamed.items()}, **stood}


def _no_contents(styles: Styles) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{styles[CONTENTS_STYLES[0]]}"/></w:pPr>{words(NO_CONTENTS)}</w:p>'


@dataclass(frozen=True)
class _File:
    """The parts of a Word file on their way from the template to the print."""

    parts: dict[str, bytes]
    name: str
    """Of the template, for errors."""
    document: Document
    styles: Styles
    lists: Lists

    @classmethod
    def filled(cls, template: bytes, name: str, document: Document) -> _File:
        """A template whose tags are filled."""
        return cls.opened(_filled(template, name, document.front, document.control), name, document)

    @classmethod
    def opened(cls, parts: dict[str, bytes], name: str, document: Document) -> _File:
        """Parts to whose styles and lists a Document is written. Raises `TemplateError` where a style is missing."""
        styles = read_styles(part_of(parts, STYLES, name), NEEDED, name)
        lists = Lists(numbering.first_free_list(part_of(parts, numbering.PART, name)), styles.lists)
        return cls(parts, name, document, styles, lists)

    def writer(self, revisions: Revisions, moved: frozenset[str] = frozenset()) -> BodyWriter:
        """A writer of the body. `moved` are the ids of which the place where they stood has a bookmark of its own."""
        bookmarks = Bookmarks(frozenset(_ids(self.document)), moved, highest_bookmark(self.parts))
        return BodyWriter(self.styles, self.lists, bookmarks, revisions)

    @property
    def closing(self) -> str:
        """An empty paragraph that ends the body, so that the mark of the last block can be tracked like any other."""
        return f'<w:p><w:pPr><w:pStyle w:val="{self.styles[TABLE_TEXT]}"/></w:pPr></w:p>'

    @property
    def numbered(self) -> bytes:
        """The numbering part with the lists that the body counts in."""
        return numbering.with_lists(self.parts[numbering.PART], self.styles, self.lists, self.name)

    def finished(self, body: str, contents: str, how: Print) -> dict[str, bytes]:
        """The parts with the body spliced in and everything that is put in by code."""
        front = self.document.front
        parts = headers.marked(self.parts, self.styles[NOTICE], front.edition.watermark, front.illustrative)
        parts = with_properties(parts, front.title, front.subtitle)
        template = parts[MAIN]
        parts[MAIN] = spliced(template, {AGREEMENT: body + self.closing, CONTENTS: contents}, self.name)
        parts[numbering.PART] = self.numbered
        update = how.contents and not how.pages
        parts[SETTINGS] = with_settings(parts[SETTINGS], update_fields=update)
        if how.source:
            bare = spliced(template, {AGREEMENT: self._leading(), CONTENTS: contents}, self.name)
            add_source(parts, replace(how.source, frame=frame_of({**parts, MAIN: bare})))
        return parts

    def _leading(self) -> str:
        """What stands in front of the first heading of the body, as `frame` counts it to the front sheet."""
        blocks = takewhile(lambda block: not _begins(block), self.document.blocks)
        return "".join(f"<w:p>{words(words_of(b.runs))}</w:p>" for b in blocks if isinstance(b, Paragraph))


def _begins(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.style is Style.DEED_HEADING


def _ids(document: Document) -> Iterator[str]:
    """The ids of every block and row."""
    for block in document.blocks:
        yield block.id
        if isinstance(block, Table):
            yield from (row.id for row in block.rows)


NO_CONTENTS = "The contents list is left out of a redline."


def _filled(template: bytes, name: str, front: Front, control: Control | None) -> dict[str, bytes]:
    """The parts of the template with its tags filled; filled once for the prints of one redline."""
    return dict(_filling(template, name, front, control))


@lru_cache(maxsize=1)
def _filling(template: bytes, name: str, front: Front, control: Control | None) -> Mapping[str, bytes]:
    return filled(template, _values(front, control), name)


def _values(front: Front, control: Control | None) -> dict[str, Any]:
    """What the tags of a template may use."""
    return {
        "title": front.title,
        "subtitle": front.subtitle,
        "parties": list(front.numbered_parties),
        "version": front.version,
        "edition": front.edition.shown,
        "dated": front.dated,
        "reference": front.reference,
        "illustrative": front.illustrative,
        "agreement": AGREEMENT,
        "contents": CONTENTS,
        "control": control is not None,
        "versions": [dict(zip(("version", "date", "by", "summary"), v, strict=True)) for v in control.versions]
        if control
        else [],
        "digest": control.digest if control else "",
        "scheme": control.scheme if control else "",
        "outstanding": [{"place": place, "matter": matter} for place, matter in control.outstanding] if control else [],
        "to_settle": [{"owner": owner, "question": question} for owner, question in control.to_settle]
        if control
        else [],
        "approvals": [{"body": body, "stands": stands} for body, stands in control.approvals] if control else [],
        "signed": [{"what": what, "how": how} for what, how in control.signed] if control else [],
        "accepted": [{"finding": finding, "reason": reason} for finding, reason in control.accepted] if control else [],
    }
