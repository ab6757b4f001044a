"""A first draft from a model agreement: copied and never linked to, with what is known of the partnership filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from section75.drafting.answers import Answers
from section75.drafting.old_term import register_id
from section75.drafting.renewal import term_end
from section75.errors import Section75Error
from section75.language import british, months
from section75.law.bodies import COUNCIL
from section75.load import AGREEMENT_FILE, RISKS_FILE, Loaded, SourceFile
from section75.load.proved import spliced
from section75.model import Agreement, Term
from section75.outline.changes import Change, FieldRemoved, FieldSet
from section75.outline.units import WHOLE, Keys, Unit, outline
from section75.signoff import schedule_digest

IN_WORDS = {"nhs-trust": "a National Health Service trust", "nhs-foundation-trust": "an NHS foundation trust"}
"""How a recital says what a party is."""
TRUSTS = set(IN_WORDS)
YEARS: Keys = ("years",)
"""Where a schedule states the years of its money."""
YEAR = re.compile(r"(\d{4})-(\d{2})\Z")


def from_model(model: Loaded, new_id: str, answers: Answers) -> dict[str, bytes]:
    """The files of a first draft, by path. Dates of the schedules move with the term, and years are its own.

    Raises `SourceError` where the model cannot be read and `Section75Error` where a date would lie too late.
    """
    agreement = model.required()
    start = answers.start or date.fromisoformat(agreement.term.start)
    years = start.year - date.fromisoformat(agreement.term.start).year
    length = _length(agreement.term, answers)
    files = {}
    for source in model.drafted:
        if source.path == AGREEMENT_FILE:
            changes = list(_agreement_changes(source, new_id, answers, start, length))
        else:
            changes = list(_schedule_changes(source.data, years, start, term_end(start, length)))
            if source.path == RISKS_FILE:
                changes += register_id(source.data, agreement.id, new_id)
        files[source.path] = spliced(source, changes)
    return files


def model_digest(source: SourceFile) -> str:
    """The digest of a model schedule, by which a copy remembers what it was copied from."""
    return schedule_digest(source.data)


def _agreement_changes(source: SourceFile, new_id: str, answers: Answers, start: date, length: int) -> Iterator[Change]:
    data = source.data
    yield FieldSet(WHOLE, ("id",), new_id)
    yield FieldSet(WHOLE, ("title",), answers.title or "[insert title of the service]")
    for key in ("illustrative", "notes"):
        if key in data:
            yield FieldRemoved(WHOLE, (key,))
    for unit in outline(data).values():
        if unit.list == ("parties",):
            yield from _party_changes(unit, answers)
    yield from _of_kind(data, answers.kinds)
    term = data["term"]
    yield FieldSet(WHOLE, ("term", "start"), start.isoformat())
    yield FieldSet(WHOLE, ("term", "end"), term_end(start, length).isoformat())
    if "review_due" in term:
        review = min(int(term.get("review_months", 12)), length)
        yield FieldSet(WHOLE, ("term", "review_due"), term_end(start, review).isoformat())


def refused_kind(model: Agreement, kind: str) -> str:
    """Why a model cannot be begun with an NHS body of a kind, without a full stop; "" where it can.

    The label and the words of a model speak of a trust or of a board, and would contradict another kind.
    """
    own = next((party.kind for party in model.parties if party.kind != COUNCIL), "")
    if kind == own or {kind, own} <= TRUSTS:
        return ""
    name = british.choice(own)
    article = "an" if name[0].lower() in "aeio" or name.startswith("NHS") else "a"
    return f"this model is written for {article} {name}, and its words would contradict another kind"


def _of_kind(data: Any, kinds: Mapping[str, str]) -> Iterator[Change]:
    """The recital that says which kind of trust a party is, for the kind that it is."""
    for unit in outline(data).values():
        words = unit.fields.get(("text",))
        if unit.list != ("recitals",) or not isinstance(words, str):
            continue
        for party in data["parties"]:
            now, then = party["kind"], kinds.get(party["id"], party["kind"])
            if now != then and now in IN_WORDS and then in IN_WORDS and IN_WORDS[now] in words:
                yield FieldSet(unit.name, ("text",), words.replace(IN_WORDS[now], IN_WORDS[then]))


def _party_changes(party: Unit, answers: Answers) -> Iterator[Change]:
    for key, known in (("name", answers.names), ("address", answers.addresses)):
        value = known.get(party.id) or f"[insert {key} of {party.fields['label',]}]"
        yield FieldSet(party.name, (key,), value)
    if party.id in answers.kinds:
        yield FieldSet(party.name, ("kind",), answers.kinds[party.id])


def _length(term: Term, answers: Answers) -> int:
    """The months of the new term: those that are given, or as many as the model has."""
    return answers.months or (months.length(term.start, term.end) if term.end else None) or 12


def _schedule_changes(data: Any, years: int, start: date, end: date) -> Iterator[Change]:
    """Dates and years so many years later; where money is stated by year, the financial years of the term."""
    for unit in outline(data).values() if years else ():
        yield from (change for change in _moved(unit, years) if change.path[:1] != YEARS)
    if "years" not in data:
        return
    first, last = (months.financial_year(day.isoformat()) for day in (start, end))
    labels = [f"{year}-{(year + 1) % 100:02}" for year in range(first, last + 1)]
    if labels == list(data["years"]):
        return
    yield FieldSet(WHOLE, YEARS, labels)
    for unit in outline(data).values():
        for path in (("amounts",), ("stated_totals",)):
            if path in unit.fields:
                yield FieldSet(unit.name, path, _as_many(unit.fields[path], len(labels)))


def _as_many(amounts: list[Any], count: int) -> list[Any]:
    """An amount for each year; the last is repeated for years that the model does not have."""
    return [*amounts, *amounts[-1:] * count][:count]


def _moved(unit: Unit, years: int) -> Iterator[FieldSet]:
    """Every date and financial year of a unit moved by so many years."""
    for path, value in unit.fields.items():
        for keys, day in _days(path, value):
            yield FieldSet(unit.name, keys, _later(day, years))


def _days(keys: Keys, value: Any) -> Iterator[tuple[Keys, str]]:
    if isinstance(value, str) and (months.WRITTEN_DAY.match(value) or YEAR.match(value)):
        yield keys, value
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inner:
        yield from _days((*keys, key), item)


def _later(value: str, years: int) -> str:
    year = int(value[:4]) + years
    if year > months.LAST_YEAR:
        message = f"the dates of the model cannot be moved past the year {months.LAST_YEAR}"
        raise Section75Error(message, "check the first day")
    if months.WRITTEN_DAY.match(value):
        # 29 February exists in few years; the day before it in all.
        return f"{year:04}-02-28" if value.endswith("-02-29") else f"{year:04}{value[4:]}"
    return f"{year:04}-{(year + 1) % 100:02}"
