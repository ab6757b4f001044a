"""Edits to a YAML file by splicing text at the places of its values; nothing else in the file moves.

A round-trip dump would indent and wrap the whole file anew, so it is never used. Line ends and a byte-order mark stay
as they were.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from section75.load.source import Map, SourceFile

Keys = tuple[str | int, ...]
PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 .()/-]*\Z")
"""Words that mean themselves wherever they stand; a comma would part them inside braces."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters to be replaced: from one offset up to another."""

    start: int
    end: int
    text: str


def replaced(source: SourceFile, keys: Keys, value: str) -> Edit:
    """Another value, as YAML, in the place of one that is there. Raises KeyError where it is not."""
    _holder(source, keys)
    start, end = source.span(keys)
    return Edit(start, end, value)


def removed(source: SourceFile, keys: Keys) -> Edit:
    """A name and its value taken out, with the lines or the comma that held them. Raises KeyError where it is not."""
    holder = _holder(source, keys)
    name = str(keys[-1])
    start, end = holder.keys_at[name], holder.spans[name][1]
    before = source.text[:start].rstrip()
    if before.endswith(("{", ",")):
        return _from_flow(source, start, end, first=before.endswith("{"))
    line = source.text.rfind("\n", 0, start) + 1
    return Edit(line, _end_of_lines(source.text, start, end), "")


def inserted_after(source: SourceFile, keys: Keys, lines: str) -> Edit:
    """Whole lines put in after a value of a block. `lines` end in a line break."""
    holder = _holder(source, keys)
    start, end = holder.keys_at[str(keys[-1])], holder.spans[str(keys[-1])][1]
    at = _end_of_lines(source.text, start, end)
    newline = "" if source.text[:at].endswith("\n") else "\n"
    return Edit(at, at, newline + lines)


def spliced(source: SourceFile, edits: Iterable[Edit]) -> bytes:
    """The file with all edits made, encoded as it was."""
    text = source.text
    newline = "\r\n" if "\r\n" in text else "\n"
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.text.replace("\n", newline) + text[edit.end :]
    return (b"\xef\xbb\xbf" if source.byte_order_mark else b"") + text.encode("utf-8")


def quoted(words: str) -> str:
    """Words as a YAML scalar, in quotation marks where they could be read as anything else."""
    if PLAIN.match(words) and words.lower() not in ("y", "n", "yes", "no", "on", "off", "true", "false", "null"):
        return words
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _holder(source: SourceFile, keys: Keys) -> Map:
    node = source.data
    for key in keys[:-1]:
        node = node[key]
    if not isinstance(node, Map) or keys[-1] not in node:
        raise KeyError(keys)
    return node


def _from_flow(source: SourceFile, start: int, end: int, first: bool) -> Edit:
    """Out of `{a: 1, b: 2}`: with the comma before it, or, for the first, the comma after it."""
    if not first:
        return Edit(source.text.rfind(",", 0, start), end, "")
    after = re.compile(r"\s*,\s*").match(source.text, end)
    return Edit(start, after.end() if after else end, "")


def _end_of_lines(text: str, start: int, end: int) -> int:
    """Where the lines of a block value end: before the comments and empty lines that belong to what follows."""
    lines = text[start:end].splitlines(keepends=True)
    while len(lines) > 1 and (
        not lines[-1].strip() or lines[-1].lstrip().startswith("#") or not lines[-1].endswith("\n")
    ):
        if lines[-1].strip() and not lines[-1].lstrip().startswith("#") and end == len(text):
            break
        lines.pop()
    at = start + sum(map(len, lines))
    if text[at - 1 : at] == "\n":
        return at
    following = text.find("\n", at)
    return len(text) if following == -1 else following + 1
