"""A clause and a definition: the same form in an agreement and in a schedule."""

from __future__ import annotations

from section75.model.units import Id, Prose
from section75.value import dataclass


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause, a sub-clause or a paragraph of a schedule."""

    id: Id
    heading: Prose = Prose("")
    text: Prose = Prose("")
    clauses: tuple[Clause, ...] = ()
    closing: Prose = Prose("")
    """Words that follow the sub-clauses and belong to the whole clause."""
    table: str = ""
    """Name of the list of structured data, or id of the table, that prints here."""
    not_used: bool = False
    """The clause was removed and its number is kept."""
    answers: tuple[str, ...] = ()
    """Ids of statutory tests and review items; not printed."""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Definition:
    """A defined term and its meaning."""

    id: Id
    term: str
    meaning: Prose
    answers: tuple[str, ...] = ()
