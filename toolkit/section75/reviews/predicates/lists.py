"""A list holds a row for each of several things."""

from __future__ import annotations

from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, Run, spoken
from section75.reviews.predicates.values import Values
from section75.reviews.subject import Subject


def _prepare(values: Values) -> Run:
    wanted = values.patterns("words")
    names = values.words("of") if isinstance(values.any("of"), list) else (values.word("of"),)
    of, least = " or ".join(names), values.number("least", absent=len(wanted))

    def run(subject: Subject) -> Outcome:
        rows = [words for words in subject.words if words.sort in names]
        first = {words: next((row.id for row in rows if matches(row.text)), "") for words, matches in wanted.items()}
        missing = [spoken(words) for words, identity in first.items() if not identity]
        where = tuple(dict.fromkeys(identity for identity in first.values() if identity))
        if len(wanted) - len(missing) >= least:
            return Outcome(True, where)
        return Outcome(False, where, f"nothing under {of} says: " + "; ".join(missing))

    return run


LISTS = Predicate(
    "lists",
    "A list holds a row for each of several things.",
    "of, the name of a list, or several; words, a list of patterns; least, how many of them suffice (all where absent)",
    _prepare,
)
