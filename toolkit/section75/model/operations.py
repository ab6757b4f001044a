"""The rows of the schedules that run an arrangement from day to day: posts, courses, schemes, conditions, work plans.

Each prints as a row of a table and can be cited by its id.
"""

from __future__ import annotations

from decimal import Decimal

from section75.model.row import Row
from section75.model.rows import Indicator
from section75.model.units import Day, Months, Pounds, Prose, Ref
from section75.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion(Row):
    """A test of who is entitled, and who decides it."""

    criterion: Prose
    decided_by: Prose
    statute: Prose = Prose("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge(Row):
    """A charge for a service, and who sets and assesses it."""

    charge: Prose
    set_by: Ref
    assessed_by: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard(Row):
    """A standard for one matter, and who must meet it."""

    matter: Prose
    standard: Prose
    responsible: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Course(Row):
    """Training that staff must or may take."""

    topic: Prose
    audience: Prose
    provider: Ref
    frequency: str = ""
    mandatory: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Post(Row):
    """A post that serves the arrangement, and who employs the person in it."""

    post: Prose
    employer: Ref
    establishment: Decimal | None = None
    vacant: tuple[Decimal, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy(Row):
    """A policy that the parties share, and who keeps it."""

    title: Prose
    owner: Ref
    applies_to: Prose = Prose("")
    review_due: Day = Day("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Row):
    """A step of a procedure: who takes it and within what time."""

    step: Prose
    responsible: Prose
    within: Prose = Prose("")
    record: Prose = Prose("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty(Row):
    """Something the host or the pool manager must do, and how often."""

    duty: Prose
    responsible: Prose
    frequency: str = ""
    to: Prose = Prose("")


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferringEmployee(Row):
    """An employee whose employment transfers under TUPE, by post and never by name."""

    post: Prose
    from_employer: Ref
    to_employer: Ref
    at: str
    """When the agreement begins (`commencement`), or when it ends (`exit`)."""
    hours: Decimal | None = None
    """Contracted hours a week."""
    grade: Prose = Prose("")
    pension: Prose = Prose("")
    continuous_from: Day = Day("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment(Row):
    """A payment under section 76 or 256 of the National Health Service Act 2006, beside what is pooled."""

    power: str
    payer: Ref
    payee: Ref
    purpose: Prose
    amount: Pounds | None = None
    year: str = ""
    conditions: Prose = Prose("")


@dataclass(frozen=True, slots=True)
class PassedOn:
    """A part of a grant that is passed on, e.g. to a district council."""

    to: Prose
    amount: Pounds


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant(Row):
    """A grant or capital money, such as the Disabled Facilities Grant."""

    grant: Prose
    use: str
    """`revenue` or `capital`."""
    recipient: Ref
    amount: Pounds | None = None
    year: str = ""
    passed_on: tuple[PassedOn, ...] = ()
    conditions: Prose = Prose("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Supply(Row):
    """What one party supplies to another, and how VAT is treated."""

    supply: Prose
    supplier: Ref
    customer: Ref
    regime: str
    reason: Prose = Prose("")


@dataclass(frozen=True, slots=True)
class YearlyValue:
    """What is set aside for a scheme in one financial year."""

    year: str
    value: Pounds


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme(Row):
    """A scheme that a fund pays for."""

    name: Prose
    aims: Prose
    commissioner: Ref
    basis: str
    value: Pounds | None = None
    yearly: tuple[YearlyValue, ...] = ()
    """What is set aside for each year, where it runs for several."""
    fund: Ref = Ref("")
    """The schedule of the fund that pays for it; "" where there is one fund."""
    start: Day = Day("")
    end: Day = Day("")
    measure: Prose = Prose("")


@dataclass(frozen=True, slots=True)
class Portion:
    """What one party bears of a band."""

    party: Ref
    per_cent: Decimal


@dataclass(frozen=True, slots=True)
class Band:
    """A part of an overspend or an underspend, from so many per cent of the fund to so many, and who bears it."""

    portions: tuple[Portion, ...]
    above: Decimal = Decimal(0)
    """Per cent of the fund above which the band begins."""
    up_to: Decimal | None = None
    """Per cent at which it ends; None for the last band, which has no end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share(Row):
    """Who bears what when something happens, up to what limit, and who decides."""

    event: Prose
    rule: Prose
    bands: tuple[Band, ...] = ()
    limit: Pounds | None = None
    decided_by: Prose = Prose("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition(Row):
    """A condition on which money is given, and how it is met."""

    condition: Prose
    met_by: Prose
    status: str = ""
    due: Day = Day("")
    lead: Prose = Prose("")
    evidence: tuple[Ref, ...] = ()

    @property
    def unowned(self) -> bool:
        """Whether it is not yet met and nobody has undertaken to meet it by a date."""
        return self.status in ("deferred", "not-met", "partly-met") and not (self.lead and self.due)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkItem(Row):
    """A piece of work for the year, with its two ratings."""

    reference: str
    deliverable: Prose
    theme: Prose = Prose("")
    party: Ref = Ref("")
    applies_to: Prose = Prose("")
    lead: Prose = Prose("")
    due: Day = Day("")
    first: str = ""
    second: str = ""
    remark: Prose = Prose("")


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordClass(Row):
    """A type of record: who keeps it and for how long."""

    record: Prose
    kept_by: Ref
    system: Prose = Prose("")
    kept_for_months: Months | None = None
    access: Prose = Prose("")


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorResult(Row):
    """What was reported for one indicator, period by period."""

    indicator: Ref
    values: tuple[Prose | Decimal, ...]
    """A figure for each period, or words that say why there is none."""
    stated: Decimal | None = None
    whole_year: bool = False
    remark: Prose = Prose("")
    plan: Prose = Prose("")
    """What is done where the target was missed."""

    @property
    def reached(self) -> Decimal | None:
        """The figure by which it is judged: the stated one, or the last value given; None where there is neither."""
        given = [value for value in self.values if isinstance(value, Decimal)]
        return self.stated if self.stated is not None else given[-1] if given else None

    def miss(self, indicator: Indicator) -> tuple[Decimal, Decimal] | None:
        """The figure and the target that it misses; None where it misses none, or nobody can tell."""
        figure, target = self.reached, indicator.target
        if figure is None or target is None or indicator.direction == "neither":
            return None
        short = figure < target if indicator.direction == "higher" else figure > target
        return (figure, target) if short else None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedAction(Row):
    """An action still to be taken, who takes it and by when."""

    action: Prose
    status: str
    owner: Prose = Prose("")
    due: Day = Day("")
    items: tuple[str, ...] = ()
    """The review items and statutory tests that it answers; these print."""
    remark: Prose = Prose("")
