"""The bodies that may be parties: National Health Service Act 2006, section 75(1); regulation 3 of the Regulations."""

from __future__ import annotations

from collections.abc import Collection

COUNCIL = "council"
COMBINED_AUTHORITY = "combined-authority"
COUNCIL_SIDE = (COUNCIL, COMBINED_AUTHORITY)
"""Who stands on the side of local government: section 75(1) and (7A) to (7J)."""
NHS_TRUST = "nhs-trust"
CARE_TRUST = "care-trust"
"""An NHS trust, or a body that followed it, which is designated under section 77."""

EXISTED: dict[str, tuple[str, str]] = {
    COUNCIL: ("", ""),
    COMBINED_AUTHORITY: ("2016-01-28", ""),
    NHS_TRUST: ("", ""),
    CARE_TRUST: ("2002-04-01", ""),
    "nhs-foundation-trust": ("", ""),
    "primary-care-trust": ("", "2013-03-31"),
    "clinical-commissioning-group": ("2013-04-01", "2022-06-30"),
    "integrated-care-board": ("2022-07-01", ""),
    "nhs-england": ("2013-04-01", ""),
}
"""Each kind of body, with the first and last day on which it could enter an arrangement; "" where there is no such day.

Regulation 3, as amended by SI 2012/3094 and SI 2022/634; for combined authorities the Cities and Local Government
Devolution Act 2016, whose day of commencement was not confirmed.
"""


def existed(kind: str, day: str) -> bool:
    """Whether a body of this kind could enter an arrangement on a day (year-month-day); True for an unknown kind."""
    first, last = EXISTED.get(kind, ("", ""))
    return first <= day and (not last or day <= last)


def joins_both(kinds: Collection[str]) -> bool:
    """Whether the kinds of the parties hold at least one council and one NHS body: section 75(1)."""
    return any(map(on_council_side, kinds)) and not all(map(on_council_side, kinds))


def on_council_side(kind: str) -> bool:
    """Whether a body is a local authority or a combined authority."""
    return kind in COUNCIL_SIDE
