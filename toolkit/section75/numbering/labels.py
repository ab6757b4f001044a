"""How a count is written, as Word writes it."""

from __future__ import annotations

from enum import Enum


class Form(Enum):
    """How a list counts."""

    DECIMAL = "1, 2, 3"
    LOWER = "a, b, c"
    ROMAN = "i, ii, iii"
    UPPER = "A, B, C"


def written_as(count: int, form: Form) -> str:
    """A count, from 1, in one form."""
    if form is Form.DECIMAL:
        return str(count)
    if form is Form.ROMAN:
        return roman(count)
    return letters(count) if form is Form.LOWER else letters(count).upper()


def letters(number: int) -> str:
    """1 is a, 26 is z, 27 is aa, 28 is bb: Word repeats the letter (ECMA-376 part 1, 17.18.59, lowerLetter)."""
    repeats, index = divmod(number - 1, 26)
    return chr(ord("a") + index) * (repeats + 1)


def roman(number: int) -> str:
    """1 is i, 4 is iv, 9 is ix."""
    pairs = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
    written = ""
    for value, sign in pairs:
        count, number = divmod(number, value)
        written += sign * count
    return written
