"""The rows of a schedule's structured data: groups, indicators, functions and the rest.

Each prints as a row of a table and can be cited by its id.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from section75.model.row import Row
from section75.model.units import Day, Months, Pounds, Prose, Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim(Row):
    """One aim."""

    aim: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedOutcome(Row):
    """One outcome that the parties expect."""

    outcome: Prose
    measure: Prose
    indicators: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Strategy(Row):
    """One strategy."""

    name: Prose
    contribution: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Member(Row):
    """One seat."""

    role: Prose
    standing: str
    party: Ref = Ref("")
    proxy_for: Ref = Ref("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Row):
    """One group."""

    name: Prose
    purpose: Prose
    frequency: str
    chair: Prose = Prose("")
    quorum: Prose = Prose("")
    reports_to: Ref = Ref("")
    members: tuple[Member, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Row):
    """One meeting."""

    name: Prose
    purpose: Prose
    led_by: Ref
    frequency: str = ""
    attended_by: Prose = Prose("")
    fits_in: Ref = Ref("")
    decision: Prose = Prose("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Communication(Row):
    """One joint message."""

    message: Prose
    audience: Prose
    when: Prose
    owner: Prose = Prose("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Service(Row):
    """One service."""

    name: Prose
    description: Prose
    delegated: bool
    people: Prose = Prose("")
    locations: Prose = Prose("")
    accountable_manager: Prose = Prose("")
    line_management: Ref = Ref("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Row):
    """One profession."""

    role: Prose
    contribution: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegatedFunction(Row):
    """One function."""

    function: Prose
    statute: Prose
    services: tuple[Ref, ...] = ()
    indicators: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFunction(Row):
    """One function."""

    function: Prose
    statute: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class ExcludedFunction(Row):
    """One function."""

    function: Prose
    statute: Prose
    basis: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class RetainedFunction(Row):
    """One function."""

    function: Prose
    statute: Prose
    basis: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage(Row):
    """One stage."""

    stage: Prose
    responsible: Prose
    standard: Prose
    record: Prose = Prose("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Assurance(Row):
    """One activity."""

    activity: Prose
    frequency: str
    led_by: Prose
    reported_to: Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Protocol(Row):
    """One area."""

    topic: Prose
    lead: Prose
    provision: Prose
    policy_owner: Ref = Ref("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Row):
    """One indicator."""

    name: Prose
    definition: Prose
    numerator: Prose
    unit: str
    source: Prose
    owner: Ref
    set: str
    measures: str
    aggregation: str
    frequency: str
    direction: str
    denominator: Prose = Prose("")
    target: Decimal | None = None
    no_target: Prose = Prose("")
    functions: tuple[Ref, ...] = ()
    team_level: bool = False
    breakdown: Prose = Prose("")
    benchmark: Prose = Prose("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery(Row):
    """One delivery."""

    party: Ref
    data: Prose
    frequency: str
    due: Prose
    recipient: Ref
    format: Prose = Prose("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution(Row):
    """One line."""

    party: Ref
    item: Prose
    amounts: tuple[Pounds, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold(Row):
    """One threshold."""

    decision: Prose
    authority: Prose
    limit: Pounds | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingAgreement(Row):
    """One."""

    title: Prose
    covers: Prose
    owner: Prose
    review_months: Months | None = None
    review_due: Day = Day("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow(Row):
    """One flow."""

    data: Prose
    origin: Ref
    recipient: Ref
    purpose: Prose
    lawful_basis: Prose
    frequency: str = ""
    method: Prose = Prose("")
    agreement: Ref = Ref("")


@dataclass(frozen=True, slots=True, kw_only=True)
class System(Row):
    """One system."""

    name: Prose
    owner: Ref
    holds: Prose
    record_of_truth: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Row):
    """A figure that a source states in words."""

    says: Prose
    value: Decimal | None = None
    on: Day = Day("")
    """The date, where the figure is one."""
    unit: str = "number"
    rule: str = ""
    """How it follows from the figures under `of`; "" where no rule is known."""
    of: tuple[str, ...] = ()
    tolerance: Decimal | None = None
