"""The rows of a schedule's structured data: groups, indicators, functions and the rest.

Each prints as a row of a table and can be cited by its id.
"""

from __future__ import annotations

from decimal import Decimal

from section75.model.row import Row
from section75.model.units import Day, Months, Pounds, Prose, Ref
from section75.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim(Row):
    """Something the parties want to achieve by working together."""

    aim: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedOutcome(Row):
    """A result the parties expect, and how they will know it has come about."""

    outcome: Prose
    measure: Prose
    indicators: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Strategy(Row):
    """A national or local strategy, and what the arrangement does for it."""

    name: Prose
    contribution: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Member(Row):
    """A seat on a group: the role that fills it, as full member, co-opted or proxy."""

    role: Prose
    standing: str
    party: Ref = Ref("")
    proxy_for: Ref = Ref("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Row):
    """A group that oversees the arrangement, and the seats on it."""

    name: Prose
    purpose: Prose
    frequency: str
    chair: Prose = Prose("")
    quorum: Prose = Prose("")
    reports_to: Ref = Ref("")
    members: tuple[Member, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Row):
    """A regular meeting: what it is for and who leads it."""

    name: Prose
    purpose: Prose
    led_by: Ref
    frequency: str = ""
    attended_by: Prose = Prose("")
    fits_in: Ref = Ref("")
    decision: Prose = Prose("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Communication(Row):
    """A message that the parties give together, to whom and when."""

    message: Prose
    audience: Prose
    when: Prose
    owner: Prose = Prose("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Service(Row):
    """A service that the arrangement covers."""

    name: Prose
    description: Prose
    delegated: bool
    people: Prose = Prose("")
    locations: Prose = Prose("")
    accountable_manager: Prose = Prose("")
    line_management: Ref = Ref("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Row):
    """A profession in the services, and what it does there."""

    role: Prose
    contribution: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegatedFunction(Row):
    """A function that one party carries out for another."""

    function: Prose
    statute: Prose
    of: Ref = Ref("")
    """Whose function it is; "" where all go one way."""
    exercised_by: Ref = Ref("")
    services: tuple[Ref, ...] = ()
    indicators: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFunction(Row):
    """A function that a party carries out for itself alongside the delegated ones."""

    function: Prose
    statute: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class ExcludedFunction(Row):
    """A function that the law does not allow to be delegated, and the law that says so."""

    function: Prose
    statute: Prose
    basis: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class RetainedFunction(Row):
    """A function that could be delegated but that a party keeps, and why."""

    function: Prose
    statute: Prose
    basis: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage(Row):
    """A stage of the safeguarding procedure, and who is responsible for it."""

    stage: Prose
    responsible: Prose
    standard: Prose
    record: Prose = Prose("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Assurance(Row):
    """A check that safeguarding works, and to whom it is reported."""

    activity: Prose
    frequency: str
    led_by: Prose
    reported_to: Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Protocol(Row):
    """A matter of staff management: who leads on it and what is agreed."""

    topic: Prose
    lead: Prose
    provision: Prose
    policy_owner: Ref = Ref("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Row):
    """A measure of performance: what is counted, by whom, and the target."""

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
    """Data that one party must send another, and by when."""

    party: Ref
    data: Prose
    frequency: str
    due: Prose
    recipient: Ref
    format: Prose = Prose("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution(Row):
    """A line of money from one party, with an amount for each year."""

    party: Ref
    item: Prose
    amounts: tuple[Pounds, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold(Row):
    """A limit on spending, and who may decide up to it."""

    decision: Prose
    authority: Prose
    limit: Pounds | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingAgreement(Row):
    """An agreement to share information."""

    title: Prose
    covers: Prose
    owner: Prose
    review_months: Months | None = None
    review_due: Day = Day("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow(Row):
    """Data that passes from one body to another, and the lawful basis for it."""

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
    """An information system, and whether its record is the one that counts."""

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
