"""The values of a file in words, with the sign of what they measure, which the file leaves to the schema."""

from __future__ import annotations

import re

from section75.model import SCHEDULE_KINDS
from section75.model.leaves import unit_at
from section75.model.units import Months, Pounds
from section75.outline.units import Path, Unit

FIGURE = re.compile(r"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])")
"""A figure as a file gives it."""


def measured(shown: str, unit: Unit | None, path: Path, kind: str) -> str:
    """The words of one field of a unit: `500000` as £500000, `6` as 6 months. `kind` is that of the schedule."""
    if unit is None or not FIGURE.search(shown):
        return shown
    declared = unit_at(SCHEDULE_KINDS[kind], (*unit.keys, *path)) if kind in SCHEDULE_KINDS else None
    if declared is Pounds:
        return FIGURE.sub("\u00a3\\g<0>", shown)
    if declared is Months:
        return FIGURE.sub("\\g<0> months", shown)
    return FIGURE.sub("\\g<0>%", shown) if unit.fields.get(("unit",)) == "per-cent" else shown
