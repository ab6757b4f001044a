"""Days that rows state for what comes next: none of them is past."""

from __future__ import annotations

from section75.language import british
from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, Run
from section75.reviews.predicates.values import Values
from section75.reviews.subject import Subject


def _prepare(values: Values) -> Run:
    of, field = values.word("of"), values.word("field")

    def run(subject: Subject) -> Outcome:
        rows = [row for row in subject.rows(of) if row.get(field)]
        if not rows:
            return Outcome(False, (), f"no row under {of} states such a day", by_words=True)
        day = subject.until.isoformat()
        late = [str(row["id"]) for row in rows if str(row[field]) < day]
        said = f"{len(late)} of {len(rows)} under {of} were due before {british.day(day)}" if late else ""
        return Outcome(not late, tuple(late) or tuple(str(row["id"]) for row in rows), said)

    return run


NOT_PAST = Predicate(
    "not-past",
    "No row of a list states a day for what comes next that is past.",
    "of, the name of a list; field, the name of the field that holds the day",
    _prepare,
)
