"""Pooled money: at least the minimum, schemes that the fund can pay for, and one rule about shared risk."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from section75.checks.case import Case
from section75.findings import WARNING, Remark
from section75.language import british
from section75.model.operations import Scheme
from section75.model.schedules import (
    ConditionsSchedule,
    PooledFundSchedule,
    RiskShareSchedule,
    SchemeSpecificationSchedule,
)


def pool(case: Case) -> Iterator[Remark]:
    """`below-minimum`, `wrong-total` for schemes, `risk-share-contradicted` and `condition-open`."""
    schedules = case.agreement.schedules
    funds = [fund for fund in schedules if isinstance(fund, PooledFundSchedule)]
    for fund in funds:
        yield from _minimum(fund)
    pooled = [s for each in schedules if isinstance(each, SchemeSpecificationSchedule) for s in each.schemes]
    by_fund = len(funds) > 1 and any(scheme.fund for scheme in pooled)
    if by_fund:
        yield from _by_fund(funds, [scheme for scheme in pooled if scheme.basis == "pooled"])
    for scheme in pooled:
        yield from _term(scheme, case)
        yield from _yearly(scheme, case)
    total = Decimal(0) if by_fund else sum((fund.first_year for fund in funds), Decimal(0))
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


def _by_fund(funds: list[PooledFundSchedule], schemes: list[Scheme]) -> Iterator[Remark]:
    """Where there are several funds, each pooled scheme names its own, and each fund pays for its schemes alone."""
    known: set[str] = {fund.id for fund in funds}
    for scheme in schemes:
        if scheme.fund not in known:
            said = (
                "the scheme names no fund that pays for it" if not scheme.fund else f"{scheme.fund} is no pooled fund"
            )
            hint = "name one of: " + ", ".join(sorted(known))
            yield Remark("scheme-fund", said, scheme.id, at="fund" if scheme.fund else "name", hint=hint)
    for fund in funds:
        values = [scheme.value for scheme in schemes if str(scheme.fund) == fund.id]
        given = [value for value in values if value is not None]
        if given and len(given) == len(values) and sum(given) != fund.first_year:
            spent = british.pounds(sum(given, Decimal(0)))
            said = f"the schemes of the fund add up to {spent}, but it comes to {british.pounds(fund.first_year)}"
            hint = "correct a value or a contribution; see the first year of the fund"
            yield Remark("wrong-total", said, fund.id, at="contributions", hint=hint)


def _term(scheme: Scheme, case: Case) -> Iterator[Remark]:
    """A scheme runs within the term of the agreement."""
    term = case.agreement.term
    if scheme.start and scheme.end and scheme.end < scheme.start:
        yield Remark("scheme-fund", "the scheme ends before it begins", scheme.id, at="end", hint="correct one day")
    elif (scheme.start and scheme.start < term.start) or (scheme.end and scheme.end > term.last_day):
        at = "start" if scheme.start and scheme.start < term.start else "end"
        said = "the scheme runs outside the term of the agreement"
        yield Remark("scheme-fund", said, scheme.id, at=at, hint="correct the day, or the term")


def _yearly(scheme: Scheme, case: Case) -> Iterator[Remark]:
    """Yearly values name each year once, and years of the term alone."""
    term, seen = case.agreement.term, set[str]()
    for index, each in enumerate(scheme.yearly):
        begins, ends = f"{each.year[:4]}-04-01", f"{int(each.year[:4]) + 1}-03-31"
        said = "the year stands twice" if each.year in seen else ""
        said = said or ("the year is outside the term" if ends < term.start or begins > term.last_day else "")
        if said:
            yield Remark(
                "scheme-fund", f"{said}: {each.year}", scheme.id, at=f"yearly.{index}", hint="correct the year"
            )
        seen.add(each.year)
    if scheme.value is not None and scheme.yearly and scheme.value != scheme.yearly[0].value:
        said = "the value and that of the first year differ"
        yield Remark("scheme-fund", said, scheme.id, at="value", hint="leave the value out, or correct one of the two")


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
