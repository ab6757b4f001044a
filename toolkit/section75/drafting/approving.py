"""An approval as a file: which body decided on which text, under what authority."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from section75.load.emit import named
from section75.value import dataclass

KIND = "approval"
RESOLUTION, DELEGATED = "resolution", "delegated-decision"
EXACT, SUBSTANTIALLY = "exact", "substantially-as-drafted"


@dataclass(frozen=True, slots=True)
class Approving:
    """What a body, or its delegate, decided."""

    requires: str
    """Id of the required approval."""
    on: str
    """Year-month-day."""
    reference: str
    """Minute or decision reference."""
    form: str = EXACT
    delegate: str = ""
    """The role that may decide on later edits."""
    consultees: tuple[str, ...] = ()
    limits: str = ""
    call_in_ends: str = ""
    under: str = ""
    """Of a delegate's decision: id of the approval that delegated it."""

    @property
    def name(self) -> str:
        """Name of its file, e.g. "ap-cabinet-2026-11-26"."""
        return f"{self.requires}-{self.on}{'-delegate' if self.under else ''}"


def approval_file(
    made: Approving, identity: str, agreement: str, version: str, whole: str, parts: Mapping[str, str]
) -> bytes:
    """The file of an approval of the text with these digests."""
    data: dict[str, Any] = {"format": 1, "id": identity, "requires": made.requires}
    data |= {"under": made.under} if made.under else {}
    data |= {"agreement": agreement, "version": version, "on": made.on}
    data |= {"authority": DELEGATED if made.under else RESOLUTION, "reference": made.reference, "form": made.form}
    data |= {"delegate": made.delegate} if made.delegate else {}
    data |= {"consultees": list(made.consultees)} if made.consultees else {}
    data |= {"limits": made.limits} if made.limits else {}
    data |= {"call_in_ends": made.call_in_ends} if made.call_in_ends else {}
    data["digest"] = whole
    data["units"] = [{"unit": unit, "digest": digest} for unit, digest in parts.items()]
    lines = [line for name, value in data.items() for line in named(name, value, 0)]
    return "\n".join((f"# yaml-language-server: $schema=../{KIND}.json", *lines, "")).encode()
