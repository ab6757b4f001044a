"""A schedule is the same as in the agreement that is renewed."""

from __future__ import annotations

from typing import Any

from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, Run
from section75.reviews.predicates.values import Values
from section75.reviews.subject import Subject


def _prepare(values: Values) -> Run:
    kind, fields = values.word("kind"), values.words("fields")

    def run(subject: Subject) -> Outcome:
        if subject.previous is None:
            return Outcome(None, (), "it can only be judged together with the agreement that is renewed")
        now, before = (_chosen(each, kind, fields) for each in (subject, subject.previous))
        where = tuple(file["id"] for file in subject.files[1:] if file.get("kind") == kind)
        changed = [name for name in fields if now.get(name) != before.get(name)]
        return Outcome(not changed, where, f"changed since the last agreement: {', '.join(changed)}" if changed else "")

    return run


def _chosen(subject: Subject, kind: str, fields: tuple[str, ...]) -> dict[str, Any]:
    file = next((file for file in subject.files[1:] if file.get("kind") == kind), {})
    return {name: file.get(name) for name in fields}


KEPT = Predicate(
    "kept", "Fields of a schedule are the same as in the agreement that is renewed.", "kind; fields, a list", _prepare
)
