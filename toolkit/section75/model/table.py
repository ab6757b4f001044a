"""A table of a schedule, with rows that have ids."""

from __future__ import annotations

from decimal import Decimal

from section75.model.row import Row
from section75.model.units import Id, Prose, Ref
from section75.value import dataclass

NUMERIC = ("number", "pounds", "per-cent", "wte")
"""Units of a column whose cells are numbers."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    id: Id
    heading: Prose
    unit: str = "words"
    """How numbers are written: words, number, pounds, per-cent, wte or date."""
    total: bool = False
    """The column is added up."""
    stated_total: Decimal | None = None
    """The total that the source states; checked against the sum."""
    least: Decimal | None = None
    """The lowest value that the scale of the column allows."""
    most: Decimal | None = None
    sum_of: tuple[Ref, ...] = ()
    """The columns of the same row that this one adds up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow(Row):
    """One row; a cell for each column."""

    cells: tuple[Prose | Decimal, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a title and computed totals."""

    id: Id
    title: Prose
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    tolerance: Decimal = Decimal(0)
    """How far a stated total may lie from the sum because of rounding."""
    provenance: str = ""
    notes: str = ""
