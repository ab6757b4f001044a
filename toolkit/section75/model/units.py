"""What a field holds, beyond its Python type: an id, prose, a day, pounds, months.

The unit decides how a look-up prints and where references are allowed.
"""

from decimal import Decimal
from typing import NewType

Id = NewType("Id", str)
"""Permanent name of something that can be cited, e.g. `strategic-board`. Used once in an agreement."""
Ref = NewType("Ref", str)
"""The id of something else, e.g. `reports_to: strategic-board`."""
Prose = NewType("Prose", str)
"""Words that print, with emphasis, references and look-ups, e.g. `Under [](#notice) it *ends* on {{ term.end }}.`"""
Day = NewType("Day", str)
"""A date, year-month-day, e.g. `2018-04-01`."""
Pounds = NewType("Pounds", Decimal)
"""An amount in pounds sterling, e.g. `1234.50`."""
Months = NewType("Months", int)
"""A period in whole months, e.g. `6`."""
