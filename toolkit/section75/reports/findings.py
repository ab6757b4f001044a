"""What is wrong with agreements: as pages, as JSON for programs and as annotations for pull requests."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from section75.findings import Finding, Place, Severity
from section75.judging.agreement import Judgement
from section75.model import Accepted
from section75.page import (
    Cell,
    Column,
    Entries,
    Entry,
    Heading,
    Page,
    Phrase,
    Phrases,
    Prose,
    Table,
    Tone,
    cell,
    phrases,
)
from section75.reports.escape import safe, shortened
from section75.reports.text import text
from section75.reports.writers import Content

TONES = {Severity.ERROR: Tone.BAD, Severity.WARNING: Tone.WARNING}
COLUMNS = (Column("Where", 3), Column("Finding", 2), Column("What is wrong", 6), Column("What to do", 5))
ACCEPTED = (Column("Where", 3), Column("Finding", 2), Column("Reason", 6))


def findings_report(judgement: Judgement) -> Content:
    """What was found, in every form."""
    data = {"json": lambda: findings_json(judgement), "github": lambda: findings_github(judgement.findings)}
    return Content(lambda form: _brief(judgement) if form == "text" else findings_page(judgement), data)


def findings_text(findings: Iterable[Finding], colour: bool = False) -> str:
    """One line for each finding, its hints below it."""
    return text(Page((findings_listed(findings),)), colour)


def findings_listed(findings: Iterable[Finding]) -> Entries:
    """Each finding with its place, its hints below it."""
    return Entries("findings", tuple(_entry(finding) for finding in findings))


def _brief(judgement: Judgement) -> Page:
    said = judged(judgement)
    return Page((findings_listed(judgement.findings), Prose(phrases(said))))


def findings_page(judgement: Judgement) -> Page:
    """The findings as a page with tables."""
    found = tuple((*_named(finding), cell(finding.message), cell(finding.hints)) for finding in judgement.findings)
    accepted = tuple((*_named(finding), cell(entry.reason)) for finding, entry in judgement.accepted)
    said = judged(judgement)
    blocks = (
        Prose(phrases(f"{said[:1].upper()}{said[1:]}.")),
        Heading("What is wrong"),
        Table("What is wrong", COLUMNS, found, "Nothing."),
        Heading("Accepted with a reason"),
        Table("Accepted with a reason", ACCEPTED, accepted),
    )
    return Page(blocks, "Findings")


def _named(finding: Finding) -> tuple[Cell, Cell]:
    """Where a finding stands, how grave it is and its code."""
    severity = Phrase(finding.severity.value, tone=TONES[finding.severity])
    return cell(str(finding.place)), ((severity,), phrases(finding.code))


def findings_json(judgement: Judgement) -> str:
    """The findings and the accepted ones as one JSON object."""
    return json.dumps(judgement_data(judgement), indent=2, ensure_ascii=False) + "\n"


def judgement_data(judgement: Judgement) -> dict[str, Any]:
    """The same as plain data."""
    return {
        "findings": [finding_data(finding) for finding in judgement.findings],
        "accepted": [{**finding_data(finding), "reason": entry.reason} for finding, entry in judgement.accepted],
        "errors": _count(judgement.findings, Severity.ERROR),
        "warnings": _count(judgement.findings, Severity.WARNING),
        "to_settle": judgement.unsettled,
    }


def judgement_of(data: Mapping[str, Any]) -> Judgement:
    """The findings again from plain data.

    Raises `KeyError`, `TypeError` or `ValueError` where it is not of that form.
    """
    accepted = tuple(
        (finding_of(each), Accepted(each["code"], each["owner"], str(each["reason"]))) for each in data["accepted"]
    )
    return Judgement(tuple(map(finding_of, data["findings"])), accepted, int(data["to_settle"]))


def finding_of(data: Mapping[str, Any]) -> Finding:
    """A finding again from plain data. Raises `KeyError`, `TypeError` or `ValueError` as `judgement_of` does."""
    place = Place(str(data["path"]), int(data["line"]), int(data["column"]))
    hints = tuple(map(str, data["hints"]))
    code, message, owner, severity = (str(data[name]) for name in ("code", "message", "owner", "severity"))
    where = (str(data["cited"]), str(data["excerpt"]), int(data["caret"]))
    return Finding(code, message, place, hints, owner, Severity(severity), *where)


def findings_github(findings: Iterable[Finding]) -> str:
    """Workflow commands by which GitHub shows each finding beside its line."""
    lines = []
    for finding in findings:
        where = f"file={_property(finding.place.path)},line={finding.place.line},col={finding.place.column}"
        said = _data("\n".join((finding.message, *finding.hints)))
        lines.append(f"::{finding.severity} {where},title={_property(finding.code)}::{said}\n")
    return "".join(lines)


def judged(judgement: Judgement) -> str:
    """What was found in an agreement, in words; "no findings" never stands alone where something is to be settled."""
    left = judgement.unsettled
    tail = (
        f"; {left} {'questions are' if left != 1 else 'question is'} still to be settled, see `s75 todo`"
        if left
        else ""
    )
    return summary(judgement.findings, len(judgement.accepted)) + tail


def summary(findings: tuple[Finding, ...], accepted: int = 0) -> str:
    """How many, in words: "2 errors, 1 warning (3 accepted)"."""
    errors, warnings = _count(findings, Severity.ERROR), _count(findings, Severity.WARNING)
    said = ", ".join(_counted(n, word) for n, word in ((errors, "error"), (warnings, "warning")) if n)
    tail = f" ({accepted} accepted with a reason)" if accepted else ""
    return (said or "no findings") + tail


def _entry(finding: Finding) -> Entry:
    severity = Phrase(f"{finding.severity}[{finding.code}]", tone=TONES[finding.severity])
    hint = Phrase("hint:", tone=Tone.NOTE)
    hints = (phrases(hint, f" {shortened(words)}") for words in finding.hints)
    head = phrases(f"{finding.place}: ", severity, f" {shortened(finding.message)}")
    return Entry(head, (*_where(finding), *hints))


def _where(finding: Finding) -> Iterator[Phrases]:
    """The clause, and the line with a caret under the place."""
    if finding.cited:
        yield phrases(f"in {finding.cited}, id {finding.owner}")
    if finding.excerpt:
        number = str(finding.place.line)
        yield phrases(f"{number} | {finding.excerpt}")
        shift = len(safe(finding.excerpt[: finding.caret]))
        yield phrases(f"{' ' * len(number)} | {' ' * shift}", Phrase("^", tone=TONES[finding.severity]))


def finding_data(finding: Finding) -> dict[str, object]:
    """A finding as plain data."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "path": finding.place.path,
        "line": finding.place.line,
        "column": finding.place.column,
        "owner": finding.owner,
        "hints": list(finding.hints),
        "cited": finding.cited,
        "excerpt": finding.excerpt,
        "caret": finding.caret,
    }


def _count(findings: Iterable[Finding], severity: Severity) -> int:
    return sum(finding.severity is severity for finding in findings)


def _counted(count: int, word: str) -> str:
    return f"{count} {word}" + ("" if count == 1 else "s")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
