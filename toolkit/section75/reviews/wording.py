"""What a test that looks for words found: words to be read, words that say otherwise, or none.

A test is by words where a pattern takes part in it, wherever the pattern stands in its schema. Such a test shows
where to read, never that an item is met, nor that it is not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from section75.language.denial import denied, looks_for_denial
from section75.language.patterns import NotAPatternError, Pattern, pattern
from section75.reviews.outcome import MOST, Outcome
from section75.reviews.passage import Words
from section75.reviews.subject import Subject
from section75.value import dataclass

NOT_LOOKED_FOR = ("not", "if")
"""Parts of a schema whose patterns are not words that the test wants to find."""
SAID_OTHERWISE = "the sentence that was found denies or excepts it"
NONE_FOUND = "no words to the contrary were found"


@dataclass(frozen=True, slots=True)
class Sought:
    """A pattern that a test looks for in a field of a row, or of a clause."""

    field: str
    matches: Pattern
    is_negative: bool
    """Whether it is written to find words that deny, so that these say what is asked and not otherwise."""


def sought(schema: Any, field: str = "") -> Iterator[Sought]:
    """The patterns that a schema looks for, each with the field that it is for; none where it goes by data alone."""
    if isinstance(schema, Mapping):
        for key, value in schema.items():
            if key == "pattern" and isinstance(value, str):
                yield from _one(field, value)
            elif key == "properties" and isinstance(value, Mapping):
                for name, inner in value.items():
                    yield from sought(inner, name)
            elif key not in NOT_LOOKED_FOR:
                yield from sought(value, field)
    elif isinstance(schema, (list, tuple)):
        for value in schema:
            yield from sought(value, field)


def goes_by_words(schema: Any) -> bool:
    """Whether a pattern takes part in a schema, be it one that must not match."""
    if isinstance(schema, Mapping):
        return "pattern" in schema or any(map(goes_by_words, schema.values()))
    return isinstance(schema, (list, tuple)) and any(map(goes_by_words, schema))


def of_rows(outcome: Outcome, rows: Sequence[Mapping[str, Any]], patterns: Sequence[Sought]) -> Outcome:
    """The outcome of a test by words over rows: what was found has to be read, and may say otherwise."""
    if not outcome.holds:
        return replace(outcome, by_words=True)
    found = [row for row in rows if str(row.get("id", "")) in outcome.where]
    return _read(outcome, [str(row.get("id", "")) for row in found if not _row_denies(row, patterns)], bool(found))


def of_words(subject: Subject, outcome: Outcome, matches: Callable[[str], bool], is_negative: bool) -> Outcome:
    """The outcome of a search through the words of the agreement."""
    if not outcome.holds or is_negative:
        return replace(outcome, by_words=True)
    found = [subject.words_of[identity] for identity in outcome.where]
    return _read(outcome, [words.id for words in found if not _denies(words, matches)], bool(found))


def of_whole(subject: Subject, outcome: Outcome, patterns: Sequence[Sought]) -> Outcome:
    """The outcome of a schema over the whole agreement; its patterns say where to read."""
    if not outcome.holds:
        return replace(outcome, by_words=True)
    found, plain = dict[str, None](), dict[str, None]()
    for each in patterns:
        for identity in subject.passages.holding(each.matches, MOST):
            found[identity] = None
            if each.is_negative or not _denies(subject.words_of[identity], each.matches):
                plain[identity] = None
    return _read(replace(outcome, where=tuple(found)), tuple(plain), bool(found))


def of_none(outcome: Outcome) -> Outcome:
    """The outcome of a test that no row may match: where one does, its words say otherwise."""
    said = outcome.said or NONE_FOUND
    return replace(outcome, said=said, by_words=True, is_denied=outcome.holds is False)


def _one(field: str, words: str) -> Iterator[Sought]:
    try:
        yield Sought(field, pattern(words), looks_for_denial(words))
    except NotAPatternError:
        return  # The schema itself is refused for it.


def _read(outcome: Outcome, plain: Sequence[str], is_any: bool) -> Outcome:
    """What was found: the ids whose words do not say otherwise, or all of them where each does."""
    if is_any and not plain:
        return replace(outcome, holds=False, said=SAID_OTHERWISE, by_words=True, is_denied=True)
    return replace(outcome, where=tuple(plain) or outcome.where, by_words=True)


def _denies(words: Words, matches: Callable[[str], bool]) -> bool:
    return denied(words.text, matches) or (bool(words.lead) and denied(f"{words.lead} {words.text}", matches))


def _row_denies(row: Mapping[str, Any], patterns: Sequence[Sought]) -> bool:
    values = ((each, str(row[each.field])) for each in patterns if each.field in row and not each.is_negative)
    return any(each.matches(value) and denied(value, each.matches) for each, value in values)
