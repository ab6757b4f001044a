"""What a template's styles are called inside, and which list each counts in."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from section75.errors import TemplateError

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS = {"w": W}
LARGE_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, remove_pis=False)
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_pis=False)


def parse_part(raw: bytes, name: str, large: bool = False) -> etree._Element:
    """A part of a Word file as a tree. Entities from outside are never read; only what we wrote may be `large`."""
    try:
        root = etree.fromstring(raw, LARGE_PARSER if large else PARSER)
    except etree.XMLSyntaxError as error:
        raise TemplateError(f"the template's part {name} is damaged: {error}", "save it afresh in Word") from error
    if b"<!DOCTYPE" in raw:
        raise TemplateError(f"the template's part {name} declares entities, which Word never does", "make it in Word")
    return root


@dataclass(frozen=True)
class Styles:
    """The styles of one template."""

    ids: dict[str, str]
    """Name as seen in Word, in small letters, to the id used inside."""
    lists: dict[str, int]
    """Name to the number of the list that the style counts in."""

    def __getitem__(self, name: str) -> str:
        return self.ids[name.lower()]


def read_styles(raw: bytes, needed: tuple[str, ...], template: str) -> Styles:
    """The styles of a template. Raises `TemplateError` naming those of `needed` that are missing."""
    ids, lists = {}, {}
    for style in parse_part(raw, "word/styles.xml").iterfind("w:style", NS):
        name = style.find("w:name", NS)
        if name is None:
            continue
        seen = name.get(f"{{{W}}}val", "").lower()
        ids[seen] = style.get(f"{{{W}}}styleId", "")
        number = style.find("w:pPr/w:numPr/w:numId", NS)
        if number is not None:
            lists[seen] = int(number.get(f"{{{W}}}val", "0"))
    missing = [name for name in needed if name.lower() not in ids]
    if missing:
        known = ", ".join(f'"{name}"' for name in missing[:5])
        hint = "start from the template of the toolkit and change how its styles look, not their names"
        raise TemplateError(f"the template {template} has no style {known}", hint)
    return Styles(ids, lists)
