"""The day on which a command judges: what is given, else SOURCE_DATE_EPOCH, else the clock."""

from __future__ import annotations

import argparse
import os
from datetime import UTC, date, datetime

from section75.errors import UsageError


def add_today(parser: argparse.ArgumentParser) -> None:
    """Let a command take the day on which it judges."""
    parser.add_argument("--date", metavar="DATE", help="judge as on this day, year-month-day; today if none is given")


def today(options: argparse.Namespace) -> date:
    """The day. Raises `UsageError` where what was given is not one."""
    if options.date:
        try:
            return date.fromisoformat(options.date)
        except ValueError:
            raise UsageError(f"{options.date} is not a date", "write year-month-day, e.g. 2027-04-01") from None
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdigit() else datetime.now(UTC).date()
