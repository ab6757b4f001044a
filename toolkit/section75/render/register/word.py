"""The register in Word: a template that an officer restyles, filled with the risks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from section75.language import british
from section75.language.british import curled
from section75.model import Risk, RiskRegister, Score
from section75.render.register.scores import (
    BANDS,
    IMPACTS,
    LIKELIHOODS,
    MOVEMENTS,
    as_printed,
    band,
    counts,
    linked,
    placed,
    sentence,
    shown,
)
from section75.render.word.form import fill_form


def write_register_docx(
    register: RiskRegister, title: str, illustrative: bool, template: bytes, name: str, names: Mapping[str, str]
) -> bytes:
    """The bytes of a .docx. `title` is the agreement's, `name` the template's file, `names` how each id is cited.

    Raises `TemplateError` where the template cannot be used.
    """
    said = as_printed(register)
    values = _values(said, curled(title), names)
    return fill_form(values, f"{said.title}: {curled(title)}", illustrative, template, name)


def _values(register: RiskRegister, title: str, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "title": title,
        "register_title": register.title,
        "owner": register.owner,
        "reviewed": british.day(register.reviewed) if register.reviewed else "not recorded",
        "review_due": british.day(register.review_due) if register.review_due else "not fixed",
        "counts": [{"letter": b.letter, "word": b.word, "count": n, "fill": b.fill} for b, n in counts(register)],
        "impacts": [f"{i} {word}" for i, word in enumerate(IMPACTS, 1)],
        "heat": [_heat_row(register, likelihood) for likelihood in range(5, 0, -1)],
        "key": [{"letter": b.letter, "word": b.word, "range": _range(i), "fill": b.fill} for i, b in enumerate(BANDS)],
        "risks": [_risk(risk, number, names) for number, risk in enumerate(register.risks, 1)],
    }


def _range(index: int) -> str:
    top = BANDS[index + 1].lowest - 1 if index + 1 < len(BANDS) else 25
    return f"{BANDS[index].lowest} to {top}"


def _heat_row(register: RiskRegister, likelihood: int) -> dict[str, Any]:
    cells = []
    for impact in range(1, 6):
        value = likelihood * impact
        numbers = placed(register, likelihood, impact)
        risks = "Risk" + ("s " if len(numbers) > 1 else " ") + ", ".join(map(str, numbers)) if numbers else ""
        cells.append({"score": f"{value} {band(value).letter}", "risks": risks, "fill": band(value).fill})
    return {"label": f"{likelihood} {LIKELIHOODS[likelihood - 1]}", "cells": cells}


def _risk(risk: Risk, number: int, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "number": number,
        "title": risk.title,
        "sentence": sentence(risk),
        "inherent": _score(risk.inherent),
        "current": _score(risk.current),
        "target": _score(risk.target),
        "movement": MOVEMENTS[risk.movement],
        "controls": list(risk.controls),
        "actions": [
            f"{a.action} ({a.owner}, {british.day(a.due)}, {a.status.replace('-', ' ')})" for a in risk.actions
        ],
        "owner": risk.owner,
        "review_date": british.day(risk.review_date),
        "links": linked(risk, names),
        "source": risk.source,
    }


def _score(score: Score) -> dict[str, str]:
    return {"shown": shown(score), "fill": band(score.value).fill}
