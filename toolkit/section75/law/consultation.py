"""Joint consultation before an arrangement is made: regulation 4(2) and (2A) of the Regulations."""

from __future__ import annotations

from collections.abc import Collection

from section75.law.arrangements import POOLED_FUND

EXEMPT_FROM = "2016-04-01"
"""From this day a pooled fund of the Better Care Fund needs no consultation.

Regulation 4(2A), put in by SI 2015/1940: agreements under section 223GA(3) of the 2006 Act.
"""


def exemption_possible(start: str, types: Collection[str]) -> bool:
    """Whether an agreement that starts on a day and has these types of arrangement could rely on the exemption."""
    return start >= EXEMPT_FROM and POOLED_FUND in types


def exemption_covers_all(start: str, types: Collection[str]) -> bool:
    """Whether the exemption could cover all that is arranged: it reaches a pooled fund and nothing beside it."""
    return start >= EXEMPT_FROM and all(each == POOLED_FUND for each in types)
