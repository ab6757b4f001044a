"""Findings that are to stand: which entry under `accepted` covers which, and which covers none."""

from __future__ import annotations

from section75.findings import Finding, Severity
from section75.load import Loaded
from section75.model import Accepted


def covers(entry: Accepted, finding: Finding) -> bool:
    """Whether a finding is one that the entry lets stand: of its code, at its id or in its file."""
    file = finding.place.path.rsplit("/", 1)[-1]
    return entry.code == finding.code and entry.place in (finding.owner, finding.place.path, file)


def unused(loaded: Loaded, entry: Accepted) -> Finding:
    """The finding about an entry under `accepted` that covers none. Raises `SourceError` where nothing was built."""
    agreement = loaded.required()
    index = agreement.accepted.index(entry)
    place = loaded.places.find(agreement.id, f"accepted.{index}")
    message = f'the accepted finding "{entry.code}" at {entry.place} no longer occurs'
    hint = "remove it from the list under accepted"
    return Finding("accepted-not-found", message, place, (hint,), agreement.id, Severity.WARNING)
