"""The canonical form of a file: fields in the order of the schema, clauses in blocks, one sentence a line, short rows
on one line.

Hosts show lines and run none of our drivers, so the form of a file is what makes review in git possible. Comments stay,
and nothing that prints is changed: what comes out is read again and held to that, or nothing is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from section75.errors import Section75Error
from section75.load import layout
from section75.load.forming import Forming
from section75.load.layout import refused
from section75.load.reader import read_source
from section75.load.source import Map, Seq, SourceFile
from section75.outline.plain import same
from section75.schema import schema_of
from section75.schema.printing import Schema, fields_of, is_prose, items_of
from section75.signoff.digest import unwrapped

COMMENT = re.compile(r"#[^\n]*")
OUT_OF_FORM = re.compile(r"^ *(?:- )?\{[^\n]{139,}$|^ *- \{id: [^\n]*\b(?:text|meaning): ", re.MULTILINE)


def in_form(source: SourceFile, kind: str) -> str:
    """The text of a file in the canonical form of its kind. Line ends stay as they are.

    Raises `Section75Error`, with the reason, where the file cannot be written so.
    """
    newline = "\r\n" if "\r\n" in source.text else "\n"
    plain = _read(replace(source, text=source.text.replace("\r\n", "\n"), line_starts=[]))
    if not isinstance(plain.data, Map) or layout.in_flow(plain, plain.data):
        raise refused(plain, 0, "the file does not begin with `name: value` lines")
    rule = schema_of(kind)
    made = replace(plain, text=Forming(plain).file(rule), line_starts=[])
    again = _read(made)
    if not says_the_same(plain.data, again.data, rule):
        raise Section75Error(f"{source.label}: the canonical form would not say the same", layout.HINT)
    if sorted(comments(plain)) != sorted(comments(again)):
        raise Section75Error(f"{source.label}: the canonical form would lose a comment", layout.HINT)
    return made.text.replace("\n", newline)


def looks_formed(text: str) -> bool:
    """Whether a file may be in the canonical form, told at a glance: no clause in braces, no row far too long."""
    return not OUT_OF_FORM.search(text)


def _read(source: SourceFile) -> SourceFile:
    again, found = read_source(source.path, source.label, source.text.encode("utf-8"))
    if found:
        raise Section75Error(f"{found[0].place}: {found[0].message}", "`s75 validate` says what is wrong")
    return again


def says_the_same(one: Any, other: Any, rule: Schema) -> bool:
    """Whether two pieces of data are the same but for the line breaks of prose."""
    if isinstance(one, dict) and isinstance(other, dict):
        fields = fields_of(rule)
        return one.keys() == other.keys() and all(says_the_same(one[k], other[k], fields.get(k, {})) for k in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(
            says_the_same(a, b, items_of(rule)) for a, b in zip(one, other, strict=True)
        )
    if isinstance(one, str) and isinstance(other, str) and is_prose(rule):
        return unwrapped(one) == unwrapped(other)
    return same(one, other)


def comments(source: SourceFile) -> Iterator[str]:
    """Every comment of a file: what begins with # outside names and values."""
    at = 0
    for start, end in sorted(_scalars(source, source.data)):
        yield from _within(source.text, at, start)
        at = max(at, end)
    yield from _within(source.text, at, len(source.text))


def _within(text: str, start: int, stop: int) -> Iterator[str]:
    return (match.group().strip() for match in COMMENT.finditer(text, start, stop))


def _scalars(source: SourceFile, node: Any) -> Iterator[tuple[int, int]]:
    """Where every name and every single value stands; a block of words without the line that begins it."""
    if isinstance(node, Map):
        yield from ((at, at + 1) for at in node.keys_at.values())
    pairs = list(zip(node.values(), node.spans.values(), strict=True)) if isinstance(node, Map) else []
    for value, (start, end) in pairs or zip(node, node.spans, strict=True):
        if isinstance(value, Map | Seq):
            yield from _scalars(source, value)
        elif source.text[start : start + 1] in ("|", ">") and isinstance(value, str):
            yield layout.line_end(source.text, start), end
        else:
            yield start, end
