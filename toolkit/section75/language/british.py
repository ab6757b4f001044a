"""Dates, money and choices as an English agreement writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")

CAPITALISED = r"[A-Z][A-Za-z]*(?:[-'\u2019][A-Za-z]+)*"
"""Pattern of a word with a capital, as in the name of a post or a body, e.g. Co-ordinator."""

STRAIGHT = re.compile(r"(?P<opening>(?<![^\s(\[\u2013\u2014/\u201c\u2018])(?:(?!'[0-9]0s\b)[\"'])+)|[\"']+")
"""Marks at the beginning or behind a blank, a bracket, a dash or an opening mark open; all others close. A decade, such
as '90s, begins with an apostrophe."""
OPENING = str.maketrans({'"': "\u201c", "'": "\u2018"})
CLOSING = str.maketrans({'"': "\u201d", "'": "\u2019"})

CHOICES = {
    "nhs-trust": "NHS trust",
    "nhs-foundation-trust": "NHS foundation trust",
    "nhs-england": "NHS England",
    "ascof": "Adult Social Care Outcomes Framework",
    "care-act": "Care Act",
    "hr": "Workforce",
    "delayed-transfers": "Delayed transfers of care",
    "discharge": "Leaving hospital",
    "mental-health-act": "Mental Health Act",
    "per-cent": "per cent",
    "wte": "whole-time equivalent",
    "co-opted": "co-opted",
    "six-weekly": "every six weeks",
    "two-monthly": "every two months",
    "six-monthly": "every six months",
    "sum": "added up",
    "mean": "averaged",
    "last": "last value of the year",
    "none": "not aggregated",
}


PENNY = Decimal("0.01")
WIDE = Context(prec=1_000_000)
"""Rounds an amount of any length."""


def day(value: str) -> str:
    """2018-04-01 as 1 April 2018."""
    when = date.fromisoformat(value)
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def number(value: Decimal) -> str:
    """1234.50 as 1,234.50; a whole number without decimals."""
    return f"{value or abs(value):,f}"


def pounds(value: Decimal) -> str:
    """1234 as £1,234 and 1234.5 as £1,234.50."""
    shown = in_pence(value)
    written = f"{abs(shown):,.2f}".removesuffix(".00")
    return f"-£{written}" if shown < 0 else f"£{written}"


def in_pence(value: Decimal) -> Decimal:
    """An amount of money as it prints, in whole pence; half a penny is rounded away from zero."""
    return value.quantize(PENNY, ROUND_HALF_UP, WIDE)


def added_up(values: Iterable[Decimal], unit: str) -> Decimal:
    """The sum of figures of one unit as they print, so that a total is that of what is shown."""
    return sum((in_pence(value) if unit == "pounds" else value for value in values), Decimal(0))


def quantity(value: Decimal, unit: str) -> str:
    """A number with its unit: pounds, per-cent, wte, days, weeks, or the number alone."""
    match unit:
        case "pounds":
            return pounds(value)
        case "per-cent":
            return f"{number(value)}%"
        case "wte" | "days" | "weeks":
            word = unit.removesuffix("s") if value == 1 and unit != "wte" else unit.upper() if unit == "wte" else unit
            return f"{number(value)} {word}"
        case _:
            return number(value)


def choice(value: str) -> str:
    """A value from a list of choices, in words."""
    return CHOICES.get(value, value.replace("-", " "))


def curled(text: str) -> str:
    """The text with curly quotation marks and apostrophes; it keeps its length."""
    return STRAIGHT.sub(_curled, text) if '"' in text or "'" in text else text


def _curled(match: re.Match[str]) -> str:
    if match["opening"] is None:
        return match.group().translate(CLOSING)
    return match.group().translate(OPENING)


def ordinal(value: int) -> str:
    """1 is first, 2 second, 13 13th, 21 21st."""
    if value <= len(ORDINALS):
        return ORDINALS[value - 1]
    teen = 10 <= value % 100 <= 20
    return f"{value}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th')}"
