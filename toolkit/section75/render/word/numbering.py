"""Lists added to a template's own: one for each schedule, Part or appendix, so that its paragraphs start again at 1.

One shared list would go on counting from schedule to schedule, so each gets a `w:num` with a `startOverride`.
"""

from __future__ import annotations

from lxml import etree

from section75.document import Style
from section75.errors import TemplateError
from section75.render.word.names import style_name
from section75.render.word.styles import NS, Styles, W, parse_part

PART = "word/numbering.xml"


def first_free_list(raw: bytes) -> int:
    """The lowest number that no list of the template has or exceeds."""
    numbers = [int(number.get(f"{{{W}}}numId", "0")) for number in parse_part(raw, PART).iterfind("w:num", NS)]
    return max(numbers, default=0) + 1


def with_lists(raw: bytes, styles: Styles, lists: dict[str, int], template: str) -> bytes:
    """The numbering part with a list for each number in `lists`, all in the form of the style "Paragraph 2"."""
    root = parse_part(raw, PART)
    wanted = styles.lists.get(style_name(Style.PARAGRAPH, 1).lower())
    model = next((n for n in root.iterfind("w:num", NS) if n.get(f"{{{W}}}numId") == str(wanted)), None)
    if model is None:
        hint = "start from the template of the toolkit; its paragraph styles are joined to a multilevel list"
        raise TemplateError(f'in the template {template} the style "Paragraph 2" is joined to no list', hint)
    abstract = model.find("w:abstractNumId", NS)
    assert abstract is not None, "the schema requires it"  # noqa: S101 -- for the reader of types
    after = list(root.iterfind("w:num", NS))[-1]
    for number in sorted(lists.values()):
        added = etree.Element(f"{{{W}}}num", {f"{{{W}}}numId": str(number)})
        added.append(etree.fromstring(etree.tostring(abstract)))
        override = etree.SubElement(added, f"{{{W}}}lvlOverride", {f"{{{W}}}ilvl": "0"})
        etree.SubElement(override, f"{{{W}}}startOverride", {f"{{{W}}}val": "1"})
        after.addnext(added)
        after = added
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
