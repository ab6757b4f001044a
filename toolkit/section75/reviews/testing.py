"""One test of an item, run: a JSON Schema over the whole, a search through rows, or a named predicate."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from section75.language.patterns import NotAPatternError
from section75.model import Search, Test
from section75.reviews.outcome import MOST, Outcome
from section75.reviews.predicates import PREDICATES
from section75.reviews.predicates.predicate import Run
from section75.reviews.predicates.values import Values
from section75.reviews.subject import Subject
from section75.reviews.wording import goes_by_words, of_none, of_rows, of_whole, sought
from section75.schema.matching import NotASchemaError, matcher

KINDS = ("schema", "some", "every", "none", "predicate")


class BadTestError(ValueError):
    """The test cannot be run. `path` leads from the test to what is wrong; `code` is the code of the finding."""

    def __init__(self, message: str, path: Sequence[str | int], hint: str, code: str = "bad-test") -> None:
        super().__init__(message)
        self.path, self.hint, self.code = tuple(path), hint, code


def prepared(test: Test) -> Run:
    """The test as a function of a subject. Raises `BadTestError`."""
    judge = _judge(test)

    def run(subject: Subject) -> Outcome:
        outcome = judge(subject)
        advice = str(test.otherwise) if outcome.holds is False else ""
        return replace(outcome, where=outcome.where[:MOST], advice=advice)

    return run


def _judge(test: Test) -> Run:
    given = [kind for kind in KINDS if getattr(test, kind) not in (None, "")]
    if len(given) != 1:
        raise BadTestError("a test has exactly one of " + ", ".join(KINDS), (), "give one of them")
    kind = given[0]
    if kind == "predicate":
        return _predicate(test)
    if kind == "schema":
        return _over_whole(test)
    search: Search = getattr(test, kind)
    like = _matcher(search.like, (kind, "like"))
    judge = {"some": _some, "every": _every, "none": _none}[kind]
    if not goes_by_words(search.like):
        return lambda subject: judge(subject.rows(search.of), search, like)
    if kind == "none":
        return lambda subject: of_none(_none(subject.rows(search.of), search, like))
    patterns = tuple(sought(search.like))
    return lambda subject: of_rows(judge(subject.rows(search.of), search, like), subject.rows(search.of), patterns)


def _over_whole(test: Test) -> Run:
    meets = _matcher(test.schema, ("schema",))
    if not goes_by_words(test.schema):
        return lambda subject: _whole(subject, meets)
    patterns = tuple(sought(test.schema))
    return lambda subject: of_whole(subject, _whole(subject, meets), patterns)


def _predicate(test: Test) -> Run:
    predicate = PREDICATES.get(test.predicate)
    if predicate is None:
        from difflib import get_close_matches  # noqa: PLC0415 -- only where something is wrong

        near = get_close_matches(test.predicate, PREDICATES, 1)
        hint = f"did you mean {near[0]}? " if near else ""
        message = f"there is no predicate {test.predicate}"
        hint += "`s75 check --predicates` lists them"
        raise BadTestError(message, ("predicate",), hint, code="unknown-predicate")
    try:
        values = Values(test.with_ or {})
        run = predicate.prepare(values)
        values.refuse_unasked()
        return run
    except (NotASchemaError, NotAPatternError, KeyError, TypeError, ValueError) as error:
        said = f"it needs {error.args[0]}" if isinstance(error, KeyError) else str(error)
        raise BadTestError(
            f"the predicate {test.predicate} cannot be run: {said}", ("with",), predicate.takes
        ) from error


def _matcher(schema: Any, path: tuple[str, ...]) -> Callable[[Any], bool]:
    try:
        return matcher(schema)
    except NotASchemaError as error:
        hint = "see json-schema.org for what a schema may say"
        raise BadTestError(f"this is no JSON Schema: {error}", (*path, *error.path), hint) from error


def _whole(subject: Subject, meets: Callable[[Any], bool]) -> Outcome:
    holds = meets(subject.data)
    return Outcome(holds, (), "" if holds else "the agreement does not have it")


def _some(rows: list[Mapping[str, Any]], search: Search, like: Callable[[Any], bool]) -> Outcome:
    found = _ids(row for row in rows if like(row))
    if len(found) >= search.least:
        return Outcome(True, found)
    count = f"{len(found)} of the {len(rows)}" if found else f"none of the {len(rows)}" if rows else "none"
    needed = f"; at least {search.least} are needed" if search.least > 1 else ""
    return Outcome(
        False,
        found,
        f"{count} {search.of.replace('_', ' ')} found is like that{needed}"
        if rows
        else f"no {search.of.replace('_', ' ')} are listed{needed}",
    )


def _every(rows: list[Mapping[str, Any]], search: Search, like: Callable[[Any], bool]) -> Outcome:
    if len(rows) < max(1, search.least):
        return Outcome(False, (), f"there are too few under {search.of}")
    wrong = _ids(row for row in rows if not like(row))
    if wrong:
        return Outcome(False, wrong, f"{len(wrong)} of {len(rows)} under {search.of} do not meet the test")
    return Outcome(True, _ids(rows))


def _none(rows: list[Mapping[str, Any]], search: Search, like: Callable[[Any], bool]) -> Outcome:
    found = _ids(row for row in rows if like(row))
    return Outcome(not found, found, f"{len(found)} under {search.of} should not be there" if found else "")


def _ids(rows: Any) -> tuple[str, ...]:
    return tuple(str(row.get("id", "")) for row in rows)
