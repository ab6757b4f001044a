"""Something says it: a clause, a recital, a definition or a row whose words match."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from section75.patterns import pattern
from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, Run, only, spoken
from section75.reviews.subject import Subject

MOST = 6
"""Places named; more tell a reader nothing."""


def _prepare(values: Mapping[str, Any]) -> Run:
    only(values, "words", "in", "when")
    matches, within = pattern(values["words"]), frozenset(values.get("in", ()))
    when: Mapping[str, Any] = values.get("when", {})
    asked, there = pattern(when.get("words", "")), frozenset(when.get("in", ()))
    plain = spoken(values["words"])
    # A pattern means nothing to a reader; what to do about it stands in the advice of the test.
    said = "nothing in the agreement says so" if "\\" in plain else f'nothing says "{plain}"'

    def run(subject: Subject) -> Outcome:
        if when and not subject.passage(there).holding(asked, 1):
            return Outcome(None, (), "nothing in the agreement calls for it")
        found = subject.passage(within).holding(matches, MOST)
        return Outcome(bool(found), found, "" if found else said)

    return run


SAYS = Predicate(
    "says",
    "Some clause, recital, definition or row says it.",
    "words, a pattern; in, a list of clauses, recitals, definitions, names of lists or kinds of schedule; when, "
    "words and in of what calls for it",
    _prepare,
)
