"""How a number is written at each level, as Word writes it."""

from __future__ import annotations


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


DEEPEST = 5
"""Levels that have a form of number: 1, 1.1, (a), (i), (A)."""


def clause_label(positions: tuple[int, ...]) -> str:
    """The number printed at a clause: its own level only, save that the second level shows the first."""
    depth, last = len(positions), positions[-1]
    if depth == 1:
        return str(last)
    if depth == 2:
        return f"{positions[0]}.{last}"
    if depth == 3:
        return f"({letters(last)})"
    return f"({roman(last)})" if depth == 4 else f"({letters(last).upper()})"


def full_label(positions: tuple[int, ...]) -> str:
    """The whole number by which a clause is cited, e.g. 12.3(a)(i)."""
    if len(positions) <= 2:
        return clause_label(positions)
    return full_label(positions[:-1]) + clause_label(positions)
