"""The schedules, one class a kind, with the structured data that each kind holds."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

from section75.model import operations, rows
from section75.model.clause import Clause, Definition
from section75.model.table import Table
from section75.model.units import Day, Id, Pounds, Prose, Ref
from section75.value import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """The library schedule from which a schedule was copied."""

    id: str
    digest: str


@dataclass(frozen=True, slots=True)
class Part:
    """Part A, Part B and so on; paragraphs start again at 1 in each."""

    id: Id
    title: Prose
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Appendix:
    """A document appended to a schedule."""

    id: Id
    title: Prose
    version: str = ""
    adopted: Day = Day("")
    clauses: tuple[Clause, ...] = ()
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """What every schedule has; by itself, a general schedule of clauses and tables only."""

    format: int
    id: Id
    kind: str
    title: Prose
    lead_officer: Prose = Prose("")
    """A role, never a name."""
    last_reviewed: Day = Day("")
    from_: Origin | None = None
    definitions: tuple[Definition, ...] = ()
    clauses: tuple[Clause, ...] = ()
    parts: tuple[Part, ...] = ()
    figures: tuple[rows.Figure, ...] = ()
    tables: tuple[Table, ...] = ()
    appendices: tuple[Appendix, ...] = ()
    notes: str = ""


SCHEDULE_KINDS: dict[str, type[Schedule]] = {}
"""The class for each value of `kind`, in the order in which the kinds are explained."""
Kind = TypeVar("Kind", bound=type[Schedule])


def _of_kind(kind: str) -> Callable[[Kind], Kind]:
    """Enter the class below under the `kind` that its files give; the schema of that name describes the same."""

    def enter(cls: Kind) -> Kind:
        SCHEDULE_KINDS[kind] = cls
        return cls

    return enter


@_of_kind("aims-and-outcomes")
@dataclass(frozen=True, slots=True, kw_only=True)
class AimsSchedule(Schedule):
    """Why the parties work together and what will be better for people."""

    aims: tuple[rows.Aim, ...] = ()
    outcomes: tuple[rows.ExpectedOutcome, ...] = ()
    strategies: tuple[rows.Strategy, ...] = ()


@_of_kind("governance")
@dataclass(frozen=True, slots=True, kw_only=True)
class GovernanceSchedule(Schedule):
    """The groups that oversee the arrangement, who sits on them and to whom they report."""

    groups: tuple[rows.Group, ...] = ()
    meetings: tuple[rows.Meeting, ...] = ()
    communications: tuple[rows.Communication, ...] = ()


@_of_kind("service")
@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceSchedule(Schedule):
    """The services that carry the delegated functions."""

    services: tuple[rows.Service, ...] = ()
    roles: tuple[rows.Role, ...] = ()


@_of_kind("functions")
@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionsSchedule(Schedule):
    """Which functions are delegated, and which are not: excluded by law, or kept by a party, in two lists."""

    delegated: tuple[rows.DelegatedFunction, ...] = ()
    alongside: tuple[rows.OwnFunction, ...] = ()
    legally_excluded: tuple[rows.ExcludedFunction, ...] = ()
    locally_retained: tuple[rows.RetainedFunction, ...] = ()


@_of_kind("safeguarding")
@dataclass(frozen=True, slots=True, kw_only=True)
class SafeguardingSchedule(Schedule):
    """Who does what when an adult may be at risk, where it is recorded and how it is assured."""

    recording_system: Prose = Prose("")
    reporting_party: Ref = Ref("")
    stages: tuple[rows.Stage, ...] = ()
    assurance: tuple[rows.Assurance, ...] = ()


@_of_kind("hr-protocols")
@dataclass(frozen=True, slots=True, kw_only=True)
class HrProtocolsSchedule(Schedule):
    """How staff of one party are managed in the services of the other."""

    protocols: tuple[rows.Protocol, ...] = ()


@_of_kind("performance")
@dataclass(frozen=True, slots=True, kw_only=True)
class PerformanceSchedule(Schedule):
    """Indicators, what each means, and when each party delivers its data."""

    indicators: tuple[rows.Indicator, ...] = ()
    deliveries: tuple[rows.Delivery, ...] = ()
    periods: tuple[str, ...] = ()
    results: tuple[operations.IndicatorResult, ...] = ()


@_of_kind("finance")
@dataclass(frozen=True, slots=True, kw_only=True)
class FinanceSchedule(Schedule):
    """The money: aligned or pooled, who pays what, and who bears an overspend."""

    basis: str = ""
    years: tuple[str, ...] = ()
    contributions: tuple[rows.Contribution, ...] = ()
    stated_totals: tuple[Pounds, ...] = ()
    tolerance: Pounds | None = None
    variation: Prose = Prose("")
    overspend: Prose = Prose("")
    underspend: Prose = Prose("")
    thresholds: tuple[rows.Threshold, ...] = ()
    payments: tuple[operations.Payment, ...] = ()
    grants: tuple[operations.Grant, ...] = ()
    supplies: tuple[operations.Supply, ...] = ()


@_of_kind("information-sharing")
@dataclass(frozen=True, slots=True, kw_only=True)
class InformationSharingSchedule(Schedule):
    """Which information is shared, on what basis, and which system's record counts."""

    agreements: tuple[rows.SharingAgreement, ...] = ()
    flows: tuple[rows.Flow, ...] = ()
    systems: tuple[rows.System, ...] = ()


