"""Why a file cannot be read as YAML: the usual causes are tried, and the one that would make it readable is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import zip_longest

from section75.value import dataclass

FURTHEST = 40
"""Lines above a mistake on which a quotation mark may have been left open."""
MOST_TRIES = 80
FIELD = re.compile(r"^(?P<before>\s*(?:- )*)(?P<key>[a-z_]+):(?P<gap> ?)(?P<value>.*)$")
IN_BRACES = re.compile(r"(?P<key>(?<=[{,])\s*[a-z_]+): ")
UNCOLONED = re.compile(r"^(\s*(?:- )?)([a-z_]+) (\S.*)$")
KEYS = re.compile(r"(?m)^\s*(?:- )?\{?([a-z_]+):(?: |$)")


@dataclass(frozen=True, slots=True)
class Cause:
    """What is wrong in a line, and what would put it right."""

    line: int
    """From 0."""
    column: int
    """From 0."""
    message: str
    hint: str
    is_look_up: bool = False
    """Whether it is a look-up that stands without quotation marks."""


@dataclass(frozen=True, slots=True)
class _Try:
    """A line, or several, written otherwise."""

    cause: Cause
    lines: tuple[str, ...]
    """What stands in place of the line."""


def cause(text: str, line: int, fails_at: Callable[[str], int | None]) -> Cause | None:
    """The usual mistake at or above a line (from 0) that keeps a text from being read; None where it is no usual one.

    `fails_at` gives the line on which a text cannot be read, or None where it can. A mistake counts as found where
    putting it right lets the text be read at least beyond the line.
    """
    lines = text.split("\n")
    for count, attempt in enumerate(_tries(lines, line)):
        if count >= MOST_TRIES:
            return None
        at = attempt.cause.line
        failed = fails_at("\n".join([*lines[:at], *attempt.lines, *lines[at + 1 :]]))
        if failed is None or failed > line + 1:
            return attempt.cause
    return None


def _tries(lines: list[str], line: int) -> Iterator[_Try]:
    near = [at for at in (line, line - 1, line + 1, line - 2) if 0 <= at < len(lines) and lines[at].strip()]
    for at in near:
        yield from _in_braces(lines, at)
        yield from _value(lines, at)
    for at in range(line, max(line - FURTHEST, -1), -1):
        if at < len(lines):
            yield from _unclosed(lines, at)
    keys = set(KEYS.findall("\n".join(lines)))
    for at in near:
        yield from _colon(lines, at, keys)
        yield from _indented(lines, at)


def _in_braces(lines: list[str], at: int) -> Iterator[_Try]:
    """A value in a row in braces that needs quotation marks."""
    words = lines[at]
    if "{" not in words:
        return
    fields = list(IN_BRACES.finditer(words))
    for found, after in zip_longest(fields, fields[1:]):
        start = found.end()
        end = words.rfind(",", start, after.start() + 1) if after else len(words.rstrip().removesuffix("}").rstrip())
        if end < start:
            continue
        value = words[start:end].strip()
        if not value or _is_quoted(value) or value[0] == "[" or (value[0] == "{" and not value.startswith("{{")):
            continue
        if value[0] in "\"'" and value.count(value[0]) == 1:
            said = "a quotation mark is opened here and not closed"
            fixed = value + value[0]
            yield _Try(Cause(at, start, said, f"close it: {_shown(fixed)}"), (words[:start] + fixed + words[end:],))
        made = words[:start] + _quoted(value) + words[end:]
        yield _Try(_needs_quotes(at, start, value, in_braces=True), (made,))


def _value(lines: list[str], at: int) -> Iterator[_Try]:
    """A value on a line of its own that needs quotation marks."""
    found = FIELD.match(lines[at])
    if found and found["value"].strip() and found["gap"]:
        value = found["value"].strip()
        if not _is_quoted(value):
            made = f"{found['before']}{found['key']}: {_quoted(value)}"
            yield _Try(_needs_quotes(at, found.start("value"), value, in_braces=False), (made,))


def _needs_quotes(at: int, column: int, value: str, in_braces: bool) -> Cause:
    if value.startswith("{{"):
        said = "a look-up at the beginning of a value must be in quotation marks"
    elif value[0] in "\"'":
        said = "quotation marks inside the words end them"
    elif ": " in value or value.endswith(":"):
        said = "a colon in the words is read as the end of a name"
    elif in_braces and "," in value:
        said = "a comma in the words ends them, inside braces"
    else:
        said = f"the words begin with {value[0]}, which YAML reads as a sign"
    return Cause(at, column, said, f"write {_shown(_quoted(value))}", value.startswith("{{"))


def _unclosed(lines: list[str], at: int) -> Iterator[_Try]:
    """A quotation mark, a brace or a bracket that is opened and not closed."""
    words = lines[at].rstrip()
    bare = re.sub(r"\\.", "", words)
    for mark in "\"'":
        if bare.count(mark) % 2 and not re.search(r"\w'\w", bare if mark == "'" else ""):
            column = words.index(mark)
            bare_end = words.rstrip("}]")
            closed = bare_end + mark + words[len(bare_end) :]
            said = Cause(
                at, column, "a quotation mark is opened here and not closed", f"close it: {_shown(closed.strip())}"
            )
            yield _Try(said, (closed,))
    for opening, closing, name in (("{", "}", "brace"), ("[", "]", "bracket")):
        if bare.count(opening) > bare.count(closing):
            said = Cause(
                at, words.index(opening), f"a {name} is opened here and not closed", f"end the line with {closing}"
            )
            yield _Try(said, (words + closing,))
            yield _Try(said, (words + '"' + closing,))
            if words[-1] in "}]":
                yield _Try(
                    replace(said, hint=f"put {closing} before the last {words[-1]}"),
                    (words[:-1] + closing + words[-1],),
                )


def _colon(lines: list[str], at: int, keys: set[str]) -> Iterator[_Try]:
    """A name without its colon, or without the space behind it."""
    words = lines[at]
    found = FIELD.match(words)
    if found and not found["gap"] and found["value"] and found["key"] in keys:
        made = f"{found['before']}{found['key']}: {found['value']}"
        column = found.start("value")
        yield _Try(Cause(at, column, "a space is missing after the colon", f"write {_shown(made.strip())}"), (made,))
    bare = UNCOLONED.match(words)
    if bare and bare[2] in keys:
        made = f"{bare[1]}{bare[2]}: {bare[3]}"
        said = f'a colon is missing after "{bare[2]}"'
        yield _Try(Cause(at, bare.end(2), said, f"write {_shown(made.strip())}"), (made,))


def _indented(lines: list[str], at: int) -> Iterator[_Try]:
    """A line, or it and what belongs to it, that stands too far left or right."""
    words = lines[at]
    now = len(words) - len(words.lstrip(" "))
    above = [len(line) - len(line.lstrip(" ")) for line in lines[max(0, at - 30) : at] if line.strip()]
    wanted = sorted({*above, *(each + 2 for each in above)}, key=lambda each: (abs(each - now), each))
    for indent in wanted[:6]:
        if indent != now:
            said = f"this line begins after {_spaces(now)}; it should begin after {_spaces(indent)}"
            hint = "what belongs together begins in the same column"
            yield _Try(Cause(at, now, said, hint), (" " * indent + words.lstrip(" "),))


def _spaces(count: int) -> str:
    return "no spaces" if count == 0 else f"{count} space{'s' if count > 1 else ''}"


def _is_quoted(value: str) -> bool:
    """Whether a value is whole in quotation marks, so that these are not what is wrong."""
    mark = value[0]
    return mark in "\"'" and len(value) > 1 and value[-1] == mark and mark not in re.sub(r"\\.", "", value[1:-1])


def _quoted(value: str) -> str:
    inner = value.strip()
    for mark in "\"'":
        if len(inner) > 1 and inner[0] == inner[-1] == mark:
            inner = inner[1:-1]
            break
    if '"' not in inner and "\\" not in inner:
        return f'"{inner}"'
    return "'" + inner.replace("'", "''") + "'"


def _shown(words: str) -> str:
    return words if len(words) <= 90 else words[:87] + "..."
