"""What became of each part of an agreement since its digests were noted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from section75.document import EXECUTION
from section75.signoff.digest import TERM
from section75.value import dataclass

REST = "agreement"
"""Stands for what no part holds: the title, the version, the reference, and the order of the parts."""
MOST = 12
"""Parts that are named; of the rest it is said how many there are."""
WITHOUT_ID = {
    REST: "the title, the version, the reference or the order of the parts",
    TERM: "the term",
    EXECUTION: "the execution",
}


@dataclass(frozen=True, slots=True)
class Changed:
    """A part of the agreement that is not what was approved."""

    unit: str
    """Its id; `agreement` for the title, the version, the reference and the order of the parts."""
    became: str
    """`changed`, `gone` or `new`."""


def changes(then: Mapping[str, str], now: Mapping[str, str]) -> tuple[Changed, ...]:
    """What became of each part; the rest of the agreement where none of them differs."""
    found = tuple(_changes(then, now))
    return found or (Changed(REST, "changed"),)


def _changes(then: Mapping[str, str], now: Mapping[str, str]) -> Iterator[Changed]:
    for unit, digest in now.items():
        if unit not in then:
            yield Changed(unit, "new")
        elif then[unit] != digest:
            yield Changed(unit, "changed")
    yield from (Changed(unit, "gone") for unit in then if unit not in now)


def changed_lines(changed: Sequence[Changed], names: Mapping[str, str]) -> list[str]:
    """What became of each part, in words: "clause 12 has changed"."""
    lines = [_said(each, names) for each in changed[:MOST]]
    more = len(changed) - MOST
    return [*lines, f"and {more} more"] if more > 0 else lines


def _said(changed: Changed, names: Mapping[str, str]) -> str:
    what = WITHOUT_ID.get(changed.unit) or names.get(changed.unit) or changed.unit
    became = {"changed": "has changed", "new": "is new", "gone": "is gone"}[changed.became]
    return f"{what} {became}"
