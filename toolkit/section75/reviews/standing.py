"""Which confirmations still stand: a person confirmed exact words, and these have not changed since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from section75.model import Confirmation
from section75.reviews.outcome import Stale
from section75.reviews.subject import Subject


def last_confirmations(subject: Subject) -> Mapping[str, Confirmation]:
    """The last confirmation of each item that was made by the day of the review."""
    day = subject.today.isoformat()
    made = sorted((c for c in subject.confirmations if c.on <= day), key=lambda each: (each.on, each.id))
    return {confirmation.item: confirmation for confirmation in made}


def changed(subject: Subject, confirmation: Confirmation) -> tuple[Stale, ...]:
    """The clauses and rows whose words are no longer those that were confirmed."""
    return tuple(_changed(subject, confirmation))


def first_day(subject: Subject) -> str:
    """The day of the first version of the agreement, before which nobody can have read it; "" where none is listed."""
    return min((version.date for version in subject.agreement.versions), default="")


def _changed(subject: Subject, confirmation: Confirmation) -> Iterator[Stale]:
    for read in confirmation.at:
        if subject.unit_digests.get(read.unit) != read.digest:
            now = subject.words_within(read.unit) if read.unit in subject.unit_digests else ""
            yield Stale(read.unit, read.words, now)
