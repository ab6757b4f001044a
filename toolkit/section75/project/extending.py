"""The term of an executed agreement extended, as a record: what was executed stays as it is."""

from __future__ import annotations

from datetime import date, timedelta

from section75.drafting.records import record_file
from section75.errors import Section75Error, UsageError
from section75.language import british
from section75.language.months import last_day
from section75.load import RECORDS
from section75.model.agreement import FAR_OFF
from section75.project.recording import write_record
from section75.project.versions import Version
from section75.signoff import end_of_term, executions
from section75.value import dataclass

KIND = "extended"


@dataclass(frozen=True, slots=True)
class Extending:
    """An extension, as whoever records it says."""

    to: str
    """Last day, year-month-day."""
    reason: str
    authority: str
    reference: str


def extend(found: Version, made: Extending, on: date) -> tuple[str, tuple[str, ...]]:
    """Record that the term was extended; gives the path of the file, and what should be told.

    Raises `Section75Error` where nothing was executed, where the term is open-ended or over, and `UsageError` for a day
    that is no later and for words that are missing.
    """
    agreement, loaded = found.loaded.required(), found.loaded
    today = on.isoformat()
    if not executions(agreement, loaded.executed, today):
        hint = "change the term in agreement.yaml while it is a draft"
        raise Section75Error(f"{found.name} was not executed, so there is no term to be extended", hint)
    ends = end_of_term(agreement, loaded.extended, today)
    if ends == FAR_OFF:
        raise Section75Error("the term is open-ended", "there is nothing to be extended")
    if today > ends:
        raise Section75Error(f"the term ended on {british.day(ends)}", "what is over is renewed: `s75 new --from`")
    _possible(made, ends)
    begins = (date.fromisoformat(ends) + timedelta(days=1)).isoformat()
    data = {"id": f"extended-{today}", "agreement": agreement.id, "on": today, "from": begins, "to": made.to}
    data |= {"reason": made.reason, "authority": made.authority, "reference": made.reference}
    path = f"{RECORDS}/extensions/extended-{today}.yaml"
    write_record(found, path, record_file(KIND, data), KIND, "the extension")
    return path, _notes(found, made, begins)


def _possible(made: Extending, ends: str) -> None:
    if made.to <= ends:
        raise UsageError(f"it runs until {british.day(ends)} already", "give a later day: --to")
    for name in ("reason", "authority", "reference"):
        if not getattr(made, name).strip():
            raise UsageError(f"no {name} is given", f"say it with --{name}")


def _notes(found: Version, made: Extending, begins: str) -> tuple[str, ...]:
    option = found.loaded.required().term.extension_option_months
    if not option:
        return ("the agreement names no option to extend; where it has none, a deed of variation extends it",)
    latest = last_day(date.fromisoformat(begins), option).isoformat()
    longer = f"the agreement allows {option} months, until {british.day(latest)}; a deed of variation allows more"
    return (longer,) if made.to > latest else ()
