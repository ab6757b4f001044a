"""Each body decided, on a day that is recorded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from section75 import british
from section75.patterns import pattern
from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, Run, only, spoken
from section75.reviews.subject import Subject


def _prepare(values: Mapping[str, Any]) -> Run:
    only(values, "bodies", "before", "words")
    bodies = {words: pattern(words) for words in values["bodies"]}
    before, words = values.get("before", "start"), pattern(values.get("words", ""))

    def run(subject: Subject) -> Outcome:
        limit = subject.agreement.term.start if before == "start" else str(before)
        made = [
            r for r in subject.records if r.kind == "decision" and r.on <= limit and words(f"{r.title} {r.decision}")
        ]
        by = {name: [r.id for r in made if matches(r.by)] for name, matches in bodies.items()}
        missing = [spoken(name) for name, found in by.items() if not found]
        where = tuple(identity for found in by.values() for identity in found[:1])
        return Outcome(
            not missing,
            where,
            f"no decision by {british.day(limit)} is recorded of: {'; '.join(missing)}" if missing else "",
        )

    return run


APPROVED = Predicate(
    "approved",
    "Each of several bodies decided before a day.",
    "bodies, a list of patterns; before, start (of the term) or a date; words, a pattern for what was decided",
    _prepare,
)
