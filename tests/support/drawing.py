"""Blocks drawn in Word, in the styles of the project's template and on a page that holds nothing else.

The only place in the goldens and the tests of the writers that calls them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from lxml import etree

from section75.compare import Comparison, compare
from section75.document import Block, Document, Edition, Front
from section75.render.package import write_parts
from section75.render.word import Print, Who, write_redline, write_word
from tests.support.nodes import Node, node, nodes
from tests.support.ooxml import W, part, parts
from tests.support.printing import TEMPLATE

FRONT = Front("Care together", ("Newtown Council", "Newtown NHS Trust"), "0.1", "", illustrative=False)
WHO = Who("Legal Services", "2018-03-05T00:00:00Z")
BARE = Print(contents=False)
BETWEEN = "-----"
PAGE = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in ("{{ contents }}", BETWEEN, "{{ agreement }}"))


@cache
def bare_template() -> bytes:
    """The project's template without its front sheet and control sheet: contents, a line, the agreement."""
    found = parts(TEMPLATE)
    body = found["word/document.xml"].decode()
    section = re.findall("<w:sectPr.*?</w:sectPr>", body, re.DOTALL)[-1]
    made = re.sub("<w:body>.*</w:body>", lambda _: f"<w:body>{PAGE}{section}</w:body>", body, flags=re.DOTALL)
    kept = {name: raw for name, raw in found.items() if "stylesWithEffects" not in name}
    without = re.compile(rb"<(?:Override|Relationship)\b[^>]*stylesWithEffects[^>]*/>")
    for name in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
        kept[name] = without.sub(b"", kept[name])
    return write_parts({**kept, "word/document.xml": made.encode()})


def document(*blocks: Block, illustrative: bool = False, watermark: str = "") -> Document:
    """A Document of some blocks."""
    return Document(replace(FRONT, illustrative=illustrative, edition=Edition("Draft", watermark)), blocks)


def printed(what: Document, how: Print = BARE) -> bytes:
    """A Document as a Word file."""
    return write_word(what, bare_template(), "agreement.docx", how)


def redlined(what: Comparison, how: Print = BARE, pairs: bool = True) -> bytes:
    """A comparison as a Word file; without `pairs` a move is taken out and put in."""
    return write_redline(what, bare_template(), "agreement.docx", how, replace(WHO, pairs=pairs))


def compared(old: tuple[Block, ...], new: tuple[Block, ...]) -> Comparison:
    """Two sets of blocks, compared."""
    return compare(document(*old), document(*new))


def blocks_of(docx: bytes) -> tuple[Node, ...]:
    """The agreement in a file, without the empty paragraph that ends it."""
    return _body(docx)[1][:-2]


def front_of(docx: bytes) -> tuple[Node, ...]:
    """What stands in front of the agreement: the contents, or the summary of a redline."""
    return _body(docx)[0]


def ending_of(docx: bytes) -> tuple[Node, ...]:
    """The empty paragraph that ends the agreement."""
    return _body(docx)[1][-2:-1]


def _body(docx: bytes) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    body = part(docx, "word/document.xml").find(f"{W}body")
    children = list(body)
    middle = next(i for i, child in enumerate(children) if "".join(child.itertext()) == BETWEEN)
    return nodes(children[:middle]), nodes(children[middle + 1 :])


def header_of(docx: bytes, number: int = 1) -> tuple[Node, ...]:
    """One header of a file."""
    return (node(part(docx, f"word/header{number}.xml")),)


def second_header_of(docx: bytes) -> tuple[Node, ...]:
    """The header of first pages."""
    return header_of(docx, 2)


def lists_of(docx: bytes) -> tuple[Node, ...]:
    """The lists that were added to those of the template."""
    own = {number.get(f"{W}numId") for number in part(TEMPLATE, "word/numbering.xml").iterfind(f"{W}num")}
    numbering = part(docx, "word/numbering.xml")
    return nodes(n for n in numbering.iterfind(f"{W}num") if n.get(f"{W}numId") not in own)


def added_settings(docx: bytes) -> tuple[Node, ...]:
    """What stands in the settings that the template does not hold."""
    before = {etree.tostring(child, method="c14n") for child in part(TEMPLATE, "word/settings.xml")}
    return nodes(c for c in part(docx, "word/settings.xml") if etree.tostring(c, method="c14n") not in before)
