"""The settings part: the language, and whether Word is asked to update its fields on opening."""

from __future__ import annotations

from lxml import etree

from section75.render.word.styles import W, parse_part

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


def with_settings(raw: bytes, update_fields: bool) -> bytes:
    """The settings, asking Word to work out page numbers on opening where nobody has yet."""
    root = parse_part(raw, "word/settings.xml")
    for old in root.findall(f"{{{W}}}updateFields"):
        root.remove(old)
    if update_fields:
        before = {f"{{{W}}}{name}" for name in BEFORE_UPDATE}
        at = next((i for i, child in enumerate(root) if child.tag not in before), len(root))
        root.insert(at, etree.Element(f"{{{W}}}updateFields", {f"{{{W}}}val": "true"}))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
