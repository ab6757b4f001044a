"""The execution of an agreement recorded, and what was executed found again for its conformed copy."""

from __future__ import annotations

from datetime import date

from section75.drafting.executing import KIND, Executing, Text, execution_file, named_on
from section75.errors import OutputError, Section75Error, UsageError
from section75.language import british
from section75.load import RECORDS
from section75.model import Executed
from section75.model.agreement import FAR_OFF
from section75.numbering import held_numbers
from section75.progress import Step, silent
from section75.project.approving import may_be_final
from section75.project.recording import new_record, write_record
from section75.project.varying import variation
from section75.project.versions import Version
from section75.signoff import changed_lines, changes, digests, executions, parts
from section75.variation import provisions


def execute(
    found: Version, made: Executing, on: date, base: Version | None = None, step: Step = silent
) -> tuple[str, tuple[str, ...]]:
    """Record that an agreement was executed, or a deed that varies it; gives the path of the file, and what to tell.

    It is a deed of variation where the agreement was executed before; `base` is the text before it, where no commit has
    that. Raises `Section75Error` where an approval does not cover the text or something is left to settle,
    `UsageError` for a block that is missing or unknown, and for days that cannot be, `OutputError` where it was
    recorded already, and as `variation` does.
    """
    may_be_final(found, on, "the execution was not recorded")
    agreement = found.loaded.required()
    before = executions(agreement, found.loaded.executed, FAR_OFF)
    _possible(found, made, on)
    all_digests = digests(found.loaded.data, agreement)
    _in_order(before, made, all_digests.whole)
    varies = before[0].id if before else ""
    changed = provisions(variation(found, on, base, step).instructions) if before else ()
    path = f"{RECORDS}/executions/{named_on(made.dated, varies)}.yaml"
    new_record(found, path)
    numbers = held_numbers(found.loaded.numbers)
    form = agreement.execution.form if agreement.execution else "under-hand"
    text = Text(
        agreement.id,
        agreement.version,
        form,
        all_digests.whole,
        parts(agreement, all_digests),
        numbers,
        varies,
        changed,
    )
    write_record(found, path, execution_file(made, text), KIND, "the execution")
    began = (made.effective or made.dated) if varies else agreement.term.start
    what = "it takes effect" if varies else "the term began"
    said = f"it is dated {british.day(made.dated)}, after {what} on {british.day(began)}"
    return path, (said,) if made.dated > began else ()


def executed_text(found: Version, on: date) -> tuple[Executed, ...]:
    """The executions of the agreement and of the deeds that varied it, where the files still say exactly the outcome.

    Raises `Section75Error` where nothing was executed, or where the files have changed since.
    """
    agreement = found.loaded.required()
    done = executions(agreement, found.loaded.executed, on.isoformat())
    if not done:
        hint = f"`s75 execute {found.name}` records it"
        raise Section75Error("no conformed copy was printed: no execution is recorded", hint)
    last, made = done[-1], digests(found.loaded.data, agreement)
    if last.digest != made.whole:
        became = changes({str(each.unit): each.digest for each in last.units}, parts(agreement, made))
        named = "; ".join(changed_lines(became, found.loaded.numbers.in_words()))
        said = f"no conformed copy was printed: the files have changed since the execution: {named}"
        raise Section75Error(
            said, f"`s75 render {found.name}@executed --conformed` prints it; what changes it is a deed of variation"
        )
    return done


def _in_order(before: tuple[Executed, ...], made: Executing, digest: str) -> None:
    if before and before[-1].digest == digest:
        said = f"the execution of this text is recorded already, of {british.day(before[-1].dated)}"
        raise OutputError(said, "take that record away first if it was wrong")
    if made.effective and not before:
        raise UsageError(
            "an agreement takes effect as its term says", "leave --effective out; it is for a deed of variation"
        )


def _possible(found: Version, made: Executing, on: date) -> None:
    agreement = found.loaded.required()
    known: set[str] = {block.id for block in agreement.execution.blocks} if agreement.execution else set()
    given: set[str] = {str(each.block) for each in made.blocks}
    if strange := sorted(given - known):
        raise UsageError(f"there is no execution block {strange[0]}", f"the blocks are: {', '.join(sorted(known))}")
    if missing := sorted(known - {str(each.block) for each in made.blocks if each.by}):
        raise UsageError(
            f"nobody is said to have executed {', '.join(missing)}", "give --by BLOCK=OFFICE for each block"
        )
    for day in (made.dated, *(each.on for each in made.blocks)):
        if day > on.isoformat():
            raise UsageError(f"{british.day(day)} is in the future", "record what was done, not what is planned")
    approved = max((a.on for a in found.loaded.approvals if a.agreement == agreement.id), default="")
    if made.dated < approved:
        said = f"it is dated {british.day(made.dated)}, before the last approval of {british.day(approved)}"
        raise UsageError(said, "correct the date")
