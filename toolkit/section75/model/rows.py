"""The rows of a schedule's structured data: groups, indicators, functions and the rest.

Each prints as a row of a table and can be cited by its id.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from section75.model.units import Day, Id, Months, Pounds, Prose, Ref


@dataclass(frozen=True, slots=True)
class Aim:
    """One aim."""

    id: Id
    aim: Prose


@dataclass(frozen=True, slots=True)
class Outcome:
    """One outcome."""

    id: Id
    outcome: Prose
    measure: Prose
    indicators: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class Strategy:
    """One strategy."""

    id: Id
    name: Prose
    contribution: Prose


@dataclass(frozen=True, slots=True)
class Member:
    """One seat."""

    id: Id
    role: Prose
    standing: str
    party: Ref = Ref("")
    proxy_for: Ref = Ref("")


@dataclass(frozen=True, slots=True)
class Group:
    """One group."""

    id: Id
    name: Prose
    purpose: Prose
    frequency: str
    chair: Prose = Prose("")
    quorum: Prose = Prose("")
    reports_to: Ref = Ref("")
    members: tuple[Member, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting."""

    id: Id
    name: Prose
    purpose: Prose
    led_by: Ref
    frequency: str = ""
    fits_in: Ref = Ref("")
    decision: Prose = Prose("")


@dataclass(frozen=True, slots=True)
class Communication:
    """One joint message."""

    id: Id
    message: Prose
    audience: Prose
    when: Prose
    owner: Prose = Prose("")


@dataclass(frozen=True, slots=True)
class Service:
    """One service."""

    id: Id
    name: Prose
    description: Prose
    delegated: bool
    people: Prose = Prose("")
    locations: Prose = Prose("")
    accountable_manager: Prose = Prose("")
    line_management: Ref = Ref("")


@dataclass(frozen=True, slots=True)
class Role:
    """One profession."""

    id: Id
    role: Prose
    contribution: Prose


@dataclass(frozen=True, slots=True)
class DelegatedFunction:
    """One function."""

    id: Id
    function: Prose
    statute: Prose
    services: tuple[Ref, ...] = ()
    indicators: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnFunction:
    """One function."""

    id: Id
    function: Prose
    statute: Prose


@dataclass(frozen=True, slots=True)
class ExcludedFunction:
    """One function."""

    id: Id
    function: Prose
    statute: Prose
    basis: Prose


@dataclass(frozen=True, slots=True)
class RetainedFunction:
    """One function."""

    id: Id
    function: Prose
    statute: Prose
    basis: Prose


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage."""

    id: Id
    stage: Prose
    responsible: Prose
    standard: Prose
    record: Prose = Prose("")


@dataclass(frozen=True, slots=True)
class Assurance:
    """One activity."""

    id: Id
    activity: Prose
    frequency: str
    led_by: Prose
    reported_to: Ref


@dataclass(frozen=True, slots=True)
class Protocol:
    """One area."""

    id: Id
    topic: Prose
    lead: Prose
    provision: Prose
    policy_owner: Ref = Ref("")
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator."""

    id: Id
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


@dataclass(frozen=True, slots=True)
class Delivery:
    """One delivery."""

    id: Id
    party: Ref
    data: Prose
    frequency: str
    due: Prose
    recipient: Ref
    format: Prose = Prose("")


@dataclass(frozen=True, slots=True)
class Contribution:
    """One line."""

    id: Id
    party: Ref
    item: Prose
    amounts: tuple[Pounds, ...]


@dataclass(frozen=True, slots=True)
class Threshold:
    """One threshold."""

    id: Id
    decision: Prose
    authority: Prose
    limit: Pounds | None = None


@dataclass(frozen=True, slots=True)
class SharingAgreement:
    """One."""

    id: Id
    title: Prose
    covers: Prose
    owner: Prose
    review_months: Months | None = None
    review_due: Day = Day("")


@dataclass(frozen=True, slots=True)
class Flow:
    """One flow."""

    id: Id
    data: Prose
    origin: Ref
    recipient: Ref
    purpose: Prose
    lawful_basis: Prose
    frequency: str = ""
    method: Prose = Prose("")
    agreement: Ref = Ref("")


@dataclass(frozen=True, slots=True)
class System:
    """One system."""

    id: Id
    name: Prose
    owner: Ref
    holds: Prose
    record_of_truth: bool
