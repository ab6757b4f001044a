"""A pooled fund: enough money, a host and a manager, schemes that it can pay for, conditions that are met."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from section75.language import british
from section75.model.operations import Condition
from section75.model.rows import Figure
from section75.model.schedules import (
    ConditionsSchedule,
    PooledFundSchedule,
    RiskShareSchedule,
    SchemeSpecificationSchedule,
)
from section75.reviews.outcome import Outcome
from section75.reviews.predicates.predicate import Predicate, Run, plain
from section75.reviews.predicates.values import Values
from section75.reviews.subject import Subject


def _minimum(values: Values) -> Run:
    pooled, least = values.maybe("pooled"), values.maybe("least")

    def run(subject: Subject) -> Outcome:
        funds = list(subject.schedules(PooledFundSchedule))
        minima = [fund.minimum for fund in funds if fund.minimum is not None]
        if not minima and pooled and least:
            figures = [f for s in subject.agreement.schedules for f in s.figures if f.unit == "pounds"]
            return _whole(_first(figures, pooled), _first(figures, least))
        if not minima:
            return Outcome(False, tuple(fund.id for fund in funds), "no minimum is stated")
        total = _total(funds)
        said = f"{british.pounds(total)} is pooled, below {british.pounds(sum(minima, Decimal(0)))}"
        enough = total >= sum(minima)
        return Outcome(enough, tuple(fund.id for fund in funds), "" if enough else said)

    return run


def _first(figures: Sequence[Figure], matches: Callable[[str], bool]) -> Figure | None:
    return next((figure for figure in figures if matches(figure.says)), None)


def _whole(pooled: Figure | None, least: Figure | None) -> Outcome:
    """A plan that is carried out by several funds: what all of them pool, against the minimum for all of them."""
    if pooled is None or least is None or pooled.value is None or least.value is None:
        return Outcome(False, (), "no minimum is stated, for the fund or for the plan as a whole")
    said = f"{british.pounds(pooled.value)} is pooled in all, below {british.pounds(least.value)}"
    enough = pooled.value >= least.value
    return Outcome(enough, (pooled.id, least.id), "" if enough else said)


def _manager(subject: Subject) -> Outcome:
    funds = list(subject.schedules(PooledFundSchedule))
    known: set[str] = {party.id for party in subject.agreement.parties}
    wrong = [fund.id for fund in funds if not fund.pool_manager or fund.host not in known]
    if not funds or wrong:
        return Outcome(False, tuple(wrong), "no host partner or no pool manager is named")
    return Outcome(True, tuple(fund.id for fund in funds))


def _schemes(subject: Subject) -> Outcome:
    schemes = [
        s for each in subject.schedules(SchemeSpecificationSchedule) for s in each.schemes if s.basis == "pooled"
    ]
    bare = [scheme.id for scheme in schemes if scheme.value is None]
    if not schemes or bare:
        return Outcome(
            False, tuple(bare), "no scheme is listed" if not schemes else f"{len(bare)} schemes have no value"
        )
    total, spent = (
        _total(subject.schedules(PooledFundSchedule)),
        sum((s.value or Decimal(0) for s in schemes), Decimal(0)),
    )
    said = f"the schemes add up to {british.pounds(spent)}, but the fund comes to {british.pounds(total)}"
    return Outcome(total == spent, tuple(s.id for s in schemes), "" if total == spent else said)


def _conditions(values: Values) -> Run:
    least, year = values.number("least", absent=1), values.word("year", absent="")
    begins = f"{year[:4]}-04-01" if year else ""

    def run(subject: Subject) -> Outcome:
        today = subject.today.isoformat()
        if today < begins:
            return Outcome(None, (), f"the plan year {year} has not begun", is_later=True)
        schedules = [s for s in subject.schedules(ConditionsSchedule) if not year or _same_year(s.plan_year, year)]
        if not schedules:
            return Outcome(False, (), f"no schedule answers the conditions of {year}" if year else "none is answered")
        found = [condition for schedule in schedules for condition in schedule.conditions]
        if len(found) < least:
            return Outcome(False, tuple(c.id for c in found), f"{len(found)} conditions are answered, not {least}")
        return _open(found, today)

    return run


def _open(found: Sequence[Condition], today: str) -> Outcome:
    """What is still open of conditions that are all answered: past its day, or without an owner and a day."""
    late = [c.id for c in found if c.status not in ("", "met") and c.due and c.due < today]
    unowned = [c.id for c in found if c.unowned]
    if late:
        return Outcome(False, tuple(late), f"{len(late)} conditions are not met, and their day has passed")
    if unowned:
        return Outcome(False, tuple(unowned), f"{len(unowned)} conditions are open without an owner and a day")
    if any(c.status not in ("", "met") for c in found):
        return Outcome(
            None, tuple(c.id for c in found), "some conditions are not met yet; their day is to come", is_later=True
        )
    return Outcome(True, tuple(c.id for c in found))


def _same_year(stated: str, year: str) -> bool:
    """Whether a plan year as it is stated, such as 2016/17 or 2016 to 2017, is the one that is meant, 2016-17."""
    first = stated[:4]
    return first == year[:4]


def _sharing(subject: Subject) -> Outcome:
    schedules = list(subject.schedules(RiskShareSchedule))
    shares = [share.id for schedule in schedules for share in schedule.shares]
    if not shares:
        return Outcome(False, (), "no schedule says how risk is shared")
    wrong = [schedule.id for schedule in schedules if schedule.shared is False and schedule.shares]
    return Outcome(not wrong, tuple(shares), "a schedule says that no risk is shared, but shares it" if wrong else "")


def _total(funds: Iterable[PooledFundSchedule]) -> Decimal:
    return sum((fund.first_year for fund in funds), Decimal(0))


POOL_MINIMUM = Predicate(
    "pool-minimum",
    "At least the stated minimum is pooled in the first year.",
    "nothing; or pooled and least, patterns for the figures of a plan that several funds carry out, which count where "
    "no fund states a minimum of its own",
    _minimum,
)
POOL_MANAGER = Predicate(
    "pool-manager", "The fund has a host that is a party, and a pool manager.", "nothing", plain(_manager)
)
SCHEMES_ADD_UP = Predicate(
    "schemes-add-up", "The schemes add up to what is pooled in the first year.", "nothing", plain(_schemes)
)
CONDITIONS = Predicate(
    "conditions",
    "So many conditions of a plan year are answered, and one that is open has an owner and a day to come.",
    "least, how many; year, e.g. 2016-17 (any where absent)",
    _conditions,
)
RISK_SHARED = Predicate(
    "risk-shared", "A schedule says how risk is shared, and does not contradict itself.", "nothing", plain(_sharing)
)
