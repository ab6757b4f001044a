"""A print that was sent out, as a record, so that the text can be named later."""

from __future__ import annotations

from datetime import date

from section75.drafting.records import record_file
from section75.errors import UsageError
from section75.load import RECORDS
from section75.project.recording import new_record, write_record
from section75.project.versions import Version
from section75.signoff import whole_digest

KIND = "circulated"


def may_be_circulated(found: Version, to: str, on: date) -> str:
    """Where it will be recorded that a print is sent out, before there is one.

    Raises `UsageError` where it is not said to whom, and `OutputError` where one of that day is recorded already.
    """
    if not to.strip():
        raise UsageError("it is not said to whom it is sent", "give a body or a role: --to")
    path = f"{RECORDS}/circulations/circulated-{on.isoformat()}.yaml"
    new_record(found, path)
    return path


def circulated(found: Version, to: str, on: date, engrossment: bool = False) -> str:
    """Record that a print of the text as it stands was sent out, to be signed or not; gives the path of the file.

    Raises as `may_be_circulated`, and `Section75Error` for words that a record cannot hold.
    """
    path = may_be_circulated(found, to, on)
    agreement, today = found.loaded.required(), on.isoformat()
    data = {"id": f"circulated-{today}", "agreement": agreement.id, "version": agreement.version, "on": today, "to": to}
    data["digest"] = whole_digest(found.loaded.data, agreement)
    data |= {"edition": "engrossment"} if engrossment else {}
    write_record(found, path, record_file(KIND, data), KIND, "the record of who was sent it")
    return path
