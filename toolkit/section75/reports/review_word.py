"""What the Word report of a review says: a board's summary, what is outstanding, the renewal, the action plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from section75.drafting.action_plan import proposed
from section75.language import british
from section75.render.form import fill_form
from section75.reports.review import MOST, Report, answer, counted, renewal_line, status_words, summary_line
from section75.reviews import Renewal, Result, Status

COUNTED = (Status.MET, Status.PARTLY, Status.FAILED, Status.EVIDENCE, Status.ANSWERED)


def review_docx(report: Report, illustrative: bool, template: bytes, name: str) -> bytes:
    """The report as a .docx. Raises `TemplateError` where the template cannot be used."""
    return fill_form(_values(report), illustrative, template, name)


def _values(report: Report) -> dict[str, Any]:
    review, renewal = report.examined.review, report.renewal
    agreement, day = report.examined.subject.agreement, date.fromisoformat(report.date)
    return {
        "title": report.title,
        "report_title": "What reviews and the law ask for",
        "date": british.day(report.date),
        "summary": summary_line(review.results),
        "catalogues": [title for _, title in report.catalogues] or ["No catalogue addresses this partnership."],
        "strengths": [_count(name, counts) for name, counts in counted(review.applicable, "strength")],
        "themes": [_count(name, counts) for name, counts in counted(review.applicable, "theme")],
        "renewal": renewal_line(renewal) if renewal else "",
        "outstanding": _items(report, review.outstanding),
        "closed": [_closed(report, renewal, result) for result in renewal.closed] if renewal else [],
        "opened": _items(report, renewal.opened if renewal else ()),
        "actions": [
            {
                "action": a.action,
                "owner": a.owner or "to be named",
                "due": british.day(a.due),
                "answers": ", ".join(a.items),
            }
            for a in proposed(review, agreement, day)
        ],
        "findings": [f"{finding.place}: {finding.message}" for finding in report.examined.findings],
    }


def _count(name: str, counts: Counter[Status]) -> dict[str, Any]:
    shown = [counts[status] for status in COUNTED]
    return {"name": name[0].upper() + name[1:], "counts": shown, "all": sum(shown)}


def _closed(report: Report, renewal: Renewal, result: Result) -> dict[str, Any]:
    before, now = renewal.moved(result), str(result.status)
    return {**_asked(result), "before": before, "now": now, "places": "; ".join(_see(report, result))}


def _asked(result: Result) -> dict[str, Any]:
    item = result.item
    return {"id": item.id, "strength": item.strength, "says": item.says, "source": f"Source: {item.source}"}


def _see(report: Report, result: Result) -> list[str]:
    """The first places where an item is met or concerned."""
    return [report.cited.get(identity) or f"record {identity}" for identity in result.where[:MOST]] or ["-"]


def _items(report: Report, results: Sequence[Result]) -> list[dict[str, Any]]:
    return [
        {
            **_asked(result),
            "status": status_words(report, result),
            "wanting": [_sentence(words) for words in (*result.wanting, *result.advice)] or ["Nothing."],
            "see": _see(report, result),
            "answer": answer(result) or "None yet",
        }
        for result in results
    ]


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:].rstrip(".") + "."
