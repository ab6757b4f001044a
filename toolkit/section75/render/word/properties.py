"""What a Word file says of itself: title, subject and language, which LibreOffice carries into a PDF."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from section75.render.word.relations import PACKAGE, declare, relate, relations
from section75.render.word.runs import CONTROL
from section75.render.word.styles import parse_part

CORE = "docProps/core.xml"
KIND = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
CONTENT = "application/vnd.openxmlformats-package.core-properties+xml"
DC = "http://purl.org/dc/elements/1.1/"
EMPTY = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    f'xmlns:dc="{DC}" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>Section 75 as code</dc:creator>'
    '<dcterms:created xsi:type="dcterms:W3CDTF">2020-01-01T00:00:00Z</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">2020-01-01T00:00:00Z</dcterms:modified></cp:coreProperties>'
).encode()
"""For a template that has none; the dates are fixed, so that the same input gives the same bytes."""
LANGUAGE = "en-GB"


def with_properties(parts: Mapping[str, bytes], title: str, subject: str = "") -> dict[str, bytes]:
    """The parts with the title and the subject of what is printed, in place of the template's."""
    found = dict(parts)
    part = next((each.target for each in relations(found, PACKAGE) if each.kind == KIND), CORE)
    if part not in found:
        found[part] = EMPTY
        declare(found, part, CONTENT)
        relate(found, KIND, part, "rIdCore75", PACKAGE)
    root = parse_part(found[part], part)
    for name, said in (("title", title), ("subject", subject), ("language", LANGUAGE)):
        node = root.find(f"{{{DC}}}{name}")
        if node is None:
            node = etree.SubElement(root, f"{{{DC}}}{name}")
        node.text = " ".join(CONTROL.sub("", said).split())
    found[part] = bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
    return found
