"""Words left over from drafting, such as TBC."""

from __future__ import annotations

import re
from collections.abc import Iterator

from section75.checks.case import Case
from section75.findings import WARNING, Remark
from section75.model.units import Day, Id, Ref

MARKS = re.compile(
    r"\b(?:TBC|TBA|TBD|TODO|FIXME)\b|\bX{2,}\b|\b[Ll]orem ipsum\b|\?{3,}|\[\s*[\u25cf\u2022*.\u2026_]+\s*\]"
    r"|\[\s*(?:[Ii]nsert|INSERT|[Nn]ame|[Dd]ate|[Aa]mount|[Aa]dd|[Dd]raft|[Nn]ote)\b[^\]]*\](?!\()"
    r"|<\s*(?:insert|name|date|amount)\b[^>]*>|\b(?:[Ii]nsert|INSERT) (?:name|date|address|amount|details|here|text)\b"
    r"|\bto be (?:confirmed|inserted|completed|decided)\b|_{4,}"
)


SIGNS = ("TB", "TODO", "FIXME", "XX", "orem ipsum", "???", "[", "<", "nsert", "NSERT", "to be ", "____")
"""Every placeholder holds one of these; looking for them first is many times faster than the pattern."""


def placeholder(case: Case) -> Iterator[Remark]:
    """`placeholder`: words left over from drafting, in the agreement or its risk register."""
    for leaf in case.leaves:
        if (
            not isinstance(leaf.value, str)
            or leaf.unit in (Id, Ref, Day)
            or leaf.path.startswith(("notes", "accepted"))
        ):
            continue
        match = MARKS.search(leaf.value) if any(map(leaf.value.__contains__, SIGNS)) else None
        if match:
            message = f'"{match.group()[:60]}" is left over from drafting'
            yield Remark(
                "placeholder",
                message,
                leaf.owner,
                at=leaf.path,
                needle=match.group(),
                hint="fill it in or remove it",
                severity=WARNING,
            )
