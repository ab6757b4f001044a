"""Questions that are still to be settled, and stand nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from section75.checks.case import Case
from section75.findings import Remark
from section75.model.spots import spot


def questions(case: Case) -> Iterator[Remark]:
    """`question-nowhere`: a place under `to_settle` that is neither an id nor a field that is filled in."""
    known = set(case.ids)
    for question in case.agreement.to_settle:
        for index, place in enumerate(question.places):
            where = spot(place, case.agreement.id, known)
            if any(where.holds(leaf.owner, leaf.path) for leaf in case.leaves):
                continue
            if place.partition(".")[0] in case.unlisted:
                continue  # the schedule that is not listed is told of itself
            near = get_close_matches(place, known, 1)
            hint = (
                f'did you mean "{near[0]}"?' if near else "name an id, an id with a field, or a field of agreement.yaml"
            )
            message = f'the question "{question.id}" is about "{place}", which is not in the agreement'
            yield Remark("question-nowhere", message, question.id, at=f"places.{index}", hint=hint)
