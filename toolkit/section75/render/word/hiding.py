"""Formatting that hides words or makes others of them: of a run, a style, the defaults, the numbers of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from section75.render.word.names import TABLE_HEADING
from section75.render.word.styles import STYLES, W, parse_part

Q = f"{{{W}}}"
HIDING = frozenset({
    "vanish", "specVanish", "webHidden", "strike", "dstrike", "position", "w", "outline", "emboss", "imprint", "effect",
})  # fmt: skip
"""Properties that no print has and that hide words, strike them or move them off their line."""
SIGNS = re.compile(r"symbol|dings", re.IGNORECASE)
"""Fonts that show signs in place of letters."""
INDENTS = ("left", "start", "right", "end", "firstLine", "hanging", "w")
SEEN_THROUGH = ("yellow", "none")
"""Highlights through which words can be read: ours, and none."""
LOWEST_LINE, LOWEST_SIZE, BRIGHTEST, FARTHEST = 200, 10, 0xC0, 7_000
"""Twentieths of a point, half-points, and the least of red, green and blue: below or above it nobody can read. The last
is the indent, in twentieths of a point, from which words leave the page."""


def hides(each: etree._Element, is_bright_allowed: bool = False) -> str:
    """How one property of a run, a paragraph, a row or a table hides words; "" where it does not."""
    name, value = str(each.tag).removeprefix(Q), each.get(f"{Q}val", "")
    if name in HIDING:
        return "" if value in ("0", "false", "off") else f"words hidden or altered ({name})"
    fonts = " ".join(map(str, each.values())) if name == "rFonts" else ""
    lowest = {"spacing": ("line", LOWEST_LINE), "sz": ("val", LOWEST_SIZE), "szCs": ("val", LOWEST_SIZE)}.get(name)
    farthest = max(abs(_number(each, at)) for at in INDENTS)
    found = {
        "signs in place of letters": bool(SIGNS.search(fonts)),
        "words behind a bar": name == "highlight" and value not in SEEN_THROUGH,
        "words too small or too low to be read": lowest is not None and 0 < _number(each, lowest[0]) < lowest[1],
        "words too bright to be read": name == "color" and not is_bright_allowed and _is_bright(value),
        "words off the page": name in ("ind", "tblInd") and farthest > FARTHEST,
        "a row that hides what does not fit": name == "trHeight" and each.get(f"{Q}hRule") == "exact",
    }
    return next((what for what, is_so in found.items() if is_so), "")


def hidden_by_style(styles: bytes, numbering: bytes, needed: Mapping[str, str]) -> Iterator[str]:
    """What hides words in the defaults of a file, in the styles of the body and those they rest on, and in its lists.

    `needed` has the name of each style by its id.
    """
    root = parse_part(styles, STYLES)
    for each in root.iterfind(f"{Q}docDefaults/*/*/*"):
        if what := hides(each):
            yield f"the defaults have {what}"
    known = {style.get(f"{Q}styleId", ""): style for style in root.iter(f"{Q}style")}
    for identity, name in needed.items():
        for style in _with_those_below(identity, known):
            yield from (f"the style {name} has {what}" for what in _hidden(style, name == TABLE_HEADING))
    for level in parse_part(numbering, "word/numbering.xml").iter(f"{Q}lvl"):
        yield from (f"the numbers of a list have {what}" for what in _hidden(level, is_bright_allowed=False))


def _with_those_below(identity: str, known: Mapping[str, etree._Element]) -> Iterator[etree._Element]:
    """A style and those that it is based on; a ring ends where it began."""
    seen: set[str] = set()
    while identity in known and identity not in seen:
        seen.add(identity)
        yield known[identity]
        based = known[identity].find(f"{Q}basedOn")
        identity = based.get(f"{Q}val", "") if based is not None else ""


def _hidden(holder: etree._Element, is_bright_allowed: bool) -> Iterator[str]:
    for kind in ("rPr", "pPr", "tblPr", "trPr"):
        for properties in holder.iter(f"{Q}{kind}"):
            yield from (what for each in properties if (what := hides(each, is_bright_allowed)))


def _is_bright(color: str) -> bool:
    try:
        return min(bytes.fromhex(color), default=0) >= BRIGHTEST
    except ValueError:
        return False


def _number(element: etree._Element, name: str) -> int:
    given = element.get(f"{Q}{name}", "")
    return int(given) if given.lstrip("-").isdigit() else 0
