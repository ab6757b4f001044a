"""What a review leaves outstanding as an action-plan schedule: written anew, or brought up to date in place.

What people wrote stays: rows are added after the last, and nothing else is touched; only a person says that an action
is done. Text is spliced, so that comments and layout survive.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from section75.language.literal import literal
from section75.load import SourceFile
from section75.load.emit import item_lines, scalar
from section75.load.proved import spliced
from section75.model import Agreement
from section75.model.schedules import GovernanceSchedule
from section75.outline.changes import Change, FieldSet, UnitAdded
from section75.outline.units import WHOLE, outline
from section75.reviews import Result, Review, Status
from section75.value import dataclass

KIND = "action-plan"
DAYS = {"statutory": 91, "required": 182, "recommended": 182}
"""Days within which an action is due, by the strength of its item; 365 for every other. A proposal, to be changed."""
OPEN = ("open", "in-progress")
HOLDING = (Status.MET, Status.WORDS, Status.PROMISED, Status.OVERDUE, Status.NOT_APPLICABLE)
"""The statuses of an item of which every test holds, or that is asked no more."""
HEAD = f"""\
# yaml-language-server: $schema=../action-plan.json
format: 1
id: {{identity}}
kind: {KIND}
title: Action plan
"""
CLAUSES = """\
clauses:
  - id: ap-plan
    heading: The plan
    clauses:
      - id: ap-plan-table
        text: "The Parties shall do what this table states, each action by its owner and by the day shown:"
        table: actions
      - id: ap-plan-watch
        text: |
          The plan is read at every meeting of the group that monitors it. An action that is late is reported with the
          reason and a new day.
"""


@dataclass(frozen=True)
class Plan:
    """A plan as it is to be written."""

    content: bytes
    added: tuple[str, ...]
    """Items for which a row was added."""
    ready: tuple[str, ...]
    """Open actions that the agreement no longer needs in its words; whether they are done, a person says."""
    doubtful: tuple[str, ...] = ()
    """Actions said to be done or dropped, whose items are still outstanding."""


@dataclass(frozen=True)
class Proposed:
    """One action, as it is proposed."""

    action: str
    owner: str
    due: str
    items: tuple[str, ...]


def proposed(review: Review, agreement: Agreement, today: date) -> tuple[Proposed, ...]:
    """An action for each outstanding item, the strongest first."""
    return tuple(_proposed(result, agreement, today) for result in review.outstanding)


def new_plan(review: Review, agreement: Agreement, today: date) -> Plan:
    """A plan with a row for each outstanding item, the strongest first."""
    taken = {schedule.id for schedule in agreement.schedules}
    identity = KIND if KIND not in taken else f"review-{KIND}"
    board = next((g.id for s in agreement.schedules if isinstance(s, GovernanceSchedule) for g in s.groups), "")
    lead = next((s.lead_officer for s in agreement.schedules if s.lead_officer), "")
    head = HEAD.format(identity=identity)
    head += f"lead_officer: {scalar(lead)}\n" if lead else ""
    head += CLAUSES + (f"monitored_by: {board}\n" if board else "")
    actions = proposed(review, agreement, today)
    rows = [line for action in actions for line in item_lines(_row(action), 2, as_row=True)]
    text = head + ("".join(["actions:\n", *(f"{row}\n" for row in rows)]) if rows else "")
    return Plan(text.encode(), tuple(item for action in actions for item in action.items), ())


def updated_plan(ours: SourceFile, review: Review, agreement: Agreement, today: date) -> Plan:
    """The plan that is there, with a row for each outstanding item that has none; a person says what is done."""
    actions = ours.data.get("actions", [])
    named = {item for action in actions for item in action.get("items", [])}
    fresh = [result for result in review.outstanding if result.item.id not in named]
    still = {result.item.id for result in review.outstanding}
    holding = {result.item.id for result in review.results if result.status in HOLDING}
    changes: list[Change] = list(_added(ours, fresh, agreement, today))
    ready, doubtful = [], []
    for action in actions:
        items = set(action.get("items", []))
        if items and items <= holding and action["status"] in OPEN:
            ready.append(str(action["id"]))
        elif items & still and action["status"] not in OPEN:
            doubtful.append(str(action["id"]))
    return Plan(spliced(ours, changes), tuple(r.item.id for r in fresh), tuple(ready), tuple(doubtful))


def listed(main: SourceFile, path: str) -> bytes:
    """The agreement's file with one more schedule at the end of its list."""
    return spliced(main, [FieldSet(WHOLE, ("schedules",), [*main.data.get("schedules", []), path])])


def _added(ours: SourceFile, fresh: Sequence[Result], agreement: Agreement, today: date) -> Iterator[Change]:
    after = [unit.name for unit in outline(ours.data).values() if unit.list == ("actions",)][-1:]
    for result in fresh:
        row = _row(_proposed(result, agreement, today))
        yield UnitAdded(WHOLE, ("actions",), after[0] if after else "", row)
        after = [row["id"]]


def _proposed(result: Result, agreement: Agreement, today: date) -> Proposed:
    item, response = result.item, result.response
    action = result.advice[0] if result.advice else _shown(item.evidence) if item.evidence else str(item.says)
    owner = (response.owner if response else "") or _lead(result, agreement)
    due = (response.due if response else "") or _due(item.strength, today)
    return Proposed(" ".join(action.split()), owner, due, (item.id,))


def _shown(evidence: str) -> str:
    """What a person has to show, as something to do."""
    return f"Show {evidence[:1].lower()}{evidence[1:]}"


def _row(made: Proposed) -> dict[str, Any]:
    row: dict[str, Any] = {"id": f"ap-{made.items[0].lower()}", "action": literal(made.action)}
    if made.owner:
        row["owner"] = made.owner
    return row | {"due": made.due, "status": "open", "items": list(made.items[:1])}


def _lead(result: Result, agreement: Agreement) -> str:
    """The lead officer of the first schedule that the item concerns."""
    leads = {schedule.kind: str(schedule.lead_officer) for schedule in reversed(agreement.schedules)}
    return next((leads[part] for part in result.item.parts if leads.get(part)), leads.get("governance", ""))


def _due(strength: str, today: date) -> str:
    return (today + timedelta(days=DAYS.get(strength, 365))).isoformat()
