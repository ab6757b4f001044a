"""The agreement itself: parties, term, recitals, clauses, schedules and execution."""

from __future__ import annotations

from section75.model.clause import Clause, Definition
from section75.model.schedules import Schedule
from section75.model.units import Day, Id, Months, Prose, Ref
from section75.value import dataclass


@dataclass(frozen=True, slots=True)
class Party:
    """A body that enters the agreement."""

    id: Id
    name: str
    """Full corporate name."""
    kind: str
    address: str
    label: str
    """How the agreement calls the party, e.g. "the Council"."""
    notices_to: str = ""
    """The role to which notices are addressed."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """One of the arrangements of section 75(2) and regulations 7 to 9 of SI 2000/617."""

    id: Id
    type: str
    exercised_by: Ref
    on_behalf_of: Ref = Ref("")
    participants: tuple[Ref, ...] = ()
    """Of a pooled fund of several parties: all who pay into it."""

    @property
    def parties(self) -> tuple[str, ...]:
        """The ids of every party to it, each once."""
        named = (self.exercised_by, self.on_behalf_of, *self.participants)
        return tuple(dict.fromkeys(party for party in named if party))


@dataclass(frozen=True, slots=True)
class Extension:
    """An extension of the term that was granted."""

    id: Id
    start: Day
    end: Day
    reason: Prose
    approved_by: Prose = Prose("")


FAR_OFF = Day("2199-12-31")
"""Stands for the last day of a term that has none."""


@dataclass(frozen=True, slots=True)
class Term:
    """How long the agreement runs; first and last day inclusive."""

    start: Day
    end: Day = Day("")
    """"" where the term is open-ended."""
    open_ended: bool = False
    """Whether it runs until a party gives notice."""
    previous_end: Day = Day("")
    extensions: tuple[Extension, ...] = ()
    extension_option_months: Months | None = None
    review_months: Months | None = None
    review_due: Day = Day("")
    notice_months: Months | None = None
    rollover_months: Months | None = None
    rollover_notice_months: Months | None = None

    @property
    def last_day(self) -> Day:
        """The last day of the term with the extensions that were granted; a day far off where it is open-ended."""
        return max([self.end or FAR_OFF, *(extension.end for extension in self.extensions)])


@dataclass(frozen=True, slots=True)
class Recital:
    """One recital of the background."""

    id: Id
    text: Prose
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExecutionBlock:
    """How one party executes."""

    id: Id
    party: Ref
    method: str
    attested_by: tuple[str, ...]
    witnessed: bool = False


@dataclass(frozen=True, slots=True)
class Execution:
    """The form of execution and a block for each party."""

    form: str
    blocks: tuple[ExecutionBlock, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """A line of the version table on the document-control sheet."""

    version: str
    date: Day
    by: str
    summary: str


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding that was accepted."""

    code: str
    place: str
    reason: str
    to_confirm: bool = False
    """Carried over by a renewal; nobody has said yet that it is to stand here too."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something that nobody has decided yet, such as a sum that a model proposes."""

    id: Id
    places: tuple[str, ...]
    """Where the answer stands: an id, an id and a field below it, or a field of the agreement, e.g. `term.end`."""
    question: str
    owner: str = ""
    """The role that decides."""
    by: Day = Day("")
    settled: Day = Day("")
    to_confirm: bool = False
    """Settled in the agreement that this one renews, and to be confirmed."""

    @property
    def is_open(self) -> bool:
        """Whether it still has to be decided."""
        return not self.settled


@dataclass(frozen=True, slots=True)
class RequiredApproval:
    """An approval that is needed before the agreement is executed."""

    id: Id
    body: str
    """E.g. Cabinet."""
    party: Ref
    effect: str
    """`approve`, `endorse` or `note`."""
    after: tuple[Ref, ...] = ()
    """Approvals that come first."""
    delegable: bool = True
    """False where the law or guidance lets nobody else decide, as of a Better Care Fund plan."""
    source: str = ""
    """Where that is laid down."""


@dataclass(frozen=True, slots=True)
class Renews:
    """The agreement that is renewed, as it was."""

    id: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A partnership agreement under section 75 of the National Health Service Act 2006."""

    format: int
    id: Id
    title: str
    version: str
    parties: tuple[Party, ...]
    arrangements: tuple[Arrangement, ...]
    term: Term
    reference: str = ""
    illustrative: bool = False
    recitals: tuple[Recital, ...] = ()
    definitions: tuple[Definition, ...] = ()
    clauses: tuple[Clause, ...]
    schedules: tuple[Schedule, ...] = ()
    """The schedules themselves; the file lists their paths."""
    execution: Execution | None = None
    versions: tuple[Version, ...] = ()
    renews: Renews | None = None
    to_settle: tuple[Question, ...] = ()
    approvals: tuple[RequiredApproval, ...] = ()
    """What has to be approved, by whom and in which order, before it is executed."""
    accepted: tuple[Accepted, ...] = ()
    terms_allowed: tuple[str, ...] = ()
    notes: str = ""

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """What is still to be settled, in the order of the file."""
        return tuple(question for question in self.to_settle if question.is_open)

    def party(self, party_id: str) -> Party | None:
        """The party of that id, if there is one."""
        return next((party for party in self.parties if party.id == party_id), None)
