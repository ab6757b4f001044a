"""The custom XML part: the source of what prints, so that a Word file can be led back to its agreement."""

from __future__ import annotations

import re
from dataclasses import dataclass

from section75.render.word.runs import escaped

NAMESPACE = "urn:section75:source:1"
STORE = "{5E75A0DE-0000-4000-8000-000000000075}"
"""Identity of the part inside the package; the same in every file, for it names the kind of part."""
ITEM = "customXml/item75.xml"
ITEM_PROPERTIES = "customXml/itemProps75.xml"
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Source:
    """What a Word file carries of its source: nothing that does not print."""

    id: str
    version: str
    digest: str
    text: str
    """The source data as canonical JSON."""
    commit: str = ""


def add_source(parts: dict[str, bytes], source: Source) -> None:
    """Put the part and its relationships into a package."""
    body = CONTROL.sub("", source.text)
    parts[ITEM] = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<agreement xmlns="{NAMESPACE}" '
        f'id="{escaped(source.id)}" version="{escaped(source.version)}" digest="{escaped(source.digest)}" '
        f'commit="{escaped(source.commit)}"><source>{escaped(body)}</source></agreement>'
    ).encode()
    parts[ITEM_PROPERTIES] = (
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
        '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
        f'ds:itemID="{STORE}"><ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    ).encode()
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts["customXml/_rels/item75.xml.rels"] = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{office}/customXmlProps" Target="itemProps75.xml"/></Relationships>'
    ).encode()
    relationships = parts["word/_rels/document.xml.rels"].decode()
    added = f'<Relationship Id="rIdSource75" Type="{office}/customXml" Target="../{ITEM}"/></Relationships>'
    parts["word/_rels/document.xml.rels"] = relationships.replace("</Relationships>", added).encode()
    override = (
        f'<Override PartName="/{ITEM_PROPERTIES}" '
        'ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/></Types>'
    )
    types = parts["[Content_Types].xml"].decode()
    if 'Extension="xml"' not in types:
        types = types.replace("<Override", '<Default Extension="xml" ContentType="application/xml"/><Override', 1)
    parts["[Content_Types].xml"] = types.replace("</Types>", override).encode()
