"""What every row of a schedule's structured data has."""

from __future__ import annotations

from section75.model.units import Id
from section75.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row that prints in a table and can be cited by its id."""

    id: Id
    answers: tuple[str, ...] = ()
    """Ids of statutory tests and review items; not printed."""
    provenance: str = ""
    """The document, section and lines from which it was taken; not printed."""
    notes: str = ""
