"""The summary of changes in front of a redline: a page of blocks on sheets turned sideways."""

from __future__ import annotations

import re

from section75.document import Style
from section75.page import Page, Prose, phrases
from section75.render.word.names import TABLE_HEADING, TABLE_TEXT
from section75.render.word.pages import BULLET, HEADINGS, TEXT, PageWriter
from section75.render.word.runs import escaped
from section75.render.word.styles import Styles

LONG, SHORT, MARGIN = 16838, 11906, 850
"""The sides of A4 and the margin left and right, in twentieths of a point."""
SIZE = 15
"""Half points of the type: a table of changes is long."""
SECTION = re.compile("<w:sectPr.*?</w:sectPr>", re.DOTALL)
PARAGRAPH = "<w:p>(?:(?!<w:p>).)*?"
TURNED = (
    (re.compile("<w:pgSz [^>]*/>"), f'<w:pgSz w:w="{LONG}" w:h="{SHORT}" w:orient="landscape"/>'),
    (re.compile('w:left="\\d+"'), f'w:left="{MARGIN}"'),
    (re.compile('w:right="\\d+"'), f'w:right="{MARGIN}"'),
    (re.compile('w:top="\\d+"'), 'w:top="1191"'),
    (re.compile('w:bottom="\\d+"'), 'w:bottom="680"'),
    (re.compile("<w:titlePg/>"), ""),
)


def summary_xml(page: Page, styles: Styles, document: str) -> str:
    """The blocks, and the end of their section. `document` is the main part, whose last section lends its headers."""
    ids = dict.fromkeys(HEADINGS, styles[Style.CAPTION.value]) | dict.fromkeys((TEXT, BULLET), styles[TABLE_TEXT])
    sizes = dict.fromkeys((TABLE_TEXT.lower(), TABLE_HEADING.lower()), SIZE)
    own = Styles(styles.ids | {name.lower(): used for name, used in ids.items()}, {}, sizes)
    writer = PageWriter(own, LONG - 2 * MARGIN, size=SIZE)
    said = (Prose(phrases(page.subtitle)), *page.blocks) if page.subtitle else page.blocks
    section = SECTION.findall(document)[-1]
    for pattern, turned in TURNED:
        section = pattern.sub(turned, section)
    end = f'<w:p><w:pPr><w:pStyle w:val="{styles[TABLE_TEXT]}"/>{section}</w:pPr></w:p>'
    return "".join(writer.blocks(said)) + end


def headed(document: str, contents: str, agreement: str, title: str) -> str:
    """The main part with the summary's title over the contents, and no page break after them.

    `contents` and `agreement` are what the tags of the template are filled with.
    """
    before, _, rest = document.partition(contents)
    between, _, after = rest.partition(agreement)
    between = re.sub(f'{PARAGRAPH}<w:br w:type="page"/>.*?</w:p>', "", between, flags=re.DOTALL)
    heading, end, opening = before.rpartition("</w:p>")
    start, tag, words = heading.rpartition("<w:t>")
    if words.startswith("Contents</w:t>"):
        heading = f"{start}{tag}{escaped(title)}{words.removeprefix('Contents')}"
    return f"{heading}{end}{opening}{contents}{between}{agreement}{after}"
