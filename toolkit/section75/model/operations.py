"""The rows of the schedules that run an arrangement from day to day: posts, courses, schemes, conditions, work plans.

Each prints as a row of a table and can be cited by its id.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from section75.model.row import Row
from section75.model.units import Day, Months, Pounds, Prose, Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion(Row):
    """One criterion."""

    criterion: Prose
    decided_by: Prose
    statute: Prose = Prose("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge(Row):
    """One charge."""

    charge: Prose
    set_by: Ref
    assessed_by: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard(Row):
    """One standard."""

    matter: Prose
    standard: Prose
    responsible: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Course(Row):
    """One course."""

    topic: Prose
    audience: Prose
    provider: Ref
    frequency: str = ""
    mandatory: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Post(Row):
    """One post."""

    post: Prose
    employer: Ref
    establishment: Decimal | None = None
    vacant: tuple[Decimal, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy(Row):
    """One policy."""

    title: Prose
    owner: Ref
    applies_to: Prose = Prose("")
    review_due: Day = Day("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Row):
    """One step."""

    step: Prose
    responsible: Prose
    within: Prose = Prose("")
    record: Prose = Prose("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty(Row):
    """One duty."""

    duty: Prose
    responsible: Prose
    frequency: str = ""
    to: Prose = Prose("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme(Row):
    """One scheme."""

    name: Prose
    aims: Prose
    commissioner: Ref
    basis: str
    value: Pounds | None = None
    measure: Prose = Prose("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Share(Row):
    """One share."""

    event: Prose
    rule: Prose
    limit: Pounds | None = None
    decided_by: Prose = Prose("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition(Row):
    """One condition."""

    condition: Prose
    met_by: Prose
    status: str = ""
    due: Day = Day("")
    lead: Prose = Prose("")
    evidence: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkItem(Row):
    """One piece of work."""

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
    """One class of record."""

    record: Prose
    kept_by: Ref
    system: Prose = Prose("")
    kept_for_months: Months | None = None
    access: Prose = Prose("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Result(Row):
    """One result."""

    indicator: Ref
    values: tuple[Prose | Decimal, ...]
    """A figure for each period, or words that say why there is none."""
    stated: Decimal | None = None
    whole_year: bool = False
    remark: Prose = Prose("")
    plan: Prose = Prose("")
    """What is done where the target was missed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedAction(Row):
    """One action."""

    action: Prose
    status: str
    owner: Prose = Prose("")
    due: Day = Day("")
    items: tuple[str, ...] = ()
    """The review items and statutory tests that it answers; these print."""
    remark: Prose = Prose("")
