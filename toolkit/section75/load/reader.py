"""YAML text into data with places, by ruamel's C parser and our own constructors.

Built from parser events in a loop, never by recursion, so that deep nesting ends in a finding. Anchors, aliases and
tags are refused: an agreement is written out, and a file of aliases that unfold without end never unfolds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml.cyaml import CParser  # type: ignore[attr-defined]  # a name of the C extension
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from section75.findings import Finding
from section75.load import characters
from section75.load.causes import cause
from section75.load.scalars import is_treacherous, plain
from section75.load.source import Map, Seq, SourceFile
from section75.outline.units import Keys

LONGEST_TRIED = 400_000
"""Characters of a file in which the usual mistakes are tried one after another."""
DEEPEST = 40
"""Levels of nesting; the deepest real clause needs about twelve."""
COMMENT = re.compile(r"(?P<blanks>[ ]+)(?P<sign>#)(?P<after>.?)")
"""A comment behind a value on its line."""

SYNTAX_HINTS = (
    ("mapping values are not allowed", "a colon and a space inside words: put the words in quotation marks"),
    ("could not find expected ':'", "each line of a mapping is `name: value`; a continuation line is indented"),
    ("did not find expected key", "check the indentation: items of one list begin in the same column"),
    ("did not find expected '-' indicator", "check the indentation: items of one list begin in the same column"),
    ("cannot start any token", "put the value in quotation marks; tabs do not indent"),
    ("unknown escape character", "a backslash in double quotation marks must be doubled, or use single ones"),
    ("unexpected end of stream", "a quotation mark or bracket was opened and not closed"),
    ("found undefined tag", "remove the word that begins with `!`"),
)


@dataclass
class _Frame:
    """A mapping or sequence that is being filled."""

    node: Map | Seq
    key: str | None = None
    key_at: int = 0
    is_unhyphened: bool = False
    """Whether a hyphen is missing, so that one thing runs into another."""


@dataclass
class _Reader:
    source: SourceFile
    findings: list[Finding] = field(default_factory=list)
    stack: list[_Frame] = field(default_factory=list)
    skipping: int = 0
    """Depth inside something that was refused and is passed over."""
    documents: int = 0

    def refuse(self, code: str, message: str, at: int, hint: str) -> None:
        self.findings.append(Finding(code, message, self.source.place(at), (hint,)))

    def put(self, value: Any, start: int, end: int) -> None:
        if not self.stack:
            self.source.data = value
            return
        frame = self.stack[-1]
        node = frame.node
        if isinstance(node, Seq):
            node.append(value)
            node.spans.append((start, end))
        elif frame.key is not None:
            if frame.key in node:
                self._given_twice(frame, node)
            node[frame.key] = value
            node.keys_at[frame.key] = frame.key_at
            node.spans[frame.key] = (start, end)
            frame.key = None

    def _given_twice(self, frame: _Frame, node: Map) -> None:
        """Tell of a name that is given twice. Where it is an id, a hyphen is missing, and the rest is none."""
        if frame.is_unhyphened:
            return
        frame.is_unhyphened = frame.key == "id"
        first = self.source.place(node.keys_at[str(frame.key)]).line
        said = f'"{frame.key}" is given twice in the same place'
        hint = f"keep one; the first is on line {first}"
        if frame.is_unhyphened:
            hint = f'begin the line with "- " where something new begins; the first is on line {first}'
        self.refuse("duplicate-key", said, frame.key_at, hint)

    def path(self) -> Keys:
        """Keys and positions that lead to the value that is read now."""
        frames = ((frame.node, frame.key, frame is self.stack[-1]) for frame in self.stack)
        return tuple(
            len(node) - (not last) if isinstance(node, Seq) else str(key if last else next(reversed(node)))
            for node, key, last in frames
        )

    def close(self, end: int) -> None:
        self.stack.pop()
        if self.stack:
            parent = self.stack[-1].node
            if isinstance(parent, Seq):
                parent.spans[-1] = (parent.spans[-1][0], end)
            else:
                key = next(reversed(parent.spans))
                parent.spans[key] = (parent.spans[key][0], end)

    @property
    def wants_key(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1].node, Map) and self.stack[-1].key is None


def read_source(path: str, label: str, raw: bytes) -> tuple[SourceFile, tuple[Finding, ...]]:
    """One file as data with places, and what is wrong with its characters, its YAML or its scalars.

    Where a finding stops the reading, `data` is None.
    """
    text, mark, trouble = characters.decode(label, raw)
    source = SourceFile(path, label, text, byte_order_mark=mark)
    if trouble:
        return source, (trouble,)
    refused = characters.refused(source)
    if refused:
        return source, refused
    reader = _Reader(source)
    try:
        _run(reader)
    except MarkedYAMLError as error:
        source.data = None
        found = _syntax(source, error)
        return source, (*(each for each in reader.findings if each.code != "unquoted-look-up"), found)
    except YAMLError as error:
        source.data = None
        message = "the file cannot be read as YAML: " + str(error).splitlines()[0]
        return source, (*reader.findings, Finding("yaml-syntax", message, source.place(0)))
    if any(finding.code in ("too-deep", "two-documents") for finding in reader.findings):
        source.data = None
    return source, tuple(reader.findings)


def _syntax(source: SourceFile, error: MarkedYAMLError) -> Finding:
    mark = error.problem_mark or error.context_mark
    found = cause(source.text, mark.line, _fails_at) if mark and len(source.text) <= LONGEST_TRIED else None
    if found:
        offset = source.line_starts[found.line] + found.column
        place, hints = source.place(offset), (found.hint,)
        if found.is_look_up:
            return Finding("unquoted-look-up", found.message, place, hints)
        return Finding("yaml-syntax", found.message, place, hints)
    offset = source.line_starts[min(mark.line, len(source.line_starts) - 1)] + mark.column if mark else 0
    problem = str(error.problem or error.context or "it breaks off")
    hint = next((hint for words, hint in SYNTAX_HINTS if words in problem), "compare the lines just above with others")
    return Finding("yaml-syntax", f"the file cannot be read here: {problem}", source.place(offset), (hint,))


def _fails_at(text: str) -> int | None:
    """The line, from 0, on which a text cannot be read as YAML; None where it can."""
    parser = CParser(text)
    try:
        while parser.check_event():
            parser.get_event()
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return int(mark.line) if mark else 0
    except YAMLError:
        return 0
    return None


def _run(reader: _Reader) -> None:
    parser = CParser(reader.source.text)
    while parser.check_event():
        event = parser.get_event()
        kind = type(event)
        if kind is ScalarEvent:
            _scalar(reader, event)
        elif kind in (MappingStartEvent, SequenceStartEvent):
            if not _open(reader, event):
                return
        elif kind in (MappingEndEvent, SequenceEndEvent):
            if reader.skipping:
                reader.skipping -= 1
            else:
                reader.close(event.end_mark.index)
        elif kind is AliasEvent:
            _alias(reader, event)
        elif kind is DocumentStartEvent:
            reader.documents += 1
            if reader.documents > 1:
                at = event.start_mark.index
                reader.refuse("two-documents", "a second document begins here", at, "one file holds one document")
                return


def _scalar(reader: _Reader, event: Any) -> None:
    if reader.skipping:
        return
    text, start = event.value, event.start_mark.index
    if event.tag or event.anchor:
        _refuse_property(reader, event)
    if event.style == '"' and len(reader.findings) < characters.MOST:
        reader.findings += characters.escaped(reader.source, (start, event.end_mark.index))
    if reader.wants_key:
        reader.stack[-1].key = text
        reader.stack[-1].key_at = start
        return
    value: Any = text
    if not event.style:
        if _is_of_money(reader, text):
            _continue(reader, text, event.end_mark.index)
            return
        if is_treacherous(text):
            hint = f'write "{text}" in quotation marks for words; write numbers as 1000 or 0.5, and true or false'
            reader.refuse("ambiguous-value", f"readers disagree about what {text} means", start, hint)
        else:
            value = plain(text)
        if value == text:
            _comment(reader, text, event.end_mark.index)
    reader.put(value, start, event.end_mark.index)


def _is_of_money(reader: _Reader, text: str) -> bool:
    """Whether three figures in a list go on an amount written with commas, as in [£1,000,000]."""
    node = reader.stack[-1].node if reader.stack else None
    if not (isinstance(node, Seq) and node and len(text) == 3 and text.isdigit()):
        return False
    return str(node[-1]).startswith("\u00a3")


def _continue(reader: _Reader, text: str, end: int) -> None:
    """Put figures to the amount before them, so that it is told as one value."""
    node = reader.stack[-1].node
    if isinstance(node, Seq):
        node[-1] = f"{node[-1]},{text}"
        node.spans[-1] = (node.spans[-1][0], end)


def _comment(reader: _Reader, text: str, end: int) -> None:
    """Keep the place of a comment behind words that may be more of them: YAML ends words at a blank and a #."""
    match = COMMENT.match(reader.source.text, end)
    if match and not _is_remark(text, match):
        reader.source.comments.append((reader.path(), match.start("sign")))


