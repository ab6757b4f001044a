"""Changes of a file's data made in its text, and proved: what comes out is read again and compared with what was meant.

Every writer of an existing file goes this way. Line ends and a byte-order mark stay as they were.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from section75.errors import Section75Error
from section75.load.edit import Fragment, edit_of, fragment_of
from section75.load.form import in_form
from section75.load.layout import HINT, Edit
from section75.load.layout import refused as layout_refused
from section75.load.reader import read_source
from section75.load.source import SourceFile
from section75.outline.changes import Change, Changing, UnitMoved
from section75.outline.plain import plain_copy, same
from section75.outline.steps import Drop, Put, Step, refined

UNUSUAL_BREAK = re.compile(r"\r(?!\n)|\x85")
BLOCK_HEADER = re.compile(r"[|>][1-9]?\Z")
HARMLESS = {"ambiguous-value"}
"""Findings of a file that does not keep it from being edited: its data is whole."""


def spliced(source: SourceFile, changes: Iterable[Change]) -> bytes:
    """The file with changes made, every other byte as it was; a file in the canonical form stays in it.

    Raises `Section75Error`, with the reason, where a change speaks of what is not there, where the text cannot be
    edited safely, or where what comes out would not read as what was meant.
    """
    wanted = tuple(changes)
    if not wanted:
        return encoded(source)
    for begun in (source, *_closed(source), *_ended(source)):
        text = _Text(_read(begun, encoded(begun)))
        meant = Changing(plain_copy(source.data))
        for change in wanted:
            _make(text, meant, change)
        text.flush()
        if same(text.source.data, meant.data):
            return _kept_in_form(source, text.source)
    raise Section75Error(f"{source.label}: the edited file would not say what was meant", HINT)


def _kept_in_form(source: SourceFile, made: SourceFile) -> bytes:
    """What came out, in the canonical form where the file was in it."""
    if source.kind and _is_in_form(source):
        return encoded(replace(made, text=in_form(made, source.kind)))
    return encoded(made)


def _is_in_form(source: SourceFile) -> bool:
    try:
        return in_form(source, source.kind) == source.text
    except Section75Error:
        return False


def _closed(source: SourceFile) -> Iterator[SourceFile]:
    """A file whose last line is of a block of words and has no line break, with both said: "|-", and a line break.

    A line put below would otherwise end that block with a line break, which it did not have.
    """
    if not source.text or source.text[-1] in "\r\n":
        return
    lines = source.text.splitlines(keepends=True)
    header = next(
        (index for index in range(len(lines) - 2, -1, -1) if BLOCK_HEADER.search(lines[index].rstrip())), None
    )
    below = lines[header + 1 :] if header is not None else []
    if header is not None and all(line[0] in " \t\r\n" for line in below):
        head = lines[header].rstrip()
        newline = lines[header][len(head) :]
        yield replace(source, text="".join([*lines[:header], f"{head}-{newline}", *below, newline]))


def _ended(source: SourceFile) -> Iterator[SourceFile]:
    """A file whose last line has no line break, with one: without it, no block at the end could say that it ends so."""
    if source.text and source.text[-1] not in "\r\n":
        yield replace(source, text=source.text + ("\r\n" if "\r\n" in source.text else "\n"))


def encoded(source: SourceFile) -> bytes:
    """The bytes of a file as they were read."""
    return (b"\xef\xbb\xbf" if source.byte_order_mark else b"") + source.text.encode("utf-8")


@dataclass
class _Text:
    """The text between steps, with splices that are still to be made: they do not touch one another."""

    source: SourceFile
    edits: list[Edit] = field(default_factory=list)

    def take(self, step: Step, fragment: Fragment | None) -> None:
        """Note the splice for a step. A step that moves positions in a list stands alone."""
        alone = not isinstance(step, Put) and isinstance(step.keys[-1], int)
        if alone:
            self.flush()
        try:
            edit = edit_of(self.source, step, fragment)
        except (Section75Error, KeyError, IndexError, TypeError):
            if not self.edits:
                raise
            self.flush()
            edit = edit_of(self.source, step, fragment)
        if any(edit.start <= other.end and other.start <= edit.end for other in self.edits):
            self.flush()
            edit = edit_of(self.source, step, fragment)
        self.edits.append(edit)
        if alone:
            self.flush()

    def flush(self) -> None:
        """Make the splices and read the file again."""
        if not self.edits:
            return
        text = self.source.text
        newline = "\r\n" if "\r\n" in text else "\n"
        for edit in sorted(self.edits, key=lambda edit: edit.start, reverse=True):
            text = text[: edit.start] + edit.text.replace("\n", newline) + text[edit.end :]
        self.edits.clear()
        self.source = _read(self.source, encoded(replace(self.source, text=text)))


def _make(text: _Text, meant: Changing, change: Change) -> None:
    """Take every step of a change, to the text and to the data."""
    moving = meant.units.get(change.unit) if isinstance(change, UnitMoved) else None
    fragment: Fragment | None = None
    for step in meant.steps(change):
        if moving is not None and isinstance(step, Drop):
            text.flush()
            fragment = fragment_of(text.source, moving.keys)
            text.take(step, None)
            continue
        for fine in refined(meant.data, step):
            text.take(fine, fragment)


def _read(source: SourceFile, raw: bytes) -> SourceFile:
    """The file read again. Raises `Section75Error` where it cannot be, or has what no edit can be sure of."""
    again, findings = read_source(source.path, source.label, raw)
    trouble = next((finding for finding in findings if finding.code not in HARMLESS), None)
    if trouble is not None:
        raise Section75Error(f"{trouble.place}: this cannot be edited by machine: {trouble.message}", HINT)
    odd = UNUSUAL_BREAK.search(again.text)
    if odd is not None:
        raise layout_refused(again, odd.start(), "a line ends in an unusual way")
    return again
