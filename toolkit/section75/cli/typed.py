"""Words that a command is given and that stand in a file as they are."""

from __future__ import annotations

from section75.errors import UsageError
from section75.load.characters import unwanted


def one_line(option: str, given: str) -> str:
    """Words on one line, without blanks at their ends. Raises `UsageError` where they could not stand in a file."""
    words = given.strip(" ")
    if not words:
        raise UsageError(f"{option} is empty", "give a name, or leave the option out")
    if "\n" in words or "\r" in words:
        raise UsageError(f"{option} has more than one line", "write it on one line")
    if character := unwanted(words):
        message = f"{option} holds a character that cannot stand in a file (U+{ord(character):04X})"
        raise UsageError(message, "delete it and type the words again")
    return words
