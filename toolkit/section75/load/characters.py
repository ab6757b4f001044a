"""Bytes to text, and the characters that no agreement may hold.

Control characters cannot stand in XML. Characters that turn the direction of writing can make a sum or a name read
differently on the screen from what is signed (Unicode Technical Report 36), so they are refused wherever they stand.
"""

from __future__ import annotations

import re

from section75.findings import Finding, Place
from section75.load.source import SourceFile

REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\t"
    "\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]"
)
DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
MOST = 20
"""Findings of this kind in one file; more tell nobody anything new."""


def decode(label: str, raw: bytes) -> tuple[str, bool, Finding | None]:
    """The text, whether it began with a byte-order mark, and a finding where it is not UTF-8."""
    mark = raw.startswith(b"\xef\xbb\xbf")
    if mark:
        raw = raw[3:]
    try:
        return raw.decode("utf-8"), mark, None
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        hint = "save the file as UTF-8 (in Notepad: Save as, Encoding, UTF-8)"
        return "", mark, Finding("not-utf-8", "the file is not saved as UTF-8", Place(label, line, column), (hint,))


def refused(source: SourceFile) -> tuple[Finding, ...]:
    """A finding for each character that may not stand in an agreement."""
    found = []
    for match in REFUSED.finditer(source.text):
        character, place = match.group(), source.place(match.start())
        if character == "\t":
            found.append(Finding("tab", "a tab stands here", place, ("use spaces; tabs do not indent in YAML",)))
        elif character in DIRECTION:
            message = f"an unseen character (U+{ord(character):04X}) turns the direction of writing"
            found.append(Finding("hidden-character", message, place, ("delete it and type the words again",)))
        else:
            message = f"an unseen character (U+{ord(character):04X}) stands here"
            found.append(Finding("control-character", message, place, ("delete it",)))
        if len(found) == MOST:
            break
    return tuple(found)
