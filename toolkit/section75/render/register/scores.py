"""What a score is called and how it is shaded, and the words that both writers share.

Bands of the NHS risk matrix (National Patient Safety Agency, A risk matrix for risk managers, 2008): 1 to 3 low, 4 to 6
moderate, 8 to 12 high, 15 to 25 extreme. Each has a letter, so that nothing rests on colour, and the fills grow darker
with the score, so that the map reads in grey.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from section75.language.british import curled
from section75.model import Risk, RiskRegister, Score
from section75.value import dataclass

LIKELIHOODS = ("Rare", "Unlikely", "Possible", "Likely", "Almost certain")
IMPACTS = ("Negligible", "Minor", "Moderate", "Major", "Severe")
MOVEMENTS = {
    "new": "new",
    "up": "\u2191 up",
    "same": "\u2192 same",
    "down": "\u2193 down",
    "closed": "closed",
}


@dataclass(frozen=True, slots=True)
class Band:
    """One band of scores."""

    letter: str
    word: str
    lowest: int
    fill: str
    """Background, as six hexadecimal digits."""
    ink: str
    """Text on it; contrast is at least 4.5 to 1."""


BANDS = (
    Band("L", "Low", 1, "F1F8ED", "000000"),
    Band("M", "Moderate", 4, "FFDF80", "000000"),
    Band("H", "High", 8, "F4A460", "000000"),
    Band("E", "Extreme", 15, "8B1A1A", "FFFFFF"),
)


def band(value: int) -> Band:
    """The band of a score from 1 to 25."""
    return next(each for each in reversed(BANDS) if value >= each.lowest)


def shown(score: Score) -> str:
    """A score in figures and letter, e.g. 16 E."""
    return f"{score.value} {band(score.value).letter}"


def as_printed(value: Any) -> Any:
    """The register, or whatever it holds, with curly quotation marks and apostrophes as in the agreement."""
    if isinstance(value, str):
        return curled(value)
    if isinstance(value, tuple):
        return tuple(map(as_printed, value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: as_printed(getattr(value, field.name)) for field in fields(value)})
    return value


def sentence(risk: Risk) -> str:
    """Cause, event and effect as one sentence."""
    cause, event, effect = _tidy(risk.cause), _tidy(risk.event), _tidy(risk.effect)
    return f"Because {cause}, there is a risk that {event}, with the effect that {effect}."


def _tidy(part: str) -> str:
    return part.strip().rstrip(".")


def placed(register: RiskRegister, likelihood: int, impact: int) -> tuple[int, ...]:
    """The numbers of the open risks whose current score stands in one square of the map."""
    return tuple(
        number
        for number, risk in enumerate(register.risks, 1)
        if (risk.current.likelihood, risk.current.impact) == (likelihood, impact) and risk.movement != "closed"
    )


def counts(register: RiskRegister) -> Iterator[tuple[Band, int]]:
    """How many open risks stand in each band, the highest first."""
    values = [risk.current.value for risk in register.risks if risk.movement != "closed"]
    for each in reversed(BANDS):
        yield each, sum(band(value) is each for value in values)


def linked(risk: Risk, names: Mapping[str, str]) -> str:
    """What the risk is linked to, as it is cited."""
    return "; ".join(names.get(target, target) for target in risk.links)
