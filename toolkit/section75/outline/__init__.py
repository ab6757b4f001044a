"""What any file holds as units: everything that has an id, with its own values and its place; and changes of them.

Works on plain data, whatever the kind of file, so that comparing, merging and editing speak of the same units.
"""

from section75.outline.changes import (
    Change,
    Changing,
    FieldRemoved,
    FieldSet,
    UnitAdded,
    UnitMoved,
    UnitRemoved,
    applied,
)
from section75.outline.plain import plain_copy, same
from section75.outline.units import WHOLE, Keys, Outline, Path, Unit, below, holds_units, named, outline

__all__ = [
    "WHOLE",
    "Change",
    "Changing",
    "FieldRemoved",
    "FieldSet",
    "Keys",
    "Outline",
    "Path",
    "Unit",
    "UnitAdded",
    "UnitMoved",
    "UnitRemoved",
    "applied",
    "below",
    "holds_units",
    "named",
    "outline",
    "plain_copy",
    "same",
]
