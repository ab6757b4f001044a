"""Each step of a change as one splice of text; nothing else in the file moves.

A round-trip dump would indent and wrap the whole file anew, so it is never used. A comment beside a value stays a
comment; what is taken out takes its own comments with it. What cannot be edited safely is refused with the reason.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from section75.load import brackets, emit, layout
from section75.load.layout import Edit, Entry, refused
from section75.load.source import Map, Seq, SourceFile
from section75.outline.steps import Drop, Insert, Put, Step
from section75.outline.units import Keys, holds_units
from section75.value import dataclass


@dataclass(frozen=True)
class Fragment:
    """The text of an item that moves elsewhere."""

    lines: str
    """Its whole lines with its own comments; "" where it does not stand on lines of its own."""
    column: int
    """Of its hyphen in those lines."""
    inline: str
    """Its value on one line; "" where it has more."""
    has_comment: bool


def edit_of(source: SourceFile, step: Step, fragment: Fragment | None = None) -> Edit:
    """The splice that does a step. `fragment` is the text of the value that is inserted, where it comes from the file.

    Raises `Section75Error` where the place cannot be edited safely.
    """
    holder = layout.at(source, step.keys[:-1])
    if not isinstance(holder, Map | Seq):
        raise refused(source, 0, "nothing can be put there")
    if isinstance(step, Insert):
        return _inserted(source, step, holder, fragment)
    if fragment is not None and fragment.has_comment:
        raise refused(source, holder.at, "its comments cannot go with it")
    if isinstance(step, Drop):
        return _dropped(source, step.keys, holder)
    if isinstance(holder, Map) and step.keys[-1] not in holder:
        return _added(source, step, holder)
    return _replaced(source, step, holder)


def fragment_of(source: SourceFile, keys: Keys) -> Fragment:
    """The text of an item of a list, to be put elsewhere."""
    holder = layout.at(source, keys[:-1])
    index = int(keys[-1])
    found = layout.entries(source, holder)
    entry = found[index]
    inline = source.text[entry.value : entry.end]
    value = holder[index]
    commented = isinstance(value, Map | Seq) and layout.has_comment(source, value, entry.end)
    if layout.in_flow(source, holder):
        cut = (
            brackets.taken_out(source, keys[:-1], found, index)
            if len(found) > 1
            else brackets.emptied(source, keys[:-1])
        )
        beside = source.text[cut.start : entry.value] + source.text[entry.end : cut.end]
        return Fragment("", 0, "" if "\n" in inline else inline, commented or "#" in beside)
    start, end = layout.extent(source, found, index, _floor(source, keys[:-1]))
    above, below = source.text[start : entry.start], source.text[entry.end : end]
    one_line = isinstance(value, Map | Seq) and layout.in_flow(source, value) and "\n" not in inline
    return Fragment(
        source.text[start:end].replace("\r\n", "\n"),
        entry.column,
        inline if one_line else "",
        commented or "#" in above or "#" in below,
    )


def _replaced(source: SourceFile, step: Put, holder: Map | Seq) -> Edit:
    key: Any = step.keys[-1]
    start, end = holder.spans[key][0], layout.value_end(source, holder, key)
    text, old = source.text, holder[key]
    begin = layout.entry_start(source, holder, key)
    if isinstance(old, Map | Seq) and layout.has_comment(source, old, end):
        raise refused(source, start, "comments stand among the values that change")
    if layout.in_flow(source, holder):
        if start == end:
            raise refused(source, start, "it has no value yet")
        new = emit.flow(step.value) if not isinstance(step.value, str) else _flow_words(step.value, text[start])
        return Edit(start, end, new)
    head, lines = emit.block(step.value, begin - layout.line_start(text, begin), text[start:end])
    if start == end:
        return _with_lines(source, start, start, f" {head}" if head else "", lines, "")
    kept = ""
    if text[start] in "|>" and isinstance(old, str):
        stop = layout.line_end(text, start)
        match = layout.COMMENT.search(text, start, stop)
        kept = match.group().rstrip() if match else ""
    elif "#" in text[begin:start]:
        raise refused(source, start, "a comment stands between its name and its value")
    elif isinstance(old, Map | Seq) and not layout.in_flow(source, old):
        # The value begins on a line below its name; the new one begins beside the name.
        start = _after_name(text, start)
        head = f" {head}" if head else ""
    elif not head:
        start = _after_name(text, start)
    return _with_lines(source, start, end, head, lines, kept)


def _after_name(text: str, value: int) -> int:
    """Where the colon or hyphen before a value ends."""
    while text[value - 1].isspace():
        value -= 1
    return value


def _with_lines(source: SourceFile, start: int, end: int, head: str, lines: list[str], kept: str) -> Edit:
    """A value in place of another. The comment of the line stays on the first line of what is put in."""
    comment, stop = ("", end) if source.text[end - 1 : end] == "\n" else layout.rest_of_line(source, end)
    if not lines:
        if kept and comment:
            raise refused(source, start, "two comments stand beside it")
        return Edit(start, end, head + kept + ("\n" if source.text[end - 1 : end] == "\n" else ""))
    both = kept + comment
    after = "\n" if source.text[end - 1 : end] == "\n" else ""
    return Edit(start, stop, "\n".join([head + both, *lines]) + after)


def _flow_words(words: str, first: str) -> str:
    return emit.scalar(words, in_flow=True, like=first)


def _added(source: SourceFile, step: Put, holder: Map | Seq) -> Edit:
    name = str(step.keys[-1])
    found = layout.entries(source, holder)
    if not found:
        raise refused(source, holder.at, "it is empty")
    # After the values that are its own; lists of clauses and rows follow them.
    own = [index for index, key in enumerate(holder) if not _stands_last(holder[key])]
    index = own[-1] if own and not _stands_last(step.value) else len(found) - 1
    if layout.in_flow(source, holder):
        return brackets.put_in(
            source, step.keys[:-1], found, index + 1, f"{emit.scalar(name)}: {emit.flow(step.value)}"
        )
    column = found[0].column
    stop = _own_end(source, found, index)
    return _lines_at(source, stop, emit.named(name, step.value, column))


def _stands_last(value: Any) -> bool:
    return holds_units(value) or (isinstance(value, Mapping) and any(map(_stands_last, value.values())))


def _own_end(source: SourceFile, found: list[Entry], index: int) -> int:
    """Where the lines of an entry end, the comments that are its own included."""
    entry = found[index]
    if layout.is_first_on_line(source.text, entry.start):
        return layout.extent(source, found, index, entry.start)[1]
    if source.text[entry.end - 1 : entry.end] == "\n":
        return entry.end
    _, stop = layout.rest_of_line(source, entry.end)
    return layout.line_end(source.text, stop)


def _lines_at(source: SourceFile, offset: int, lines: list[str]) -> Edit:
    lead = "" if offset == 0 or source.text[offset - 1] == "\n" else "\n"
    return Edit(offset, offset, lead + "\n".join(lines) + "\n")


def _inserted(source: SourceFile, step: Insert, holder: Map | Seq, fragment: Fragment | None) -> Edit:
    index = int(step.keys[-1])
    found = layout.entries(source, holder)
    if layout.in_flow(source, holder):
        if fragment is not None and fragment.has_comment:
            raise refused(source, holder.at, "its comments cannot go with it")
        value = fragment.inline if fragment and fragment.inline else emit.flow(step.value)
        return brackets.put_in(source, step.keys[:-1], found, index, value)
    if fragment is not None and fragment.has_comment and not fragment.lines:
        raise refused(source, holder.at, "its comments cannot go with it")
    neighbour = found[index - 1] if index else found[0]
    if index:
        offset = layout.extent(source, found, index - 1, _floor(source, step.keys[:-1]))[1]
    else:
        offset = layout.extent(source, found, 0, _floor(source, step.keys[:-1]))[0]
    beside = source.text[neighbour.value : neighbour.value + 1]
    lines = _moved(fragment, neighbour.column) if fragment else []
    lines = lines or emit.item_lines(step.value, neighbour.column, as_row=True if beside == "{" else None)
    return _lines_at(source, offset, lines)


def _moved(fragment: Fragment, column: int) -> list[str]:
    """The lines of an item with its hyphen in another column."""
    if fragment.lines:
        shift = column - fragment.column
        lines = fragment.lines.removesuffix("\n").split("\n")
        return [_shifted(line, shift) for line in lines]
    return [f"{' ' * column}- {fragment.inline}"] if fragment.inline and not fragment.has_comment else []


def _shifted(line: str, shift: int) -> str:
    if not line.strip():
        return line
    if shift >= 0:
        return " " * shift + line
    return line[min(-shift, len(line) - len(line.lstrip(" "))) :]


def _floor(source: SourceFile, keys: Keys) -> int:
    """Where the entries of a mapping or list can begin at the earliest: below the line of its own name."""
    if not keys:
        # The comments at the top are the file's.
        return int(layout.at(source, keys).at)
    holder = layout.at(source, keys[:-1])
    key: Any = keys[-1]
    start = holder.keys_at[key] if isinstance(holder, Map) else holder.spans[key][0]
    return layout.line_end(source.text, start) if isinstance(holder, Map) else int(start)


def _dropped(source: SourceFile, keys: Keys, holder: Map | Seq) -> Edit:
    key: Any = keys[-1]
    if isinstance(holder, Map) and key not in holder:
        raise KeyError(key)
    found = layout.entries(source, holder)
    index = list(holder).index(key) if isinstance(holder, Map) else int(key)
    if len(found) == 1:
        raise refused(source, holder.at, "nothing would be left of what holds it")
    if layout.in_flow(source, holder):
        return brackets.taken_out(source, keys[:-1], found, index)
    entry = found[index]
    if not layout.is_first_on_line(source.text, entry.start):
        return _first_dropped(source, found, index)
    start, end = layout.extent(source, found, index, _floor(source, keys[:-1]))
    return Edit(*_with_empty_line(source.text, start, end, found[index - 1].end if index else start), "")


def _with_empty_line(text: str, start: int, end: int, floor: int) -> tuple[int, int]:
    """Whole lines with the empty line above them, where an empty line or nothing stands below too."""
    above = layout.line_start(text, start - 1) if start else 0
    below = text[end : layout.line_end(text, end)]
    if start and above > floor and not text[above:start].strip() and not below.strip():
        return above, end
    return start, end


def _first_dropped(source: SourceFile, found: list[Entry], index: int) -> Edit:
    """The first value of an item, which stands beside the hyphen: the next one takes its place."""
    if index or source.text[found[0].end : found[1].start].strip():
        raise refused(source, found[index].start, "it does not begin a line")
    return Edit(found[0].start, found[1].start, "")