@_of_kind("eligibility-and-charging")
@dataclass(frozen=True, slots=True, kw_only=True)
class EligibilitySchedule(Schedule):
    """Who is entitled to what, and who pays for it."""

    criteria: tuple[operations.Criterion, ...] = ()
    charges: tuple[operations.Charge, ...] = ()


@_of_kind("amhp-interface")
@dataclass(frozen=True, slots=True, kw_only=True)
class AmhpInterfaceSchedule(Schedule):
    """How approved mental health professionals work with the integrated service."""

    standards: tuple[operations.Standard, ...] = ()


@_of_kind("training")
@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingSchedule(Schedule):
    """What training staff take, how often and who provides it."""

    courses: tuple[operations.Course, ...] = ()


@_of_kind("workforce")
@dataclass(frozen=True, slots=True, kw_only=True)
class WorkforceSchedule(Schedule):
    """The posts that serve the arrangement: how many there are, how many are vacant, and who employs the staff."""

    counted_on: tuple[Day, ...] = ()
    posts: tuple[operations.Post, ...] = ()
    stated_vacant: tuple[Decimal, ...] = ()
    transferring: tuple[operations.TransferringEmployee, ...] = ()


@_of_kind("policies")
@dataclass(frozen=True, slots=True, kw_only=True)
class PoliciesSchedule(Schedule):
    """The policies that the parties share, and who keeps each."""

    policies: tuple[operations.Policy, ...] = ()


@_of_kind("protocol")
@dataclass(frozen=True, slots=True, kw_only=True)
class ProtocolSchedule(Schedule):
    """One procedure, step by step."""

    steps: tuple[operations.Step, ...] = ()


@_of_kind("pooled-fund")
@dataclass(frozen=True, slots=True, kw_only=True)
class PooledFundSchedule(Schedule):
    """A fund to which the parties contribute, kept by a host: regulation 7 of SI 2000/617."""

    host: Ref = Ref("")
    pool_manager: Prose = Prose("")
    overspend: Prose = Prose("")
    underspend: Prose = Prose("")
    minimum: Pounds | None = None
    """The least that has to be pooled in the first year."""
    years: tuple[str, ...] = ()
    contributions: tuple[rows.Contribution, ...] = ()
    stated_totals: tuple[Pounds, ...] = ()
    tolerance: Pounds | None = None
    duties: tuple[operations.Duty, ...] = ()
    payments: tuple[operations.Payment, ...] = ()
    grants: tuple[operations.Grant, ...] = ()
    supplies: tuple[operations.Supply, ...] = ()

    @property
    def first_year(self) -> Decimal:
        """What the parties put in during the first year, in pounds."""
        return sum((row.amounts[0] for row in self.contributions if row.amounts), Decimal(0))


@_of_kind("scheme-specification")
@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeSpecificationSchedule(Schedule):
    """The schemes that a fund pays for: their aims, who commissions them and how they are measured."""

    schemes: tuple[operations.Scheme, ...] = ()


@_of_kind("risk-share")
@dataclass(frozen=True, slots=True, kw_only=True)
class RiskShareSchedule(Schedule):
    """Who bears what when money runs short or is left over."""

    shared: bool | None = None
    """Whether any risk is shared beyond what each party contributes; None where it is not said."""
    shares: tuple[operations.Share, ...] = ()


@_of_kind("conditions")
@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionsSchedule(Schedule):
    """The conditions on which money is given, such as those of a Better Care Fund plan year, and how each is met."""

    plan_year: Prose = Prose("")
    conditions: tuple[operations.Condition, ...] = ()


@_of_kind("work-plan")
@dataclass(frozen=True, slots=True, kw_only=True)
class WorkPlanSchedule(Schedule):
    """What the parties do this year, who does it and how far it has got."""

    first_rating: str = ""
    second_rating: str = ""
    items: tuple[operations.WorkItem, ...] = ()


@_of_kind("action-plan")
@dataclass(frozen=True, slots=True, kw_only=True)
class ActionPlanSchedule(Schedule):
    """What is still to be done about review items and the law, by whom and by when."""

    monitored_by: Ref = Ref("")
    exceptions_to: Ref = Ref("")
    actions: tuple[operations.PlannedAction, ...] = ()


@_of_kind("records")
@dataclass(frozen=True, slots=True, kw_only=True)
class RecordsSchedule(Schedule):
    """Which records the arrangement makes, who keeps them and how long."""

    classes: tuple[operations.RecordClass, ...] = ()


SCHEDULE_KINDS["general"] = Schedule
