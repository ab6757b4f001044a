"""What a template's styles are called inside, and which list each counts in."""

from __future__ import annotations

from dataclasses import field

from lxml import etree

from section75.errors import TemplateError
from section75.value import dataclass

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS = {"w": W}
MOST_TAGS = 1_200_000
"""Of a part, which then takes some 400 MB as a tree; a redline of 500 pages has 750,000."""
STYLES = "word/styles.xml"
LARGE_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, remove_pis=False)
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_pis=False)


def parse_part(raw: bytes, part: str, large: bool = False, name: str = "the Word file") -> etree._Element:
    """A part of a Word file as a tree; `name` is the file, for errors. Only the main part of a print may be `large`.

    Raises `TemplateError` where it is damaged or declares entities, none of which are ever read.
    """
    declares = TemplateError(f"the part {part} of {name} declares entities, which Word never does", "make it in Word")
    if raw.count(b"<") > MOST_TAGS:
        raise TemplateError(f"the part {part} of {name} holds far more than a document does", "save it again in Word")
    if b"<!DOCTYPE" in raw:
        raise declares
    try:
        root = etree.fromstring(raw, LARGE_PARSER if large else PARSER)
    except (etree.XMLSyntaxError, ValueError) as error:
        hint = "open it in Word and save it again"
        raise TemplateError(f"the part {part} of {name} is damaged: {error}", hint) from error
    if root.getroottree().docinfo.internalDTD is not None:  # in UTF-16, say
        raise declares
    return root


@dataclass(frozen=True)
class Styles:
    """The styles of one template."""

    ids: dict[str, str]
    """Name as seen in Word, in small letters, to the id used inside."""
    lists: dict[str, int]
    """Name to the number of the list that the style counts in."""
    sizes: dict[str, int] = field(default_factory=dict)
    """Name to the size of its letters in half-points, for the styles that say it."""

    def __getitem__(self, name: str) -> str:
        return self.ids[name.lower()]


def read_styles(raw: bytes, needed: tuple[str, ...], template: str) -> Styles:
    """The styles of a template. Raises `TemplateError` naming those of `needed` that are missing."""
    ids, lists, sizes = {}, {}, {}
    for style in parse_part(raw, STYLES).iterfind("w:style", NS):
        name = style.find("w:name", NS)
        if name is None:
            continue
        seen = name.get(f"{{{W}}}val", "").lower()
        ids[seen] = style.get(f"{{{W}}}styleId", "")
        number = style.find("w:pPr/w:numPr/w:numId", NS)
        if number is not None:
            lists[seen] = int(number.get(f"{{{W}}}val", "0"))
        size = style.find("w:rPr/w:sz", NS)
        if size is not None and size.get(f"{{{W}}}val", "").isdecimal():
            sizes[seen] = int(size.get(f"{{{W}}}val", "0"))
    missing = [name for name in needed if name.lower() not in ids]
    if missing:
        known = ", ".join(f'"{name}"' for name in missing[:5])
        hint = "start from the template of the toolkit and change how its styles look, not their names"
        raise TemplateError(f"the template {template} has no style {known}", hint)
    return Styles(ids, lists, sizes)
