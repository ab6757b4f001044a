"""Each body decided, on a day that is recorded."""

from __future__ import annotations

from datetime import date

from section75.language import british
from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, Run, missing_of
from section75.reviews.predicates.values import Values
from section75.reviews.subject import Subject


def _prepare(values: Values) -> Run:
    bodies = values.patterns("bodies")
    before, words = _limit(values), values.pattern("words", absent="")

    def run(subject: Subject) -> Outcome:
        limit = before or subject.agreement.term.start
        made = [r for r in subject.done if r.kind == "decision" and r.on <= limit and words(f"{r.title} {r.decision}")]
        by = {name: [r.id for r in made if matches(r.by)] for name, matches in bodies.items()}
        missing = [name for name, found in by.items() if not found]
        where = tuple(identity for found in by.values() for identity in found[:1])
        said = f"no decision by {british.day(limit)} is recorded of: {missing_of(missing, len(bodies))}"
        return Outcome(not missing, where, said if missing else "", by_words=bool(missing and made))

    return run


def _limit(values: Values) -> str:
    """The day by which; "" for the start of the term."""
    before = values.word("before", absent="start")
    return "" if before == "start" else date.fromisoformat(before).isoformat()


APPROVED = Predicate(
    "approved",
    "Each of several bodies decided before a day.",
    "bodies, a list of patterns; before, start (of the term) or a date; words, a pattern for what was decided",
    _prepare,
)
