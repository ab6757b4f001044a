"""Runs as WordprocessingML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from section75.document import Live, Runs, Text, Value
from section75.render.word.names import bookmark

SWITCHES = {"number": "\\n \\h", "full": "\\w \\h", "words": "\\h"}
"""REF switches: number alone, number in full context, or the bookmarked words (ECMA-376 part 1, 17.16.5.51)."""

NOTHING: Mapping[str, str] = MappingProxyType({})
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that XML cannot hold."""
HIGHLIGHT = '<w:highlight w:val="yellow"/>'
MARKUP = re.compile('[&<>"]')
KEPT: dict[int, str] = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;"}


def escaped(text: str) -> str:
    """Text that may stand in an element or an attribute."""
    return text.translate(KEPT) if MARKUP.search(text) else text


def words(text: str, bold: bool = False, italic: bool = False, style: str = "", is_open: bool = False) -> str:
    """One run of words, highlighted where they are still to be settled."""
    return f"<w:r>{_properties(bold, italic, style, is_open)}{_text(text)}</w:r>"


def runs_xml(runs: Runs, named: Mapping[str, str] = NOTHING) -> str:
    """The runs of a paragraph; the parts of a reference that follow their targets are REF fields.

    `named` has the bookmarks of the ids whose bookmark is not the one that follows from the id.
    """
    written = []
    for run in runs:
        if isinstance(run, Text):
            written.append(words(run.text, run.bold, run.italic, is_open=run.is_open))
            continue
        if isinstance(run, Value):
            written.append(words(run.shown, run.bold, run.italic, is_open=run.is_open))
            continue
        for piece in run.pieces:
            if isinstance(piece, Live):
                name = named.get(piece.target) or bookmark(piece.target)
                written.append(field(piece, name, run.bold, run.italic))
            else:
                written.append(words(piece, run.bold, run.italic))
    return "".join(written)


def field(live: Live, name: str, bold: bool = False, italic: bool = False) -> str:
    """A REF field to the bookmark of a name, its result already worked out."""
    instruction = f" REF {name} {SWITCHES[live.form]} "
    return complex_field(instruction, live.shown, _properties(bold, italic, ""))


def complex_field(instruction: str, shown: str, properties: str = "") -> str:
    """A field of separate runs, which unlike a simple one can hold tracked changes."""
    return (
        f'<w:r>{properties}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{properties}<w:instrText xml:space="preserve">{escaped(instruction)}</w:instrText></w:r>'
        f'<w:r>{properties}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r>{properties}{_text(shown)}</w:r>"
        f'<w:r>{properties}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def _text(text: str) -> str:
    kept = ' xml:space="preserve"' if text[:1] in (" ", "\u00a0") or text[-1:] in (" ", "\u00a0") else ""
    return f"<w:t{kept}>{escaped(text)}</w:t>"


def _properties(bold: bool, italic: bool, style: str, is_open: bool = False) -> str:
    if not (bold or italic or style or is_open):
        return ""
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    looks = f"{'<w:b/>' if bold else ''}{'<w:i/>' if italic else ''}{HIGHLIGHT if is_open else ''}"
    return f"<w:rPr>{named}{looks}</w:rPr>"
