"""The settings part: how Word lays the file out, and whether it is asked to update its fields on opening."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from section75.render.word.relations import OFFICE, declare, relate
from section75.render.word.styles import NS, W, parse_part

BEFORE_UPDATE = (
    "writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime", "doNotDisplayPageBoundaries",
    "displayBackgroundShape", "printPostScriptOverText", "printFractionalCharacterWidth", "printFormsData",
    "embedTrueTypeFonts", "embedSystemFonts", "saveSubsetFonts", "saveFormsData", "mirrorMargins",
    "alignBordersAndEdges", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "gutterAtTop",
    "hideSpellingErrors", "hideGrammaticalErrors", "activeWritingStyle", "proofState", "formsDesign",
    "attachedTemplate", "linkStyles", "stylePaneFormatFilter", "stylePaneSortMethod", "documentType", "mailMerge",
    "revisionView", "trackRevisions", "doNotTrackMoves", "doNotTrackFormatting", "documentProtection",
    "autoFormatOverride", "styleLockTheme", "styleLockQFSet", "defaultTabStop", "autoHyphenation",
    "consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps", "showEnvelope", "summaryLength",
    "clickAndTypeStyle", "defaultTableStyle", "evenAndOddHeaders", "bookFoldRevPrinting", "bookFoldPrinting",
    "bookFoldPrintingSheets", "drawingGridHorizontalSpacing", "drawingGridVerticalSpacing",
    "displayHorizontalDrawingGridEvery", "displayVerticalDrawingGridEvery", "doNotUseMarginsForDrawingGridOrigin",
    "drawingGridHorizontalOrigin", "drawingGridVerticalOrigin", "doNotShadeFormData", "noPunctuationKerning",
    "characterSpacingControl", "printTwoOnOne", "strictFirstAndLastChars", "noLineBreaksAfter", "noLineBreaksBefore",
    "savePreviewPicture", "doNotValidateAgainstSchema", "saveInvalidXml", "ignoreMixedContent",
    "alwaysShowPlaceholderText", "doNotDemarcateInvalidXml", "saveXmlDataOnly", "useXSLTWhenSaving",
    "saveThroughXslt", "showXMLTags", "alwaysMergeEmptyNamespace",
)  # fmt: skip
"""Elements that stand before `updateFields` (ECMA-376 part 1, CT_Settings): the order is part of the schema."""
BEFORE_COMPAT = (*BEFORE_UPDATE, "updateFields", "hdrShapeDefaults", "footnotePr", "endnotePr")
SETTINGS = "word/settings.xml"
CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"
MODE = "15"
"""The layout of Word 2013 and later; any lower and Word's title bar says "Compatibility Mode"."""


def with_settings_part(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts of a template, with settings where it has none."""
    found = dict(parts)
    if SETTINGS not in found:
        found[SETTINGS] = f'<w:settings xmlns:w="{W}"/>'.encode()
        declare(found, SETTINGS, CONTENT)
        relate(found, f"{OFFICE}/settings", SETTINGS, "rIdSettings75")
    return found


def with_settings(raw: bytes, update_fields: bool = False) -> bytes:
    """The settings for the present layout, asking Word to work out page numbers on opening where nobody has yet."""
    root = parse_part(raw, SETTINGS)
    for old in root.findall("w:updateFields", NS):
        root.remove(old)
    if update_fields:
        root.insert(_after(root, BEFORE_UPDATE), etree.Element(f"{{{W}}}updateFields", {f"{{{W}}}val": "true"}))
    compat = root.find("w:compat", NS)
    if compat is None:
        compat = etree.Element(f"{{{W}}}compat")
        root.insert(_after(root, BEFORE_COMPAT), compat)
    mode = next(
        (s for s in compat.iterfind("w:compatSetting", NS) if s.get(f"{{{W}}}name") == "compatibilityMode"), None
    )
    if mode is None:
        mode = etree.SubElement(compat, f"{{{W}}}compatSetting")
        mode.set(f"{{{W}}}name", "compatibilityMode")
        mode.set(f"{{{W}}}uri", "http://schemas.microsoft.com/office/word")
    mode.set(f"{{{W}}}val", MODE)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _after(root: etree._Element, names: tuple[str, ...]) -> int:
    """Where an element stands that comes after those named."""
    before = {f"{{{W}}}{name}" for name in names}
    return next((i for i, child in enumerate(root) if child.tag not in before), len(root))


def facing_pages(raw: bytes) -> bool:
    """Whether even pages have headers of their own."""
    found = parse_part(raw, SETTINGS).find("w:evenAndOddHeaders", NS)
    return found is not None and is_on(found)


def is_on(node: etree._Element) -> bool:
    """Whether an element that is there switches something on (ECMA-376 part 1, 17.17.4)."""
    return node.get(f"{{{W}}}val", "true") not in ("false", "0", "off")
