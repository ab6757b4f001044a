"""The text in force on a day: what was executed, with the deeds that had taken effect carried out on it."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from section75.compose.deed import Deed
from section75.errors import Section75Error
from section75.language import british
from section75.model import Agreement, Executed
from section75.model.agreement import FAR_OFF
from section75.printing.deed import replay
from section75.progress import Step, silent
from section75.project.compared import compared
from section75.project.places import own_template
from section75.project.recalling import Signed
from section75.project.versions import Version, as_signed
from section75.signoff import end_of_term, executions
from section75.value import dataclass
from section75.variation import compiled


@dataclass(frozen=True)
class InForce:
    """A text in force, and how it came to be."""

    version: Version
    executions: tuple[Executed, ...]
    """Of the agreement, then of each deed that had taken effect, in order."""


def in_force(found: Version, on: date, step: Step = silent) -> InForce:
    """The text in force on a day, found by its digest and reached again by carrying out every deed in order.

    Raises `Section75Error` where nothing was executed by then, where the term is over or has not begun, where deeds
    took effect in another order than they were executed in, or where carrying them out leads to another text; and
    `MissingError` where a text that was executed is in no commit.
    """
    agreement, day = found.loaded.required(), on.isoformat()
    done = _in_effect(found.name, agreement, executions(agreement, found.loaded.executed, FAR_OFF), day)
    texts = [as_signed(found, Signed.executed(each), step) for each in done]
    _within(texts[-1], found, on)
    for (old, new), deed in zip(pairwise(texts), done[1:], strict=True):
        step(f"Carrying out the deed of {british.day(deed.dated)}")
        _replayed(old, new, done[: done.index(deed)], deed)
    return InForce(texts[-1], done)


def _in_effect(name: str, agreement: Agreement, done: tuple[Executed, ...], day: str) -> tuple[Executed, ...]:
    if not done or done[0].dated > day:
        hint = f"`s75 execute {name}` records an execution"
        raise Section75Error(f"{agreement.title} was not executed by {british.day(day)}", hint)
    from_when = [done[0].dated, *(deed.effective or deed.dated for deed in done[1:])]
    effective = [each for each, when in zip(done, from_when, strict=True) if when <= day]
    if effective != list(done[: len(effective)]):
        later = next(each for each, when in zip(done, from_when, strict=True) if when > day)
        said = f"the deed of {british.day(later.dated)} takes effect after one that was executed later"
        raise Section75Error(said, "read the text in force on that day out of the deeds themselves")
    return tuple(effective)


def _within(text: Version, found: Version, on: date) -> None:
    agreement, day = text.loaded.required(), on.isoformat()
    term, ends = agreement.term, end_of_term(agreement, found.loaded.extended, day)
    if day < term.start:
        raise Section75Error(f"it takes effect on {british.day(term.start)}", "name a day from then on: --at")
    if day > ends:
        raise Section75Error(f"it ended on {british.day(ends)}", "name a day before that: --at")


def _replayed(old: Version, new: Version, before: tuple[Executed, ...], deed: Executed) -> None:
    documents = compared(old, new).comparison
    made = Deed(new.loaded.required(), tuple(each.dated for each in before), deed.effective)
    fault = replay(documents.old, documents.new, made, compiled(documents.old, documents.new), own_template())
    if fault:
        said = (
            f"carrying out the deed of {british.day(deed.dated)} does not lead to the text that was recorded: {fault}"
        )
        raise Section75Error(said, "please tell us")
