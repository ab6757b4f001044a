"""A version held against the catalogues, ready to be reported; and the golden thread through it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from section75.judging.reviewed import Examined, examined, gone_through, places_of_items
from section75.progress import Step, silent
from section75.project.catalogues import Catalogues
from section75.project.versions import Version
from section75.reports.review_data import Report
from section75.reviews import renewal
from section75.reviews.thread import Thread, thread
from section75.value import dataclass


@dataclass(frozen=True)
class Traced:
    """An agreement examined, with the thread through it."""

    examined: Examined
    thread: Thread
    cited: Mapping[str, str]
    """How each id is cited in print."""


def review(
    found: Version,
    catalogues: Catalogues,
    on: date,
    against: Version | None = None,
    everything: bool = False,
    step: Step = silent,
) -> Report:
    """What the catalogues ask for and how the version answers, judged as on a day.

    `against` is the version that it renews; `everything` lists what is met and what does not apply too.
    Raises `SourceError` where a version could not be built.
    """
    agreement = found.loaded.required()
    step("Reviewing")
    previous = examined(against.loaded, catalogues.read, on) if against else None
    made = examined(found.loaded, catalogues.read, on, previous)
    asked = gone_through(catalogues.read, agreement)
    narrowed = made.only({catalogue.id for catalogue in asked}, catalogues.broken)
    return Report(
        name=found.name,
        title=agreement.title,
        date=on.isoformat(),
        catalogues=tuple((catalogue.id, catalogue.title) for catalogue in asked),
        examined=narrowed,
        cited=found.loaded.numbers.in_words(),
        places=places_of_items(found.loaded, narrowed.review),
        renewal=renewal(previous.review, narrowed.review, previous.subject.agreement.illustrative)
        if previous
        else None,
        everything=everything,
    )


def traced(found: Version, catalogues: Catalogues, on: date, step: Step = silent) -> Traced:
    """The golden thread through a version, as on a day. Raises `SourceError` where it could not be built."""
    step("Following the thread")
    made = examined(found.loaded, catalogues.read, on)
    cited = found.loaded.numbers.in_words()
    return Traced(made, thread(made.subject, made.review, cited), cited)
