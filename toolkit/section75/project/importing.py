"""A Word copy that came back: what it proposes against what it carries, and that merged into the files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

from section75.compose import compose
from section75.document import Document
from section75.errors import MissingError, Section75Error, UsageError
from section75.findings import Finding
from section75.judging.agreement import judge
from section75.load import Loaded, SourceFile, load_agreement
from section75.load.emit import named
from section75.load.form import in_form
from section75.load.merged import merged_file
from section75.load.proved import encoded, spliced
from section75.load.reader import read_source
from section75.outline.changes import Change, FieldSet
from section75.outline.plain import plain_copy
from section75.outline.units import outline
from section75.printing.carried import read_carrying
from section75.printing.verified import beside_the_words, verified
from section75.progress import Step, silent
from section75.project.history import has_unsaved_changes
from section75.project.merging.file import sourced
from section75.project.merging.whole import sources_of
from section75.project.output import Edited, write_edited
from section75.project.places import own_template
from section75.project.versions import Version
from section75.render.word import Print, word_parts
from section75.render.word.proof import Reading, read_file
from section75.render.word.remarks import Remark, remarks, trackers
from section75.returning.proposals import COUNTED, Proposal, Returned, Unplaced, differences, returned
from section75.returning.spoken import spoken
from section75.schema.printing import prints_at, rule_of
from section75.tree import MemoryTree
from section75.value import dataclass

LONGEST = 120
"""Characters of a paragraph that are shown of it."""
UNPROVED = "with the proposals made, the agreement would still print otherwise here; compare it by eye"
BROKEN = "with the proposals made, the agreement would have an error, so its words could not be compared with the copy"


@dataclass(frozen=True)
class Brought:
    """What a Word copy brings back."""

    name: str
    files: tuple[SourceFile, ...]
    """The files of the agreement that it carries, as it was printed."""
    proposals: tuple[Proposal, ...]
    unplaced: tuple[Unplaced, ...]
    """Edits of words that no change of the files makes."""
    comments: tuple[Remark, ...]
    others: tuple[str, ...]
    """What else is not as it was printed and is not carried back: the front sheet, a header, pictures, formatting."""
    tracked: dict[str, int]
    """Who tracked changes, and how many."""
    untracked: bool
    """Whether words were edited without tracking."""

    def changes(self, path: str) -> tuple[Change, ...]:
        """The changes of one file that make the proposals."""
        return Returned(self.proposals, ()).changes(path)

    @property
    def is_whole(self) -> bool:
        """Whether all that was done in Word stands in the proposals."""
        return not (self.unplaced or self.comments or self.others)


@dataclass(frozen=True)
class Imported:
    """What was written."""

    paths: tuple[str, ...]
    conflicts: tuple[str, ...]
    """The paths of files in which conflicts stand, each once for each."""


def read_back(name: str, here: Path, step: Step = silent) -> Brought:
    """Read a Word copy of an agreement that was printed here and edited since, every tracked change accepted.

    Raises `MissingError` where it cannot be read, `TemplateError` where it is no Word file or carries no agreement,
    `UsageError` for a redline, and `Section75Error` where what it carries was altered.
    """
    shown = Path(name).as_posix()
    step(f"Reading {shown}")
    carried = read_carrying(here / name, shown)
    if carried.source.before is not None:
        raise UsageError(f"{shown} is a redline", "send out the print (`s75 render`), and import that when it is back")
    drafted, document = carried.sides()[0].drafted, carried.document()
    printed = read_file(word_parts(document, own_template(), shown, Print(contents=False)))
    copy = read_file(carried.parts, name=shown)
    step("Comparing it with what was printed")
    found = returned(drafted, document, printed, copy)
    files = tuple(_laid_out(each) if found.changes(each.path) else each for each in drafted)
    made = [_made(source, found) for source in files]
    now = _composed(files, made)
    unplaced = (*found.unplaced, *(failed for each in made for failed in each.failed))
    left = tuple(dict.fromkeys(_judged(now, copy, unplaced)))
    others = list(beside_the_words(carried, printed, document))
    if _words(copy) == _words(printed):
        others += verified(carried, own_template()).faults
    elif not left and not isinstance(now, str):
        others += _astray(copy, read_file(word_parts(now, own_template(), shown, Print(contents=False))))
    before = read_file(carried.parts, reject=True, name=shown) if trackers(carried.parts) else copy
    return Brought(
        shown,
        files,
        tuple(proposal for each in made for proposal in each.proposals),
        left,
        remarks(carried.parts),
        tuple(dict.fromkeys(others)),
        trackers(carried.parts),
        _words(before) != _words(printed),
    )


def bring_in(brought: Brought, found: Version, *, force: bool = False) -> Imported:
    """Merge what a copy proposes into the files of an agreement: all of them are written, or none.

    What changed there since the copy was printed stays; where both changed the same words, ours stay in place and the
    conflict is noted in the file. Raises `UsageError` for a copy of another agreement, or where a file has edits that
    are not committed and `force` does not allow it, `MissingError` where a schedule is not there any more, and
    `Section75Error` where a file cannot be edited safely.
    """
    current = sources_of(found.loaded.places.files)
    if found.loaded.places.files[0].data.get("id") != brought.files[0].data.get("id"):
        raise UsageError(f"{brought.name} is a copy of another agreement than {found.name}", "name the one it is of")
    edits: list[Edited] = []
    conflicts: list[str] = []
    changed = [_formed(each) for each in brought.files if brought.changes(each.path)]
    for key, base in sources_of(changed).items():
        if key not in current:
            raise MissingError(f"{found.name} has no {base.path} any more", "the copy was printed with it: put it back")
        ours = current[key]
        was = _with_unprinted(base, ours)
        made = merged_file(was, ours, sourced(spliced(was, brought.changes(base.path)), base.path))
        path = found.path_of(ours.path)
        if not force and has_unsaved_changes(path):
            raise UsageError(f"{ours.path} has edits that are not committed", "commit them first, or add --force")
        conflicts += [ours.path] * len(made.conflicts)
        edits.append(Edited(path, encoded(ours), made.content))
    written = [edit for edit in edits if edit.was != edit.content]
    write_edited(written)
    return Imported(tuple(edit.path.relative_to(found.path_of("")).as_posix() for edit in written), tuple(conflicts))


def _laid_out(carried: SourceFile) -> SourceFile:
    """A file that a copy carries, on lines of its own as files of a project are, so that it can be edited."""
    lines = (line for name, value in plain_copy(carried.data).items() for line in named(name, value, 0))
    text = "".join(f"{line}\n" for line in lines)
    return read_source(carried.path, carried.label, text.encode("utf-8"))[0]


def _formed(laid_out: SourceFile) -> SourceFile:
    """The same in the canonical form, so that it can be merged line by line."""
    read = sourced(encoded(laid_out), laid_out.path)
    return sourced(in_form(read, read.kind).encode("utf-8"), laid_out.path)


def _with_unprinted(base: SourceFile, ours: SourceFile) -> SourceFile:
    """A file that a copy carries, with what does not print as it stands in the agreement: a copy carries none of it.

    Else a clause taken out in the copy would seem to have been edited here meanwhile.
    """
    rule, there = rule_of(ours.data), outline(base.data)
    wanted = [
        FieldSet(name, path, value)
        for name, unit in outline(ours.data).items()
        for path, value in unit.fields.items()
        if name in there and path not in there[name].fields and not prints_at(rule, (*unit.keys, *path))
    ]
    return sourced(spliced(base, wanted), base.path)


@dataclass(frozen=True)
class _Made:
    """A file with the proposals made that can be made together."""

    path: str
    content: bytes
    proposals: tuple[Proposal, ...]
    failed: tuple[Unplaced, ...]
    """Those that cannot, each with the reason."""


def _made(source: SourceFile, found: Returned) -> _Made:
    mine = tuple(each for each in found.proposals if each.path == source.path)
    try:
        return _Made(source.path, _with(source, mine), mine, ())
    except Section75Error:
        pass
    content, failed = encoded(source), []
    sound: tuple[Proposal, ...] = ()
    for each in mine:
        try:
            content, sound = _with(source, (*sound, each)), (*sound, each)
        except Section75Error as error:
            failed.append(Unplaced(each.unit, each.was, each.now, str(error)))
    return _Made(source.path, content, sound, tuple(failed))


def _with(source: SourceFile, proposals: tuple[Proposal, ...]) -> bytes:
    return spliced(source, Returned(proposals, ()).changes(source.path))


def _judged(document: Document | str, copy: Reading, unplaced: Sequence[Unplaced]) -> Iterator[Unplaced]:
    """What is not carried back, in truth: the agreement with the proposals made is read beside the copy.

    A number that it then works out as the copy has it has come back; whatever it would still print otherwise, and
    nobody has listed, is listed.
    """
    if isinstance(document, str):
        yield from (*unplaced, Unplaced("", "", "", document))
        return
    said = {(each.unit, each.text) for each in spoken(document)}
    kept = [each for each in unplaced if each.why != COUNTED or (each.unit, each.now) not in said]
    yield from kept
    told = {words for each in kept for words in (each.was, each.now) if words}
    for was, now in differences(document, copy):
        if was not in told and now not in told:
            yield Unplaced("", was, now, UNPROVED)


def _astray(copy: Reading, printed: Reading) -> Iterator[str]:
    """What stands otherwise in a copy than in the print with the proposals made, although every word is the same."""
    ours, theirs = ([line for _, line in each.lines if line.text or line.shown] for each in (printed, copy))
    for line, other in zip(ours, theirs, strict=False):
        if line.shown != other.shown:
            yield f"a number: “{other.shown} {other.text[:LONGEST]}” should be “{line.shown}”"
            break
    for pointer, other_pointer in zip_longest(printed.pointers, copy.pointers):
        if pointer != other_pointer:
            at = (other_pointer or pointer).paragraph - 1
            words = copy.lines[at][1].text if at < len(copy.lines) else ""
            yield f"a reference in “{words[:LONGEST]}” leads to another place than in the print"
            break


def _composed(files: Sequence[SourceFile], made: Sequence[_Made]) -> Document | str:
    """The agreement with the proposals made; where it does not hold together any more, the first error."""
    loaded = load_agreement(MemoryTree({each.path: each.content for each in made}))
    error = next(iter(_errors(loaded)), None)
    if error is not None:
        before = load_agreement(MemoryTree({source.path: encoded(source) for source in files}))
        had = {finding.message for finding in _errors(before)}
        error = next((finding for finding in _errors(loaded) if finding.message not in had), None)
    if error is not None or loaded.agreement is None:
        return f"{BROKEN}: {error.message}" if error else BROKEN
    return compose(loaded.agreement, numbers=loaded.numbers)


def _errors(loaded: Loaded) -> list[Finding]:
    return [finding for finding in judge(loaded).findings if finding.is_error]


def _words(read: Reading) -> list[str]:
    return [line.text for _, line in read.lines if line.text]
