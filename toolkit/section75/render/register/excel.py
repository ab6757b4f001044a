"""The register in Excel: every text written as text, so that `=cmd()` in a risk stays words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from section75.language.british import curled
from section75.model import Risk, RiskRegister
from section75.render.register.scores import (
    BANDS,
    IMPACTS,
    LIKELIHOODS,
    MOVEMENTS,
    as_printed,
    band,
    linked,
    placed,
    sentence,
)
from section75.render.sheets import BASE, fit, heads, set_up, workbook, write

HEADS = (
    ("No.", 5), ("Risk", 24), ("Cause, event and effect", 54), ("Inherent", 10), ("Current", 10), ("Rating", 11),
    ("Target", 10), ("Movement", 11), ("Controls", 34), ("Owner", 26), ("Review", 13), ("Linked to", 30),
    ("Source", 28),
)  # fmt: skip
"""Columns of the register and their widths in characters."""
SCORES = (3, 4, 6)
"""Columns that hold scores."""
ACTION_HEADS = (("Risk", 6), ("Action", 60), ("Owner", 34), ("Due", 14), ("Status", 14))


def write_register_xlsx(register: RiskRegister, title: str, illustrative: bool, names: Mapping[str, str]) -> bytes:
    """The bytes of an .xlsx with sheets for the register, the actions, the heat map and the key."""
    register, title = as_printed(register), curled(title)
    with workbook(register.title) as (book, looks, made):
        looks.update(_band_looks(book))
        _register_sheet(book, looks, register, names)
        _action_sheet(book, looks, register)
        _heat_sheet(book, looks, register)
        _key_sheet(book, looks)
        for sheet in book.worksheets():
            set_up(sheet, title, "Risk register", illustrative)
    return made.bytes


def _band_looks(book: Any) -> dict[str, Any]:
    looks = {}
    for each in BANDS:
        shade = {"bg_color": f"#{each.fill}", "font_color": f"#{each.ink}", "bold": True}
        looks[each.letter] = book.add_format({**BASE, **shade, "text_wrap": True, "align": "center"})
        looks[f"when {each.letter}"] = book.add_format(shade)
    return looks


def _register_sheet(book: Any, looks: dict[str, Any], register: RiskRegister, names: Mapping[str, str]) -> None:
    sheet = book.add_worksheet("Register")
    heads(sheet, looks, HEADS)
    for row, risk in enumerate(register.risks, 1):
        _risk_row(sheet, looks, row, risk, names)
    last = max(1, len(register.risks))
    sheet.autofilter(0, 0, last, len(HEADS) - 1)
    for column in SCORES:
        for each, above in zip(BANDS, (*BANDS[1:], None), strict=True):
            top = above.lowest - 1 if above else 25
            rule = {"type": "cell", "criteria": "between", "minimum": each.lowest, "maximum": top}
            sheet.conditional_format(1, column, last, column, {**rule, "format": looks[f"when {each.letter}"]})
    for each in BANDS:
        rule = {"type": "cell", "criteria": "==", "value": f'"{each.letter} {each.word}"'}
        sheet.conditional_format(1, 5, last, 5, {**rule, "format": looks[f"when {each.letter}"]})


def _risk_row(sheet: Any, looks: dict[str, Any], row: int, risk: Risk, names: Mapping[str, str]) -> None:
    rating = band(risk.current.value)
    texts = {
        1: risk.title,
        2: sentence(risk),
        5: f"{rating.letter} {rating.word}",
        7: MOVEMENTS[risk.movement],
        8: "\n".join(risk.controls),
        9: risk.owner,
        11: linked(risk, names),
        12: risk.source,
    }
    for column, text in texts.items():
        write(sheet, row, column, text, looks["text"])
    fit(sheet, row, ((text, HEADS[column][1]) for column, text in texts.items()))
    scores = (risk.inherent, risk.current, risk.target)
    for column, number in ((0, row), *zip(SCORES, (score.value for score in scores), strict=True)):
        sheet.write_number(row, column, number, looks["number"])
    sheet.write_datetime(row, 10, date.fromisoformat(risk.review_date), looks["date"])


def _action_sheet(book: Any, looks: dict[str, Any], register: RiskRegister) -> None:
    sheet = book.add_worksheet("Actions")
    heads(sheet, looks, ACTION_HEADS)
    row = 0
    for number, risk in enumerate(register.risks, 1):
        for action in risk.actions:
            row += 1
            sheet.write_number(row, 0, number, looks["number"])
            write(sheet, row, 1, action.action, looks["text"])
            write(sheet, row, 2, action.owner, looks["text"])
            fit(sheet, row, ((action.action, ACTION_HEADS[1][1]), (action.owner, ACTION_HEADS[2][1])))
            sheet.write_datetime(row, 3, date.fromisoformat(action.due), looks["date"])
            write(sheet, row, 4, action.status.replace("-", " "), looks["text"])
    sheet.autofilter(0, 0, max(1, row), len(ACTION_HEADS) - 1)


def _heat_sheet(book: Any, looks: dict[str, Any], register: RiskRegister) -> None:
    sheet = book.add_worksheet("Heat map")
    heads(sheet, looks, (("Likelihood \\ Impact", 22), *((f"{i} {word}", 18) for i, word in enumerate(IMPACTS, 1))))
    for row, likelihood in enumerate(range(5, 0, -1), 1):
        sheet.set_row(row, 48)
        write(sheet, row, 0, f"{likelihood} {LIKELIHOODS[likelihood - 1]}", looks["head"])
        for impact in range(1, 6):
            rating = band(likelihood * impact)
            numbers = ", ".join(map(str, placed(register, likelihood, impact)))
            said = f"{likelihood * impact} {rating.letter}" + (f"\nRisk {numbers}" if numbers else "")
            write(sheet, row, impact, said, looks[rating.letter])


def _key_sheet(book: Any, looks: dict[str, Any]) -> None:
    sheet = book.add_worksheet("Key")
    heads(sheet, looks, (("Letter", 10), ("Rating", 16), ("Lowest score", 14)))
    for row, each in enumerate(BANDS, 1):
        write(sheet, row, 0, each.letter, looks[each.letter])
        write(sheet, row, 1, each.word, looks["text"])
        sheet.write_number(row, 2, each.lowest, looks["number"])
