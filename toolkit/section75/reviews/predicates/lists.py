"""A list holds a row for each of several things."""

from __future__ import annotations

from section75.language.denial import denied, looks_for_denial
from section75.language.patterns import Pattern
from section75.reviews.outcome import Outcome
from section75.reviews.passage import Words
from section75.reviews.predicates.predicate import Predicate, Run, missing_of
from section75.reviews.predicates.values import Values
from section75.reviews.subject import Subject
from section75.reviews.wording import SAID_OTHERWISE


def _prepare(values: Values) -> Run:
    wanted = values.patterns("words")
    names = values.words("of") if isinstance(values.any("of"), list) else (values.word("of"),)
    of, least = " or ".join(names), values.number("least", absent=len(wanted))

    def run(subject: Subject) -> Outcome:
        rows = [words for words in subject.words if words.sort in names]
        found = {words: [row for row in rows if matches(row.text)] for words, matches in wanted.items()}
        first = {words: _plain(found[words], words, matches) for words, matches in wanted.items()}
        missing = [words for words, identity in first.items() if not identity]
        where = tuple(dict.fromkeys(identity for identity in first.values() if identity))
        if len(wanted) - len(missing) >= least:
            return Outcome(True, where, by_words=True)
        is_denied = sum(map(bool, found.values())) >= least
        said = SAID_OTHERWISE if is_denied else f"not found under {of}: {missing_of(missing, len(wanted))}"
        return Outcome(False, where, said, by_words=True, is_denied=is_denied)

    return run


def _plain(rows: list[Words], words: str, matches: Pattern) -> str:
    """The id of the first row that says it and does not deny it; "" where there is none."""
    return next((row.id for row in rows if looks_for_denial(words) or not denied(row.text, matches)), "")


LISTS = Predicate(
    "lists",
    "A list holds a row for each of several things.",
    "of, the name of a list, or several; words, a list of patterns; least, how many of them suffice (all where absent)",
    _prepare,
)
