"""Three versions of a file brought together: line by line where that says what is meant, else unit by unit."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from section75.errors import Section75Error
from section75.load.conflicts import CONFLICTS, as_data
from section75.load.form import comments, says_the_same
from section75.load.proved import encoded, spliced
from section75.load.reader import read_source
from section75.load.source import Map, SourceFile
from section75.merge import Conflict, Kind, merged, merged_lines
from section75.merge.threeway import alike
from section75.outline.changes import FieldSet, applied
from section75.outline.plain import same
from section75.outline.units import WHOLE, Outline, outline
from section75.schema import schema_of
from section75.value import dataclass

DECISIONS = {"approval", "confirmation", "executed", "extended", "circulated"}
"""Kinds of records of what somebody decided or did. What they cover is worked out from the text, never merged."""


@dataclass(frozen=True)
class MergedFile:
    """A file with what both sides changed."""

    content: bytes
    conflicts: tuple[Conflict, ...]
    is_apart: bool
    """Whether the two sides changed different units, so that nothing of the result stands in neither."""


def merged_file(base: SourceFile, ours: SourceFile, theirs: SourceFile) -> MergedFile:
    """Ours with what theirs changed since the base. A conflict leaves ours in place and is noted under `conflicts`.

    Raises `Section75Error` where one of the three cannot be read, holds conflicts already, or cannot be edited safely.
    """
    for side in (base, ours, theirs):
        _refuse(side)
    units = tuple(outline(side.data) for side in (base, ours, theirs))
    if ours.kind in DECISIONS and _all_differ(base, ours, theirs):
        decision = (Conflict(Kind.DECISION, WHOLE),)
        noted = FieldSet(WHOLE, (CONFLICTS,), as_data(decision, *units))
        return MergedFile(spliced(ours, [noted]), decision, is_apart=False)
    found = merged(*units)
    meant = applied(ours.data, found.changes)
    source = _by_line(base, ours, theirs) if not found.conflicts else None
    if source is None or not _is(source, meant):
        source = _read(replace(ours, text=spliced(ours, found.changes).decode("utf-8-sig")))
    lost = Counter(comments(theirs)) - Counter(comments(base)) - Counter(comments(source))
    remarks = tuple(Conflict(Kind.COMMENT, WHOLE, theirs=remark) for remark in lost)
    conflicts = (*found.conflicts, *remarks)
    if conflicts:
        noted = FieldSet(WHOLE, (CONFLICTS,), as_data(conflicts, *units))
        return MergedFile(spliced(source, [noted]), conflicts, is_apart=False)
    here, there = changed(units[0], units[1]), changed(units[0], units[2])
    return MergedFile(encoded(source), (), is_apart=not here & there)


def changed(base: Outline, other: Outline) -> set[str]:
    """The units that another version changed, added, took out or put into another list."""
    found = base.keys() ^ other.keys()
    for name in base.keys() & other.keys():
        was, now = base[name], other[name]
        paths = {*was.fields, *now.fields}
        if (was.parent, was.list) != (now.parent, now.list) or any(
            not alike(was.fields.get(path), now.fields.get(path)) for path in paths
        ):
            found.add(name)
    return set(found)


def _all_differ(base: SourceFile, ours: SourceFile, theirs: SourceFile) -> bool:
    """Whether both sides changed a file, each in another way."""
    return not (same(base.data, ours.data) or same(base.data, theirs.data) or same(ours.data, theirs.data))


def _refuse(side: SourceFile) -> None:
    if not isinstance(side.data, Map):
        raise Section75Error(f"{side.label} cannot be read", "`s75 validate` says what is wrong")
    if CONFLICTS in side.data:
        raise Section75Error(
            f"{side.label} holds conflicts of an earlier merge", "decide them first with `s75 resolve`"
        )


def _by_line(base: SourceFile, ours: SourceFile, theirs: SourceFile) -> SourceFile | None:
    """The lines of both sides, where they do not touch and can be read."""
    text = merged_lines(base.text, ours.text, theirs.text)
    if text is None:
        return None
    made, found = read_source(ours.path, ours.label, text.encode("utf-8"))
    return None if found else replace(made, kind=ours.kind, byte_order_mark=ours.byte_order_mark)


def _is(source: SourceFile, meant: object) -> bool:
    """Whether a file says what was meant, but for the line breaks of prose."""
    return says_the_same(source.data, meant, schema_of(source.kind) if source.kind else {})


def _read(source: SourceFile) -> SourceFile:
    again, found = read_source(source.path, source.label, source.text.encode("utf-8"))
    if found:
        raise Section75Error(f"{found[0].place}: {found[0].message}", "`s75 validate` says what is wrong")
    return replace(again, kind=source.kind, byte_order_mark=source.byte_order_mark)
