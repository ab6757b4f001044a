"""What code puts into every header: the watermark, and the notice that an example is illustrative.

A template cannot leave them out, whichever of its headers a page uses: headers that it lacks are made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from section75.render.word.relations import MAIN, OFFICE, declare, relate, relations, targets
from section75.render.word.runs import escaped, words
from section75.render.word.settings import SETTINGS, facing_pages, is_on
from section75.render.word.styles import NS, W, parse_part

CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
R = f"{{{OFFICE}}}"

ILLUSTRATIVE = "ILLUSTRATIVE: a reconstruction for demonstration, not made by the bodies it names; it binds nobody."

# Word writes a watermark as WordArt in VML, named PowerPlusWaterMarkObject, behind the text (seen in files that Word
# makes under Design, Watermark); under that name its own "Remove Watermark" finds it again.
WATERMARK = (
    '<w:r xmlns:w="{w}" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">'
    "<w:rPr><w:noProof/></w:rPr><w:pict>"
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">'
    '<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/>'
    '<v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
    '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/>'
    '<v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" '
    'o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/>'
    '<v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles><o:lock v:ext="edit" text="t" '
    'shapetype="t"/></v:shapetype>'
    '<v:shape id="PowerPlusWaterMarkObject{index}" o:spid="_x0000_s{spid}" type="#_x0000_t136" alt="{text}" '
    'style="position:absolute;margin-left:0;margin-top:0;width:412pt;height:165pt;rotation:315;z-index:-251658752;'
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    'mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="#d9d9d9" '
    'stroked="f"><v:fill opacity=".5"/><v:textpath style="font-family:&quot;Arial&quot;;font-size:1pt" '
    'string="{text}"/></v:shape></w:pict></w:r>'
)


def marked(parts: Mapping[str, bytes], notice_style: str, watermark: str, illustrative: bool) -> dict[str, bytes]:
    """The parts with the word of the watermark, if any, and with the notice where the agreement is an example.

    The main part is that of a template whose tags are filled; nothing of an agreement is in it yet.
    """
    if not watermark and not illustrative:
        return dict(parts)
    found = _with_headers(parts)
    for index, header in enumerate(targets(found, "header"), 1):
        found[header] = with_marks(found[header], header, index, notice_style, watermark, illustrative)
    return found


def _with_headers(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts with a header for every page: a section takes what it lacks from the one before; the first gets all."""
    found = dict(parts)
    root = parse_part(found[MAIN], MAIN)
    sections = list(_sections(root))
    wanted = ["default"]
    if any(title is not None and is_on(title) for title in (s.find("w:titlePg", NS) for s in sections)):
        wanted.append("first")
    if facing_pages(found[SETTINGS]):
        wanted.append("even")
    known = {each.id for each in relations(found) if each.kind == f"{OFFICE}/header" and each.target in found}
    for section in sections:
        for reference in section.findall("w:headerReference", NS):
            if reference.get(f"{R}id") not in known:
                section.remove(reference)
    has = {reference.get(f"{{{W}}}type", "default") for reference in sections[0].iterfind("w:headerReference", NS)}
    for kind in wanted:
        if kind not in has:
            part, identity = f"word/header75{kind}.xml", f"rIdHeader75{kind}"
            found[part] = f'<w:hdr xmlns:w="{W}"><w:p/></w:hdr>'.encode()
            declare(found, part, CONTENT)
            relate(found, f"{OFFICE}/header", part, identity)
            reference = etree.Element(f"{{{W}}}headerReference", {f"{{{W}}}type": kind, f"{R}id": identity})
            sections[0].insert(0, reference)
    found[MAIN] = bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
    return found


def _sections(root: etree._Element) -> Iterator[etree._Element]:
    """The properties of every section, in order; the last are made where there are none."""
    body = root.find("w:body", NS)
    if body is None:
        body = etree.SubElement(root, f"{{{W}}}body")
    if body.find("w:sectPr", NS) is None:
        etree.SubElement(body, f"{{{W}}}sectPr")
    for node in root.iter(f"{{{W}}}sectPr"):
        parent = node.getparent()
        if parent is not None and parent.tag in (f"{{{W}}}pPr", f"{{{W}}}body"):
            yield node


def with_marks(raw: bytes, name: str, index: int, notice_style: str, watermark: str, illustrative: bool) -> bytes:
    """A header with the word of the watermark, if any, and with the notice where the agreement is an example."""
    root = parse_part(raw, name)
    paragraph = root.find(f"{{{W}}}p")
    if paragraph is None:
        paragraph = etree.SubElement(root, f"{{{W}}}p")
    if watermark:
        shape = WATERMARK.format(w=W, index=index, spid=2049 + index, text=escaped(watermark))
        paragraph.append(etree.fromstring(shape))
    if illustrative:
        notice = f'<w:p xmlns:w="{W}"><w:pPr><w:pStyle w:val="{notice_style}"/></w:pPr>{words(ILLUSTRATIVE)}</w:p>'
        root.append(etree.fromstring(notice))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
