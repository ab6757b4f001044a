"""The golden thread: law, item, clause, indicator, risk, record, and how each is linked to the next.

A node is anything that can be cited. Links go down from the law to the records, and up from a record to the law.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum
from functools import cached_property
from typing import Any

from section75.language import text
from section75.lookups import read_out
from section75.model import Appendix, Clause
from section75.model.leaves import leaves
from section75.model.schedules import PerformanceSchedule
from section75.model.units import Prose, Ref
from section75.model.walk import every, walk
from section75.reviews.outcome import Result, Review, Status
from section75.reviews.subject import Subject
from section75.value import dataclass

READ = (Status.MET, Status.WORDS, Status.PROMISED, Status.EVIDENCE, Status.PARTLY)
"""The statuses of items for which something was found at the places named."""


class Rank(IntEnum):
    """The kinds of node, from the law down."""

    LAW = 0
    ITEM = 1
    CLAUSE = 2
    INDICATOR = 3
    RISK = 4
    RECORD = 5


NAMES = {
    Rank.LAW: "law",
    Rank.ITEM: "item",
    Rank.CLAUSE: "clause or row",
    Rank.INDICATOR: "indicator",
    Rank.RISK: "risk",
    Rank.RECORD: "record",
}


@dataclass(frozen=True, slots=True)
class Node:
    """One thing on the thread, e.g. the provision "SI 2000/617, regulation 8(3)" or the clause `board-meetings`."""

    rank: Rank
    id: str
    """Id of a clause, row, risk, record or item; or the words of a provision."""


@dataclass(frozen=True)
class Thread:
    """Everything on the thread of an agreement, and what is linked to what."""

    nodes: dict[str, Node]
    bound: dict[Node, frozenset[Node]]
    said: dict[str, str]
    """The words of each node, in short."""
    results: dict[str, Result]

    def node(self, identity: str) -> Node | None:
        """The node of an id, an item or a provision."""
        return self.nodes.get(identity)

    def down(self, start: Node) -> tuple[Node, ...]:
        """Every node below this one, linked directly or through others, such as an item below the law."""
        return self._walk(start, lambda here, there: there.rank > here.rank)

    def up(self, start: Node) -> tuple[Node, ...]:
        """Every node above this one, linked directly or through others."""
        return self._walk(start, lambda here, there: there.rank < here.rank)

    def _walk(self, start: Node, follows: Any) -> tuple[Node, ...]:
        found: dict[Node, None] = {}
        waiting = [start]
        while waiting:
            here = waiting.pop(0)
            for there in self.bound.get(here, ()):
                if there not in found and there != start and follows(here, there):
                    found[there] = None
                    waiting.append(there)
        return tuple(sorted(found, key=lambda node: (node.rank, self.positions[node.id])))

    @cached_property
    def positions(self) -> dict[str, int]:
        """The position of each node among all, in printed order."""
        return {identity: index for index, identity in enumerate(self.nodes)}


@dataclass(frozen=True, slots=True)
class Coverage:
    """Gaps both ways: items that nothing answers, and clauses that answer no item."""

    unanswered: tuple[Result, ...]
    """Items that apply and that no clause, row or record answers."""
    idle: tuple[str, ...]
    """Ids of top-level clauses and paragraphs that, with all below them, answer no item."""


def thread(subject: Subject, review: Review, cited: Mapping[str, str]) -> Thread:
    """The thread of an agreement and the items of a review; `cited` gives the words by which each id is cited."""
    nodes: dict[str, Node] = {}
    said: dict[str, str] = {}
    for identity, rank, words in _nodes(subject, review, cited):
        nodes.setdefault(identity, Node(rank, identity))
        said.setdefault(identity, words)
    bound: dict[Node, set[Node]] = {}
    for one, other in (*_of_items(review), *_of_agreement(subject), *_of_records(subject)):
        if one in nodes and other in nodes and one != other:
            bound.setdefault(nodes[one], set()).add(nodes[other])
            bound.setdefault(nodes[other], set()).add(nodes[one])
    results = {result.item.id: result for result in review.results}
    return Thread(nodes, {node: frozenset(others) for node, others in bound.items()}, said, results)


def coverage(subject: Subject, review: Review) -> Coverage:
    """The items that nothing answers, and the clauses that answer no item."""
    answered = {identity for ids in subject.answering.values() for identity in ids}
    answered |= {i for r in review.applicable if r.status in READ for i in r.where}
    idle = (
        str(clause.id)
        for clause in _headed(subject)
        if not clause.not_used and not any(below.id in answered for below in every(Clause, clause))
    )
    return Coverage(tuple(result for result in review.applicable if not result.where), tuple(idle))


def _headed(subject: Subject) -> Iterator[Clause]:
    """The clauses and paragraphs at the top of their lists, appendices left out."""
    for thing in walk(subject.agreement):
        if isinstance(thing.value, Clause) and not isinstance(thing.holders[-1], Clause | Appendix):
            yield thing.value


def _nodes(subject: Subject, review: Review, cited: Mapping[str, str]) -> Iterator[tuple[str, Rank, str]]:
    for result in review.results:
        item = result.item
        yield item.id, Rank.ITEM, item.says
        for provision in item.law:
            yield provision, Rank.LAW, ""
    for schedule in subject.schedules(PerformanceSchedule):
        for indicator in schedule.indicators:
            yield indicator.id, Rank.INDICATOR, indicator.name
    for risk in subject.risks.risks if subject.risks else ():
        yield risk.id, Rank.RISK, risk.title
    for record in subject.records:
        yield record.id, Rank.RECORD, record.title
    for words in subject.words:
        yield words.id, Rank.CLAUSE, read_out(words.text, subject.agreement, cited)


def _of_items(review: Review) -> Iterator[tuple[str, str]]:
    law = {result.item.id: result.item.law for result in review.results}
    for result in review.results:
        item = result.item
        # Related items share the provisions behind either of them.
        for identity in (item.id, *item.relates):
            yield from ((provision, item.id) for provision in law.get(identity, ()))
        if result.status is not Status.NOT_APPLICABLE:
            yield from ((item.id, identity) for identity in result.where)
            yield from ((item.id, record.id) for record in result.records)


def _of_agreement(subject: Subject) -> Iterator[tuple[str, str]]:
    """Links from `answers`, from references in prose and fields, and from risks."""
    for words in subject.words:
        yield from ((item, words.id) for item in words.answers)
    for leaf in (*leaves(subject.agreement), *(leaves(subject.risks) if subject.risks else ())):
        if leaf.unit is Ref:
            yield leaf.owner, str(leaf.value)
        elif leaf.unit is Prose and "](#" in leaf.value:
            for paragraph in text.parse(leaf.value).paragraphs:
                yield from ((leaf.owner, run.target) for run in paragraph if isinstance(run, text.Reference))


def _of_records(subject: Subject) -> Iterator[tuple[str, str]]:
    for record in subject.records:
        targets: Sequence[str] = (*record.items, *record.covers, record.group, *(p.to for p in record.presented))
        yield from ((target, record.id) for target in targets if target)
    for response in subject.responses:
        yield from ((response.item, record) for record in response.records)
