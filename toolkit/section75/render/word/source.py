"""The custom XML part: the source of what prints, so that a Word file can be led back to its agreement.

A redline carries the sources of both sides and a certificate of what was proved.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from lxml import etree

from section75.errors import TemplateError
from section75.render.word.relations import OFFICE, declare, relate, targets, unrelate
from section75.render.word.runs import CONTROL, escaped
from section75.render.word.styles import parse_part
from section75.value import dataclass

NAMESPACE = "urn:section75:source:1"
STORE = "{5E75A0DE-0000-4000-8000-000000000075}"
"""Identity of the part inside the package; the same in every file, for it names the kind of part."""
ITEM = "customXml/item75.xml"
ITEM_PROPERTIES = "customXml/itemProps75.xml"


@dataclass(frozen=True, slots=True)
class Source:
    """What a Word file carries of its source: nothing that does not print."""

    id: str
    version: str
    digest: str
    text: str
    """The source data as canonical JSON."""
    structure: str = ""
    """What is needed to build the agreement again and does not print, as canonical JSON; outside the digest."""
    scheme: str = ""
    """Name of the rule of the digest; "" in files printed before it was noted."""
    executed: str = ""
    """The records of its executions as a JSON list, where there are any: they say which numbers are held. Outside the
    digest."""
    conformed: str = ""
    """For a conformed copy: id of the record of the execution that it shows; outside the digest."""
    frame: str = ""
    """Digest of the words around the body: front sheet, headers, footers, control sheet; outside the digest."""
    before: Certificate | None = None
    """For a redline: what it is drawn against."""

    def withheld(self) -> Source:
        """The same without the source itself, for the other side."""
        return replace(self, text="", structure="", executed="", conformed="")


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a redline was proved against. Its source is left out, as the new one is, for the other side."""

    old: Source
    changes: int
    """Changes that Word counts."""


def add_source(parts: dict[str, bytes], source: Source) -> None:
    """Put the part and its relationships into a package."""
    heading = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    parts[ITEM] = f'{heading}<agreement xmlns="{NAMESPACE}" {_inside(source)}</agreement>'.encode()
    parts[ITEM_PROPERTIES] = (
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
        '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
        f'ds:itemID="{STORE}"><ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    ).encode()
    relate(parts, f"{OFFICE}/customXmlProps", ITEM_PROPERTIES, "rId1", ITEM)
    relate(parts, f"{OFFICE}/customXml", ITEM, "rIdSource75")
    declare(parts, ITEM, "application/xml")
    declare(parts, ITEM_PROPERTIES, "application/vnd.openxmlformats-officedocument.customXmlProperties+xml")


def without_source(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts without an agreement that they carry: a template made from a print must not hand that on."""
    found = dict(parts)
    for part, _ in list(_carrying(found)):
        unrelate(found, part)
    return found


def _carrying(parts: Mapping[str, bytes]) -> Iterator[tuple[str, etree._Element]]:
    """The parts that hold an agreement, under whatever name: other programs number custom parts anew."""
    for part in targets(parts, "customXml"):
        if NAMESPACE.encode() in parts[part]:
            root = parse_part(parts[part], part, large=True)
            if root.tag == f"{{{NAMESPACE}}}agreement":
                yield part, root


def read_carried(parts: Mapping[str, bytes], name: str) -> Source:
    """What a Word file carries. Raises `TemplateError` where it carries nothing of ours, or more than one agreement."""
    carried = [root for _, root in _carrying(parts)]
    if not carried:
        hint = "only what was printed here, and not with --no-source, can be led back to its agreement"
        raise TemplateError(f"{name} carries no agreement", hint)
    if len(carried) > 1:
        raise TemplateError(f"{name} carries more than one agreement", "trust neither; ask for the file again")
    root = carried[0]
    found = _outside(root)
    before = root.find(f"{{{NAMESPACE}}}certificate")
    if before is None:
        return found
    old = before.find(f"{{{NAMESPACE}}}old")
    if old is None or not before.get("changes", "").isdigit():
        raise TemplateError(f"the certificate in {name} is damaged", "ask for the file again")
    return replace(
        found,
        before=Certificate(_outside(old), int(before.get("changes", "0"))),
    )


def _inside(source: Source) -> str:
    """The attributes and children of one side."""
    body, beside = (escaped(CONTROL.sub("", text)) for text in (source.text, source.structure))
    certificate = source.before
    proved = (
        f'<certificate changes="{certificate.changes}"><old {_inside(certificate.old)}</old></certificate>'
        if certificate
        else ""
    )
    return (
        f'id="{escaped(source.id)}" version="{escaped(source.version)}" digest="{escaped(source.digest)}" '
        f'scheme="{escaped(source.scheme)}" frame="{escaped(source.frame)}"><source>{body}</source>'
        f"<structure>{beside}</structure>{_executed(source)}{proved}"
    )


def _executed(source: Source) -> str:
    if not source.executed:
        return ""
    return f'<executed conformed="{escaped(source.conformed)}">{escaped(CONTROL.sub("", source.executed))}</executed>'


def _outside(node: etree._Element) -> Source:
    names = ("source", "structure", "executed")
    text, beside, executed = (node.findtext(f"{{{NAMESPACE}}}{name}") or "" for name in names)
    return Source(
        id=node.get("id", ""),
        version=node.get("version", ""),
        digest=node.get("digest", ""),
        text=text,
        structure=beside,
        scheme=node.get("scheme", ""),
        executed=executed,
        conformed=_conformed(node),
        frame=node.get("frame", ""),
    )


def _conformed(node: etree._Element) -> str:
    executed = node.find(f"{{{NAMESPACE}}}executed")
    return "" if executed is None else executed.get("conformed", "")
