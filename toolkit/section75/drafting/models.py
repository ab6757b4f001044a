"""A first draft from a model agreement: copied and never linked to, with what is known of the partnership filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from section75.drafting.renewal import term_end
from section75.errors import Section75Error
from section75.language import months
from section75.load import AGREEMENT_FILE, Loaded, SourceFile
from section75.load.edit import Edit, quoted, removed, replaced, spliced
from section75.schema import SHARED, schema_of
from section75.signoff import digests

DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
YEAR = re.compile(r"(\d{4})-(\d{2})\Z")
Keys = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """What is known of the partnership; "" or None leaves what the model says or a placeholder."""

    title: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    """Name of each party, by its id in the model."""
    addresses: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    start: date | None = None
    months: int | None = None


def from_model(model: Loaded, new_id: str, answers: Answers) -> dict[str, bytes]:
    """The files of a first draft, by path. Dates and years of the schedules move with the beginning of the term.

    Raises `SourceError` where the model cannot be read and `Section75Error` where a date would lie too late.
    """
    agreement = model.required()
    start = answers.start or date.fromisoformat(agreement.term.start)
    years = start.year - date.fromisoformat(agreement.term.start).year
    files = {}
    for source in model.drafted:
        if source.path == AGREEMENT_FILE:
            edits = list(_agreement_edits(source, new_id, answers, start))
        else:
            edits = list(_moved(source, source.data, (), years)) if years else []
        files[source.path] = spliced(source, edits)
    return files


def model_digest(source: SourceFile) -> str:
    """The digest of a model schedule, by which a copy remembers what it was copied from."""
    shared = {f"{name}.json": schema_of(name) for name in SHARED}
    whole = digests([({}, {}), (source.data, schema_of(source.data["kind"]))], shared)
    return whole.schedules[source.data["id"]]


def _agreement_edits(source: SourceFile, new_id: str, answers: Answers, start: date) -> Iterator[Edit]:
    data = source.data
    yield replaced(source, ("id",), new_id)
    yield replaced(source, ("title",), quoted(answers.title or "[insert title of the service]"))
    for key in ("illustrative", "notes"):
        if key in data:
            yield removed(source, (key,))
    for index, party in enumerate(data["parties"]):
        yield from _party_edits(source, index, party, answers)
    term = data["term"]
    length = answers.months or months.length(term["start"], term["end"]) or 12
    yield replaced(source, ("term", "start"), start.isoformat())
    yield replaced(source, ("term", "end"), term_end(start, length).isoformat())
    if "review_due" in term:
        review = min(int(term.get("review_months", 12)), length)
        yield replaced(source, ("term", "review_due"), term_end(start, review).isoformat())


def _party_edits(source: SourceFile, index: int, party: Mapping[str, Any], answers: Answers) -> Iterator[Edit]:
    identity = party["id"]
    for key, known in (("name", answers.names), ("address", answers.addresses)):
        value = known.get(identity) or f"[insert {key} of {party['label']}]"
        yield replaced(source, ("parties", index, key), quoted(value))
    if identity in answers.kinds:
        yield replaced(source, ("parties", index, "kind"), answers.kinds[identity])


def _moved(source: SourceFile, node: Any, keys: Keys, years: int) -> Iterator[Edit]:
    """Every date and financial year moved by so many years."""
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        path = (*keys, key)
        if isinstance(value, dict | list):
            yield from _moved(source, value, path, years)
        elif isinstance(value, str) and (DAY.match(value) or YEAR.match(value)):
            start, end = source.span(path)
            yield Edit(start, end, source.text[start:end].replace(value, _later(value, years)))


def _later(value: str, years: int) -> str:
    year = int(value[:4]) + years
    if year > months.LAST_YEAR:
        message = f"the dates of the model cannot be moved past the year {months.LAST_YEAR}"
        raise Section75Error(message, "check the first day")
    if DAY.match(value):
        # 29 February exists in few years; the day before it in all.
        return f"{year:04}-02-28" if value.endswith("-02-29") else f"{year:04}{value[4:]}"
    return f"{year:04}-{(year + 1) % 100:02}"
