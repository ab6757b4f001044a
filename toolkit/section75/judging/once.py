"""One mistake, one finding: what is missing in many places is told at the first, with the others behind it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from section75.findings import Finding

ALIKE = ("broken-reference", "unknown-look-up")
"""Codes whose message names what is missing, so that the same message is the same mistake."""
MOST = 5
"""Other places that are told; the rest are counted."""


def once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, those of one mistake as one."""
    listed = tuple(findings)
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in listed:
        if finding.code in ALIKE:
            groups.setdefault(_mistake(finding), []).append(finding)
    return tuple(
        _told(finding, groups[_mistake(finding)]) if finding.code in ALIKE else finding
        for finding in listed
        if finding.code not in ALIKE or groups[_mistake(finding)][0] is finding
    )


def _mistake(finding: Finding) -> tuple[str, str]:
    """What is missing: of `"parties.icb.name" names nothing: there is no icb` the part behind the colon."""
    return finding.code, finding.message.rpartition(": ")[2]


def _told(first: Finding, group: list[Finding]) -> Finding:
    others = [str(each.place) for each in group[1:]]
    if not others:
        return first
    more = f" and {len(others) - MOST} more" if len(others) > MOST else ""
    return replace(first, hints=(*first.hints, f"also at {', '.join(others[:MOST])}{more}"))
