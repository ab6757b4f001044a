"""Where the entries of a mapping or list stand in the text, with the comments and commas that go with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from section75.errors import Section75Error
from section75.load.source import Map, Seq, SourceFile
from section75.outline.units import Keys
from section75.value import dataclass

COMMENT = re.compile(r"[ \t]+#[^\n]*")
SPACES = re.compile(r"[ \t]*")
HINT = "make this change by hand"


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters to be replaced: from one offset up to another. Line breaks in the text are plain ones."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Entry:
    """A name with its value, or an item of a list."""

    start: int
    """Where its name, its hyphen, or in brackets its value begins."""
    value: int
    """Where its value begins."""
    end: int
    """Where its value ends, without comments and empty lines that follow."""
    column: int


@dataclass(frozen=True)
class Gap:
    """What stands between two entries in brackets or braces."""

    comma: int
    """Offset of the comma; -1 where there is none."""
    comments: tuple[tuple[int, int], ...]


def refused(source: SourceFile, at: int, why: str) -> Section75Error:
    """That an edit cannot be made by machine, and where."""
    return Section75Error(f"{source.place(at)}: this cannot be edited by machine: {why}", HINT)


def at(source: SourceFile, keys: Keys) -> Any:
    """The data at a path. Raises KeyError or IndexError where there is none."""
    node = source.data
    for key in keys:
        node = node[key]
    return node


def in_flow(source: SourceFile, node: Map | Seq) -> bool:
    """Whether a mapping or list is written in braces or brackets."""
    return source.text[node.at : node.at + 1] in ("{", "[")


def line_start(text: str, offset: int) -> int:
    """Where the line of an offset begins."""
    return text.rfind("\n", 0, offset) + 1


def line_end(text: str, offset: int) -> int:
    """Where the line of an offset ends: after its line break, or at the end of the text."""
    found = text.find("\n", offset)
    return len(text) if found == -1 else found + 1


def break_before(text: str, offset: int) -> int:
    """Where the line before that of an offset ends, without its line break."""
    before = line_start(text, offset) - 1
    return before - 1 if text[before - 1 : before] == "\r" else before


def is_first_on_line(text: str, offset: int) -> bool:
    """Whether only spaces stand before an offset on its line."""
    return not text[line_start(text, offset) : offset].strip()


def value_end(source: SourceFile, node: Map | Seq, key: Any) -> int:
    """Where the value of an entry ends, without the comments and empty lines that follow it."""
    start, end = node.spans[key]
    value = node[key]
    if isinstance(value, Map | Seq) and not in_flow(source, value):
        return max(value_end(source, value, inner) for inner in _keys(value))
    text = source.text
    if text[start : start + 1] in ("|", ">") and isinstance(value, str):
        return end if "+" in text[start : line_end(text, start)] else start + len(text[start:end].rstrip())
    return end


def entries(source: SourceFile, node: Map | Seq) -> list[Entry]:
    """The entries of a mapping or list, in order."""
    found = []
    for key in _keys(node):
        start = entry_start(source, node, key)
        column = start - line_start(source.text, start)
        found.append(Entry(start, node.spans[key][0], value_end(source, node, key), column))
    return found


def entry_start(source: SourceFile, node: Map | Seq, key: Any) -> int:
    """Where an entry begins: its name, its hyphen, or in brackets its value."""
    if isinstance(node, Map):
        return node.keys_at[key]
    value = node.spans[key][0]
    return value if in_flow(source, node) else _hyphen(source, value)


def rest_of_line(source: SourceFile, end: int) -> tuple[str, int]:
    """The comment after a value on its line, with the spaces before it, and where the line ends without its break."""
    match = COMMENT.match(source.text, end)
    comment = match.group().rstrip("\r") if match else ""
    stop = end + len(comment) if match else _matched(SPACES, source.text, end)
    if source.text[stop : stop + 1] not in ("", "\n", "\r"):
        raise refused(source, stop, "something else stands on its line")
    return comment, stop


def extent(source: SourceFile, found: list[Entry], index: int, floor: int) -> tuple[int, int]:
    """The whole lines of an entry of a block, with the comments that are its own.

    These are the comment on its last line, comments directly above it in its own column, and comments directly below
    it that are indented further. `floor` is where the mapping or list may begin at the earliest.
    """
    text, entry = source.text, found[index]
    if not is_first_on_line(text, entry.start):
        raise refused(source, entry.start, "it does not begin a line")
    floor = found[index - 1].end if index else floor
    start = line_start(text, entry.start)
    while start > floor and (above := line_start(text, start - 1)) >= floor:
        line = text[above:start]
        if not line.lstrip(" ").startswith("#") or len(line) - len(line.lstrip(" ")) != entry.column:
            break
        start = above
    _, stop = rest_of_line(source, entry.end) if text[entry.end - 1 : entry.end] != "\n" else ("", entry.end - 1)
    end = line_end(text, stop)
    ceiling = found[index + 1].start if index + 1 < len(found) else len(text)
    while end < ceiling:
        line = text[end : line_end(text, end)]
        if not line.lstrip(" ").startswith("#") or len(line) - len(line.lstrip(" ")) <= entry.column:
            break
        end += len(line)
    return start, end


def gap(source: SourceFile, start: int, end: int) -> Gap:
    """What stands between two entries in brackets: spaces, at most one comma, comments."""
    text, offset, comma = source.text, start, -1
    comments: list[tuple[int, int]] = []
    while offset < end:
        character = text[offset]
        if character == "#":
            stop = text.find("\n", offset)
            stop = end if stop == -1 else stop
            comments.append((offset, offset + len(text[offset:stop].rstrip("\r"))))
            offset = stop
        elif character == "," and comma == -1:
            comma, offset = offset, offset + 1
        elif character.isspace():
            offset += 1
        else:
            raise refused(source, offset, "its brackets are written in an unusual way")
    return Gap(comma, tuple(comments))


def has_comment(source: SourceFile, node: Map | Seq, end: int) -> bool:
    """Whether a comment stands anywhere within a mapping or list, which ends at an offset."""
    found = entries(source, node)
    flow = in_flow(source, node)
    ends = [node.at + 1 if flow else node.at, *(entry.end for entry in found)]
    for entry, before in zip(found, ends, strict=False):
        if "#" in source.text[before : entry.start] or "#" in _head(source, node, entry):
            return True
    if flow and "#" in source.text[ends[-1] : end]:
        return True
    return any(has_comment(source, node[key], value_end(source, node, key)) for key in _holders(node))


def _head(source: SourceFile, node: Map | Seq, entry: Entry) -> str:
    """What stands between a name or hyphen and its value, and the line on which a block of words begins."""
    text = source.text
    start = text.find(":", entry.start, entry.value) if isinstance(node, Map) else entry.start
    block = line_end(text, entry.value) if text[entry.value : entry.value + 1] in ("|", ">") else entry.value
    return text[start:block]


def _holders(node: Map | Seq) -> Iterator[Any]:
    return (key for key in _keys(node) if isinstance(node[key], Map | Seq))


def _hyphen(source: SourceFile, value: int) -> int:
    """The hyphen of the item of a block whose value begins here."""
    at = value - 1
    while at >= 0 and source.text[at].isspace():
        at -= 1
    if at < 0 or source.text[at] != "-":
        raise refused(source, value, "a comment stands between its hyphen and its value")
    return at


def _keys(node: Map | Seq) -> Any:
    return node if isinstance(node, Map) else range(len(node))


def _matched(pattern: re.Pattern[str], text: str, offset: int) -> int:
    match = pattern.match(text, offset)
    return match.end() if match else offset
