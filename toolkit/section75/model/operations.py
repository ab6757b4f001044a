"""The rows of the schedules that run an arrangement from day to day: posts, courses, schemes, conditions, work plans.

Each prints as a row of a table and can be cited by its id.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from section75.model.units import Day, Id, Months, Pounds, Prose, Ref


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion."""

    id: Id
    criterion: Prose
    decided_by: Prose
    statute: Prose = Prose("")


@dataclass(frozen=True, slots=True)
class Charge:
    """One charge."""

    id: Id
    charge: Prose
    set_by: Ref
    assessed_by: Prose


@dataclass(frozen=True, slots=True)
class Standard:
    """One standard."""

    id: Id
    matter: Prose
    standard: Prose
    responsible: Prose


@dataclass(frozen=True, slots=True)
class Course:
    """One course."""

    id: Id
    topic: Prose
    audience: Prose
    provider: Ref
    frequency: str = ""
    mandatory: bool = False


@dataclass(frozen=True, slots=True)
class Post:
    """One post."""

    id: Id
    post: Prose
    employer: Ref
    establishment: Decimal | None = None
    vacant: tuple[Decimal, ...] = ()


@dataclass(frozen=True, slots=True)
class Policy:
    """One policy."""

    id: Id
    title: Prose
    owner: Ref
    applies_to: Prose = Prose("")
    review_due: Day = Day("")


@dataclass(frozen=True, slots=True)
class Step:
    """One step."""

    id: Id
    step: Prose
    responsible: Prose
    within: Prose = Prose("")
    record: Prose = Prose("")


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty."""

    id: Id
    duty: Prose
    responsible: Prose
    frequency: str = ""
    to: Prose = Prose("")


@dataclass(frozen=True, slots=True)
class Scheme:
    """One scheme."""

    id: Id
    name: Prose
    aims: Prose
    commissioner: Ref
    basis: str
    value: Pounds | None = None
    measure: Prose = Prose("")


@dataclass(frozen=True, slots=True)
class Share:
    """One share."""

    id: Id
    event: Prose
    rule: Prose
    limit: Pounds | None = None
    decided_by: Prose = Prose("")


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition."""

    id: Id
    condition: Prose
    met_by: Prose
    lead: Prose = Prose("")
    evidence: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkItem:
    """One piece of work."""

    id: Id
    reference: str
    deliverable: Prose
    theme: Prose = Prose("")
    party: Ref = Ref("")
    lead: Prose = Prose("")
    due: Day = Day("")
    first: str = ""
    second: str = ""
    remark: Prose = Prose("")


@dataclass(frozen=True, slots=True)
class RecordClass:
    """One class of record."""

    id: Id
    record: Prose
    kept_by: Ref
    system: Prose = Prose("")
    kept_for_months: Months | None = None
    access: Prose = Prose("")


@dataclass(frozen=True, slots=True)
class Result:
    """One result."""

    id: Id
    indicator: Ref
    values: tuple[Decimal, ...]
    stated: Decimal | None = None
    whole_year: bool = False
    remark: Prose = Prose("")
