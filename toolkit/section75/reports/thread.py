"""The golden thread of one thing: as a page, and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import groupby

from section75.page import Entries, Entry, Page, Phrase, Phrases, Prose, Tone, phrases
from section75.reports.writers import Content
from section75.reviews.thread import NAMES, Node, Rank, Thread

LONGEST = 100
"""Characters of what a node says that are shown."""
MOST = 12
"""Nodes of one kind that are listed; the rest are counted."""


def thread_report(thread: Thread, start: Node, cited: Mapping[str, str], agreement: str) -> Content:
    """What a node is, what it rests on, and what rests on it, in every form."""

    def page(form: str) -> Page:
        blocks = (Prose(_line(thread, start, cited)), Entries("thread", tuple(_sides(thread, start, cited))))
        return Page(blocks) if form == "text" else Page(blocks, f"The golden thread of {start.id}", agreement)

    return Content(page, {"json": lambda: as_json(thread, start, cited, agreement)})


def _sides(thread: Thread, start: Node, cited: Mapping[str, str]) -> Iterator[Entry]:
    for heading, nodes in (("rests on", thread.up(start)), ("carries", thread.down(start))):
        if not nodes:
            yield Entry(phrases(f"{heading}: nothing"))
        for rank, group in groupby(nodes, key=lambda node: node.rank):
            listed = list(group)
            lines = [_line(thread, node, cited) for node in listed[:MOST]]
            if len(listed) > MOST:
                lines.append(phrases(f"and {len(listed) - MOST} more"))
            yield Entry(phrases(f"{heading} ", Phrase(NAMES[rank], tone=Tone.NOTE)), tuple(lines))


def _line(thread: Thread, node: Node, cited: Mapping[str, str]) -> Phrases:
    said = " ".join(thread.said.get(node.id, "").split())
    said = said if len(said) <= LONGEST else said[: LONGEST - 3] + "..."
    if node.rank is Rank.LAW:
        return phrases(node.id)
    if node.rank is Rank.ITEM:
        result = thread.results.get(node.id)
        status = f"  {result.status}  [{result.item.strength}]" if result else ""
        return phrases(f"{node.id}{status}  {said}")
    place = cited.get(node.id, "")
    return phrases(f"{f'{place} ' if place else ''}#{node.id}  {said}")


def as_json(thread: Thread, start: Node, cited: Mapping[str, str], agreement: str) -> str:
    """The same as one JSON object."""

    def data(node: Node) -> dict[str, str]:
        result = thread.results.get(node.id) if node.rank is Rank.ITEM else None
        return {
            "kind": NAMES[node.rank],
            "id": node.id,
            "cited": cited.get(node.id, ""),
            "says": thread.said.get(node.id, ""),
            "status": str(result.status) if result else "",
        }

    whole = {
        "format": 1,
        "agreement": agreement,
        "node": data(start),
        "rests_on": [data(node) for node in thread.up(start)],
        "carries": [data(node) for node in thread.down(start)],
    }
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"
