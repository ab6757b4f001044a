"""A review as text, Markdown, JSON and annotations. Returns strings."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from section75.findings import Finding, Place, Severity
from section75.judging.review import Examined
from section75.language import british
from section75.reports.escape import CYAN, PLAIN, RED, YELLOW, literal, safe
from section75.reports.findings import findings_github, findings_text
from section75.reviews import FAILING, STRENGTHS, Renewal, Result, Status, strongest_first

FORMATS = ("text", "markdown", "json", "github", "sarif")
COLUMNS = tuple(Status)
MOST = 4
"""Places named for one item; the page that follows the golden thread has them all."""


@dataclass(frozen=True)
class Report:
    """What a report is made from."""

    name: str
    """The agreement as the reader named it."""
    title: str
    date: str
    """Year-month-day on which it was judged."""
    catalogues: tuple[tuple[str, str], ...]
    """Id and title of each catalogue that was gone through."""
    examined: Examined
    cited: Mapping[str, str]
    """How each id is cited in print."""
    places: Mapping[str, Place]
    """Where the first of what meets, or should meet, an item stands, by the item's id."""
    renewal: Renewal | None = None
    everything: bool = False
    """List what is met and what does not apply too."""

    @property
    def listed(self) -> tuple[Result, ...]:
        """The results to be listed one by one, the strongest first."""
        review = self.examined.review
        return strongest_first(review.results) if self.everything else review.outstanding

    def named(self, result: Result) -> list[str]:
        """The places of a result, as they are cited."""
        return [f"{self.cited[i]} (#{i})" if self.cited.get(i) else f"#{i}" for i in result.where[:MOST]]


def counted(results: Sequence[Result], by: str) -> list[tuple[str, Counter[Status]]]:
    """How many results of each status, by `strength` or `theme` of their items."""
    tables: dict[str, Counter[Status]] = {}
    for result in results:
        tables.setdefault(getattr(result.item, by), Counter())[result.status] += 1
    order = {name: index for index, name in enumerate(STRENGTHS)}
    return sorted(tables.items(), key=lambda pair: (order.get(pair[0], len(order)), pair[0].casefold()))


def summary_line(results: Sequence[Result]) -> str:
    """How many items came out how: "31 items: 20 met, 4 not met, 7 not applicable"."""
    counts = Counter(result.status for result in results)
    said = ", ".join(f"{counts[status]} {status}" for status in COLUMNS if counts[status])
    return f"{len(results)} item{'' if len(results) == 1 else 's'}" + (f": {said}" if said else "")


def renewal_line(renewal: Renewal) -> str:
    """What a renewal did: "40 closed, 2 opened, 6 left"."""
    return f"{len(renewal.closed)} closed, {len(renewal.opened)} opened, {len(renewal.left)} left"


def as_text(report: Report, colour: bool = False) -> str:
    """What is outstanding, one entry each, then how many items came out how."""
    review = report.examined.review
    parts = [findings_text(report.examined.findings, colour)]
    if report.renewal:
        parts += _renewal_text(report, report.renewal, colour)
    else:
        parts += [_entry(report, result, colour) for result in report.listed]
    parts.append(_table(counted(review.applicable, "strength")))
    parts.append(summary_line(review.results) + "\n")
    return "".join(parts)


def _renewal_text(report: Report, renewal: Renewal, colour: bool) -> Iterator[str]:
    for name, results in (("Closed", renewal.closed), ("Opened", renewal.opened), ("Left", renewal.left)):
        yield f"{name}: {len(results)}\n"
        yield from (_entry(report, result, colour) for result in results)
    yield renewal_line(renewal) + "\n"


def _entry(report: Report, result: Result, colour: bool) -> str:
    failing = result.status in FAILING
    tint = (
        (RED if failing and result.item.strength == "statutory" else YELLOW if result.outstanding else CYAN)
        if colour
        else ""
    )
    plain = PLAIN if colour else ""
    item = result.item
    status = f"{tint}{status_words(report, result)}{plain}"
    lines = [f"{item.id}  {status}  [{item.strength}, {safe(item.theme)}]  {safe(item.says)}\n"]
    lines += [f"    {'wanting' if result.outstanding else 'note'}: {safe(words)}\n" for words in result.wanting]
    lines += [f"    do: {safe(words)}\n" for words in result.advice]
    if result.where:
        lines.append(f"    {'met by' if result.status is Status.MET else 'see'}: {'; '.join(report.named(result))}\n")
    if result.response:
        lines.append(f"    answer: {safe(answer(result))}\n")
    return "".join(lines)


def answer(result: Result) -> str:
    """The answer of the parties in words; "" where there is none."""
    response = result.response
    if response is None:
        return ""
    said = {"met": "met", "partly": "partly met", "not-accepted": "not accepted", "deferred": "deferred"}[
        response.answer
    ]
    due = f" to {british.day(response.due)}" if response.due else ""
    owner = f", {response.owner}" if response.owner else ""
    reason = f": {response.reason}" if response.reason else ""
    return f"{said}{due}{owner} ({response.decided_by}, {british.day(response.decided_on)}){reason}"


