"""Staff who transfer: from one employer to another, once."""

from __future__ import annotations

from collections.abc import Iterator

from section75.checks.case import Case
from section75.findings import Remark
from section75.language.british import day
from section75.model.operations import TransferringEmployee
from section75.model.walk import every


def staff(case: Case) -> Iterator[Remark]:
    """`staff-transfer`: a transfer to the same employer, or of an employment that begins after it."""
    start = case.agreement.term.start
    for each in every(TransferringEmployee, case.agreement):
        if each.from_employer == each.to_employer:
            message = "the employee transfers from a party to itself"
            yield Remark("staff-transfer", message, each.id, at="to_employer", hint="name the new employer")
        elif each.at == "commencement" and each.continuous_from and each.continuous_from >= start:
            message = f"the employment began on {day(each.continuous_from)}, not before the transfer on {day(start)}"
            yield Remark("staff-transfer", message, each.id, at="continuous_from", hint="correct the day")
