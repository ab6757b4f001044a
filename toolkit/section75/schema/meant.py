"""What somebody meant who wrote a value in another form: a date in words, an amount with commas, an abbreviation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches

DATES = ("%d %B %Y", "%d %b %Y", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%B %d, %Y", "%B %d %Y", "%Y/%m/%d", "%d %B, %Y")
ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
YEARS = re.compile(r"(?:20)?(\d\d)\s*[/\u2013-]\s*(?:20)?(\d\d)\Z")
AMOUNT = re.compile(
    r"[\u00a3$\u20ac]?\s*(\d[\d,]*(?:\.\d+)?)\s*(k|m|bn|million|thousand|%|per cent|months?|days?|years?)?\Z",
    re.IGNORECASE,
)
SCALES = {"k": 1_000, "thousand": 1_000, "m": 1_000_000, "million": 1_000_000, "bn": 1_000_000_000}
SMALL = ("nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def date_meant(words: str) -> str:
    """A date as files hold it, e.g. "2027-04-01" for "1 April 2027"; "" where no date is meant."""
    plain = ORDINAL.sub("", " ".join(words.split()))
    for form in DATES:
        with suppress(ValueError):
            return datetime.strptime(plain, form).replace(tzinfo=UTC).date().isoformat()
    return ""


def year_meant(words: str) -> str:
    """A financial year as files hold it, e.g. "2027-28" for "2027/28"; "" where none is meant."""
    found = YEARS.match(words.strip())
    if not found or (int(found[1]) + 1) % 100 != int(found[2]):
        return ""
    return f"20{found[1]}-{found[2]}"


def number_meant(words: str) -> str:
    """A number as files hold it, e.g. "1500000" for "£1.5m"; "" where none is meant."""
    plain = words.strip().strip("\"'")
    if plain.lower() in SMALL:
        return str(SMALL.index(plain.lower()))
    found = AMOUNT.match(plain)
    if not found:
        return ""
    try:
        amount = Decimal(found[1].replace(",", "")) * SCALES.get((found[2] or "").lower(), 1)
    except InvalidOperation:
        return ""
    return f"{amount.normalize():f}"


def choice_meant(words: str, allowed: Sequence[str]) -> str:
    """The choice that is nearest: alike in spelling, or of these initials, e.g. integrated-care-board for ICB."""
    for choice in allowed:
        if words.lower() == "".join(part[0] for part in re.split(r"[- ]", choice)):
            return choice
    return next(iter(get_close_matches(words.lower(), allowed, 1)), "")
