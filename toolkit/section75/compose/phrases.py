"""The prose of the model as the runs of a Document: references with their numbers, look-ups with their values."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property
from typing import Any

from section75.document import COMPOSED, Label, Live, Piece, Reference, Run, Runs, Text, Value, pieces_text, words_of
from section75.language import text
from section75.lookups import look_up
from section75.model import Agreement
from section75.numbering import Numbers, placed_tables
from section75.value import dataclass

SENTENCE_END = re.compile(r"[.?!][\"'\u201d\u2019)]*\s+\Z")
BETWEEN = frozenset({", ", " and ", " or ", " to ", ", and ", ", or "})
"""Words that join references to a series."""
NAMING = ("name", "role", "title", "topic", "function", "outcome", "aim", "data", "stage", "activity", "decision")
"""Fields that name a row, the first that it has."""


@dataclass(frozen=True)
class Phrases:
    """Turns prose into runs. Expects an agreement whose references and look-ups have been checked."""

    agreement: Agreement
    numbers: Numbers

    def label(self, identity: str, counted: str, level: int) -> Label:
        """The number of a thing as a label in the list that it is counted in."""
        entry = self.numbers[identity]
        return Label(counted, level, entry.label, entry.full, entry.beginning)

    def paragraphs(self, prose: str, at: str = "", capital: bool = False) -> tuple[Runs, ...]:
        """The paragraphs of a field. `at` is the id of the thing that holds it; `capital` begins with a capital."""
        parsed = text.parse(prose)
        return tuple(self._runs(paragraph, at, capital) for paragraph in parsed.paragraphs)

    def line(self, prose: str, at: str = "") -> Runs:
        """A field as one paragraph."""
        paragraphs = self.paragraphs(prose, at)
        joined: list[Run] = []
        for runs in paragraphs:
            joined += [composed(" "), *runs] if joined else runs
        return tuple(joined)

    def named(self, target: str) -> Runs:
        """The printed name of what a field points at: a party's label, a group's or an indicator's name."""
        found = self._names.get(target)
        return self.line(found, target) if found else (Text(pieces_text(self.numbers.cite(target, ""))),)

    @cached_property
    def _names(self) -> dict[str, str]:
        names: dict[str, str] = {party.id: party.label.removeprefix("the ") for party in self.agreement.parties}
        for schedule in self.agreement.schedules:
            for placed in placed_tables(schedule):
                if placed.name:
                    names |= {row.id: _name_of(row) for row in placed.source}
        return names

    def _runs(self, paragraph: tuple[text.Run, ...], at: str, capital: bool) -> Runs:
        runs: list[Run] = []
        for run in paragraph:
            match run:
                case text.Words(words, bold, italic):
                    runs.append(Text(words, bold, italic))
                case text.LookUp(path, bold, italic):
                    runs.append(Value(path, look_up(self.agreement, path), bold, italic))
                case text.Reference():
                    first = _begins_sentence(runs) if runs else capital
                    runs += self._reference(run, at, first)
        return tuple(_in_series(runs))

    def _reference(self, cited: text.Reference, at: str, capital: bool) -> Runs:
        pieces = self.numbers.cite(cited.target, at)
        if not cited.words:
            return (Reference(cited.target, _capital(pieces) if capital else pieces, cited.bold, cited.italic),)
        before, after = (composed(sign, cited.bold, cited.italic) for sign in (" (", ")"))
        number = Reference(cited.target, pieces, cited.bold, cited.italic)
        return (*self._runs(cited.words, at, capital), before, number, after)


def _in_series(runs: list[Run]) -> list[Run]:
    """References of one kind that follow one another, the first with the noun of all: "clauses 13, 14 and 28"."""
    said, at = list(runs), 0
    while at < len(runs):
        last = at
        while last + 2 < len(runs) and words_of((runs[last + 1],)) in BETWEEN and _alike(runs[last], runs[last + 2]):
            last += 2
        for later in range(at + 2, last + 1, 2):
            said[later] = _numbered(runs[later], "")
        if last > at and words_of((runs[last - 1],)).strip(", ") != "or":
            said[at] = _numbered(runs[at], f"{_noun(runs[at])}s ")
        at = last + 1
    return said


def _alike(one: Run, other: Run) -> bool:
    return _noun(one) != "" and _noun(one).lower() == _noun(other).lower()


def _noun(run: Run) -> str:
    """The noun of a reference that prints as a noun and a number alone, e.g. clause; "" for whatever else."""
    match run:
        case Reference(pieces=(str(noun), Live())):
            return noun.strip()
    return ""


def _numbered(run: Run, noun: str) -> Run:
    """The same reference with another noun, or none, before its number."""
    if not isinstance(run, Reference):
        return run
    return replace(run, pieces=(noun, *run.pieces[1:]) if noun else run.pieces[1:])


def _begins_sentence(before: list[Run]) -> bool:
    """Whether what follows these runs is the beginning of a sentence."""
    last = before[-1]
    return not isinstance(last, Reference) and SENTENCE_END.search(words_of((last,))) is not None


def _name_of(row: Any) -> str:
    return str(next((getattr(row, field) for field in NAMING if getattr(row, field, "")), ""))


def _capital(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    first = pieces[0]
    return (first[0].upper() + first[1:], *pieces[1:]) if isinstance(first, str) else pieces


def bold(runs: Runs) -> Runs:
    """The same words in bold."""
    return tuple(replace(run, bold=True) for run in runs)


def of_field(runs: Runs, field: str) -> Runs:
    """The same words as those of a field other than that of their paragraph; what composing put in stays so."""
    return tuple(run if run.field == COMPOSED else replace(run, field=field) for run in runs)


def composed(words: str, strong: bool = False, slanted: bool = False) -> Text:
    """Words that stand in no field."""
    return Text(words, strong, slanted, COMPOSED)
