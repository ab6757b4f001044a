"""Dates, money and choices as an English agreement writes them."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

CAPITALISED = r"[A-Z][A-Za-z]*(?:[-'\u2019][A-Za-z]+)*"
"""Pattern of a word with a capital, as in the name of a post or a body, e.g. Co-ordinator."""

CHOICES = {
    "nhs-trust": "NHS trust",
    "nhs-foundation-trust": "NHS foundation trust",
    "nhs-england": "NHS England",
    "ascof": "Adult Social Care Outcomes Framework",
    "care-act": "Care Act",
    "hr": "Workforce",
    "delayed-transfers": "Delayed transfers of care",
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


def day(value: str) -> str:
    """2018-04-01 as 1 April 2018."""
    when = date.fromisoformat(value)
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def number(value: Decimal) -> str:
    """1234.50 as 1,234.50; a whole number without decimals."""
    return f"{value:,f}"


def pounds(value: Decimal) -> str:
    """1234 as £1,234 and 1234.5 as £1,234.50."""
    written = f"{abs(value):,.2f}".removesuffix(".00")
    return f"-£{written}" if value < 0 else f"£{written}"


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
    """The text with curly quotation marks and apostrophes."""
    if '"' not in text and "'" not in text:
        return text
    text = re.sub(r"(^|[\s(\[\u2013\u2014/\u201c])\"", "\\1\u201c", text).replace('"', "\u201d")
    return re.sub(r"(^|[\s(\[\u2013\u2014/\u201c])'", "\\1\u2018", text).replace("'", "\u2019")
