"""The bodies that may be parties: National Health Service Act 2006, section 75(1); regulation 3 of the Regulations."""

from __future__ import annotations

from collections.abc import Collection

COUNCIL = "council"
NHS_TRUST = "nhs-trust"

EXISTED: dict[str, tuple[str, str]] = {
    COUNCIL: ("", ""),
    NHS_TRUST: ("", ""),
    "nhs-foundation-trust": ("", ""),
    "primary-care-trust": ("", "2013-03-31"),
    "clinical-commissioning-group": ("2013-04-01", "2022-06-30"),
    "integrated-care-board": ("2022-07-01", ""),
    "nhs-england": ("2013-04-01", ""),
}
"""Each kind of body, with the first and last day on which it could enter an arrangement; "" where there is no such day.

Regulation 3, as amended by SI 2012/3094 and SI 2022/634.
"""


def existed(kind: str, day: str) -> bool:
    """Whether a body of this kind could enter an arrangement on a day (year-month-day); True for an unknown kind."""
    first, last = EXISTED.get(kind, ("", ""))
    return first <= day and (not last or day <= last)


def joins_both(kinds: Collection[str]) -> bool:
    """Whether the kinds of the parties hold at least one council and one NHS body: section 75(1)."""
    return COUNCIL in kinds and any(kind != COUNCIL for kind in kinds)
