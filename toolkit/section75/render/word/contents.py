"""The contents list: a TOC field whose entries are already written, with the page of each where it is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from section75.document import Document, Paragraph, Style, words_of
from section75.render.word.names import CONTENTS, bookmark
from section75.render.word.runs import complex_field, escaped, words
from section75.render.word.styles import Styles

LEVELS = {
    Style.CLAUSE_HEADING: 0,
    Style.SCHEDULE_HEADING: 0,
    Style.PART_HEADING: 1,
    Style.APPENDIX_HEADING: 1,
    Style.EXECUTION_HEADING: 0,
}
"""Which headings are listed, and how deep."""


def listed(document: Document) -> Iterator[Paragraph]:
    """The headings that the contents list, in order."""
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.style in LEVELS:
            yield block


def contents_xml(document: Document, styles: Styles, pages: Mapping[str, int]) -> str:
    """The paragraphs of the contents list. `pages` gives the page of an id; an id without one shows no page."""
    switches = ",".join(f"{style.value},{level + 1}" for style, level in LEVELS.items())
    instruction = f'TOC \\h \\z \\t "{switches}"'
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escaped(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    entries = list(listed(document))
    written = []
    for index, block in enumerate(entries):
        opening = begin if index == 0 else ""
        closing = end if index == len(entries) - 1 else ""
        written.append(_entry(block, styles, pages.get(block.id), opening, closing))
    return "".join(written)


def _entry(block: Paragraph, styles: Styles, page: int | None, opening: str, closing: str) -> str:
    style = styles[CONTENTS[LEVELS[block.style]]]
    number = f"{words(block.label.shown)}<w:r><w:tab/></w:r>" if block.label else ""
    # A heading without a number stands where the numbers do, so a second tab leads to the page.
    title = words(words_of(block.runs)) + ("" if block.label else "<w:r><w:tab/></w:r>")
    shown = "" if page is None else str(page)
    target = bookmark(block.id)
    turn = complex_field(f" PAGEREF {target} \\h ", shown)
    link = f'<w:hyperlink w:anchor="{target}" w:history="1">{number}{title}<w:r><w:tab/></w:r>{turn}</w:hyperlink>'
    # In the layout of Word 2013, LibreOffice leaves out what stands at a tab right of the indent (seen in 7.4).
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:ind w:right="0"/></w:pPr>{opening}{link}{closing}</w:p>'