def _is_remark(text: str, match: re.Match[str]) -> bool:
    """Whether a comment is clearly one: it is set apart, or follows a whole sentence, an id or a path."""
    whole = text[-1] in ".;:!?" or (text.islower() and " " not in text)
    return match["after"] in (" ", "") and (len(match["blanks"]) > 1 or whole)


def _open(reader: _Reader, event: Any) -> bool:
    """Open a mapping or sequence; False where reading has to stop."""
    start = event.start_mark.index
    if reader.skipping:
        reader.skipping += 1
        return reader.skipping <= DEEPEST or _too_deep(reader, start)
    if len(reader.stack) >= DEEPEST:
        return _too_deep(reader, start)
    if event.tag or event.anchor:
        _refuse_property(reader, event)
    if reader.wants_key:
        _refuse_key(reader, start)
        return True
    node: Map | Seq = Map(start) if type(event) is MappingStartEvent else Seq(start)
    reader.put(node, start, start)
    reader.stack.append(_Frame(node))
    return True


def _too_deep(reader: _Reader, at: int) -> bool:
    hint = "sub-clauses are numbered four levels deep: 1, 1.1, (a), (i)"
    reader.refuse("too-deep", f"nested more than {DEEPEST} levels deep", at, hint)
    return False


def _refuse_key(reader: _Reader, at: int) -> None:
    """A mapping or list where a name is due, as in `heading: {{ title }}` without quotation marks."""
    if reader.source.text.startswith("{{", at - 1) and at:
        hint = 'put the whole value in quotation marks, e.g. heading: "{{ title }}"'
        reader.refuse("unquoted-look-up", "a value that begins with {{ must be in quotation marks", at - 1, hint)
    else:
        hint = "each line is `name: value`; put words that begin with [, { or ? in quotation marks"
        reader.refuse("yaml-syntax", "a list or a group stands where a name is due", at, hint)
    reader.skipping = 1
    reader.stack[-1].key = "?"
    reader.stack[-1].key_at = at


def _alias(reader: _Reader, event: Any) -> None:
    at = event.start_mark.index
    reader.refuse("yaml-alias", f"*{event.anchor} repeats another part of the file", at, "write the words out")
    if reader.wants_key:
        reader.stack[-1].key, reader.stack[-1].key_at = f"*{event.anchor}", at
    elif not reader.skipping:
        reader.put(None, at, event.end_mark.index)


def _refuse_property(reader: _Reader, event: Any) -> None:
    at = event.start_mark.index
    if event.anchor:
        reader.refuse("yaml-alias", f"&{event.anchor} marks a part for repeating", at, "remove the word after &")
    if event.tag:
        short = str(event.tag).replace("tag:yaml.org,2002:", "!!")
        reader.refuse("yaml-tag", f"the tag {short} is not allowed", at, "remove the word that begins with !")
