"""The one door: a project opened at a folder, and everything that can be done with its agreements.

The command, a hook, a page or a script of one's own drives the toolkit from here. Nothing is printed, the current
folder is not asked for, and nothing is written but by `new`, `renew`, `settle`, `confirm`, `approve`, `execute`,
`update`, `plan`, `format` and `resolve`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from section75.drafting import AS_IT_STANDS, Answers, Proposal
from section75.drafting.approving import Approving
from section75.drafting.confirming import Confirming
from section75.drafting.executing import Executing
from section75.errors import MissingError, UsageError
from section75.judging.agreement import Judgement
from section75.judging.todo import Left, left_to_do
from section75.printing.carried import Carried, read_carrying
from section75.printing.drafts import KINDS, Wanted, printed
from section75.printing.registers import KINDS as REGISTER_KINDS
from section75.printing.registers import register_printed
from section75.printing.verified import Verified, verified
from section75.progress import Step, silent
from section75.project.action_plan import Written, write_action_plan
from section75.project.approving import Approvals, approvals, approve
from section75.project.beginning import Begun, begin, renew
from section75.project.catalogues import read_catalogues
from section75.project.compared import Compared, compared
from section75.project.confirming import confirm
from section75.project.door_to_git import DoorToGit
from section75.project.door_to_word import DoorToWord
from section75.project.executing import execute
from section75.project.extending import Extending, extend
from section75.project.in_force import InForce, in_force
from section75.project.library import Copies, Copy, copies, read_model, update
from section75.project.places import (
    AGREEMENT_TEMPLATE,
    REGISTER_TEMPLATE,
    agreement_folders,
    own_template,
    project_root,
    short_name,
    template_bytes,
)
from section75.project.portfolio import Portfolio, portfolio
from section75.project.redlining import RedlineWanted, redlined
from section75.project.review import Traced, review, traced
from section75.project.settling import settle
from section75.project.varying import DeedWanted, variation, vary
from section75.project.versions import NOT_PRINTED, Version, sound, version
from section75.render.word import Who
from section75.reports.review_data import Report
from section75.value import dataclass

Named = str | Version
"""An agreement by its name, or as it was read."""


def open_project(folder: Path | str, step: Step = silent) -> Project:
    """The project that a folder lies in, or what the package carries where it lies in none.

    Names are counted from the folder; `step` is called at each step of what takes time.
    Raises `MissingError` where there is no such folder.
    """
    here = Path(folder).resolve()
    if not here.is_dir():
        raise MissingError(f"there is no folder {folder}", "name the folder that holds agreements/")
    return Project(here, step)


@dataclass(frozen=True)
class Project(DoorToGit, DoorToWord):
    """A folder from which agreements are named, and what can be done with them.

    Wherever a version is asked for, its name will do: see `version` for the forms, and for the errors that every
    method may raise on the way. What cannot be done raises `Section75Error` or one of its kinds, with a hint.
    """

    @property
    def root(self) -> Path:
        """The folder that holds `agreements/`."""
        return project_root(self.here)

    def agreements(self) -> tuple[str, ...]:
        """The name of every agreement, e.g. "coventry-cwpt/2018", in order."""
        return tuple(short_name(folder, self.root) for folder in agreement_folders(self.root))

    def portfolio(self, on: date) -> Portfolio:
        """The agreements side by side, as on a day: type, term, days left, when the review is due, findings."""
        return portfolio(self.here, on, self.step)

    def version(self, name: Named) -> Version:
        """A version read: a folder in full or below `agreements/`, `REV:PATH` as git writes it, or a Word file.

        Raises `MissingError` where there is none, `TemplateError` for a Word file that was not printed here, and
        `ProgramError` where git is wanted and not installed. What is wrong in the agreement is not raised: see `judge`.
        """
        return name if isinstance(name, Version) else version(name, self.here, self.step)

    def judge(self, name: Named) -> Judgement:
        """What the rules find: `findings`, those that are `accepted`, and whether it `has_errors`."""
        return self.version(name).judgement

    def todo(self, name: Named) -> tuple[Left, ...]:
        """What is left to settle: open questions, blanks, what is out of date and what is to be confirmed.

        Raises `SourceError` where the agreement could not be built.
        """
        found = self.version(name)
        return left_to_do(found.loaded, found.judgement)

    def settle(self, name: Named, ids: Sequence[str], on: date) -> tuple[str, ...]:
        """Tick off questions that were decided on a day, in the file; gives their ids.

        Raises `MissingError` for an id that no open question has.
        """
        return settle(self.version(name), ids, on)

    def compare(self, old: Named, new: Named) -> Compared:
        """What differs: `departures` for people, `comparison` for writers, `notes` for whoever relies on it.

        Raises `SourceError` where one of the two has an error.
        """
        before, after = (self._sound(each, "{} cannot be compared") for each in (old, new))
        self.step("Comparing")
        return compared(before, after)

    def render(
        self, name: Named, kind: str = ".docx", how: Wanted | None = None, template: Path | None = None
    ) -> bytes:
        """The agreement as a draft: .docx, .html or .pdf, with a watermark and, unless `how` says no, a control sheet.

        Raises `SourceError` where it has an error, `TemplateError` for a template that cannot be used, and
        `ProgramError` where a PDF is asked for without LibreOffice.
        """
        _one_of(kind, KINDS)
        found = self._sound(name, NOT_PRINTED)
        raw, template_name = template_bytes(AGREEMENT_TEMPLATE, self.here, template)
        wanted = how or Wanted()
        return printed(found.loaded, found.judgement, {kind}, raw, template_name, wanted, self.step)[kind]

    def approvals(self, name: Named, on: date) -> Approvals:
        """How the approvals that the agreement requires stand on a day: `found`, and whether it is `covered`."""
        return approvals(self.version(name), on)

    def approve(self, name: Named, made: Approving, on: date, key: Path | None = None) -> str:
        """Record the decision of a body on the text as it stands, signed where a key is given; gives the file's path.

        Raises `UsageError` for a decision that cannot be, and `OutputError` where it was recorded already.
        """
        return approve(self.version(name), made, on, key)

    def execute(self, name: Named, made: Executing, on: date) -> tuple[str, tuple[str, ...]]:
        """Record that the agreement was executed; gives the path of the file, and what should be told.

        Raises `Section75Error` where an approval does not cover the text, `UsageError` for what cannot be, and
        `OutputError` where it was recorded already.
        """
        return execute(self.version(name), made, on)

    def extend(self, name: Named, made: Extending, on: date) -> tuple[str, tuple[str, ...]]:
        """Record that the term was extended; gives the path of the file, and what should be told.

        Raises `Section75Error` where nothing was executed or the term is over, and `UsageError` for what cannot be.
        """
        return extend(self.version(name), made, on)

    def vary(self, name: Named, on: date, effective: date | None = None, base: Named | None = None) -> bytes:
        """A draft deed of variation for Word, from what changed since the agreement was last executed.

        `effective` is from when, if not from the date of the deed; `base` the executed text, where no commit has it.
        Raises `SourceError` where the agreement has an error, `NoFormError` for a change that a deed has no words for,
        and `Section75Error` where nothing was executed or changed, or a second reader of the deed reaches another text.
        """
        old = None if base is None else self.version(base)
        made = variation(self.version(name), on, old, self.step)
        raw, template_name = template_bytes(AGREEMENT_TEMPLATE, self.here)
        wanted = DeedWanted(raw, template_name, effective.isoformat() if effective else "")
        return vary(made, wanted, on, self.step)

    def in_force(self, name: Named, on: date) -> InForce:
        """The text in force on a day: what was executed, with every deed that had taken effect carried out.

        Raises `Section75Error` where nothing was in force, and `MissingError` where an executed text is in no commit.
        """
        return in_force(self.version(name), on, self.step)

    def redline(
        self,
        old: Named,
        new: Named,
        author: str,
        on: date,
        moves: bool = True,
        summary: bool = False,
        carry_source: bool = True,
        template: Path | None = None,
    ) -> bytes:
        """The new version for Word with every change against the old one tracked, proved before it is handed over.

        `author` and `on` are whose changes they are and of which day; `moves` shows what moved as moved, else as out
        and in; `summary` puts a table of the changes in front; `carry_source` lets `s75 verify` repeat the proof.
        Raises `SourceError` where one of the two has an error, and `Section75Error` where the file does not prove
        itself.
        """
        raw, template_name = template_bytes(AGREEMENT_TEMPLATE, self.here, template)
        who = Who(author, f"{on.isoformat()}T00:00:00Z", moves)
        wanted = RedlineWanted(who, raw, template_name, summary, carry_source=carry_source)
        return redlined(self.version(old), self.version(new), wanted, self.step).written

    def carried(self, file: str) -> Carried:
        """What a Word file printed here carries: the agreement, and of a redline both.

        Raises `MissingError` where it cannot be read and `TemplateError` where it was not printed here.
        """
        return read_carrying(self.here / file, Path(file).as_posix())

    def verify(self, file: str) -> Verified:
        """Whether a Word file printed here still says what it was printed from: `holds`, and its `faults`.

        Raises as `carried`, and `Section75Error` where what it carries was altered or is not there.
        """
        return verified(self.carried(file), own_template())

    def risks(self, name: Named, kind: str = ".xlsx", template: Path | None = None) -> bytes:
        """The risk register with a heat map: .docx or .xlsx. Raises `MissingError` where there is no register."""
        _one_of(kind, REGISTER_KINDS)
        found = self._sound(name, NOT_PRINTED)
        raw, template_name = template_bytes(REGISTER_TEMPLATE, self.here, template)
        return register_printed(found.loaded, found.risks, kind, raw, template_name)

    def review(
        self,
        name: Named,
        on: date,
        catalogues: Sequence[str] = (),
        against: Named | None = None,
        everything: bool = False,
    ) -> Report:
        """What reviews and the law ask for and how the agreement answers, judged as on a day.

        `catalogues` names some, which then apply whomever they address; else all are gone through. `against` is the
        agreement that it renews. `everything` lists what is met and what does not apply too.
        Raises `SourceError` where the agreement cannot be built.
        """
        old = None if against is None else self.version(against)
        asked = read_catalogues(catalogues, self.here, self.step)
        return review(self.version(name), asked, on, old, everything, self.step)

    def confirm(self, name: Named, report: Report, made: Confirming) -> str:
        """Write that a person has read exact words and confirms that they meet an item; gives the path of the file.

        `report` is a review of the same agreement. Raises `MissingError` for an item or a clause that is not there,
        `UsageError` for what cannot be confirmed, by whom or when, and `OutputError` where it was confirmed that day.
        """
        return confirm(self.version(name), report, made)

    def trace(self, name: Named, on: date) -> Traced:
        """The golden thread from the law to the records, as on a day: `thread.node(id)`, `thread.up`, `thread.down`."""
        return traced(self.version(name), read_catalogues((), self.here, self.step), on, self.step)

    def plan(self, name: Named, report: Report, force: bool = False) -> Written:
        """Write what a review leaves outstanding into the agreement's action plan.

        Raises `OutputError` where a file that is edited has uncommitted changes and `force` is not given.
        """
        return write_action_plan(self.version(name), report, force)

    def drift(self, name: Named, schedule: str = "") -> Copies:
        """Its schedules that were copied from the library, or one by its id: what `drifted`, and what is `newer`."""
        return copies(self.version(name), self.here, schedule, self.step)

    def update(self, name: Named, copy: Copy, force: bool = False) -> Proposal | None:
        """Take over into a copy what only the library changed, in place; None where nothing is newer.

        Raises `OutputError` where the file has uncommitted changes and `force` is not given, and `Section75Error` where
        the model as it was copied is in no history.
        """
        return update(self.version(name), copy, force)

    def new(self, name: str, model: str, answers: Answers) -> Version:
        """Begin an agreement from a model, e.g. "pooled-fund", in a new folder below `agreements/`.

        Raises `UsageError` for a name that cannot be, and `OutputError` where the folder is there already.
        """
        return self._read(begin(name, read_model(model, self.here), answers, self.here))

    def renew(self, old: Named, name: str, answers: Answers = AS_IT_STANDS) -> Version:
        """Renew an agreement under a new name: the text kept, approvals and records not, the term moved on.

        `answers` may give another title, term, or names and addresses of parties by id.

        Raises `UsageError` for a name that cannot be, and `OutputError` where the folder is there already.
        """
        return self._read(renew(name, self.version(old), self.here, answers))

    def _read(self, begun: Begun) -> Version:
        return replace(self.version(str(begun.folder)), name=short_name(begun.folder, self.root), notes=begun.notes)

    def _sound(self, name: Named, refusal: str) -> Version:
        found = self.version(name)
        return sound(found, refusal.format(found.name), self.step)


def _one_of(kind: str, kinds: Sequence[str]) -> None:
    if kind not in kinds:
        raise UsageError(f"{kind} is no kind of file that is known here", "use " + ", ".join(kinds))
