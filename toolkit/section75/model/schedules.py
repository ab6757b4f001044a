"""The schedules, one class a kind, with the structured data that each kind holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from section75.model import rows
from section75.model.clause import Clause, Definition
from section75.model.table import Table
from section75.model.units import Day, Id, Pounds, Prose, Ref


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
    tables: tuple[Table, ...] = ()
    appendices: tuple[Appendix, ...] = ()
    notes: str = ""

    def all_clauses(self) -> Iterator[Clause]:
        """Every paragraph, in printed order, those of Parts and appendices included."""
        sections: tuple[Schedule | Part | Appendix, ...] = (self, *self.parts, *self.appendices)
        for section in sections:
            for clause in section.clauses:
                yield from clause.walk()

    def all_tables(self) -> Iterator[Table]:
        """Every further table, the schedule's own first."""
        yield from self.tables
        for appendix in self.appendices:
            yield from appendix.tables


@dataclass(frozen=True, slots=True, kw_only=True)
class AimsSchedule(Schedule):
    """Why the parties work together and what will be better for people."""

    aims: tuple[rows.Aim, ...] = ()
    outcomes: tuple[rows.Outcome, ...] = ()
    strategies: tuple[rows.Strategy, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GovernanceSchedule(Schedule):
    """The groups that oversee the arrangement, who sits on them and to whom they report."""

    groups: tuple[rows.Group, ...] = ()
    meetings: tuple[rows.Meeting, ...] = ()
    communications: tuple[rows.Communication, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceSchedule(Schedule):
    """The services that carry the delegated functions."""

    services: tuple[rows.Service, ...] = ()
    roles: tuple[rows.Role, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionsSchedule(Schedule):
    """Functions delegated, legally excluded and locally retained; two different lists for what is not delegated."""

    delegated: tuple[rows.DelegatedFunction, ...] = ()
    alongside: tuple[rows.OwnFunction, ...] = ()
    legally_excluded: tuple[rows.ExcludedFunction, ...] = ()
    locally_retained: tuple[rows.RetainedFunction, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeguardingSchedule(Schedule):
    """Who does what when an adult may be at risk, where it is recorded and how it is assured."""

    recording_system: Prose = Prose("")
    reporting_party: Ref = Ref("")
    stages: tuple[rows.Stage, ...] = ()
    assurance: tuple[rows.Assurance, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HrProtocolsSchedule(Schedule):
    """How staff of one party are managed in the services of the other."""

    protocols: tuple[rows.Protocol, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PerformanceSchedule(Schedule):
    """Indicators, what each means, and when each party delivers its data."""

    indicators: tuple[rows.Indicator, ...] = ()
    deliveries: tuple[rows.Delivery, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FinanceSchedule(Schedule):
    """Money: aligned or pooled, who pays what, and who bears the difference."""

    basis: str = ""
    years: tuple[str, ...] = ()
    contributions: tuple[rows.Contribution, ...] = ()
    stated_totals: tuple[Pounds, ...] = ()
    tolerance: Pounds | None = None
    variation: Prose = Prose("")
    overspend: Prose = Prose("")
    underspend: Prose = Prose("")
    thresholds: tuple[rows.Threshold, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationSharingSchedule(Schedule):
    """Agreements, flows, systems and which record is the true one."""

    agreements: tuple[rows.SharingAgreement, ...] = ()
    flows: tuple[rows.Flow, ...] = ()
    systems: tuple[rows.System, ...] = ()


SCHEDULE_KINDS: dict[str, type[Schedule]] = {
    "aims-and-outcomes": AimsSchedule,
    "governance": GovernanceSchedule,
    "service": ServiceSchedule,
    "functions": FunctionsSchedule,
    "safeguarding": SafeguardingSchedule,
    "hr-protocols": HrProtocolsSchedule,
    "performance": PerformanceSchedule,
    "finance": FinanceSchedule,
    "information-sharing": InformationSharingSchedule,
    "general": Schedule,
}
"""The class for each value of `kind`."""
