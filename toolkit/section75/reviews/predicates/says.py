"""The words of a clause, a recital, a definition or a row match a pattern."""

from __future__ import annotations

from section75.language.denial import looks_for_denial
from section75.language.patterns import Pattern
from section75.reviews.outcome import MOST, Outcome
from section75.reviews.predicates.predicate import Predicate, Run
from section75.reviews.predicates.values import Values
from section75.reviews.subject import Subject
from section75.reviews.wording import of_words

NOT_SAID = "no such words were found"
"""A pattern means nothing to a reader; what to do about it stands in the advice of the test."""


def _prepare(values: Values) -> Run:
    matches, within = values.pattern("words"), frozenset(values.words("in", absent=()))
    unless = values.maybe("unless")
    asked, there = _called_for(values) if values.gives("when") else (None, frozenset())
    is_negative = values.flag("negative") or looks_for_denial(values.word("words"))

    def run(subject: Subject) -> Outcome:
        if asked and not subject.passages.holding(asked, 1, there):
            return Outcome(None, (), "nothing in the agreement calls for it", by_words=True)
        found = subject.passages.holding(matches, MOST, within, unless)
        return of_words(subject, Outcome(bool(found), found, "" if found else NOT_SAID), matches, is_negative)

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
    "a pattern that the same words must not match; when, words and in that must match first for the test to apply; "
    "negative, true where it is said by denying, e.g. nothing is entered twice",
    _prepare,
)
