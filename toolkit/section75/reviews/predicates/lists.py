"""A list holds a row for each of several things."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from section75.patterns import pattern
from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, Run, only, spoken
from section75.reviews.subject import Subject


def _prepare(values: Mapping[str, Any]) -> Run:
    only(values, "of", "words", "least")
    wanted = {words: pattern(words) for words in values["words"]}
    names = [values["of"]] if isinstance(values["of"], str) else list(values["of"])
    of, least = " or ".join(names), int(values.get("least", len(wanted)))

    def run(subject: Subject) -> Outcome:
        rows = [words for words in subject.words if words.sort in names]
        first = {words: next((row.id for row in rows if matches(row.text)), "") for words, matches in wanted.items()}
        missing = [spoken(words) for words, identity in first.items() if not identity]
        where = tuple(dict.fromkeys(identity for identity in first.values() if identity))
        if len(wanted) - len(missing) >= least:
            return Outcome(True, where)
        return Outcome(False, where, f"under {of} nothing says: " + "; ".join(missing))

    return run


LISTS = Predicate(
    "lists",
    "A list holds a row for each of several things.",
    "of, the name of a list, or several; words, a list of patterns; least, how many of them suffice (all where absent)",
    _prepare,
)
