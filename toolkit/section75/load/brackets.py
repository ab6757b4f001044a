"""Edits of a list in brackets or a mapping in braces, on one line or several, with commas and comments."""

from __future__ import annotations

from section75.load import layout
from section75.load.layout import Edit, Entry, refused
from section75.load.source import SourceFile
from section75.outline.units import Keys


def emptied(source: SourceFile, keys: Keys) -> Edit:
    """Everything taken out of the brackets."""
    return Edit(int(layout.at(source, keys).at), _close(source, keys), "")


def put_in(source: SourceFile, keys: Keys, found: list[Entry], index: int, new: str) -> Edit:
    """An entry put in before another, or after the last."""
    text = source.text
    if index < len(found):
        return _before(source, keys, found, index, new)
    last = found[-1]
    between = layout.gap(source, last.end, _close(source, keys))
    apart = "\n" + " " * last.column if layout.is_first_on_line(text, last.start) else " "
    if not between.comments:
        if between.comma == -1:
            return Edit(last.end, last.end, f",{apart}{new}")
        return Edit(between.comma + 1, between.comma + 1, f"{apart}{new},")
    stop = between.comments[-1][1]
    apart = "\n" + " " * last.column
    if between.comma == -1:
        return Edit(last.end, stop, f",{text[last.end : stop]}{apart}{new}".replace("\r\n", "\n"))
    if between.comma > between.comments[0][0]:
        raise refused(source, between.comma, "a comment stands before its comma")
    return Edit(stop, stop, f"{apart}{new},")


def taken_out(source: SourceFile, keys: Keys, found: list[Entry], index: int) -> Edit:
    """An entry taken out, with its comma and the comments that are its own; another stays."""
    text, entry = source.text, found[index]
    opened, closed = layout.at(source, keys).at + 1, _close(source, keys)
    before = layout.gap(source, found[index - 1].end if index else opened, entry.start)
    after = layout.gap(source, entry.end, found[index + 1].start if index + 1 < len(found) else closed)
    if any(start < gap.comma for gap in (before, after) for start, _ in gap.comments):
        raise refused(source, entry.start, "a comment stands before its comma")
    above = [start for start, _ in before.comments if layout.is_first_on_line(text, start)]
    start = above[0] if above else entry.start
    beside = [stop for at, stop in after.comments if "\n" not in text[entry.end : at]]
    if index + 1 < len(found):
        below = [at for at, _ in after.comments if "\n" in text[entry.end : at]]
        return Edit(start, below[0] if below else found[index + 1].start, "")
    end = beside[0] if beside else entry.end
    if not before.comments:
        return Edit(found[index - 1].end, end, "")
    if not layout.is_first_on_line(text, start):
        raise refused(source, entry.start, "a comment stands beside it")
    return Edit(layout.break_before(text, start), end if beside else max(end, after.comma + 1), "")


def _close(source: SourceFile, keys: Keys) -> int:
    """Where the closing bracket of a list or mapping stands."""
    holder = layout.at(source, keys[:-1]) if keys else None
    if holder is None:
        raise refused(source, 0, "the whole file stands in brackets")
    return int(holder.spans[keys[-1]][1]) - 1


def _before(source: SourceFile, keys: Keys, found: list[Entry], index: int, new: str) -> Edit:
    text, entry = source.text, found[index]
    opened = layout.at(source, keys).at + 1
    between = layout.gap(source, found[index - 1].end if index else opened, entry.start)
    own = [start for start, _ in between.comments if layout.is_first_on_line(text, start)]
    if own and own[0] < between.comma:
        raise refused(source, own[0], "a comment stands before its comma")
    at = own[0] if own else entry.start
    first = layout.is_first_on_line(text, at)
    return Edit(at, at, f"{new},\n{' ' * (at - layout.line_start(text, at))}" if first else f"{new}, ")
