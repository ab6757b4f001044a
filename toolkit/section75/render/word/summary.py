"""The departures in front of a redline: where, was, now, what kind of change, and a column for the board's comment."""

from __future__ import annotations

from collections.abc import Sequence

from section75.compare import Mark
from section75.compare.departures import Departure
from section75.document import Column, Line, Row, Runs, Table, Text
from section75.render.word.marks import Bookmarks
from section75.render.word.revisions import Revisions
from section75.render.word.styles import Styles
from section75.render.word.tables import TableWriter

COLUMNS = (Column("Where", 3), Column("Was", 5), Column("Now", 5), Column("Change", 3), Column("Comment", 3))
LONGEST = 600
"""Characters of a clause that a cell shows; the whole stands in the redline itself."""


def summary_xml(found: Sequence[Departure], styles: Styles) -> str:
    """The table of departures, or a line that says there are none."""
    rows = tuple(_row(departure, number) for number, departure in enumerate(found, 1))
    caption = (Text(f"what has changed, {len(rows)} in all"),)
    table = Table("", "A", caption, COLUMNS, rows)
    return "".join(TableWriter(styles, Bookmarks(), Revisions()).table(table, Mark.KEPT))


def _row(departure: Departure, number: int) -> Row:
    change: tuple[Line, ...] = (Line(_runs(", ".join(departure.verdicts))), Line(_runs(departure.about)))
    if departure.likeness:
        change += (Line(_runs(f"paired by likeness, {departure.likeness:.0%}")),)
    cells = ((Line(_runs(departure.where)),), _cell(departure.was), _cell(departure.now), change, ())
    return Row(cells, number=str(number))


def _cell(words: str) -> tuple[Line, ...]:
    short = words if len(words) <= LONGEST else f"{words[:LONGEST]} ..."
    return (Line(_runs(short)),)


def _runs(words: str) -> Runs:
    return (Text(words),) if words else ()
