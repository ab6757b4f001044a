"""The lines of a file in the canonical form, from its data and the comments in its text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from section75.load import emit, layout
from section75.load.layout import Entry, refused
from section75.load.sentences import lined
from section75.load.source import Map, Seq, SourceFile
from section75.schema.printing import Schema, fields_of, is_prose, items_of
from section75.signoff.digest import unwrapped
from section75.value import dataclass

IN_BLOCKS = {"text", "meaning"}
"""Whatever may have one of these fields is a clause, a recital or a definition, and stands in a block."""
COMMENT = re.compile(r"#[^\n]*")
LEEWAY = 20
"""Columns by which a row may grow or shrink before it changes its form."""
Lines = list[str]


@dataclass(frozen=True)
class Forming:
    """Writes the data of a file anew, with the comments that stand in its text."""

    source: SourceFile

    def file(self, rule: Schema) -> str:
        """The whole file: what stands above its first name stays there, what stands below its last value too."""
        data = self.source.data
        head = self._lead(0, int(data.at), 0)
        lines, stop = self._map(data, rule, 0, int(data.at))
        tail = self._lead(stop, len(self.source.text), 0)
        while tail and not tail[-1]:
            tail.pop()
        return "\n".join([*head, *lines, *tail]) + "\n"

    def _map(self, node: Map, rule: Schema, column: int, floor: int) -> tuple[Lines, int]:
        """The lines of a mapping whose names begin in a column, and where what follows it begins."""
        fields, parts, at = fields_of(rule), {}, floor
        for entry, key in zip(layout.entries(self.source, node), node, strict=True):
            lead = self._lead(at, entry.start, column)
            head, lines, at = self._value(node, key, fields.get(key, {}), column, entry)
            parts[key] = [*lead, f"{' ' * column}{emit.scalar(key)}:{' ' if head else ''}{head}", *lines]
        return [line for key in _ordered(node, fields) for line in parts[key]], at

    def _seq(self, node: Seq, rule: Schema, column: int, floor: int) -> tuple[Lines, int]:
        """The lines of a list whose hyphens stand in a column, and where what follows it begins."""
        inner, made, at = items_of(rule), [], floor
        for index, entry in enumerate(layout.entries(self.source, node)):
            made += self._lead(at, entry.start, column)
            lines, at = self._item(node, index, inner, column, entry)
            made += lines
        return made, at

    def _item(self, node: Seq, index: int, rule: Schema, column: int, entry: Entry) -> tuple[Lines, int]:
        value = node[index]
        is_block = isinstance(value, Map | Seq) and value and not layout.in_flow(self.source, value)
        if is_block and (self._row(value, rule, column + emit.STEP) is None or self._has_comment(value, entry)):
            lines, at = self._inner(value, rule, column + emit.STEP, entry.value, entry.column)
            return _hyphened(lines, column), at
        head, lines, at = self._value(node, index, rule, column, entry)
        if lines and (not head or head.startswith("#")):
            # A comment beside braces stands beside the first name of the block.
            lines[0] += f" {head}" if head else ""
            return _hyphened(lines, column), at
        return [f"{' ' * column}- {head}", *lines], at

    def _value(self, node: Map | Seq, key: Any, rule: Schema, column: int, entry: Entry) -> tuple[str, Lines, int]:
        """A value after its name or hyphen: the words on that line, the lines below, where what follows begins."""
        value = node[key]
        is_block = isinstance(value, Map | Seq) and bool(value) and not layout.in_flow(self.source, value)
        comment, at = self._beside(entry, value, is_block)
        if is_block and (
            self._has_comment(value, entry) or self._on_line(value, rule, _begins(node, key, column)) is None
        ):
            floor = layout.line_end(self.source.text, self._name_end(entry))
            lines, at = self._inner(value, rule, column + emit.STEP, floor, entry.column)
            return comment, lines, at
        if isinstance(value, Map | Seq) and self._has_comment(value, entry):
            head, *lines = self.source.text[entry.value : entry.end].split("\n")
        else:
            head, lines = self._made(node, key, rule, column)
        return (f"{head} {comment}" if head else comment) if comment else head, lines, at

    def _inner(self, value: Map | Seq, rule: Schema, column: int, floor: int, outer: int) -> tuple[Lines, int]:
        """The lines of a block, with the comments below it that are indented further than what holds it."""
        write = (
            self._map(value, rule, column, floor) if isinstance(value, Map) else self._seq(value, rule, column, floor)
        )
        lines, at = write
        text, stop = self.source.text, at
        while stop < len(text):
            line = text[stop : layout.line_end(text, stop)]
            words = line.lstrip(" ")
            if words.strip() and not (words.startswith("#") and len(line) - len(words) > outer):
                break
            stop += len(line)
            if words.strip():
                lines += self._lead(at, stop, column)
                at = stop
        return lines, at

    def _beside(self, entry: Entry, value: Any, is_block: bool) -> tuple[str, int]:
        """The comments of a value that stand on its line, and where the next line begins."""
        text = self.source.text
        if is_block:
            stop = layout.line_end(text, self._name_end(entry))
            found = (
                COMMENT.search(text, self._name_end(entry), stop)
                if text[self._name_end(entry) : stop].strip()
                else None
            )
            inline = found is not None and not text[self._name_end(entry) : found.start()].strip()
            return (found.group().rstrip() if found and inline else ""), layout.line_end(text, entry.end - 1)
        kept = ""
        if text[entry.value : entry.value + 1] in ("|", ">") and isinstance(value, str):
            found = layout.COMMENT.search(text, entry.value, layout.line_end(text, entry.value))
            kept = found.group().strip() if found else ""
            return kept, layout.line_end(text, entry.end - 1) if entry.end > entry.value else entry.end
        if "#" in text[self._name_end(entry) : entry.value]:
            raise refused(self.source, entry.value, "a comment stands between its name and its value")
        comment, stop = layout.rest_of_line(self.source, entry.end)
        return comment.strip(), layout.line_end(text, stop)

    def _name_end(self, entry: Entry) -> int:
        """Where the colon or hyphen before a value ends."""
        at = entry.value
        while at > entry.start and self.source.text[at - 1] in " \n\r\t":
            at -= 1
        line = self.source.text.find("\n", entry.start, entry.value)
        return min(at, line) if line != -1 and "#" in self.source.text[entry.start : entry.value] else at

    def _made(self, node: Map | Seq, key: Any, rule: Schema, column: int) -> tuple[str, Lines]:
        """A value without comments, written anew: the words on the line, and the lines below."""
        value = node[key]
        if isinstance(value, str):
            return self._words(node, key, rule, column + emit.STEP)
        if isinstance(value, Map | Seq) and value:
            row = self._on_line(value, rule, _begins(node, key, column))
            if row is not None:
                return row, []
            return "", self._below(value, rule, column + emit.STEP)
        return emit.flow(value), []

    def _below(self, value: Map | Seq, rule: Schema, column: int) -> Lines:
        """The lines of a mapping or list that has no comments."""
        if isinstance(value, Map):
            fields, made = fields_of(rule), []
            for key in _ordered(value, fields):
                head, lines = self._made(value, key, fields.get(key, {}), column)
                made += [f"{' ' * column}{emit.scalar(key)}:{' ' if head else ''}{head}", *lines]
            return made
        made, inner = [], items_of(rule)
        for index, item in enumerate(value):
            row = self._row(item, inner, column + emit.STEP) if isinstance(item, Map) else None
            head, lines = (row, []) if row is not None else self._made(value, index, inner, column)
            if isinstance(item, Map) and row is None and item:
                head, lines = "", self._below(item, inner, column + emit.STEP)
            made += [f"{' ' * column}- {head}", *lines] if head else _hyphened(lines, column)
        return made

    def _on_line(self, value: Map | Seq, rule: Schema, at: int) -> str | None:
        """A value on the line of its name, where it is short and holds no rows or prose of its own."""
        if isinstance(value, Map):
            return self._row(value, rule, at)
        if any(isinstance(item, Map | Seq) or "\n" in str(item) for item in value):
            return None
        row = self._flow(value, rule)
        return row if at + len(row) <= self._widest(value) else None

    def _row(self, value: Any, rule: Schema, at: int) -> str | None:
        """A mapping in braces that begins in a column, where it is short and no clause."""
        if not isinstance(value, Map) or IN_BLOCKS & fields_of(rule).keys() or emit.has_lines(value):
            return None
        if any(isinstance(inner, Seq) and any(isinstance(item, Map) for item in inner) for inner in value.values()):
            return None
        row = self._flow(value, rule)
        return row if at + len(row) <= self._widest(value) else None

    def _widest(self, value: Map | Seq) -> int:
        """Up to which column a row may reach; what stands on one line, or on several, stays so when a word changes."""
        return emit.WIDEST + LEEWAY if layout.in_flow(self.source, value) else emit.WIDEST - LEEWAY

    def _flow(self, value: Any, rule: Schema, like: str = "") -> str:
        if isinstance(value, Map):
            fields = fields_of(rule)
            pairs = (
                (key, self._flow(value[key], fields.get(key, {}), self._sign(value, key)))
                for key in _ordered(value, fields)
            )
            return "{" + ", ".join(f"{emit.scalar(key, in_flow=True)}: {each}" for key, each in pairs) + "}"
        if isinstance(value, Seq):
            return (
                "["
                + ", ".join(self._flow(each, items_of(rule), self._sign(value, at)) for at, each in enumerate(value))
                + "]"
            )
        return emit.scalar(
            unwrapped(value) if isinstance(value, str) and is_prose(rule) else value, in_flow=True, like=like
        )

    def _words(self, node: Map | Seq, key: Any, rule: Schema, column: int) -> tuple[str, Lines]:
        words: str = node[key]
        lines = lined(words) if is_prose(rule) else None
        if lines:
            made = emit.prose("\n".join(lines) + "\n", column)
            if made[1]:
                return made
        if is_prose(rule) and lines is None:
            words = unwrapped(words)
        return emit.prose(words, column, self._sign(node, key))

    def _sign(self, node: Map | Seq, key: Any) -> str:
        """An apostrophe where words stand in such marks, as patterns do; any other marks are chosen anew."""
        return "'" if self.source.text[node.spans[key][0] : node.spans[key][0] + 1] == "'" else ""

    def _has_comment(self, value: Map | Seq, entry: Entry) -> bool:
        return layout.has_comment(self.source, value, entry.end)

    def _lead(self, start: int, stop: int, column: int) -> Lines:
        """The comments and empty lines between two entries; one empty line at most together."""
        lines = self.source.text[start:stop].split("\n")
        made: Lines = []
        for number, line in enumerate(lines):
            words = line.strip()
            if words.startswith("#"):
                made.append(" " * column + words)
            elif words and not (number == len(lines) - 1 and words == "-"):
                raise refused(self.source, start, "something stands between two entries")
            elif (
                not words
                and number < len(lines) - 1
                and (made or start == 0 or number < len(lines))
                and made[-1:] != [""]
            ):
                made.append("")
        return made


def _begins(node: Map | Seq, key: Any, column: int) -> int:
    """The column in which the value of an entry begins on the line of its name or hyphen."""
    return column + (len(emit.scalar(key)) + 2 if isinstance(node, Map) else emit.STEP)


def _hyphened(lines: Lines, column: int) -> Lines:
    """The lines of a mapping with a hyphen before its first name; comments above that stay above."""
    first = next(at for at, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#"))
    indent = " " * column
    above = [indent + line.strip() if line.strip() else "" for line in lines[:first]]
    return [*above, f"{indent}- {lines[first].lstrip()}", *lines[first + 1 :]]


def _ordered(node: Map, fields: Mapping[str, Any]) -> list[str]:
    """The names in the order of the schema; what it does not know comes last, in its own order."""
    places = {name: place for place, name in enumerate(fields)}
    return sorted(node, key=lambda key: places.get(key, len(places)))
