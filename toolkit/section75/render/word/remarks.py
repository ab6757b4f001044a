"""Who worked in a Word file, and what was written beside it: authors of tracked changes, and comments."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from section75.render.word.relations import MAIN, targets
from section75.render.word.styles import W, parse_part
from section75.value import dataclass

TRACKED = re.compile(
    rb"<w:(?:ins|del|moveFrom|moveTo|rPrChange|pPrChange|tblPrChange|trPrChange|tcPrChange|sectPrChange)\s[^>]*?"
    rb'w:author="([^"]*)"'
)
"""A tracked change with its author (ECMA-376 part 1, 17.13.5)."""
_W = f"{{{W}}}"


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment in the margin."""

    who: str
    when: str
    """As the file states it, e.g. "2026-11-27T10:00:00Z"; "" where it does not."""
    words: str


def remarks(parts: Mapping[str, bytes]) -> tuple[Remark, ...]:
    """The comments of a Word file, replies among them, in the order of the file.

    Raises `TemplateError` where the part that holds them is damaged.
    """
    found = []
    for name in targets(parts, "comments"):
        for node in parse_part(parts[name], name).iterfind(f"{_W}comment"):
            lines = ("".join(text.text or "" for text in line.iter(f"{_W}t")) for line in node.iter(f"{_W}p"))
            words = " ".join(line.strip() for line in lines if line.strip())
            found.append(Remark(node.get(f"{_W}author", ""), node.get(f"{_W}date", ""), words))
    return tuple(found)


def trackers(parts: Mapping[str, bytes]) -> dict[str, int]:
    """The authors of tracked changes, each with how many are theirs."""
    authors = (each.decode("utf-8", errors="replace") for each in TRACKED.findall(parts[MAIN]))
    return dict(Counter(authors))
