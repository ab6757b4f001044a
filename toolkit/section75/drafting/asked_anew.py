"""What a renewal asks about: the facts of the old term, which nobody has decided for the new one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from section75.load import SourceFile
from section75.model import Agreement
from section75.model.walk import walk
from section75.outline.changes import Change, FieldRemoved, FieldSet
from section75.outline.units import WHOLE, outline

ASKED: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("renew-parties", "Are the parties still these, with these names and addresses?", ("parties",)),
    ("renew-money", "What does each party pay in the new term?", ("contributions",)),
    ("renew-schemes", "Which schemes go on, and what is each worth?", ("schemes",)),
    ("renew-limits", "Are the limits of risk share and of authority still right?", ("shares", "thresholds")),
    ("renew-seats", "Who sits on the groups?", ("members",)),
    ("renew-posts", "Which posts does each party provide?", ("posts",)),
    ("renew-indicators", "Which indicators count, and what is the target of each?", ("indicators",)),
    ("renew-results", "Do results of the old term still belong in this agreement?", ("results",)),
    ("renew-conditions", "Which conditions apply, and how is each met?", ("conditions",)),
    ("renew-policies", "When is each policy reviewed next?", ("policies",)),
    ("renew-actions", "Which open actions carry over, and by when is each done?", ("actions",)),
)
"""Id of each question, its words, and the lists of rows that it is about."""
CONSULTED = ("renew-consultation", "When and with whom have the parties consulted about the renewal?")
TERM = ("renew-term", "Are the first and the last day of the term right, and the periods of review and notice?")
TERM_FIELDS = ("start", "end", "review_due", "review_months", "notice_months", "extension_option_months")
ITEM_OF_CONSULTATION = "ST-05"
"""The review item that asks for joint consultation, which a recital says that it answers."""


def asked_anew(source: SourceFile, agreement: Agreement, gone: frozenset[str]) -> Iterator[Change]:
    """The questions of agreement.yaml for the new term; `gone` are the ids of rows that are left out.

    What was settled is to be confirmed, and so is what was accepted.
    """
    data = source.data
    for index, _ in enumerate(data.get("accepted", ())):
        yield FieldSet(WHOLE, ("accepted", index, "to_confirm"), True)
    for unit in outline(data).values():
        if unit.list == ("to_settle",) and ("settled",) in unit.fields:
            yield FieldRemoved(unit.name, ("settled",))
            yield FieldSet(unit.name, ("to_confirm",), True)
    known = {thing.value.id for thing in walk(agreement)}
    new = [dict(each) for each in _questions(agreement, gone) if each["id"] not in known]
    if new:
        yield FieldSet(WHOLE, ("to_settle",), [*map(_as_renewed, data.get("to_settle", ())), *new])


def _as_renewed(question: Mapping[str, Any]) -> dict[str, Any]:
    """A question of the old agreement as the changes above leave it."""
    kept = {name: value for name, value in question.items() if name != "settled"}
    return {**kept, "to_confirm": True} if "settled" in question else kept


def _questions(agreement: Agreement, gone: frozenset[str]) -> Iterator[Mapping[str, Any]]:
    places = [f"term.{name}" for name in TERM_FIELDS if getattr(agreement.term, name) not in ("", None)]
    yield _question(*TERM, places)
    things = [(thing.list, thing.value.id) for thing in walk(agreement) if thing.value.id not in gone]
    for identity, words, lists in ASKED:
        found = [owner for name, owner in things if name in lists]
        if found:
            yield _question(identity, words, found)
    consulted = [recital.id for recital in agreement.recitals if ITEM_OF_CONSULTATION in recital.answers]
    if consulted:
        yield _question(*CONSULTED, consulted)


def _question(identity: str, words: str, places: Sequence[str]) -> dict[str, Any]:
    return {"id": identity, "places": list(places), "question": words}
