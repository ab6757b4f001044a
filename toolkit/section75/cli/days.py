"""Days that a command is given; it judges as on that day, else on that of SOURCE_DATE_EPOCH, else of the clock."""

from __future__ import annotations

import argparse
import os
from datetime import UTC, date, datetime

from section75.errors import UsageError
from section75.language.months import FIRST_YEAR, LAST_YEAR

EPOCH = "SOURCE_DATE_EPOCH"


def add_today(parser: argparse.ArgumentParser) -> None:
    """Let a command take the day on which it judges."""
    parser.add_argument("--date", metavar="DATE", help="judge as on this day, year-month-day; today if none is given")


def today(options: argparse.Namespace) -> date:
    """The day on which a command judges. Raises `UsageError` where what was given is not one."""
    if options.date:
        return day(options.date)
    return (epoch() or datetime.now(UTC)).date()


def day(given: str) -> date:
    """A day as it was typed. Raises `UsageError` where it is none, or lies where no agreement does."""
    try:
        found = datetime.strptime(given, "%Y-%m-%d").replace(tzinfo=UTC).date()
    except ValueError:
        raise UsageError(f"{given} is not a date", "write year-month-day, e.g. 2027-04-01") from None
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise UsageError(f"{given} lies outside the years {FIRST_YEAR} to {LAST_YEAR}", "check the year")
    return found


def epoch() -> datetime | None:
    """The moment in SOURCE_DATE_EPOCH; None where it is not set. Raises `UsageError` where it is no such number."""
    given = os.environ.get(EPOCH, "")
    if not given:
        return None
    try:
        found = datetime.fromtimestamp(int(given), UTC)
    except (ValueError, OverflowError, OSError):
        found = datetime.min.replace(tzinfo=UTC)
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise UsageError(f"{EPOCH} is {given}, which is no moment of our time", "give seconds since 1970, or unset it")
    return found
