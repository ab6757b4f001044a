"""The golden thread as text, and as JSON. Returns strings."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from section75.reports.escape import CYAN, PLAIN, safe
from section75.reviews.thread import NAMES, Node, Rank, Thread

LONGEST = 100
"""Characters of what a node says that are shown."""
MOST = 12
"""Nodes of one kind that are listed; the rest are counted."""


def as_text(thread: Thread, start: Node, cited: Mapping[str, str], colour: bool = False) -> str:
    """What the node is, what it rests on, and what rests on it, kind by kind."""
    lines = [_line(thread, start, cited, "")]
    for heading, nodes in (("rests on", thread.up(start)), ("carries", thread.down(start))):
        lines += _side(thread, heading, nodes, cited, colour)
    return "".join(lines)


def _side(thread: Thread, heading: str, nodes: Sequence[Node], cited: Mapping[str, str], colour: bool) -> Iterator[str]:
    tint, plain = (CYAN, PLAIN) if colour else ("", "")
    if not nodes:
        yield f"{heading}: nothing\n"
        return
    for rank, group in groupby(nodes, key=lambda node: node.rank):
        listed = list(group)
        yield f"{heading} {tint}{NAMES[rank]}{plain}\n"
        yield from (_line(thread, node, cited, "    ") for node in listed[:MOST])
        if len(listed) > MOST:
            yield f"    and {len(listed) - MOST} more\n"


def _line(thread: Thread, node: Node, cited: Mapping[str, str], indent: str) -> str:
    said = safe(" ".join(thread.said.get(node.id, "").split()))
    said = said if len(said) <= LONGEST else said[: LONGEST - 3] + "..."
    if node.rank is Rank.LAW:
        return f"{indent}{safe(node.id)}\n"
    if node.rank is Rank.ITEM:
        result = thread.results.get(node.id)
        status = f"  {result.status}  [{result.item.strength}]" if result else ""
        return f"{indent}{node.id}{status}  {said}\n"
    place = cited.get(node.id, "")
    return f"{indent}{f'{place} ' if place else ''}#{node.id}  {said}\n"


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
