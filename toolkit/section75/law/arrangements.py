"""The three types of arrangement: National Health Service Act 2006, section 75(2); the Regulations, 7 to 9."""

from __future__ import annotations

from section75.law.bodies import on_council_side
from section75.value import dataclass

POOLED_FUND = "pooled-fund"
NHS_FOR_COUNCIL = "nhs-exercises-council-functions"
COUNCIL_FOR_NHS = "council-exercises-nhs-functions"


@dataclass(frozen=True, slots=True)
class ArrangementType:
    """One type of arrangement."""

    regulation: str
    """The number of its regulation, e.g. "8"."""
    label: str
    """Its name in a table."""
    phrase: str
    """Its name in a sentence."""


ARRANGEMENT_TYPES = {
    POOLED_FUND: ArrangementType("7", "pooled fund", "a pooled fund"),
    NHS_FOR_COUNCIL: ArrangementType("8", "NHS body for council", "functions of a council exercised by an NHS body"),
    COUNCIL_FOR_NHS: ArrangementType("9", "council for NHS body", "functions of an NHS body exercised by a council"),
}
"""Every type, by the value of the field `type`."""

NEEDS_CONSENT = (POOLED_FUND, COUNCIL_FOR_NHS)
"""Types for which an NHS trust needs the consent of its commissioners: regulations 7(2) and 9(2)."""


def wrong_way_round(arrangement_type: str, exercised_by: str, on_behalf_of: str) -> bool:
    """Whether the two kinds of body stand in the wrong roles for this type: regulations 8(1) and 9(1).

    A pooled fund can be hosted by either, so it is never the wrong way round.
    """
    if arrangement_type == NHS_FOR_COUNCIL:
        return on_council_side(exercised_by) or not on_council_side(on_behalf_of)
    if arrangement_type == COUNCIL_FOR_NHS:
        return not on_council_side(exercised_by) or on_council_side(on_behalf_of)
    return False
