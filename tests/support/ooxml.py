"""A Word file judged by the OOXML schemas, and its words as a reader sees them."""

from __future__ import annotations

import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"
XML_SCHEMA = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="{XML_NAMESPACE}">
<xs:attribute name="space"><xs:simpleType><xs:restriction base="xs:string"/></xs:simpleType></xs:attribute>
<xs:attribute name="lang" type="xs:string"/></xs:schema>"""
JUDGED = ("document", "styles", "numbering", "settings", "header", "footer", "fontTable", "comments")


class _XmlNamespace(etree.Resolver):
    def resolve(self, url, public_id, context):
        return self.resolve_string(XML_SCHEMA, context) if url.endswith("xml-ns.xsd") else None


@cache
def word_schema(folder: Path) -> etree.XMLSchema:
    parser = etree.XMLParser()
    parser.resolvers.add(_XmlNamespace())
    tree = etree.parse(folder / "wml.xsd", parser)
    for node in tree.iter("{http://www.w3.org/2001/XMLSchema}import"):
        if node.get("namespace") == XML_NAMESPACE:
            node.set("schemaLocation", "xml-ns.xsd")
    return etree.XMLSchema(tree)


def faults(docx: bytes, schema: etree.XMLSchema) -> list[str]:
    """What the schemas find wrong in the parts of a Word file."""
    found = []
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        for name in archive.namelist():
            stem = name.removeprefix("word/").removesuffix(".xml").rstrip("0123456789")
            if name.startswith("word/") and stem in JUDGED:
                root = etree.fromstring(archive.read(name))
                _clean(root)
                schema.validate(etree.ElementTree(root))
                found += [f"{name}:{error.line} {error.message}" for error in schema.error_log]
    return found


def _clean(root: etree._Element) -> None:
    """Take out what later versions of Word added and mark as ignorable."""
    ignorable = (root.attrib.pop(f"{MC}Ignorable", None) or "").split()
    spaces = tuple(f"{{{root.nsmap[prefix]}}}" for prefix in ignorable if prefix in root.nsmap)
    for node in list(root.iter(etree.Element)):
        for key in list(node.attrib):
            if spaces and key.startswith(spaces):
                del node.attrib[key]
        if spaces and str(node.tag).startswith(spaces):
            node.getparent().remove(node)


def part(docx: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        return etree.fromstring(archive.read(name))


def parts(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def words(docx: bytes) -> list[str]:
    """The text of each paragraph of the main part, without numbers."""
    body = part(docx, "word/document.xml")
    return ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in body.iter(f"{W}p")]
