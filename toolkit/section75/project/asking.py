"""One question asked of one agreement among many: its findings, its review, or its line in the list; as plain data."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from section75.errors import Section75Error, SourceError
from section75.findings import Finding
from section75.load import load_agreement
from section75.project.catalogues import Catalogues, read_catalogues
from section75.project.places import disk_tree
from section75.project.review import review
from section75.project.versions import Version, law_for
from section75.reports.findings import finding_data, judgement_data
from section75.reports.portfolio import entry
from section75.reports.review_data import annotated, review_data
from section75.reports.sweep import Answer
from section75.value import dataclass

JUDGE, REVIEW, LIST = "judge", "review", "list"


@dataclass(frozen=True, slots=True)
class Named:
    """An agreement among many."""

    name: str
    """As it is shown, e.g. "coventry-cwpt/2018"."""
    folder: Path | None
    """None where there is none of that name."""
    wrong: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of every agreement."""

    kind: str
    """`JUDGE`, `REVIEW` or `LIST`."""
    here: Path
    """The folder from which names and places are counted."""
    date: str = ""
    """Year-month-day on which it is judged; "" where no day matters."""
    catalogues: tuple[str, ...] = ()
    """Those asked for by name; empty for all."""


def answered(question: Question, named: Named) -> Answer:
    """The answer for one agreement. Nothing is raised: what went wrong is in the answer, so that others go on."""
    return attempted(named, question.here, lambda found: _ANSWERS[question.kind](question, found))


def attempted(named: Named, here: Path, do: Callable[[Version], dict[str, Any]]) -> Answer:
    """What `do` makes of one agreement of many, or why it could not. Nothing is raised."""
    if named.folder is None:
        return Answer(named.name, {}, named.wrong, named.hint)
    try:
        loaded = load_agreement(disk_tree(named.folder, here))
        return Answer(named.name, do(Version(named.name, loaded, named.folder, law=law_for(here))))
    except SourceError as error:
        return Answer(named.name, {}, str(error), error.hint, findings=_data(error.findings))
    except Section75Error as error:
        return Answer(named.name, {}, str(error), error.hint)
    except Exception as error:
        story = "".join(traceback.format_exception(error))
        return Answer(named.name, {}, "this is a bug of ours, not of yours", story=story)


def _data(findings: tuple[Finding, ...]) -> tuple[dict[str, object], ...]:
    return tuple(map(finding_data, findings))


def _judged(_: Question, found: Version) -> dict[str, Any]:
    return judgement_data(found.judgement)


def _reviewed(question: Question, found: Version) -> dict[str, Any]:
    report = review(found, _catalogues(question), date.fromisoformat(question.date))
    wrong = [finding_data(finding) for finding in report.examined.findings]
    return {**review_data(report), "title": report.title, "wrong": wrong, "annotations": annotated(report)}


def _listed(question: Question, found: Version) -> dict[str, Any]:
    made = asdict(entry(found.name, found.loaded, found.judgement, date.fromisoformat(question.date)))
    return {name: list(value) if isinstance(value, tuple) else value for name, value in made.items()}


_ANSWERS: dict[str, Callable[[Question, Version], dict[str, Any]]] = {
    JUDGE: _judged,
    REVIEW: _reviewed,
    LIST: _listed,
}


def forget() -> None:
    """Read the catalogues again for the agreements that are asked about next."""
    _catalogues.cache_clear()


@cache
def _catalogues(question: Question) -> Catalogues:
    """Read once for all agreements that one process is asked about."""
    return read_catalogues(question.catalogues, question.here)
