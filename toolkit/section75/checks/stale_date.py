"""Dates and years that were over before the term began: left from an earlier agreement, or a slip."""

from __future__ import annotations

import re
from collections.abc import Iterator

from section75.checks.case import Case
from section75.findings import WARNING, Remark
from section75.language.british import MONTHS, day
from section75.language.months import WRITTEN_DAY, financial_year
from section75.model.leaves import Leaf
from section75.model.units import Day, Id, Ref

MONTH = "|".join(MONTHS)
YEAR = r"(?:19|20)\d\d"
WRITTEN = re.compile(
    rf"(?<![\w/-])(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? )?(?P<month>{MONTH}),? (?P<year>{YEAR})\b"
    rf"|(?<![\w/-])(?P<first>{YEAR})[/\u2013-](?:{YEAR}|\d\d)(?![\w/-])"
    rf"|(?<![\w/-])(?P<alone>{YEAR})(?![\w/-]|[.,]\d)"
)
"""A day, a month, a financial year, or a year alone."""
OF_LAW = re.compile(
    r"(?:\b(?:Acts?|Regulations|Order|Rules|Directions|Directive|Code|Convention|Framework|Measure|Scheme|S\.?I\.?|No\.?)"
    r"(?: \([^()]{1,60}\))*,? |EU\) |\()\Z"
)
"""What stands before the year of an enactment: Care Act 2014, SI 2000/617, Directions (No 2) 2015."""
BEFORE = 80
"""Characters before a year in which that can stand."""
OF_LAW_BEHIND = re.compile(r" (?:Act|Regulations|Order|Directions|Code|Framework|review|Review|edition)\b")
"""What stands behind it: the 2006 Act, the 2017 review."""
AHEAD = re.compile(
    r"\b(?:by|before|(?:not|no) later than|on or before|target from|baseline in) (?:the )?(?:end of )?\Z", re.IGNORECASE
)
"""What stands before a date that somebody still has to keep."""
PAST = re.compile(
    r"(?:provenance|notes|last_reviewed|versions|previous_end|accepted|reason|basis|statute|answers|years|renews|id\Z)"
)
"""Fields that speak of the past by their nature, do not print, or have a rule of their own."""


def stale_date(case: Case) -> Iterator[Remark]:
    """`stale-date`: what somebody still has to do by a date or in a year before the term.

    In an agreement that renews another, every date and year before the term: what was history there may be none here.
    Recitals tell the past.
    """
    agreement = case.agreement
    start, is_renewal = agreement.term.start, agreement.renews is not None
    passed_over = {recital.id for recital in agreement.recitals} | {each.id for each in agreement.to_settle}
    for leaf in case.leaves:
        if (
            leaf.owner in passed_over
            or PAST.match(leaf.path)
            or not isinstance(leaf.value, str)
            or leaf.unit in (Id, Ref)
        ):
            continue
        is_day = leaf.unit is Day or WRITTEN_DAY.match(leaf.value)
        found = _days(leaf, start, is_renewal) if is_day else tuple(_in_words(leaf.value, start, is_renewal))
        if found:
            listed = ", ".join(dict.fromkeys(found))
            message = f"{listed} {'lies' if len(found) == 1 else 'lie'} before the term begins on {day(start)}"
            hint = "bring it up to date, or leave it out if it is over; accept it where it tells what happened"
            yield Remark("stale-date", message, leaf.owner, at=leaf.path, needle=found[0], hint=hint, severity=WARNING)


def _days(leaf: Leaf, start: str, everything: bool) -> tuple[str, ...]:
    return (day(leaf.value),) if everything and leaf.value < start and not leaf.path.startswith("term.") else ()


def _in_words(words: str, start: str, everything: bool) -> Iterator[str]:
    if "19" not in words and "20" not in words:
        return
    for match in WRITTEN.finditer(words):
        before = words[max(0, match.start() - BEFORE) : match.start()]
        if OF_LAW.search(before) or not (everything or AHEAD.search(before)):
            continue
        if not match["month"] and OF_LAW_BEHIND.match(words, match.end()):
            continue
        if _is_over(match, start):
            yield match.group()


def _is_over(match: re.Match[str], start: str) -> bool:
    """Whether the whole of what is named was over when the term began."""
    if match["month"]:
        month = MONTHS.index(match["month"]) + 1
        return f"{match['year']}-{month:02}-{int(match['day'] or 31):02}" < start
    if match["first"]:
        return int(match["first"]) < financial_year(start)
    return int(match["alone"]) < int(start[:4])
