"""What a test of a catalogue can use: the predicates, and the lists of an agreement. Returns strings."""

from __future__ import annotations

from section75.reviews import Subject
from section75.reviews.assembled import list_names
from section75.reviews.predicates import TABLE


def predicates_text() -> str:
    """Every predicate, what it is about and what it takes."""
    return "".join(f"{p.name}\n    {p.about}\n    takes: {p.takes}\n" for p in TABLE)


def lists_text(subject: Subject) -> str:
    """Every list that a test can look through in an agreement, how long it is, and the fields of its rows."""
    lines = []
    for name in list_names(subject.data):
        rows = subject.data[name]
        fields = dict.fromkeys(key for row in rows for key in row)
        lines.append(f"{name}  ({len(rows)})\n    {', '.join(fields)}\n")
    return "".join(lines)
