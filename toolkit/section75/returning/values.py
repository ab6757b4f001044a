"""A printed value that somebody changed, as the value of its field: "£120,000" is 120000, "1 April 2018" a day."""

from __future__ import annotations

import re
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from section75.language import british
from section75.returning.rewriting import UnplacedError
from section75.schema.printing import Schema

DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
FIGURE = re.compile(r"(?P<sign>[-\u2212]?)£?(?P<digits>\d[\d,]*(?:\.\d+)?)(?:%| per cent)?(?: \w+)?\Z")
YES_NO = {"yes": True, "no": False}


def typed(was: Any, words: str, rule: Schema) -> Any:
    """The value that stands for printed words, of the kind that the field had.

    Raises `UnplacedError` where the words are no such value.
    """
    if isinstance(was, bool):
        return _one_of(YES_NO, words)
    if isinstance(was, Decimal):
        return _figure(words)
    if isinstance(was, str) and DAY.match(was):
        return _day(words)
    if "enum" in rule:
        return _one_of({british.choice(each).lower(): each for each in rule["enum"]}, words)
    if not isinstance(was, str):
        raise UnplacedError("a list of names was changed; change it in the file")
    return words


def _figure(words: str) -> Decimal:
    found = FIGURE.match(words.strip())
    if not found:
        raise UnplacedError(f"“{words}” is no figure")
    try:
        figure = Decimal(found["digits"].replace(",", ""))
    except InvalidOperation as error:
        raise UnplacedError(f"“{words}” is no figure") from error
    return -figure if found["sign"] else figure


def _day(words: str) -> str:
    try:
        return datetime.strptime(words.strip(), "%d %B %Y").date().isoformat()  # noqa: DTZ007 -- a day has no zone
    except ValueError as error:
        raise UnplacedError(f"“{words}” is no day, such as 1 April 2027") from error


def _one_of(choices: dict[str, Any], words: str) -> Any:
    found = choices.get(words.strip().lower())
    if found is None and words.strip().lower() not in choices:
        raise UnplacedError(f"“{words}” is none of: {', '.join(choices)}")
    return found
