"""The register in Excel: every text written as text, so that `=cmd()` in a risk stays words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

from section75.errors import OutputError
from section75.language.british import curled
from section75.model import Risk, RiskRegister
from section75.render.package import read_parts, write_parts
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

HEADS = (
    ("No.", 5), ("Risk", 24), ("Cause, event and effect", 54), ("Inherent", 10), ("Current", 10), ("Rating", 11),
    ("Target", 10), ("Movement", 11), ("Controls", 34), ("Owner", 26), ("Review", 13), ("Linked to", 30),
    ("Source", 28),
)  # fmt: skip
"""Columns of the register and their widths in characters."""
SCORES = (3, 4, 6)
"""Columns that hold scores."""
ACTION_HEADS = (("Risk", 6), ("Action", 60), ("Owner", 34), ("Due", 14), ("Status", 14))
LONGEST = 32_767
"""UTF-16 units that a cell of Excel holds."""
MOST_BREAKS = 252
"""Line breaks that a cell of Excel shows."""
FONT = '&"-,Regular"'
"""Ends the code of the size, so that a title that begins with a figure does not add to it."""
WIDEST_TITLE = 150
"""Characters of a title in a header, which holds 255 with its codes."""
CREATED = datetime(2000, 1, 1, tzinfo=UTC)
"""A fixed date: the same register gives the same bytes."""


def write_register_xlsx(register: RiskRegister, title: str, illustrative: bool, names: Mapping[str, str]) -> bytes:
    """The bytes of an .xlsx with sheets for the register, the actions, the heat map and the key."""
    import xlsxwriter  # noqa: PLC0415 -- only where Excel is wanted

    register, title, buffer = as_printed(register), curled(title), BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": register.title, "created": CREATED.replace(tzinfo=None)})
    looks = _looks(book)
    _register_sheet(book, looks, register, names)
    _action_sheet(book, looks, register)
    _heat_sheet(book, looks, register)
    _key_sheet(book, looks)
    for sheet in book.worksheets():
        _page(sheet, title, illustrative)
    book.close()
    return write_parts(read_parts(buffer.getvalue(), "the register"))


def _looks(book: Any) -> dict[str, Any]:
    base = {"font_name": "Arial", "font_size": 10, "valign": "top", "border": 1, "border_color": "#A6A6A6"}
    looks = {
        "text": book.add_format({**base, "text_wrap": True}),
        "number": book.add_format({**base, "align": "center"}),
        "date": book.add_format({**base, "num_format": "d mmm yyyy", "align": "left"}),
        "head": book.add_format(
            {**base, "bold": True, "bg_color": "#1F3864", "font_color": "#FFFFFF", "text_wrap": True}
        ),
    }
    for each in BANDS:
        shade = {"bg_color": f"#{each.fill}", "font_color": f"#{each.ink}", "bold": True}
        looks[each.letter] = book.add_format({**base, **shade, "text_wrap": True, "align": "center"})
        looks[f"when {each.letter}"] = book.add_format(shade)
    return looks


def _register_sheet(book: Any, looks: dict[str, Any], register: RiskRegister, names: Mapping[str, str]) -> None:
    sheet = book.add_worksheet("Register")
    _heads(sheet, looks, HEADS)
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
        _write(sheet, row, column, text, looks["text"])
    scores = (risk.inherent, risk.current, risk.target)
    for column, number in ((0, row), *zip(SCORES, (score.value for score in scores), strict=True)):
        sheet.write_number(row, column, number, looks["number"])
    sheet.write_datetime(row, 10, date.fromisoformat(risk.review_date), looks["date"])


def _action_sheet(book: Any, looks: dict[str, Any], register: RiskRegister) -> None:
    sheet = book.add_worksheet("Actions")
    _heads(sheet, looks, ACTION_HEADS)
    row = 0
    for number, risk in enumerate(register.risks, 1):
        for action in risk.actions:
            row += 1
            sheet.write_number(row, 0, number, looks["number"])
            _write(sheet, row, 1, action.action, looks["text"])
            _write(sheet, row, 2, action.owner, looks["text"])
            sheet.write_datetime(row, 3, date.fromisoformat(action.due), looks["date"])
            _write(sheet, row, 4, action.status.replace("-", " "), looks["text"])
    sheet.autofilter(0, 0, max(1, row), len(ACTION_HEADS) - 1)


def _heat_sheet(book: Any, looks: dict[str, Any], register: RiskRegister) -> None:
    sheet = book.add_worksheet("Heat map")
    _heads(sheet, looks, (("Likelihood \\ Impact", 22), *((f"{i} {word}", 18) for i, word in enumerate(IMPACTS, 1))))
    for row, likelihood in enumerate(range(5, 0, -1), 1):
        sheet.set_row(row, 48)
        _write(sheet, row, 0, f"{likelihood} {LIKELIHOODS[likelihood - 1]}", looks["head"])
        for impact in range(1, 6):
            rating = band(likelihood * impact)
            numbers = ", ".join(map(str, placed(register, likelihood, impact)))
            said = f"{likelihood * impact} {rating.letter}" + (f"\nRisk {numbers}" if numbers else "")
            _write(sheet, row, impact, said, looks[rating.letter])


def _key_sheet(book: Any, looks: dict[str, Any]) -> None:
    sheet = book.add_worksheet("Key")
    _heads(sheet, looks, (("Letter", 10), ("Rating", 16), ("Lowest score", 14)))
    for row, each in enumerate(BANDS, 1):
        _write(sheet, row, 0, each.letter, looks[each.letter])
        _write(sheet, row, 1, each.word, looks["text"])
        sheet.write_number(row, 2, each.lowest, looks["number"])


def _heads(sheet: Any, looks: dict[str, Any], heads: tuple[tuple[str, int], ...]) -> None:
    for column, (name, width) in enumerate(heads):
        sheet.set_column(column, column, width)
        _write(sheet, 0, column, name, looks["head"])
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)


def _write(sheet: Any, row: int, column: int, text: str, look: Any) -> None:
    """Write text as text. Raises `OutputError` where Excel would cut it off or repair the file."""
    if len(text.encode("utf-16-le")) // 2 > LONGEST or text.count("\n") > MOST_BREAKS:
        message = f'"{text[:40]}..." in row {row} of the sheet {sheet.get_name()} is longer than a cell of Excel can be'
        raise OutputError(message, f"print the register for Word, or shorten it to {LONGEST:,} characters")
    sheet.write_string(row, column, text, look)


def _page(sheet: Any, title: str, illustrative: bool) -> None:
    """A4 landscape, one page wide."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    notice = "&C&8ILLUSTRATIVE: not made by the bodies it names" if illustrative else ""
    sheet.set_header(f"&L&8{FONT}{_in_header(title)}{notice}")
    sheet.set_footer("&L&8Risk register&R&8Page &P of &N")


def _in_header(title: str) -> str:
    """A title in a header: an ampersand would begin a code, so it is doubled; what is too long ends in dots."""
    shown = [sign.replace("&", "&&") for sign in " ".join(title.split())]
    if len("".join(shown)) <= WIDEST_TITLE:
        return "".join(shown)
    while len("".join(shown)) > WIDEST_TITLE - 3:
        shown.pop()
    return "".join(shown).rstrip() + "..."
