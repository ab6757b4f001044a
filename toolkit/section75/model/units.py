"""What a field holds, beyond its Python type: an id, prose, a day, pounds, months.

The units drive how a look-up is written and where references may stand.
"""

from decimal import Decimal
from typing import NewType

Id = NewType("Id", str)
"""Permanent name of something that can be pointed at; one namespace in an agreement."""
Ref = NewType("Ref", str)
"""The id of something else."""
Prose = NewType("Prose", str)
"""Words that print, with emphasis, `[](#id)` references and `{{ look-ups }}`."""
Day = NewType("Day", str)
"""A date, year-month-day."""
Pounds = NewType("Pounds", Decimal)
"""An amount in pounds sterling."""
Months = NewType("Months", int)
"""A period in months."""
