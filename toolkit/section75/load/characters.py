"""Bytes to text, and the characters that no agreement may hold.

Control characters cannot stand in XML. Characters that turn the direction of writing can make a sum or a name read
differently on the screen from what is signed (Unicode Technical Report 36). Others are not seen at all, or are what is
left of a character that was lost on the way. All are judged by their Unicode properties, and refused whether they stand
in the file or are written as an escape in quotation marks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from section75.findings import Finding, Place
from section75.load.source import SourceFile, Span

DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
REFUSED = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
"""Categories of characters that do not print or have no fixed meaning."""
IGNORABLE = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]")
"""Characters of other categories that are not seen (`Default_Ignorable_Code_Point` of Unicode)."""
LOST = frozenset("\ufffc\ufffd")
"""Stand for an object or a character that was lost."""
SHAPED = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Choose between shapes of the sign before them."""
SHAPES = frozenset(("So", "Sm", "Lo"))
"""Categories of signs that have several shapes: symbols and Chinese characters."""
ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
NAMED = {"0": "\0", "a": "\a", "b": "\b", "t": "\t", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
         "N": "\x85", "L": "\u2028", "P": "\u2029"}  # fmt: skip
"""Escapes of one letter that give a character which may not stand in an agreement."""
MISREAD = re.compile(
    "[\u00c2\u00c3][\u0080-\u00bf\u0152-\u2122]|\u00e2[\u0080\u201a\u201e\u20ac][\u0080-\u00bf\u0152-\u2122]"
)
"""What UTF-8 looks like when it is read as the older Windows code page: a pound sign as two characters."""
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
    if source.text.isascii() and source.text.isprintable():
        return ()
    misread = (match for match in MISREAD.finditer(source.text) if _meant(match))
    found = [_finding(character, source.place(at)) for at, character in islice(_unwanted(source.text), MOST)]
    found += [_misread(match, source.place(match.start())) for match in islice(misread, MOST)]
    return tuple(sorted(found, key=lambda finding: finding.place)[:MOST])


def escaped(source: SourceFile, span: Span) -> Iterator[Finding]:
    """A finding for each escape, in a scalar in double quotation marks, that gives such a character."""
    for match in ESCAPE.finditer(source.text, *span):
        code = match[1] or match[2] or match[3]
        character = NAMED.get(match[4], "") if not code else chr(int(code, 16)) if int(code, 16) < 0x110000 else ""
        if character and _is_refused(character):
            yield _finding(character, source.place(match.start()))


def unwanted(text: str) -> str:
    """The first character of a text on one line that may not stand in an agreement; "" where there is none."""
    return next((character for _, character in _unwanted(text)), "")


def _unwanted(text: str) -> Iterator[tuple[int, str]]:
    """Each character that is refused, with its offset."""
    if bad := "".join(sorted(filter(_is_refused, set(text) - {"\n", "\r"}))):
        for match in re.finditer(f"[{re.escape(bad)}]", text):
            if not _is_shape(text, match.start()):
                yield match.start(), match.group()


@lru_cache(maxsize=4096)
def _is_refused(character: str) -> bool:
    if " " <= character <= "~":
        return False
    return unicodedata.category(character) in REFUSED or character in LOST or IGNORABLE.match(character) is not None


def _is_shape(text: str, at: int) -> bool:
    """Whether the character chooses the shape of a sign before it, as the second half of an emoji does."""
    return bool(SHAPED.match(text, at)) and at > 0 and unicodedata.category(text[at - 1]) in SHAPES


def _finding(character: str, place: Place) -> Finding:
    code = f"U+{ord(character):04X}"
    if character == "\t":
        return Finding("tab", "a tab stands here", place, ("use spaces; tabs do not indent in YAML",))
    if character in DIRECTION:
        message = f"an unseen character ({code}) turns the direction of writing"
        return Finding("hidden-character", message, place, ("delete it and type the words again",))
    if character in LOST or unicodedata.category(character) in ("Co", "Cn"):
        message = f"a character without a meaning ({code}) stands here"
        hint = "type what should stand here; symbols and bullets copied from Word often become such characters"
        return Finding("garbled-text", message, place, (hint,))
    return Finding("control-character", f"an unseen character ({code}) stands here", place, ("delete it",))


def _meant(match: re.Match[str]) -> str:
    """The character that was misread as several; "" where they are no such thing."""
    try:
        raw = b"".join(c.encode("latin-1") if c < "\u0100" else c.encode("cp1252") for c in match.group())
        return raw.decode("utf-8")
    except UnicodeError:
        return ""


def _misread(match: re.Match[str], place: Place) -> Finding:
    meant = _meant(match)
    shown = "a no-break space" if meant == "\u00a0" else meant
    message = f"{match.group()} stands here, which is {shown} read in the wrong code page"
    return Finding("garbled-text", message, place, (f"type {shown} in its place, and save the file as UTF-8",))
