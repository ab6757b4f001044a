"""Findings as text for people, JSON for programs and annotations for pull requests. Returns strings; prints nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable

from section75.findings import Finding, Severity
from section75.judging.agreement import Judgement
from section75.reports.escape import CYAN, PLAIN, RED, YELLOW, safe

FORMATS = ("text", "json", "github")


def findings_text(findings: Iterable[Finding], colour: bool = False) -> str:
    """One line for each finding, its hints below it."""
    return "".join(_finding_text(finding, colour) for finding in findings)


def findings_json(judgement: Judgement) -> str:
    """The findings and the accepted ones as one JSON object."""
    found = {
        "findings": [_finding_data(finding) for finding in judgement.findings],
        "accepted": [{**_finding_data(finding), "reason": entry.reason} for finding, entry in judgement.accepted],
        "errors": _count(judgement.findings, Severity.ERROR),
        "warnings": _count(judgement.findings, Severity.WARNING),
    }
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"


def findings_github(findings: Iterable[Finding]) -> str:
    """Workflow commands by which GitHub shows each finding beside its line."""
    lines = []
    for finding in findings:
        where = f"file={_property(finding.place.path)},line={finding.place.line},col={finding.place.column}"
        said = _data("\n".join((finding.message, *finding.hints)))
        lines.append(f"::{finding.severity} {where},title={_property(finding.code)}::{said}\n")
    return "".join(lines)


def summary(findings: tuple[Finding, ...], accepted: int = 0) -> str:
    """How many, in words: "2 errors, 1 warning (3 accepted)"."""
    errors, warnings = _count(findings, Severity.ERROR), _count(findings, Severity.WARNING)
    said = ", ".join(_counted(n, word) for n, word in ((errors, "error"), (warnings, "warning")) if n)
    tail = f" ({accepted} accepted with a reason)" if accepted else ""
    return (said or "no findings") + tail


def _finding_text(finding: Finding, colour: bool) -> str:
    tint = (RED if finding.is_error else YELLOW) if colour else ""
    plain, dim = (PLAIN, CYAN) if colour else ("", "")
    head = f"{finding.place}: {tint}{finding.severity}[{finding.code}]{plain} {safe(finding.message)}\n"
    return head + "".join(f"    {dim}hint:{plain} {safe(hint)}\n" for hint in finding.hints)


def _finding_data(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "path": finding.place.path,
        "line": finding.place.line,
        "column": finding.place.column,
        "owner": finding.owner,
        "hints": list(finding.hints),
    }


def _count(findings: Iterable[Finding], severity: Severity) -> int:
    return sum(finding.severity is severity for finding in findings)


def _counted(count: int, word: str) -> str:
    return f"{count} {word}" + ("" if count == 1 else "s")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
