"""Numbers of clauses, schedules, Parts, tables and rows, and the words of references: computed, never stored."""

from section75.numbering.counting import number
from section75.numbering.entries import Entry, Live, Numbers, Piece
from section75.numbering.number import DEEPEST, Beginning, Number, Position
from section75.numbering.recorded import held_numbers, recorded
from section75.numbering.tables import Placed, placed_tables
from section75.numbering.unused import NOT_USED, with_unused

__all__ = [
    "DEEPEST",
    "NOT_USED",
    "Beginning",
    "Entry",
    "Live",
    "Number",
    "Numbers",
    "Piece",
    "Placed",
    "Position",
    "held_numbers",
    "number",
    "placed_tables",
    "recorded",
    "with_unused",
]
