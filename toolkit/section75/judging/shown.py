"""Findings as an officer finds them: with the number of the clause, and the line of the file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from section75.findings import Finding
from section75.load import Loaded

WIDEST = 100
"""Characters of a line that are shown around a place."""
BEFORE = 60
"""Of these, how many may stand before it."""
CUT = "..."


def shown(findings: Iterable[Finding], loaded: Loaded) -> tuple[Finding, ...]:
    """The findings, each with how its clause is cited and with its line."""
    listed = tuple(findings)
    if not listed:
        return ()
    texts = {source.label: (source.text, source.line_starts) for source in loaded.places.files}
    cited = loaded.numbers.in_words() if loaded.agreement else {}
    made = []
    for finding in listed:
        text, starts = texts.get(finding.place.path, ("", [0]))
        excerpt, caret = _excerpt(text, starts, finding)
        made.append(replace(finding, cited=cited.get(finding.owner, ""), excerpt=excerpt, caret=caret))
    return tuple(made)


def _excerpt(text: str, starts: list[int], finding: Finding) -> tuple[str, int]:
    """The line of a place, cut around it where it is long; and where in that the place is."""
    if not text or finding.place.line > len(starts):
        return "", 0
    start = starts[finding.place.line - 1]
    end = text.find("\n", start)
    line = text[start : end if end >= 0 else len(text)].rstrip("\r").replace("\t", " ")
    at = min(finding.place.column - 1, len(line))
    lead = min(len(line) - len(line.lstrip(" ")), at)
    first = lead if at - lead <= BEFORE else at - BEFORE
    before = CUT if first > lead else ""
    last = first + WIDEST
    after = CUT if len(line) > last else ""
    return before + line[first:last] + after, at - first + len(before)