def _table(rows: Sequence[tuple[str, Counter[Status]]]) -> str:
    shown = [status for status in COLUMNS if any(counts[status] for _, counts in rows)]
    width = max([len(name) for name, _ in rows] + [0])
    lines = [f"{'':<{width}}  " + "  ".join(shown)]
    lines += [
        f"{name:<{width}}  " + "  ".join(f"{counts[status] or '-':>{len(status)}}" for status in shown)
        for name, counts in rows
    ]
    return "".join(f"{line.rstrip()}\n" for line in lines) if rows else ""


def as_markdown(report: Report) -> str:
    """The same as a page: summary by strength and theme, then what is outstanding as a table."""
    review = report.examined.review
    lines = [
        f"# Review of {literal(report.title)}\n",
        f"As on {british.day(report.date)}. {summary_line(review.results)}.\n",
    ]
    lines += ["".join(f"- {literal(title)} (`{name}`)\n" for name, title in report.catalogues)]
    for heading, by in (("By strength", "strength"), ("By theme", "theme")):
        lines.append(f"## {heading}\n\n" + _markdown_table(counted(review.applicable, by)))
    if report.renewal:
        lines.append(f"## What the renewal did\n\n{renewal_line(report.renewal)}.\n")
        for name in ("closed", "opened", "left"):
            lines.append(f"### {name.capitalize()}\n\n" + _markdown_items(report, getattr(report.renewal, name)))
    else:
        lines.append("## Items\n\n" + _markdown_items(report, report.listed))
    if report.examined.findings:
        found = "".join(f"- {literal(str(f.place))} {f.code}: {literal(f.message)}\n" for f in report.examined.findings)
        lines.append("## Findings\n\n" + found)
    return "\n".join(lines)


def _markdown_table(rows: Sequence[tuple[str, Counter[Status]]]) -> str:
    head = "| | " + " | ".join(COLUMNS[:-1]) + " |\n|---|" + "---|" * (len(COLUMNS) - 1) + "\n"
    return head + "".join(
        f"| {literal(name)} | " + " | ".join(str(counts[status]) for status in COLUMNS[:-1]) + " |\n"
        for name, counts in rows
    )


def _markdown_items(report: Report, results: Sequence[Result]) -> str:
    if not results:
        return "None.\n"
    head = (
        "| item | strength | status | what is asked | what is wanting | see | answer |\n|---|---|---|---|---|---|---|\n"
    )
    return head + "".join(
        f"| {r.item.id} | {r.item.strength} | {status_words(report, r)} | {literal(r.item.says)} "
        f"| {literal('; '.join(r.wanting))} | {literal('; '.join(report.named(r)))} | {literal(answer(r))} |\n"
        for r in results
    )


def status_words(report: Report, result: Result) -> str:
    """The status, and what it was where a renewal changed it."""
    was = report.renewal.moved(result) if report.renewal else ""
    return f"{result.status} (was {was})" if was else str(result.status)


def as_json(report: Report) -> str:
    """Every item as one JSON object; its schema is `review`."""
    review = report.examined.review
    counts = Counter(result.status for result in review.results)
    data: dict[str, Any] = {
        "format": 1,
        "agreement": report.name,
        "date": report.date,
        "catalogues": [name for name, _ in report.catalogues],
        "counts": {str(status): counts[status] for status in COLUMNS},
        "items": [_item_data(report, result) for result in review.results],
        "findings": [
            {"code": f.code, "severity": f.severity.value, "message": f.message, "place": str(f.place)}
            for f in report.examined.findings
        ],
    }
    if report.renewal:
        renewal = report.renewal
        data["renewal"] = {n: [r.item.id for r in getattr(renewal, n)] for n in ("closed", "opened", "left")}
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _item_data(report: Report, result: Result) -> dict[str, Any]:
    item = result.item
    place = report.places.get(item.id)
    return {
        "id": item.id,
        "catalogue": result.catalogue,
        "strength": item.strength,
        "theme": item.theme,
        "says": item.says,
        "source": item.source,
        "status": str(result.status),
        "where": list(result.where),
        "cited": [report.cited.get(identity, "") for identity in result.where],
        "wanting": list(result.wanting),
        "advice": list(result.advice),
        "answer": result.response.answer if result.response else "",
        "records": [record.id for record in result.records],
        "place": str(place) if place else "",
    }


def failures(report: Report) -> Iterator[Finding]:
    """What is not met as findings: an error where the law asks for it, else a warning; nothing to consider."""
    for result in report.examined.review.outstanding:
        if result.status in FAILING and result.item.strength != "consider":
            severity = Severity.ERROR if result.item.strength == "statutory" else Severity.WARNING
            message = f"{result.status}: {result.item.says}"
            place = report.places[result.item.id]
            yield Finding(result.item.id, message, place, result.advice or result.wanting, result.item.id, severity)


def as_github(report: Report) -> str:
    """Workflow commands by which GitHub shows what is not met beside its line."""
    return findings_github([*report.examined.findings, *failures(report)])
