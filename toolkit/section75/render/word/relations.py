"""How the parts of a Word file lead to each other: relationships and content types (ECMA-376 part 2, 8 and 9)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, MutableMapping

from lxml import etree

from section75.errors import TemplateError
from section75.render.word.styles import parse_part
from section75.value import dataclass

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTENT_TYPES = "[Content_Types].xml"
MAIN = "word/document.xml"
_R = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_T = "{http://schemas.openxmlformats.org/package/2006/content-types}"
NONE = f'<Relationships xmlns="{_R[1:-1]}"/>'
PACKAGE = ""
"""The source of relationships that belong to the file as a whole."""


@dataclass(frozen=True, slots=True)
class Relation:
    """One relationship of a part to another part of the same file."""

    id: str
    kind: str
    """The address of its type."""
    target: str
    """The name of the part that it leads to."""


def rels_name(source: str) -> str:
    """The part that holds the relationships of a part."""
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relations(parts: Mapping[str, bytes], source: str = MAIN) -> Iterator[Relation]:
    """The relationships of a part to other parts. Raises `TemplateError` where they cannot be read."""
    raw = parts.get(rels_name(source))
    if raw is None:
        return
    folder = posixpath.dirname(source)
    for node in parse_part(raw, rels_name(source)).iterfind(f"{_R}Relationship"):
        if node.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, node.get("Target", ""))).lstrip("/")
            yield Relation(node.get("Id", ""), node.get("Type", ""), target)


def targets(parts: Mapping[str, bytes], kind: str, source: str = MAIN) -> list[str]:
    """The parts to which relationships of a kind lead, e.g. "header", in order and each once."""
    found = (each.target for each in relations(parts, source) if each.kind == f"{OFFICE}/{kind}")
    return [target for target in dict.fromkeys(found) if target in parts]


def relate(parts: MutableMapping[str, bytes], kind: str, target: str, identity: str, source: str = MAIN) -> None:
    """Add a relationship, by the address of its type, from a part to another, in place of any with that identity."""
    name = rels_name(source)
    root = parse_part(parts[name], name) if name in parts else etree.fromstring(NONE)
    for old in [node for node in root if node.get("Id") == identity]:
        root.remove(old)
    shown = posixpath.relpath(f"/{target}", f"/{posixpath.dirname(source)}")
    etree.SubElement(root, f"{_R}Relationship", {"Id": identity, "Type": kind, "Target": shown})
    parts[name] = _written(root)


def unrelate(parts: MutableMapping[str, bytes], target: str, source: str = MAIN) -> None:
    """Take out every relationship of a part to another, and the other part with what belongs to it."""
    name = rels_name(source)
    root = parse_part(parts[name], name)
    gone = {each.id for each in relations(parts, source) if each.target == target}
    for node in [node for node in root if node.get("Id") in gone]:
        root.remove(node)
    parts[name] = _written(root)
    for part in (target, rels_name(target), *(each.target for each in relations(parts, target))):
        parts.pop(part, None)
        declare(parts, part, "")


def content_type(parts: Mapping[str, bytes], part: str) -> str:
    """What kind of content a part is said to hold; "" where nothing says it."""
    root = _types(parts)
    for node in root.iterfind(f"{_T}Override"):
        if node.get("PartName", "").lstrip("/").casefold() == part.casefold():
            return node.get("ContentType", "")
    ending = posixpath.splitext(part)[1].lstrip(".").casefold()
    found = (
        n.get("ContentType", "") for n in root.iterfind(f"{_T}Default") if n.get("Extension", "").casefold() == ending
    )
    return next(found, "")


def declare(parts: MutableMapping[str, bytes], part: str, kind: str) -> None:
    """Say what kind of content a part holds; "" takes away what is said of it."""
    root = _types(parts)
    for old in [node for node in root if node.get("PartName", "").casefold() == f"/{part}".casefold()]:
        root.remove(old)
    if kind:
        etree.SubElement(root, f"{_T}Override", {"PartName": f"/{part}", "ContentType": kind})
    parts[CONTENT_TYPES] = _written(root)


def _types(parts: Mapping[str, bytes]) -> etree._Element:
    if CONTENT_TYPES not in parts:
        raise TemplateError("the Word file does not say what its parts hold", "save it again as .docx in Word")
    return parse_part(parts[CONTENT_TYPES], CONTENT_TYPES)


def moved(parts: Mapping[str, bytes], places: Mapping[str, str]) -> dict[str, bytes]:
    """The parts with some at other places, old to new; every relationship and content type follows."""
    found = {places.get(name, name): raw for name, raw in parts.items() if not name.endswith(".rels")}
    for source in (PACKAGE, *parts):
        if rels_name(source) in parts:
            new = places.get(source, source)
            found[rels_name(new)] = _retargeted(parts, source, new, places)
    kinds = {old: content_type(parts, old) for old in places}
    for old in places:
        declare(found, old, "")
    for old, new in places.items():
        declare(found, new, kinds[old])
    return found


def _retargeted(parts: Mapping[str, bytes], source: str, new: str, places: Mapping[str, str]) -> bytes:
    """The relationships of a part that stands at a new place, or leads to one that does."""
    root = parse_part(parts[rels_name(source)], rels_name(source))
    led = {each.id: each.target for each in relations(parts, source)}
    for node in root.iterfind(f"{_R}Relationship"):
        target = led.get(node.get("Id", ""))
        if target is not None and node.get("TargetMode") != "External":
            node.set("Target", posixpath.relpath(f"/{places.get(target, target)}", f"/{posixpath.dirname(new)}"))
    return _written(root)


def _written(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
