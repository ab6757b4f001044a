"""What is in force from when to when, with the words by which an agreement names it."""

from __future__ import annotations

from section75.model.units import Day, Ref
from section75.value import dataclass


@dataclass(frozen=True, slots=True)
class LawEntry:
    """An enactment or a provision of one, a body, a return, a programme or a professional regulator."""

    id: str
    kind: str
    name: str
    words: tuple[str, ...]
    """The words that name it, capitals and all."""
    source: str
    confirmed: str
    """`read`, `settled` or `unconfirmed`."""
    looked_at: Day
    unless: tuple[str, ...] = ()
    """Longer words that mean something else."""
    from_: Day = Day("")
    """First day in force; "" where it does not matter."""
    to: Day = Day("")
    """Last day in force; "" where none is known."""
    not_in_force: bool = False
    renamed: bool = False
    known: Day = Day("")
    """From when it was known that it would end or begin."""
    followed_by: tuple[Ref, ...] = ()
    do: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Law:
    """A file of entries: the toolkit's own for England, or one that a council adds."""

    format: int
    id: str
    title: str
    as_at: Day
    entries: tuple[LawEntry, ...]
