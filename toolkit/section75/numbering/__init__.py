"""Numbers of clauses, schedules, Parts, tables and rows, and the words of references: computed, never stored."""

from section75.numbering.counting import number
from section75.numbering.entries import Entry, Live, Numbers, Piece
from section75.numbering.number import DEEPEST, Beginning, Number, Position
from section75.numbering.tables import Placed, placed_tables

__all__ = [
    "DEEPEST",
    "Beginning",
    "Entry",
    "Live",
    "Number",
    "Numbers",
    "Piece",
    "Placed",
    "Position",
    "number",
    "placed_tables",
]
