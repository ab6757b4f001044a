"""Every row that matches `where` also matches `like`, e.g. every delegated service has a lead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from section75.reviews.outcome import MOST, Outcome
from section75.reviews.predicates.predicate import Predicate, Run
from section75.reviews.predicates.values import Values
from section75.reviews.subject import Subject
from section75.reviews.wording import goes_by_words, of_rows, sought
from section75.schema.matching import matcher


def _prepare(values: Values) -> Run:
    of, needed, some = values.word("of"), values.flag("needed"), values.flag("some")
    meant, like = matcher(values.any("where")), matcher(values.any("like"))
    by_words, patterns = goes_by_words(values.any("like")), tuple(sought(values.any("like")))

    def run(subject: Subject) -> Outcome:
        rows = [row for row in _rows(subject, of) if meant(row)]
        if not rows:
            # A list that is not there at all is no reason to leave the question out.
            is_listed = bool(subject.rows(of)) and not needed
            said = f"there is no such row under {of}"
            return Outcome(None if is_listed else False, (), said, by_words=by_words or not needed)
        right = _ids(row for row in rows if like(row))
        if len(right) == len(rows) or (some and right):
            outcome = Outcome(True, right)
            return of_rows(outcome, rows, patterns) if by_words else outcome
        wrong = _ids(row for row in rows if not like(row))
        said = f"these under {of} do not meet the test: {', '.join(wrong[:MOST])}"
        return Outcome(False, wrong, said, by_words=by_words)

    return run


def _ids(rows: Iterator[dict[str, Any]]) -> tuple[str, ...]:
    return tuple(str(row.get("id", "")) for row in rows)


def _rows(subject: Subject, of: str) -> Iterator[dict[str, Any]]:
    """The rows of a list; a field that names a party also has its kind, e.g. `line_management_kind`."""
    kinds: dict[str, str] = {party.id: party.kind for party in subject.agreement.parties}
    for row in subject.rows(of):
        named = {f"{field}_kind": kinds[v] for field, v in row.items() if isinstance(v, str) and v in kinds}
        yield {**row, **named}


ROWS = Predicate(
    "rows",
    "Every row that matches `where` also matches `like`.",
    "of, the name of a list; where, a JSON Schema for the rows that are meant, and like, one that they must match, in "
    "both of which a field that names a party also has its kind, e.g. line_management_kind; needed, true where there "
    "must be such a row; some, true where it is enough that one of them matches",
    _prepare,
)
