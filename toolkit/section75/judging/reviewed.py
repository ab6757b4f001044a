"""An agreement reviewed by catalogues that were read: every item judged, every fault at its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date

from section75.findings import Finding, Place, in_order
from section75.load import Loaded, SourceFile
from section75.model import Agreement, Catalogue
from section75.reviews import Asked, Review, Subject, applies_to, reviewed
from section75.reviews.standing import changed
from section75.value import dataclass


@dataclass(frozen=True)
class ReadCatalogue:
    """A catalogue and the file in which it stands."""

    catalogue: Catalogue
    source: SourceFile
    by_name: bool = False
    """Asked for by its name, so that its items apply to any partnership."""


@dataclass(frozen=True)
class Examined:
    """A review, and the findings about catalogues, records and responses."""

    subject: Subject
    review: Review
    findings: tuple[Finding, ...]

    def only(self, catalogues: Set[str], broken: Sequence[Finding] = ()) -> Examined:
        """The same with the results of some catalogues alone, by id, and what is wrong with those that are broken."""
        results = tuple(result for result in self.review.results if result.catalogue in catalogues)
        return Examined(self.subject, replace(self.review, results=results), (*broken, *self.findings))


def examined(
    loaded: Loaded, catalogues: Sequence[ReadCatalogue], today: date, previous: Examined | None = None
) -> Examined:
    """Every item of the catalogues, judged as on a day; `previous` is the agreement that is renewed, examined before.

    Raises `SourceError` where the agreement cannot be read.
    """
    subject = _subject(loaded, today, previous.subject if previous else None)
    review = reviewed(subject, [Asked(each.catalogue, each.by_name) for each in catalogues])
    sources = {each.catalogue.id: each.source for each in catalogues}
    findings = (*loaded.findings, *_faults(review, sources), *_remarks(review, loaded))
    return Examined(subject, review, in_order(findings))


def carried_over(loaded: Loaded) -> str:
    """How many confirmations a renewal brought along, and how many of them still stand; "" where there are none."""
    if not loaded.confirmations:
        return ""
    subject = _subject(loaded, date.max, None)
    count, standing = len(loaded.confirmations), sum(not changed(subject, each) for each in loaded.confirmations)
    are = "s" if count != 1 else ""
    return f"{count} confirmation{are} carried over, of which {standing} still stand{'s' if standing == 1 else ''}"


def gone_through(catalogues: Sequence[ReadCatalogue], agreement: Agreement) -> tuple[Catalogue, ...]:
    """The catalogues that have an item which applies to an agreement."""
    return tuple(
        each.catalogue
        for each in catalogues
        if any(not applies_to(item, Asked(each.catalogue, each.by_name), agreement) for item in each.catalogue.items)
    )


def places_of_items(loaded: Loaded, review: Review) -> dict[str, Place]:
    """Where each item is met or should be, by its id: the first that says so, else the schedule concerned, else the
    title of the agreement.
    """
    places, agreement = loaded.places, loaded.required()
    by_kind = {schedule.kind: schedule.id for schedule in reversed(agreement.schedules)}
    made = {}
    for result in review.results:
        part = next((by_kind[part] for part in result.item.parts if part in by_kind), "")
        owner = next((identity for identity in result.where if places.all_of(identity)), part)
        made[result.item.id] = places.find(owner) if owner else places.find(agreement.id, "title")
    return made


def _subject(loaded: Loaded, today: date, previous: Subject | None) -> Subject:
    return Subject(
        agreement=loaded.required(),
        today=today,
        files=loaded.data,
        risks=loaded.risks,
        register=loaded.register,
        records=loaded.records,
        responses=loaded.responses,
        confirmations=loaded.confirmations,
        previous=previous,
    )


def _faults(review: Review, sources: Mapping[str, SourceFile]) -> Iterator[Finding]:
    for fault in review.faults:
        source = sources[fault.catalogue]
        place = source.place(source.span(fault.keys)[0])
        yield Finding(fault.code, fault.message, place, (fault.hint,), fault.catalogue)


def _remarks(review: Review, loaded: Loaded) -> Iterator[Finding]:
    for remark in review.remarks:
        yield remark.placed(loaded.places.find(remark.owner, remark.at, remark.needle))
