"""Written blocks put where the tag of a template stands."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from section75.errors import TemplateError
from section75.render.word.styles import W, parse_part


def spliced(raw: bytes, inserts: Mapping[str, str], name: str) -> bytes:
    """The main part with each marked paragraph replaced. Only the template's few paragraphs are ever a tree.

    `inserts` are written blocks by the marker, between private-use characters, that their tag was filled with.
    Raises `TemplateError` where not one paragraph holds a marker, naming its tag.
    """
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
