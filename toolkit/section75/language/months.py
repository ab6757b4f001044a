"""Terms and periods counted in months."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""The years in which a date of an agreement must lie; the schemas say the same."""
ONE_DAY = timedelta(days=1)
WRITTEN_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
"""The form of a date in a file, e.g. 2018-04-01; it need not be in the calendar."""


def later(day: date, months: int) -> date:
    """The same day so many months later, or the last day of that month if it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_day(start: date, months: int) -> date:
    """The last day of a term of so many months."""
    return later(start, months) - ONE_DAY


def length(start: str, end: str) -> int | None:
    """Whole months from the first day of a term to its last, both included; None if they are not whole months."""
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    after = last + ONE_DAY
    return (after.year - first.year) * 12 + after.month - first.month if after.day == first.day else None


def financial_year(on: str) -> int:
    """The year in which the financial year of a day begins; it runs from 1 April. `on` is year-month-day."""
    year, month = int(on[:4]), int(on[5:7])
    return year if month >= 4 else year - 1


def follows(end: str, start: str) -> bool:
    """Whether one day is the day after another, so that two terms meet."""
    return date.fromisoformat(end) + ONE_DAY == date.fromisoformat(start)


def begun(start: str, end: str) -> int:
    """Months from one day to another; a month that has begun counts as a whole one."""
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    return (last.year - first.year) * 12 + last.month - first.month + (last.day > first.day)
