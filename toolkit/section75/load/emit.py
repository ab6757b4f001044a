"""Plain data as YAML text: on one line, or as a block of lines. What is written reads back as the same value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from section75.errors import Section75Error
from section75.load.characters import unwanted
from section75.load.scalars import is_treacherous, plain

STEP = 2
"""Columns by which each level is indented."""
WIDEST = 120
"""Columns up to which a new row without inner lists stays on one line."""
FIRST = re.compile(r"[^\W_]|[£€(‘“]")
"""What a scalar without quotation marks may begin with."""
UNSAFE = re.compile(r":(?=\s|\Z)|\s#|\s\Z|\n")
UNSAFE_IN_FLOW = re.compile(r"[,\[\]{}:?]")
UNSAFE_IN_LINES = re.compile(r"\A[ \n]|[ ]$|\n\n\Z", re.MULTILINE)
"""What a block of lines would lose: a first line that is indented or empty, a space at the end of a line."""
DIGEST = re.compile(r"[0-9a-f]{32,}\Z")
SENTENCE = re.compile(r"(?<=[^\s][.;:?!]) (?=\S)")
ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def scalar(value: Any, *, in_flow: bool = False, like: str = "") -> str:
    """A value that is no list or mapping, on one line.

    `like` is what stood there: words keep the quotation marks that it has, where they can.
    Raises `Section75Error` for a kind of value that a file cannot hold.
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal | int):
        return f"{value:f}" if isinstance(value, Decimal) else str(value)
    if not isinstance(value, str):
        raise Section75Error(f"a file cannot hold a value of the kind {type(value).__name__}")
    return _words(value, in_flow, like)


def flow(value: Any) -> str:
    """Any value on one line, lists in square brackets and mappings in braces."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(str(k), in_flow=True)}: {flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(value, in_flow=True)


def block(value: Any, column: int, like: str = "") -> tuple[str, list[str]]:
    """A value as it stands after `name:` or a hyphen that begins in a column: the words on that line, and lines below.

    `like` is what stood there. Columns count from 0.
    """
    if isinstance(value, str):
        return prose(value, column + STEP, like)
    if isinstance(value, Mapping) and value:
        row = flow(value)
        if not has_lines(value) and not _holds_lists(value) and column + len(row) <= WIDEST - 20:
            return row, []
        return "", [line for name, inner in value.items() for line in named(name, inner, column + STEP)]
    if isinstance(value, list | tuple) and value:
        if all(not isinstance(item, Mapping | list) and "\n" not in str(item) for item in value):
            return flow(value), []
        return "", [line for item in value for line in item_lines(item, column + STEP)]
    return flow(value), []


def named(name: str, value: Any, column: int) -> list[str]:
    """The lines of a name and its value, the name beginning in a column."""
    head, lines = block(value, column)
    return [f"{' ' * column}{scalar(name)}:{' ' if head else ''}{head}", *lines]


def item_lines(value: Any, column: int, *, as_row: bool | None = None) -> list[str]:
    """The lines of an item of a list, its hyphen in a column.

    `as_row` says whether a mapping stands on one line; None decides by its width and what it holds.
    """
    indent = " " * column
    if isinstance(value, Mapping) and value and not has_lines(value):
        row = f"{indent}- {flow(value)}"
        if as_row or (as_row is None and len(row) <= WIDEST and not _holds_lists(value)):
            return [row]
    if isinstance(value, Mapping) and value:
        lines = [line for name, inner in value.items() for line in named(name, inner, column + STEP)]
        return [f"{indent}- {lines[0].lstrip()}", *lines[1:]]
    if isinstance(value, list | tuple) and value:
        return [f"{indent}- {flow(value)}"]
    head, lines = block(value, column)
    return [f"{indent}- {head}", *lines]


def has_lines(value: Any) -> bool:
    """Whether words of more than one line stand anywhere in a value."""
    if isinstance(value, Mapping):
        return any(map(has_lines, value.values()))
    if isinstance(value, list | tuple):
        return any(map(has_lines, value))
    return isinstance(value, str) and "\n" in value


def _holds_lists(value: Mapping[str, Any]) -> bool:
    return any(isinstance(inner, list) and any(isinstance(i, Mapping) for i in inner) for inner in value.values())


def _words(words: str, in_flow: bool, like: str) -> str:
    if like[:1] == '"':
        return _quoted(words)
    if like[:1] == "'" and "\n" not in words and not unwanted(words) and words.isprintable():
        return "'" + words.replace("'", "''") + "'"
    return words if _means_itself(words, in_flow) else _quoted(words)


def _means_itself(words: str, in_flow: bool) -> bool:
    """Whether every reader takes the words as they stand, without quotation marks."""
    if not FIRST.match(words) or UNSAFE.search(words) or (in_flow and UNSAFE_IN_FLOW.search(words)):
        return False
    if DIGEST.match(words) or is_treacherous(words) or plain(words) != words or words.lower() in ("null", "true"):
        return False
    return words.lower() != "false" and words.isprintable() and not unwanted(words)


def _quoted(words: str) -> str:
    return '"' + "".join(map(_escaped, words)) + '"'


def _escaped(character: str) -> str:
    if character in ESCAPES:
        return ESCAPES[character]
    if character == "\u00a0" or (character.isprintable() and not unwanted(character)):
        return character
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02X}"
    # Spaces of other widths count as unprintable and stand well in quotation marks.
    if character.isspace() and not unwanted(character):
        return character
    return f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"


def prose(words: str, column: int, like: str = "") -> tuple[str, list[str]]:
    """Words after a name: on the line, or as lines below, in a column, where they have more than one."""
    ended = words.endswith("\n")
    body = words[:-1] if ended else words
    if not body or UNSAFE_IN_LINES.search(body) or body.endswith("\n") or not _all_plain(body):
        return scalar(words, like=like), []
    indent = " " * column
    if "\n" in words:
        return "|" if ended else "|-", [indent + line if line else "" for line in body.split("\n")]
    if like[:1] == ">" and not re.search(r"\s\s", body):
        return ">-", [indent + line for line in SENTENCE.split(body)]
    return scalar(words, like=like), []


def _all_plain(body: str) -> bool:
    return not unwanted(body) and all(c in ("\n", "\u00a0") or c.isprintable() for c in body)
