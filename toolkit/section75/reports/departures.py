"""Departures as text for a terminal, Markdown for a pull request and JSON for programs. Returns strings."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from section75.compare import Mark, MarkedRuns
from section75.compare.departures import Departure
from section75.compare.extent import Extent
from section75.document import words_of
from section75.reports.escape import CYAN, PLAIN, RED, literal, safe

GREEN = "\x1b[32m"
FORMATS = ("text", "markdown", "json", "html")
FOLDED = 20
"""Departures from which the Markdown list is folded."""


def summary_line(found: Sequence[Departure]) -> str:
    """How many changes of which kind: "12 changes: 5 obligation, 4 money, 3 appears administrative"."""
    counts = Counter(departure.kind for departure in found)
    said = ", ".join(f"{count} {kind}" for kind, count in counts.most_common())
    return f"{len(found)} change{'' if len(found) == 1 else 's'}" + (f": {said}" if said else "")


def extent_text(extents: Sequence[Extent]) -> str:
    """A line for each schedule: how many of its paragraphs and rows are the same in both."""
    width = max((len(extent.title) for extent in extents), default=0)
    return "".join(f"  {safe(extent.title):<{width}}  {_extent(extent)}\n" for extent in extents)


def _extent(extent: Extent) -> str:
    if extent.only_in:
        return f"only in the {extent.only_in}"
    return "the same" if extent.same == extent.total else f"{extent.same} of {extent.total} the same"


def as_text(found: Sequence[Departure], colour: bool = False, extents: Sequence[Extent] = ()) -> str:
    """One entry for each departure: where, verdict and kind, then the words with what went and what came."""
    lines = []
    for departure in found:
        tint, plain = (CYAN, PLAIN) if colour else ("", "")
        verdicts = ", ".join(departure.verdicts)
        like = f", paired by likeness ({departure.likeness:.0%})" if departure.likeness else ""
        lines.append(f"{tint}{safe(departure.where)}{plain}  {verdicts}{like}  [{departure.kind}]  #{departure.id}\n")
        lines.append(f"    {_inline(departure.runs, colour)}\n")
    return "".join(lines) + extent_text(extents) + summary_line(found) + "\n"


def as_markdown(found: Sequence[Departure], extents: Sequence[Extent] = ()) -> str:
    """A pull-request comment: the summary table first, then each departure, folded where they are many."""
    counts = Counter((departure.kind, verdict) for departure in found for verdict in departure.verdicts[:1])
    lines = [f"**{summary_line(found)}**\n\n", "| kind | what became of it | changes |\n|---|---|---|\n"]
    lines += [f"| {kind} | {verdict} | {count} |\n" for (kind, verdict), count in sorted(counts.items())]
    if extents:
        lines += ["\n| schedule | paragraphs and rows |\n|---|---|\n"]
        lines += [f"| {literal(extent.title)} | {_extent(extent)} |\n" for extent in extents]
    entries = [
        f"- **{literal(d.where)}** {', '.join(d.verdicts)} ({d.kind}): {_markdown_runs(d.runs)}\n" for d in found
    ]
    body = "\n" + "".join(entries)
    if len(found) > FOLDED:
        body = f"\n<details><summary>All {len(found)} changes</summary>\n{body}\n</details>\n"
    return "".join(lines) + body


def as_json(found: Sequence[Departure], extents: Sequence[Extent] = ()) -> str:
    """The departures as one JSON object; its schema is `differences`."""
    data = [
        {
            "id": d.id,
            "where": d.where,
            "verdicts": [str(v) for v in d.verdicts],
            "kind": str(d.kind),
            "of_substance": d.of_substance,
            "was": d.was,
            "now": d.now,
            "likeness": round(d.likeness, 2),
            "schedule": d.schedule,
        }
        for d in found
    ]
    alike = [{"id": e.id, "title": e.title, "same": e.same, "total": e.total, "only_in": e.only_in} for e in extents]
    whole = {"format": 1, "count": len(data), "changes": data, "schedules": alike}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _inline(runs: MarkedRuns, colour: bool) -> str:
    parts = []
    for run in runs:
        words = safe(words_of((run.run,)))
        lead, inside = words[: len(words) - len(words.lstrip())], words.lstrip()
        if run.mark is Mark.REMOVED:
            parts.append(f"{lead}{RED}{inside}{PLAIN}" if colour else f"{lead}[-{inside}-]")
        elif run.mark is Mark.ADDED:
            parts.append(f"{lead}{GREEN}{inside}{PLAIN}" if colour else f"{lead}{{+{inside}+}}")
        else:
            parts.append(_shortened(words))
    return "".join(parts).strip()


def _shortened(words: str) -> str:
    """Kept words, the middle of a long stretch left out."""
    return words if len(words) <= 120 else f"{words[:50]} ... {words[-50:]}"


def _markdown_runs(runs: MarkedRuns) -> str:
    parts = []
    for run in runs:
        words = words_of((run.run,))
        lead = " " if words[:1] == " " else ""
        inside = literal(words.strip())
        if run.mark is Mark.KEPT:
            parts.append(literal(_shortened(words)))
        elif inside:
            parts.append(f"{lead}<del>{inside}</del>" if run.mark is Mark.REMOVED else f"{lead}<ins>{inside}</ins>")
    return "".join(parts)
