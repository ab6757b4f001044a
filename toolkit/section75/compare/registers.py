"""Two states of a risk register: risks paired by id, field by field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from section75.compare import words
from section75.compare.departure import RISKS, Departure
from section75.compare.kinds import kinds_of, of_substance
from section75.compare.marked import MarkedRun, Verdict
from section75.compare.vocabulary import NO_VOCABULARY, Vocabulary
from section75.document import Text
from section75.language.british import curled
from section75.model import Risk, RiskRegister, Score

Field = tuple[str, str]


def register_departures(
    old: RiskRegister | None, new: RiskRegister | None, vocabulary: Vocabulary = NO_VOCABULARY
) -> tuple[Departure, ...]:
    """The risks added, removed and edited, in the order of the new register."""
    before = {risk.id: risk for risk in old.risks} if old else {}
    after = {risk.id: risk for risk in new.risks} if new else {}
    found = [_departure(before.get(identity), risk, vocabulary) for identity, risk in after.items()]
    found += [_departure(risk, None, vocabulary) for identity, risk in before.items() if identity not in after]
    return tuple(departure for departure in found if departure is not None)


def _departure(old: Risk | None, new: Risk | None, vocabulary: Vocabulary) -> Departure | None:
    if old == new:
        return None
    before, after = dict(_fields(old)), dict(_fields(new))
    both = old is not None and new is not None
    names = [name for name in (before | after) if not both or before.get(name) != after.get(name)]
    was, now = (_said(each, names) for each in (before, after))
    verdict = Verdict.EDITED if both else Verdict.ADDED if new else Verdict.REMOVED
    here = new or old
    assert here is not None  # noqa: S101 -- two that are None are equal
    runs = words.marked((Text(was),), (Text(now),)) if both else _whole(was, now)
    where = f"Risk register: {here.title}"
    kinds = kinds_of(runs, vocabulary) if both else of_substance(kinds_of(runs, vocabulary))
    return Departure(
        id=here.id, where=where, was=was, now=now, verdicts=(verdict,), kinds=kinds, runs=runs, schedule=RISKS
    )


def _fields(risk: Risk | None) -> Iterator[Field]:
    for field in fields(risk) if risk else ():
        value = getattr(risk, field.name)
        if field.name != "id" and value:
            yield field.name.replace("_", " "), _value(value)


def _value(value: object) -> str:
    if isinstance(value, Score):
        return f"{value.likelihood} by {value.impact}, {value.value}"
    if isinstance(value, tuple):
        return "; ".join(_value(item) for item in value)
    if isinstance(value, str):
        return curled(value)
    return ", ".join(str(getattr(value, field.name)) for field in fields(value) if field.name != "id")  # type: ignore[arg-type]  # a row of the model


def _said(risk: dict[str, str], names: list[str]) -> str:
    return "; ".join(f"{name}: {risk[name]}" for name in names if name in risk)


def _whole(was: str, now: str) -> tuple[MarkedRun, ...]:
    return words.removed((Text(was),)) if was else words.added((Text(now),))
