"""What a print says around its body: the front sheet, the headers and footers, the document-control sheet.

It comes from the template and from what was known on the day, so no source can give it again. A print notes a digest of
its words. The contents list stays out, since its pages are worked out anew; so do fields.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping

from lxml import etree

from section75.document import Style
from section75.render.word.hiding import HIDING, hides
from section75.render.word.names import CONTENTS, NEEDED, style_name
from section75.render.word.opened import part_of
from section75.render.word.relations import MAIN, targets
from section75.render.word.styles import STYLES, Styles, W, parse_part, read_styles

Q = f"{{{W}}}"


def frame_of(parts: Mapping[str, bytes]) -> str:
    """The digest, in hexadecimal, of what a file says around its body, and of whether it has a contents list."""
    styles = read_styles(part_of(parts, STYLES, "the file"), NEEDED, "of the file")
    said = [list(filter(None, _around(parts[MAIN], styles))), sorted(filter(None, _margins(parts)))]
    listed = any(contents_lines(parts))
    return hashlib.sha256(json.dumps([*said, listed], ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def _around(main: bytes, styles: Styles) -> Iterator[str]:
    """The words of every paragraph outside the body, without the contents list."""
    first = styles[style_name(Style.DEED_HEADING, 0)]
    ours = {styles[name] for name in NEEDED if name not in CONTENTS}
    listed = {styles[name] for name in CONTENTS}
    begun = ended = False
    for paragraph in parse_part(main, MAIN, large=True).iter(f"{Q}p"):
        style = _style(paragraph)
        begun = begun or style == first
        ended = ended or (begun and bool(style) and style not in ours)
        if style not in listed and (ended or not begun):
            yield _words_of(paragraph)


def contents_lines(parts: Mapping[str, bytes]) -> Iterator[str]:
    """The words of each line of the contents list, without spaces and with the page at the end."""
    styles = read_styles(part_of(parts, STYLES, "the file"), NEEDED, "of the file")
    listed = {styles[name] for name in CONTENTS}
    for paragraph in parse_part(parts[MAIN], MAIN, large=True).iter(f"{Q}p"):
        if _style(paragraph) in listed:
            yield "".join("".join(text.text or "" for text in paragraph.iter(f"{Q}t")).split())


def _margins(parts: Mapping[str, bytes]) -> set[str]:
    """The words of every paragraph of the headers and footers."""
    found = (parse_part(parts[part], part) for kind in ("header", "footer") for part in targets(parts, kind))
    return {_words_of(paragraph) for root in found for paragraph in root.iter(f"{Q}p")}


def _words_of(paragraph: etree._Element) -> str:
    """The words of a paragraph without those that fields give; what is hidden counts as hidden, and signs count too."""
    depth, said = 0, []
    for element in paragraph.iter(f"{Q}fldChar", f"{Q}t", f"{Q}sym"):
        if element.tag == f"{Q}fldChar":
            depth += {"begin": 1, "end": -1}.get(element.get(f"{Q}fldCharType", ""), 0)
        elif depth == 0 and not _in_simple_field(element):
            run = element.getparent()
            properties = run.iterfind(f"{Q}rPr/*") if run is not None else ()
            hidden = "".join(f"[{str(each.tag).removeprefix(Q)}]" for each in properties if _hides(each))
            said.append(hidden + (element.text or element.get(f"{Q}char") or ""))
    return " ".join("".join(said).split())


def _hides(each: etree._Element) -> bool:
    return str(each.tag).removeprefix(Q) in HIDING and bool(hides(each))


def _in_simple_field(element: etree._Element) -> bool:
    return next(element.iterancestors(f"{Q}fldSimple"), None) is not None


def _style(paragraph: etree._Element) -> str:
    found = paragraph.find(f"{Q}pPr/{Q}pStyle")
    return found.get(f"{Q}val", "") if found is not None else ""
