"""Blanks that drafting leaves in the words: TBC, [insert name], 20XX."""

from __future__ import annotations

import re

MARKS = re.compile(
    r"\b(?:TBC|TBA|TBD|[Tt]bc|[Tt]ba|[Tt]bd|T\.B\.[CAD]\.?|TODO|FIXME)\b|\bX{2,}\b|\b[Ll]orem ipsum\b"
    r"|\?{3,}|#{3,}|_{4,}"
    # Any square bracket that is neither a reference nor the words of one, nor a note of a quotation.
    r"|\[(?!\s*(?:sic|\u2026|\.\.\.)\s*\])[^\[\]]{0,400}\](?!\()"
    r"|\{ ?[a-z][a-z ]{0,40}\}|(?<!\{)\{ (?:amount|date|name)"
    r"|<\s*(?:insert|name|date|amount)\b[^>]*>|\b(?:[Ii]nsert|INSERT) (?:name|date|address|amount|details|here|text)\b"
    r"|\bto be (?:agreed|confirmed|inserted|completed|decided) (?:by|before) (?:completion|signature|signing)\b"
    r"|\bto be (?:confirmed|inserted|completed|decided)\b"
    r"|\u00a3 ?[Xx]+(?:,[Xx]{3})*\b|\u00a3\s*(?:\.{3,}|\u2026)|\b20(?:[Xx]{2}|\[ *\]|\.\.|__)"
)
"""How English lawyers leave a blank: [DN: check], \u00a3[    ], 20XX, \u00a3xx,xxx, ####, tbc, { amount }."""
SIGNS = (
    *("TB", "Tb", "tb", "T.B", "TODO", "FIXME", "XX", "xx", "\u00a3", "20[", "20.", "20_", "20X", "20x", "orem ipsum"),
    *("???", "###", "[", "{", "<", "nsert", "NSERT", "to be ", "____"),
)
"""Every placeholder holds one of these; looking for them first is many times faster than the pattern."""


def blank(words: str) -> re.Match[str] | None:
    """The first blank in the words; None where nothing is left to fill in."""
    bare = words.replace("[](", "")  # most brackets are those of references
    return MARKS.search(words) if any(map(bare.__contains__, SIGNS)) else None
