"""Figures as an English agreement writes them, told apart by what they measure; and typed references."""

from __future__ import annotations

import re
from enum import StrEnum

from section75.language.british import MONTHS


class Quantity(StrEnum):
    """What a figure measures."""

    MONEY = "money"
    PERCENTAGE = "percentage"
    DATE = "date"
    PERIOD = "period"
    REFERENCE = "reference"
    NUMBER = "number"


UNITS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion half"
)
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth twelfth fifteenth twentieth"
CITED = (
    "clause clauses sub-clause paragraph paragraphs sub-paragraph schedule schedules part table row appendix annex "
    "recital recitals section sections regulation regulations article articles"
)
_UNIT = "|".join(sorted(UNITS.split(), key=len, reverse=True))
_ORDINAL = "|".join(ORDINALS.split())
_CITED = "|".join(CITED.split())
_MONTH = "|".join(MONTHS)
_SIGN = r"(?:[<>\u2264\u2265=\u00b1+~]+[ \xa0]?|(?<![\w)])[-\u2212\u2013])?"
_DIGITS = r"\d++(?:[.,]\d++)*+"
_SCALE = r"(?:[ \xa0]?(?:k|m|bn|thousand|million|billion)\b)?"
# Taken whole or not at all (`*+`, `++`), so that a long run of figures costs no more than its length.
_WORDS = rf"(?:{_UNIT})\b(?:[ -](?:and[ ])?(?:{_UNIT})\b)*+(?:[ ]\(\d++\))?"
_FIGURE = rf"(?:{_DIGITS}{_SCALE}|{_WORDS})"
_RANGE = rf"(?:{_FIGURE}(?:[ ](?:to|or|and)[ ]|[-\u2013]))?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20|21)\d\d"
_SPAN = (
    r"(?:(?:working|business|calendar|clear|consecutive|financial|further|full|complete|school|bank)[ ])*"
    r"(?:minute|hour|day|week|fortnight|month|quarter|year|decade)(?:s|ly)?"
)
_NUMBERED = r"\d[\w.]*(?:\([\w]+\))*|\([\w]{1,4}\)(?:\([\w]+\))*|(?-i:[A-Z]{1,2}\d*|[IVXL]+)\b"
PATTERN = re.compile(
    rf"""(?P<money>   {_SIGN}[\u00a3$\u20ac](?:[ \xa0]?-?{_DIGITS}{_SCALE}(?:[ ](?:per|an?)[ ]\w+)?)?
                  |   {_SIGN}{_FIGURE}[ ](?:pounds?|pence)\b | {_SIGN}{_DIGITS}p\b )
      |  (?P<percentage> {_SIGN}{_RANGE}{_FIGURE}[ \xa0]?(?:%|(?:per[ ]?cent(?:age)?|basis)(?:[ ]points?)?\b) | % )
      |  (?P<date>    {_DAY}[ ](?:day[ ]of[ ])?(?:{_MONTH})\b(?:,?[ ]\d{{4}}\b)?
                  |   (?:{_MONTH})[ ]{_DAY}\b(?:,?[ ]\d{{4}}\b)?
                  |   (?:{_MONTH})[ ]\d{{4}}\b
                  |   \d{{4}}-\d\d-\d\d\b | \d{{1,2}}/\d{{1,2}}/\d{{2,4}}\b | \d{{1,2}}\.\d{{1,2}}\.{_YEAR}\b
                  |   {_YEAR}[/-]\d{{2,4}}\b
                  |   \d{{1,2}}(?:[:.]\d\d)?[ ]?[ap]\.?m\b\.? | \d{{1,2}}:\d\d\b
                  |   {_YEAR}(?![\w,.%]*\d|[ -]{_SPAN}\b) )
      |  (?P<period>  {_SIGN}(?:{_RANGE}{_FIGURE}|(?:{_ORDINAL}))[ \xa0-]{_SPAN}\b )
      |  (?P<reference> (?:{_CITED})[ \xa0](?:{_NUMBERED})(?:(?:[ ]to|,|[ ]and|[ ]or)[ ]\d[\w.]*(?:\(\w+\))*)*
                  |   (?:Acts?|Regulations|Order|Rules|Directive)[ ]{_YEAR}\b )
      |  (?P<number>  {_SIGN}(?:{_DIGITS}{_SCALE}(?!\w)|\b{_WORDS}) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
LIMIT = re.compile(
    r"(?:\b(?:at least|at most|not? less than|not? (?:more|fewer|later|earlier) than|not exceeding|up to|more than|"
    r"less than|fewer than|greater than|on or before|on or after|over|under|above|below|within|before|after|by|until)"
    r"|[<>\u2264\u2265]=?)\s+$",
    re.IGNORECASE,
)
"""What stands before a figure and says on which side of it to stay."""
FURTHEST = 20
"""Characters before a figure in which such words can stand."""
BEGINS = frozenset(
    [
        *UNITS.split(),
        *ORDINALS.split(),
        *CITED.split(),
        *map(str.lower, MONTHS),
        "act",
        "acts",
        "order",
        "rules",
        "directive",
    ]
)
"""First words, in small letters, of figures and references that do not begin with a digit or a sign."""
SIGNS = frozenset("\u00a3$\u20ac%<>\u2264\u2265=\u00b1+~-\u2212\u2013")
"""First characters of figures that begin with a sign."""


def quantity_at(text: str, place: int) -> tuple[Quantity, int, int] | None:
    """The figure or reference that begins at a place of a text: what it is, and where it begins and ends.

    It begins earlier than asked for where a limit stands before it, as in "at least 85%".
    """
    match = PATTERN.match(text, place)
    if match is None:
        return None
    quantity = Quantity(str(match.lastgroup))
    if quantity is Quantity.REFERENCE:
        return quantity, place, match.end()
    before = LIMIT.search(text[max(0, place - FURTHEST) : place])
    return quantity, place - (len(before.group()) if before else 0), match.end()
