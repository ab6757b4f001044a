"""What was done under an agreement, how it answers a review, and who confirmed what. Never part of what is signed."""

from __future__ import annotations

from section75.model.units import Day, Id, Months, Prose, Ref
from section75.value import dataclass


@dataclass(frozen=True, slots=True)
class Presentation:
    """A record put before a group or body."""

    to: str
    """Id of a group of the agreement, or the name of a body outside it."""
    on: Day
    minute: str = ""
    """Reference of the minute."""


@dataclass(frozen=True, slots=True)
class Record:
    """One thing done: a meeting held, a report given, an audit made."""

    format: int
    id: Id
    kind: str
    title: Prose
    on: Day
    """When it was held, given, made, signed or sent."""
    period_from: Day = Day("")
    period_to: Day = Day("")
    by: str = ""
    """The role or body that did it."""
    group: Ref = Ref("")
    """The group that met."""
    presented: tuple[Presentation, ...] = ()
    consulted: tuple[str, ...] = ()
    """Who was consulted, e.g. service users, carers."""
    covers: tuple[Ref, ...] = ()
    """Ids of the services, functions, indicators or schedules that it is about."""
    parties: tuple[Ref, ...] = ()
    """The parties that agreed it or took part."""
    sample: int | None = None
    """How many cases an audit read, or how many people answered."""
    outcome: Prose = Prose("")
    decision: Prose = Prose("")
    review_months: Months | None = None
    review_due: Day = Day("")
    items: tuple[str, ...] = ()
    """Ids of the items that it is evidence for."""
    document: str = ""
    """Where the document itself is kept."""
    provenance: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Response:
    """How the parties answer one item."""

    format: int
    id: Id
    item: str
    answer: str
    decided_by: str
    decided_on: Day
    reason: Prose = Prose("")
    owner: str = ""
    """The role that has undertaken to do it."""
    due: Day = Day("")
    places: tuple[Ref, ...] = ()
    """Ids of the clauses and rows that meet it."""
    records: tuple[Ref, ...] = ()
    """Ids of the records that show it."""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class UnitThen:
    """A clause or row as it stood when somebody read or approved it."""

    unit: Ref
    """Its id. It may be gone by now."""
    digest: str
    """Of its words then, by the rule of `signoff`, in hexadecimal."""
    words: Prose = Prose("")
    """Those words, so that they can be shown beside what they have become."""


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A person read these exact words and confirms that they meet an item."""

    format: int
    id: Id
    item: str
    at: tuple[UnitThen, ...]
    by: str
    """The role that confirms it, never a name."""
    on: Day
    note: Prose = Prose("")
    """Why the words meet the item, where that is not plain."""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class HeldNumber:
    """The number of one thing that can be cited, on execution."""

    unit: str
    """Its id; of a list of structured data, that of its schedule or row and its name."""
    noun: str
    """What it is cited as: clause, paragraph, recital, Schedule, Part, Appendix, Table or row."""
    number: str
    """As cited, e.g. 14A.3(a)."""
    place: str
    """Its exact place: `14+1.3.1` for 14A.3(a). The number alone does not say it, since (aa) may be two things."""
    within: str = ""
    """Id of the schedule, Part, appendix or table that holds it."""


@dataclass(frozen=True, slots=True)
class ExecutedBlock:
    """How one party executed."""

    block: Ref
    """Id of its execution block."""
    by: tuple[str, ...]
    """The offices of those who signed, or in whose presence it was sealed; never names."""
    on: Day
    seal_number: str = ""
    """Number in the seal register."""


@dataclass(frozen=True, slots=True)
class Executed:
    """That an agreement, or a deed that varies it, was executed: when, by whom, and in exactly which text."""

    format: int
    id: Id
    agreement: str
    version: str
    dated: Day
    """The date of the agreement, written in on completion."""
    form: str
    """`deed` or `under-hand`."""
    digest: str
    blocks: tuple[ExecutedBlock, ...]
    counterparts: int = 1
    units: tuple[UnitThen, ...] = ()
    """The digest of each part, so that what changed later can be named."""
    numbers: tuple[HeldNumber, ...] = ()
    """The number of everything that can be cited, which later versions hold."""
    varies: str = ""
    """For a deed of variation: id of the record of the execution of the agreement itself."""
    effective: Day = Day("")
    """For a deed of variation: from when it varies the agreement."""
    provisions: tuple[str, ...] = ()
    """For a deed of variation: what it deletes, inserts or substitutes, as it is cited."""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Approval:
    """One body's decision on an exact text; or its delegate's on a later one, under such a decision."""

    format: int
    id: Id
    requires: Ref
    """Id of the approval that the agreement requires."""
    agreement: str
    """Id of the agreement that was approved."""
    version: str
    on: Day
    authority: str
    """`resolution`, or `delegated-decision`."""
    reference: str
    """Minute or decision reference."""
    form: str
    """`exact`, or `substantially-as-drafted`: then a delegate may decide on later edits."""
    digest: str
    """Of the whole text that was approved."""
    units: tuple[UnitThen, ...] = ()
    """The digest of each clause, schedule and other part, so that what changed later can be named."""
    delegate: str = ""
    """The role that may decide on later edits."""
    consultees: tuple[str, ...] = ()
    """The roles that the delegate consults first."""
    limits: Prose = Prose("")
    """How far the delegate may go."""
    call_in_ends: Day = Day("")
    """Last day on which the decision may be called in."""
    under: Ref = Ref("")
    """Of a delegate's decision: the approval that delegated it."""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Extended:
    """That the term of an executed agreement was extended, as its own words allow."""

    format: int
    id: Id
    agreement: str
    on: Day
    """When it was decided."""
    from_: Day
    to: Day
    """Last day of the extension."""
    reason: str
    authority: str
    """Who decided: a body, or the role to whom it is delegated."""
    reference: str
    """Minute or decision reference."""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Circulated:
    """That a print was sent out."""

    format: int
    id: Id
    agreement: str
    version: str
    on: Day
    to: str
    """To whom, in words: a role or a body, never a person."""
    digest: str
    """Of the whole text that was sent."""
    edition: str = ""
    """`engrossment` where it was sent to be signed; "" for a draft."""
    notes: str = ""
