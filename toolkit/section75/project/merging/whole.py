"""A whole agreement merged at once, without git's driver: clauses that went from file to file are seen too.

All files that are drafted are laid side by side as one outline, so that a clause which one branch moved to another
file and the other branch edited keeps both. What is recorded beside them is merged file by file and never decided:
whether an approval covers the text is worked out anew from the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from enum import StrEnum

from section75.errors import Section75Error
from section75.judging.agreement import judge
from section75.load import AGREEMENT_FILE, Loaded, SourceFile, load_agreement
from section75.load.conflicts import CONFLICTS
from section75.load.merged import changed, merged_file
from section75.load.proved import encoded, spliced
from section75.outline.changes import FieldRemoved
from section75.outline.units import WHOLE, outline
from section75.project.merging.across import Across, moved_across
from section75.project.merging.file import sourced
from section75.project.versions import Version
from section75.tree import MemoryTree
from section75.value import dataclass


class Label(StrEnum):
    """How far a merged file can be relied on."""

    UNCHANGED = "unchanged"
    ONE_SIDE = "changed on one side"
    PROVEN = "proven"
    """The two sides changed different units, and the result was checked."""
    TO_READ = "to be read"
    REFUSED = "refused"


@dataclass(frozen=True)
class MergedPath:
    """What became of one file."""

    path: str
    label: Label
    why: tuple[str, ...] = ()
    """What is to be read or decided, each without a full stop."""


@dataclass(frozen=True)
class Whole:
    """A merged agreement."""

    files: Mapping[str, bytes]
    paths: tuple[MergedPath, ...]

    @property
    def is_proven(self) -> bool:
        """Whether nothing is to be read or decided."""
        return all(each.label not in (Label.TO_READ, Label.REFUSED) for each in self.paths)


def merge_whole(base: Version, ours: Version, theirs: Version) -> Whole:
    """Ours with all that theirs changed since the base.

    Raises `Section75Error` where a file of one of the three cannot be read.
    """
    was, own, now = (sources_of(version.loaded.places.files) for version in (base, ours, theirs))
    merge = _Merge(was, own, now, moved_across(was, own, now))
    for key in dict.fromkeys((*own, *now, *was)):
        merge.file(key)
    merge.judged(ours.loaded, theirs.loaded)
    return Whole(merge.files, tuple(merge.labelled()))


def sources_of(files: Iterable[SourceFile]) -> dict[str, SourceFile]:
    """The files of an agreement: a schedule by its id, wherever its file is called otherwise; others by their path."""
    found = {}
    for source in files:
        ready = sourced(encoded(source), source.path)
        identity = ready.data.get("id") if source.path.startswith("schedules/") else None
        found[f"#{identity}" if identity else source.path] = ready
    return found


@dataclass
class _Merge:
    base: Mapping[str, SourceFile]
    ours: Mapping[str, SourceFile]
    theirs: Mapping[str, SourceFile]
    across: Across
    files: dict[str, bytes] = field(default_factory=dict)
    found: dict[str, MergedPath] = field(default_factory=dict)

    def file(self, key: str) -> None:
        """Merge one file, or carry it over where one side alone has changed it."""
        was, own, now = self.base.get(key), self.ours.get(key), self.theirs.get(key)
        if own is not None and now is not None:
            self._both(was, own, now)
        elif own is not None:
            self._one(was, own, "theirs took it out, and ours changed it", keeps=True)
        elif now is not None:
            self._one(was, now, "ours took it out, and theirs changed it", keeps=False)

    def _one(self, was: SourceFile | None, only: SourceFile, why: str, *, keeps: bool) -> None:
        """A file that one side alone has: it was added there, or taken out by the other."""
        if was is None:
            self._put(only.path, encoded(only), Label.ONE_SIDE)
        elif changed(outline(was.data), outline(only.data)):
            if keeps:
                self._put(only.path, encoded(only), Label.REFUSED, why)
            else:
                self.found[only.path] = MergedPath(only.path, Label.REFUSED, (why,))

    def _both(self, was: SourceFile | None, own: SourceFile, now: SourceFile) -> None:
        path = _path(was, own, now)
        if self.across.concerns(was, own, now):
            self._merged(path, was or sourced(b"", own.path), own, now)
        elif encoded(own) == encoded(now):
            alike = was is not None and encoded(own) == encoded(was)
            self._put(path, encoded(own), Label.UNCHANGED if alike else Label.ONE_SIDE)
        elif was is not None and encoded(was) in (encoded(own), encoded(now)):
            self._put(path, encoded(now if encoded(own) == encoded(was) else own), Label.ONE_SIDE)
        else:
            self._merged(path, was or sourced(b"", own.path), own, now)

    def _merged(self, path: str, was: SourceFile, own: SourceFile, now: SourceFile) -> None:
        try:
            made = merged_file(*self.across.followed(was, own, now))
        except Section75Error as error:
            self._put(path, encoded(own), Label.REFUSED, str(error))
            return
        if made.conflicts:
            whys = dict.fromkeys(f"{each.unit or 'the file'}: {each.kind}" for each in made.conflicts)
            self._put(path, made.content, Label.REFUSED, *whys)
        elif made.is_apart:
            self._put(path, made.content, Label.PROVEN)
        else:
            self._put(path, made.content, Label.TO_READ, "both sides changed the same clause, in different sentences")

    def _put(self, path: str, content: bytes, label: Label, *why: str) -> None:
        self.files[path] = content
        self.found[path] = MergedPath(path, label, why)

    def judged(self, ours: Loaded, theirs: Loaded) -> None:
        """Read the result again: what is wrong with it and was wrong on neither side is to be read."""
        if AGREEMENT_FILE not in self.files:
            return
        known = {(each.code, each.message) for side in (ours, theirs) for each in judge(side).findings}
        made = load_agreement(MemoryTree({path: _decided(path, content) for path, content in self.files.items()}))
        for finding in judge(made).findings:
            if (finding.code, finding.message) not in known:
                self._mark(finding.place.path, finding.message, Label.TO_READ)
        for path, why in self.across.strays:
            self._mark(path, why, Label.REFUSED)

    def _mark(self, path: str, why: str, label: Label) -> None:
        at = path if path in self.found else AGREEMENT_FILE
        was = self.found[at]
        worse = Label.REFUSED if Label.REFUSED in (was.label, label) else label
        self.found[at] = MergedPath(at, worse, tuple(dict.fromkeys((*was.why, why))))

    def labelled(self) -> Iterator[MergedPath]:
        """Every file with its label, in order of path."""
        return (self.found[path] for path in sorted(self.found))


def _path(was: SourceFile | None, own: SourceFile, now: SourceFile) -> str:
    """Where a file stands in the result: where the side put it that moved it; ours, where both did."""
    return now.path if was is not None and own.path == was.path else own.path


def _decided(path: str, content: bytes) -> bytes:
    """A file as it would be with ours for every conflict."""
    source = sourced(content, path)
    return spliced(source, [FieldRemoved(WHOLE, (CONFLICTS,))]) if CONFLICTS in source.data else content
