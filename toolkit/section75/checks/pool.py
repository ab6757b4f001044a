"""Pooled money: at least the minimum, schemes that the fund can pay for, and one rule about shared risk."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from section75.checks.case import Case
from section75.findings import WARNING, Remark
from section75.language import british
from section75.model.schedules import (
    ConditionsSchedule,
    PooledFundSchedule,
    RiskShareSchedule,
    SchemeSpecificationSchedule,
)


def pool(case: Case) -> Iterator[Remark]:
    """`below-minimum`, `wrong-total` for schemes, `risk-share-contradicted` and `condition-open`."""
    schedules = case.agreement.schedules
    total = Decimal(0)
    for fund in schedules:
        if isinstance(fund, PooledFundSchedule):
            total += fund.first_year
            yield from _minimum(fund)
    for schedule in schedules:
        match schedule:
            case SchemeSpecificationSchedule():
                yield from _schemes(schedule, total)
            case RiskShareSchedule(shared=False, shares=[share, *_]):
                message = "the schedule says that no risk is shared, but shares it here"
                hint = "remove the row, or change shared to true"
                yield Remark("risk-share-contradicted", message, share.id, at="rule", hint=hint)
            case ConditionsSchedule():
                yield from _conditions(schedule)


def _minimum(fund: PooledFundSchedule) -> Iterator[Remark]:
    first = fund.first_year
    if fund.minimum is not None and first < fund.minimum:
        sums = f"{british.pounds(first)}, below the minimum of {british.pounds(fund.minimum)}"
        message = f"the contributions of the first year are {sums}"
        hint = "raise a contribution, or correct the minimum"
        yield Remark("below-minimum", message, fund.id, at="minimum", hint=hint)


def _schemes(schedule: SchemeSpecificationSchedule, total: Decimal) -> Iterator[Remark]:
    pooled = [scheme.value for scheme in schedule.schemes if scheme.basis == "pooled"]
    values = [value for value in pooled if value is not None]
    # Where one scheme has no value of its own, nobody can add them up.
    if total and values and len(values) == len(pooled) and sum(values) != total:
        spent = british.pounds(sum(values, Decimal(0)))
        said = f"the schemes add up to {spent}, but the fund comes to {british.pounds(total)}"
        hint = "correct a value or a contribution; see the first year of the fund"
        yield Remark("wrong-total", said, schedule.id, at="schemes", hint=hint)


def _conditions(schedule: ConditionsSchedule) -> Iterator[Remark]:
    for condition in schedule.conditions:
        if condition.unowned:
            message = "the condition is not yet met, and nobody has undertaken to meet it by a date"
            hint = "name the lead, and give the date under due"
            yield Remark("condition-open", message, condition.id, at="status", hint=hint, severity=WARNING)
