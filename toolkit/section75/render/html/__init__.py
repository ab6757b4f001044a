"""A Document as one accessible web page: no script, nothing from elsewhere, every number and reference as text."""

from __future__ import annotations

from collections.abc import Iterator

from section75.document import Document, Execution, Paragraph, Style, Table, words_of
from section75.page import NOTICE
from section75.render.html.blocks import execution, paragraph, table
from section75.render.html.frame import END, beginning, notice
from section75.render.html.words import anchor, escaped

__all__ = ["write_html"]

LISTED = {
    Style.CLAUSE_HEADING: 1,
    Style.SCHEDULE_HEADING: 1,
    Style.PART_HEADING: 2,
    Style.APPENDIX_HEADING: 2,
    Style.EXECUTION_HEADING: 1,
}
"""Headings of the contents list, and how deep."""


def write_html(document: Document) -> str:
    """The page as text. WCAG 2.2 AA: headings in order, header cells, labels, contrast, reflow."""
    return "".join(_page(document))


def _page(document: Document) -> Iterator[str]:
    front = document.front
    title = f"{front.title}: {front.edition.shown.lower()} {front.version}"
    yield beginning(title, _every_page(document), ("agreement.body", "Skip to the agreement"))
    yield from _front(document)
    yield from _contents(document)
    yield '<main id="agreement.body" tabindex="-1">\n'
    yield from _blocks(document)
    yield "</main>\n"
    yield from _control(document)
    yield END


def _every_page(document: Document) -> str:
    """What stands at the top of each page when the page is printed."""
    return (
        f'@page {{ @top-center {{ content: "{NOTICE}"; font-size: 7pt; }} }}\n' if document.front.illustrative else ""
    )


def _front(document: Document) -> Iterator[str]:
    front = document.front
    yield '<header class="front">\n'
    yield notice(front.illustrative)
    yield f'<p class="dated">Dated {escaped(front.dated)}</p>\n'
    yield f'<p class="subtitle">{escaped(front.subtitle)}</p>\n<p>between</p>\n'
    yield "\n<p>and</p>\n".join(f'<p class="party">{escaped(party)}</p>' for party in front.numbered_parties)
    yield f"\n<p>relating to</p>\n<h1>{escaped(front.title)}</h1>\n"
    reference = f". Reference {escaped(front.reference)}" if front.reference else ""
    edition = f"<strong>{escaped(front.edition.shown.upper())}</strong>"
    yield f'<p class="draft">{edition} {escaped(front.version)}{reference}</p>\n</header>\n'


def _contents(document: Document) -> Iterator[str]:
    yield '<nav aria-labelledby="agreement.contents">\n<h2 id="agreement.contents">Contents</h2>\n'
    yield '<ul class="contents">\n'
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.style in LISTED:
            number = f'<span class="n">{escaped(block.label.shown)}</span> ' if block.label else ""
            words = f'{number}<span class="t">{escaped(words_of(block.runs))}</span>'
            yield f'<li class="c{LISTED[block.style]}"><a href="#{anchor(block.id)}">{words}</a></li>\n'
    yield "</ul>\n</nav>\n"


def _blocks(document: Document) -> Iterator[str]:
    schedule, parted = "", False
    for block in document.blocks:
        match block:
            case Paragraph():
                if block.style is Style.SCHEDULE_HEADING:
                    schedule, parted = (block.label.shown if block.label else ""), False
                parted = parted or block.style in (Style.PART_HEADING, Style.APPENDIX_HEADING)
                yield paragraph(block, parted)
            case Table():
                yield from table(block, schedule)
            case Execution():
                yield from execution(block)


def _control(document: Document) -> Iterator[str]:
    control = document.control
    if control is None:
        return
    yield (
        '<aside class="control" aria-labelledby="agreement.control">\n'
        '<h2 id="agreement.control">Document control</h2>\n'
        "<p>This sheet is not part of the agreement.</p>\n"
    )
    yield from _listed("Versions", ("Version", "Date", "By", "Summary"), control.versions)
    if control.approvals:
        yield from _listed("Approvals", ("Body", "How it stands"), control.approvals)
    if control.signed:
        yield from _listed("Execution and variations", ("What", "When and how"), control.signed)
    yield f"<h3>Digest of what prints ({escaped(control.scheme)})</h3>\n"
    yield f'<p class="digest">{escaped(control.digest)}</p>\n'
    yield from _listed("Outstanding matters", ("Where", "Matter"), control.outstanding)
    yield from _listed("Still to be settled", ("Whose it is", "Question"), control.to_settle)
    if control.accepted:
        yield from _listed("Accepted with a reason", ("Finding", "Reason"), control.accepted)
    yield "</aside>\n"


def _listed(caption: str, heads: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    yield f"<h3>{escaped(caption)}</h3>\n"
    if not rows:
        yield "<p>None.</p>\n"
        return
    head = "".join(f'<th scope="col">{escaped(name)}</th>' for name in heads)
    name = escaped(caption)
    yield f'<div class="wide" role="region" aria-label="{name}" tabindex="0">\n'
    yield f"<table><thead><tr>{head}</tr></thead><tbody>\n"
    for row in rows:
        first, *rest = row
        cells = "".join(f"<td>{escaped(cell)}</td>" for cell in rest)
        yield f'<tr><th scope="row">{escaped(first)}</th>{cells}</tr>\n'
    yield "</tbody></table></div>\n"
