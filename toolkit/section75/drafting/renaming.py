"""An id given another name everywhere in a file: where it is given, in references, look-ups and fields that name it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from section75.load import SourceFile
from section75.load.proved import spliced
from section75.outline.changes import Change, FieldSet
from section75.outline.units import WHOLE, Keys, Unit, outline
from section75.schema.pointing import id_keys

LOOK_UP = re.compile(r"\{\{[^{}]*\}\}")
QUESTIONS, ACCEPTED = "to_settle", "accepted"
"""The lists whose places are ids, or begin with one."""


def renamed(source: SourceFile, old: str, new: str) -> bytes:
    """The file with an id named otherwise, every other byte as it was.

    Raises `Section75Error` where the text cannot be edited safely.
    """
    return spliced(source, list(_changes(source, old, new)))


def _changes(source: SourceFile, old: str, new: str) -> Iterator[Change]:
    pointing = set(id_keys(source.kind, source.data)) if source.kind else set()
    whole = None
    for unit in outline(source.data).values():
        if unit.id == old:
            whole = unit
        for path, value in unit.fields.items():
            for keys, words in _words(path, value):
                made = _made(words, (*unit.keys, *keys), unit, pointing, old, new)
                if made != words:
                    yield FieldSet(unit.name, keys, made)
    if whole is not None:
        yield FieldSet(whole.name if whole.keys else WHOLE, ("id",), new)


def _words(keys: Keys, value: Any) -> Iterator[tuple[Keys, str]]:
    """Every text in a value, with its path."""
    if isinstance(value, str):
        yield keys, value
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inner:
        yield from _words((*keys, key), item)


def _made(words: str, keys: Keys, unit: Unit, pointing: set[Keys], old: str, new: str) -> str:
    if keys in pointing:
        return new if words == old else words
    if unit.list == (QUESTIONS,) or keys[:1] == (ACCEPTED,):
        first, dot, rest = words.partition(".")
        return f"{new}{dot}{rest}" if first == old and keys[-1] != "code" else words
    made = words.replace(f"(#{old})", f"(#{new})")
    return LOOK_UP.sub(lambda found: re.sub(rf"(?<![\w-]){re.escape(old)}(?![\w-])", new, found.group()), made)
