"""The words of a clause, a recital, a definition or a row match a pattern."""

from __future__ import annotations

from section75.language.patterns import Pattern
from section75.reviews.outcome import MOST, Outcome
from section75.reviews.predicates.predicate import Predicate, Run, spoken
from section75.reviews.predicates.values import Values
from section75.reviews.subject import Subject


def _prepare(values: Values) -> Run:
    matches, within = values.pattern("words"), frozenset(values.words("in", absent=()))
    unless = values.maybe("unless")
    asked, there = _called_for(values) if values.gives("when") else (None, frozenset())
    plain = spoken(values.word("words"))
    # A pattern means nothing to a reader; what to do about it stands in the advice of the test.
    said = "nothing in the agreement says so" if "\\" in plain else f'nothing says "{plain}"'

    def run(subject: Subject) -> Outcome:
        if asked and not subject.passages.holding(asked, 1, there):
            return Outcome(None, (), "nothing in the agreement calls for it")
        found = subject.passages.holding(matches, MOST, within, unless)
        return Outcome(bool(found), found, "" if found else said)

    return run


def _called_for(values: Values) -> tuple[Pattern, frozenset[str]]:
    when = Values(values.any("when"))
    found = when.pattern("words"), frozenset(when.words("in", absent=()))
    when.refuse_unasked()
    return found


SAYS = Predicate(
    "says",
    "Some clause, recital, definition or row says it.",
    "words, a pattern; in, a list of clauses, recitals, definitions, names of lists or kinds of schedule; unless, "
    "a pattern that the same words must not match; when, words and in that must match first for the test to apply",
    _prepare,
)
