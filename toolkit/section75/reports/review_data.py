"""What a review is told from, and the same as JSON and as annotations."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from section75.findings import Finding, Place, Severity
from section75.judging.reviewed import Examined
from section75.language import british
from section75.model import Confirmation
from section75.reports.findings import finding_data, findings_github
from section75.reviews import FAILING, STRENGTHS, Renewal, Result, Status, strongest_first
from section75.reviews.rating import rating
from section75.value import dataclass

COLUMNS = tuple(Status)
MOST = 4
"""Places named for one item; the page that follows the golden thread has them all."""

COUNTED = tuple(status for status in Status if status is not Status.NOT_APPLICABLE)
"""The statuses of items that apply, in the order in which they are counted."""
RENEWED = {
    "closed": "closed",
    "worded": "to be read",
    "promised": "promised",
    "opened": "opened",
    "newly": "newly applicable",
    "left": "left",
}
"""What became of the items in a renewal, in the order in which it is told, and how it is called."""


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
    """What became of the items: "10 closed, 40 to be read, 12 promised, 2 opened, 1 newly applicable, 6 left"."""
    return ", ".join(f"{len(getattr(renewal, name))} {words}" for name, words in RENEWED.items())


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


def confirmed(confirmation: Confirmation) -> str:
    """Who confirmed it, and when, in words."""
    note = f": {confirmation.note}" if confirmation.note else ""
    return f"{confirmation.by}, {british.day(confirmation.on)}{note}"


def status_words(report: Report, result: Result) -> str:
    """The status, and what it was where a renewal changed it."""
    was = report.renewal.moved(result) if report.renewal else ""
    return f"{result.status} (was {was})" if was else str(result.status)


def as_json(report: Report) -> str:
    """Every item as one JSON object; its schema is `review`."""
    return json.dumps(review_data(report), indent=2, ensure_ascii=False) + "\n"


def review_data(report: Report) -> dict[str, Any]:
    """The same as plain data."""
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
        data["renewal"] = {n: [r.item.id for r in getattr(renewal, n)] for n in RENEWED}
    return data


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
        "rating": rating(result).name.lower(),
        "confirmed": _confirmed(result),
        "place": str(place) if place else "",
    }


def _confirmed(result: Result) -> dict[str, Any] | None:
    made = result.confirmation
    if made is None:
        return None
    changed = [each.id for each in result.stale]
    return {"by": made.by, "on": made.on, "at": [str(read.unit) for read in made.at], "changed": changed}


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


def annotated(report: Report) -> list[dict[str, object]]:
    """What is wrong or not met as findings, in plain data."""
    return [finding_data(finding) for finding in (*report.examined.findings, *failures(report))]
