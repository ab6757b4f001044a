"""Marks that are left over in the words: meant as a look-up, a reference or Markdown, and printed as they are typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import name2codepoint

from section75.value import dataclass

TAGS = (
    "a b big blockquote body br center code del div em font h1 h2 h3 h4 h5 h6 head hr html i img ins li mark ol p pre "
    "s script small span strong style sub sup table tbody td th thead tr u ul"
)
"""Elements of HTML. `<name>` and `<date>` are none: they are blanks to be filled in."""
GAP = "\ufdef"
"""Stands for each reference and look-up in the words. A noncharacter, which no source may hold."""
NAME = r"[a-z][a-z0-9_]*(?:\.[a-z0-9][a-z0-9_-]*)*"
LOOK_UP_HINT = "a look-up is a dotted name in two braces, such as {{ term.end }}; write \\{ for a brace"
REFERENCE_HINT = "a reference is [](#id) or [words](#id), without blanks; write \\[ for a bracket"
SIGNS = re.compile(r"[{}\[\]~*|&<]")
"""Each of the patterns holds one of these; looking for them first is many times faster."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the words that cannot be printed as it stands."""

    code: str
    message: str
    hint: str
    needle: str
    """Characters by which it can be found in the source, e.g. `{{ 7*7 }}`."""


FORMS: tuple[tuple[str, str, re.Pattern[str], str, str], ...] = (
    ("not-a-look-up", "{{", re.compile(r"\{\{[^{}]{0,60}\}?"), "is not a look-up", LOOK_UP_HINT),
    ("not-a-look-up", "}}", re.compile(r"[^{}\s]{0,60}\s?\}\}"), "is not a look-up", LOOK_UP_HINT),
    ("not-a-look-up", "{", re.compile(r"\{ *" + NAME + r" *\}"), "is not a look-up", LOOK_UP_HINT),
    ("not-a-reference", "[[", re.compile(r"\[\[ *#?[a-z][a-z0-9-]* *\]\]"), "is not a reference", REFERENCE_HINT),
    ("not-a-reference", "]", re.compile(r"(?:\[[^\[\]]{0,60})?\]\s{0,9}\(\s{0,9}#[^()]{0,60}\)?"), "is not a reference",
     REFERENCE_HINT),
    ("not-a-reference", "](", re.compile(r"(?:\[[^\[\]]{0,60})?\]\([^()]{0,60}\)?"), "is not a reference",
     REFERENCE_HINT),
    ("markdown-not-printed", "~~", re.compile(r"~~[^~]{1,60}~~"), "would print with its signs", "remove the signs ~~"),
    ("markdown-not-printed", "**", re.compile(r"\*\*[^\W\d_][\w-]{0,60}|[\w-]{0,60}[^\W\d_]\*\*(?![\w*])"),
     "would print with its asterisks", "close the emphasis with ** too; write \\* for an asterisk"),
    ("markdown-not-printed", "|", re.compile(r"\|[^|]{1,60}\|[^|]{0,60}\|"), "is a Markdown table",
     "write it under `tables`; write \\| for a bar"),
    ("markdown-not-printed", "<", re.compile(rf"</?(?:{TAGS.replace(' ', '|')})(?:\s[^<>]{{0,60}})?/?>", re.IGNORECASE),
     "is HTML", "remove it; write *emphasis* or **strong**; write \\< for the sign"),
)  # fmt: skip
"""Code, a sign that the pattern needs, the pattern, what is said of it, and what to do."""
ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|([A-Za-z]{2,8}[0-9]{0,2}));")


def left_over(words: str) -> Iterator[Problem]:
    """A problem for each kind of mark that is left over in the words of a paragraph."""
    if not SIGNS.search(words):
        return
    seen: list[tuple[int, int]] = []
    for code, sign, pattern, said, hint in FORMS:
        match = pattern.search(words) if sign in words else None
        if match and not any(start < match.end() and match.start() < end for start, end in seen):
            seen.append(match.span())
            found = match.group().strip()
            yield Problem(code, f"{found.replace(GAP, '...')} {said}", hint, found.split(GAP)[0][:40])
    for match in ENTITY.finditer(words):
        if match[1] is None or match[1] in name2codepoint:
            hint = "type the character itself; write \\& for the sign"
            yield Problem("markdown-not-printed", f"{match.group()} is HTML", hint, match.group())
            return
