"""What schedules and clauses say of the term, held against its first and last day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from section75.checks.case import Case
from section75.findings import WARNING, Remark
from section75.language import months
from section75.language.british import day
from section75.language.months import financial_year
from section75.model import Agreement, Schedule, Term

YEARS = "years-of-term"
IN_WORDS = "term-in-words"
SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
TENS = dict(
    zip(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], range(20, 100, 10), strict=True)
)
STATED = re.compile(r"\b(?:a|the|this) term of ([0-9]{1,3}|[a-z]+(?:-[a-z]+)?) (months?|years?)\b", re.IGNORECASE)
"""A term in words, e.g. "a term of 36 months". A *further* term is another one."""
MONTHS_OF = {"month": 1, "year": 12}
ENDING = ("term.end", "term.start", "term.last_day")
"""Look-ups beside which a clause speaks of the term of the agreement itself."""


def term(case: Case) -> Iterator[Remark]:
    """`years-of-term` and `term-in-words`."""
    if case.agreement.term.last_day < case.agreement.term.start:
        return  # that the term ends before it begins is told by itself
    for schedule in case.agreement.schedules:
        if years := tuple(getattr(schedule, "years", ())):
            yield from _years(schedule, years, case.agreement.term)
    yield from _in_words(case)


def _years(schedule: Schedule, years: tuple[str, ...], agreed: Term) -> Iterator[Remark]:
    """Each financial year of money lies in the term, and none is left out before the last that is stated."""
    first, last = financial_year(agreed.start), financial_year(agreed.last_day)
    stated = [int(year[:4]) for year in years]
    for index, (label, year) in enumerate(zip(years, stated, strict=True)):
        at = f"years.{index}"
        if int(label[5:]) != (year + 1) % 100:
            said = f"{label} is not one financial year"
            yield Remark(YEARS, said, schedule.id, at=at, hint=f"write {_label(year)}, and one column for each year")
        elif not first <= year <= last:
            when = (
                f"before the term begins on {day(agreed.start)}"
                if year < first
                else f"after the term ends on {day(agreed.last_day)}"
            )
            said = f"the financial year {label} lies {when}"
            yield Remark(YEARS, said, schedule.id, at=at, hint=_hint(first, last))
    # Later years are often settled year by year, but not the first, and none in between.
    within = [year for year in stated if first <= year <= last]
    wanting = [_label(year) for year in range(first, max(within, default=first)) if year not in within]
    if wanting:
        said = f"nothing is stated for {', '.join(wanting)}, which the term covers"
        yield Remark(YEARS, said, schedule.id, at="years", hint=_hint(first, last), severity=WARNING)


def _hint(first: int, last: int) -> str:
    years = f"{_label(first)} to {_label(last)}" if last > first else _label(first)
    return f"give the years of the term, {years}, with an amount for each"


def _label(year: int) -> str:
    return f"{year}-{(year + 1) % 100:02d}"


def _in_words(case: Case) -> Iterator[Remark]:
    agreed: Agreement = case.agreement
    length = months.length(agreed.term.start, agreed.term.end) if agreed.term.end else None
    if length is None:
        return
    for leaf in case.prose:
        if not any(path in leaf.value for path in ENDING):
            continue
        for found in STATED.finditer(leaf.value):
            count = _number(found.group(1).lower())
            said = count * MONTHS_OF[found.group(2).lower().rstrip("s")] if count is not None else None
            if said is not None and said != length:
                dates = f"from {day(agreed.term.start)} to {day(agreed.term.end)}"
                message = f"the words say {found.group()}, but the term {dates} is {length} months"
                hint = "correct the words, or term.end; words that only repeat the dates can be left out"
                yield Remark(IN_WORDS, message, leaf.owner, at=leaf.path, needle=found.group(), hint=hint)


def _number(said: str) -> int | None:
    """A number in figures or in words up to ninety-nine; None where the words are none."""
    if said.isdigit():
        return int(said)
    if said in SMALL:
        return SMALL.index(said)
    tens, _, units = said.partition("-")
    if tens in TENS and (not units or units in SMALL[1:10]):
        return TENS[tens] + (SMALL.index(units) if units else 0)
    return None
