r"""Lists added to a template's own, so that Word counts what an agreement counts.

Each schedule, Part or appendix has a `w:num` with a `startOverride`, so that its paragraphs start again at 1: one
shared list would go on counting from schedule to schedule. What does not count on from the thing before it, as 14A
after 14 or 16 after a gap, has a list of its own with a `w:abstractNum`: a copy of the template's in which counting
starts at its number and the text of the level bears its letter. Word still counts, so that a `REF \w` field shows
14A.1(a) however often it is updated.
"""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from section75.document import Label, Style
from section75.errors import TemplateError
from section75.numbering.labels import Form
from section75.render.word.marks import STYLED_LISTS, Lists
from section75.render.word.names import style_name
from section75.render.word.styles import NS, Styles, W, parse_part

PART = "word/numbering.xml"
Q = f"{{{W}}}"
FORMS = {"lowerLetter": Form.LOWER, "upperLetter": Form.UPPER, "lowerRoman": Form.ROMAN}
"""How the levels of a template count; any other counts in decimals."""
PARAGRAPHS = style_name(Style.PARAGRAPH, 1)


def first_free_list(raw: bytes) -> int:
    """The lowest number that no list of the template has or exceeds."""
    numbers = [int(number.get(f"{Q}numId", "0")) for number in parse_part(raw, PART).iterfind("w:num", NS)]
    return max(numbers, default=0) + 1


def with_lists(raw: bytes, styles: Styles, lists: Lists, template: str) -> bytes:
    """The numbering part with every list that is wanted. Raises `TemplateError` where the template has no model."""
    root = parse_part(raw, PART)
    model = _model(root, styles, PARAGRAPHS, template)
    after = list(root.iterfind("w:num", NS))[-1]
    for number in sorted(lists.numbers.values()):
        added = etree.Element(f"{Q}num", {f"{Q}numId": str(number)})
        label = lists.beginnings.get(number)
        if label is None:
            etree.SubElement(added, f"{Q}abstractNumId", {f"{Q}val": model})
            override = etree.SubElement(added, f"{Q}lvlOverride", {f"{Q}ilvl": "0"})
            etree.SubElement(override, f"{Q}startOverride", {f"{Q}val": "1"})
        else:
            own = _model(root, styles, STYLED_LISTS.get(label.list, PARAGRAPHS), template)
            _add_beginning(root, own, number, label)
            etree.SubElement(added, f"{Q}abstractNumId", {f"{Q}val": str(number)})
        after.addnext(added)
        after = added
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _model(root: etree._Element, styles: Styles, style: str, template: str) -> str:
    """The number of the abstract list that a style counts in."""
    wanted = str(styles.lists.get(style.lower()))
    found = next((n for n in root.iterfind("w:num", NS) if n.get(f"{Q}numId") == wanted), None)
    if found is None:
        hint = "start from the template of the toolkit; its paragraph styles are joined to a multilevel list"
        raise TemplateError(f'in the template {template} the style "{style}" is joined to no list', hint)
    return _value(found, "abstractNumId")


def _add_beginning(root: etree._Element, model: str, number: int, label: Label) -> None:
    """Add a copy of an abstract list in which counting begins where the list of a label does."""
    abstracts = list(root.iterfind("w:abstractNum", NS))
    copied = deepcopy(next(a for a in abstracts if a.get(f"{Q}abstractNumId") == model))
    copied.set(f"{Q}abstractNumId", str(number))
    for same_for_all in ("nsid", "tmpl"):
        for child in copied.findall(f"w:{same_for_all}", NS):
            child.set(f"{Q}val", f"{0x5E800000 + number:08X}")
    for linked in list(copied.iterfind("w:lvl/w:pStyle", NS)):
        linked.getparent().remove(linked)  # type: ignore[union-attr]  # every level has a parent
    assert label.beginning is not None  # noqa: S101 -- only such labels are given
    places = label.beginning.number.positions
    levels = {int(level.get(f"{Q}ilvl", "0")): level for level in copied.iterfind("w:lvl", NS)}
    for index, place in enumerate(places, label.beginning.level - len(places) + 1):
        before, count, after = place.parts(FORMS.get(_value(levels[index], "numFmt"), Form.DECIMAL))
        levels[index].find("w:start", NS).set(f"{Q}val", str(count))  # type: ignore[union-attr]  # Word writes it
        for text in copied.iterfind("w:lvl/w:lvlText", NS):
            shown = text.get(f"{Q}val", "").replace(f"%{index + 1}", f"{before}%{index + 1}{after}")
            text.set(f"{Q}val", shown)
    abstracts[-1].addnext(copied)


def _value(node: etree._Element, child: str) -> str:
    found = node.find(f"w:{child}", NS)
    return found.get(f"{Q}val", "") if found is not None else ""
