"""What an edited copy proposes: words changed, clauses put in, taken out and moved; and what has no place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import field
from enum import StrEnum
from typing import Any

from section75.document import Document, Reference, Style, Value
from section75.errors import Section75Error
from section75.load import SourceFile
from section75.outline.changes import Change, FieldRemoved, FieldSet, UnitRemoved
from section75.outline.units import WHOLE, Keys, Outline, Unit, below, outline
from section75.render.word.proof import Reading
from section75.returning.aligned import Key, aligned
from section75.returning.placing import Placing
from section75.returning.rewriting import (
    PARAGRAPH,
    Edit,
    Part,
    UnplacedError,
    assigned,
    edits,
    parts,
    rewritten,
)
from section75.returning.spoken import Spoken, spoken
from section75.returning.values import typed
from section75.schema.printing import Schema, is_prose, rule_at, rule_of
from section75.value import dataclass

COUNTED = "a number or words that the print works out were changed"
RESTYLED = "its level or its style was changed; move the clause in the file"


class Did(StrEnum):
    """What a person did to a clause, a row or a fact."""

    REWORDED = "reworded"
    CHANGED = "value changed"
    ADDED = "put in"
    REMOVED = "taken out"
    MOVED = "moved"


@dataclass(frozen=True)
class Proposal:
    """One edit, and the changes of data that make it."""

    path: str
    """The file of the agreement that the copy carries."""
    unit: str
    did: Did
    was: str
    now: str
    """The words of the paragraph as printed, before and after; "" where there were or are none."""
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Unplaced:
    """An edit that no change of data can make."""

    unit: str
    """Near which it stands; "" for none."""
    was: str
    now: str
    why: str


@dataclass(frozen=True)
class Returned:
    """What came back."""

    proposals: tuple[Proposal, ...]
    unplaced: tuple[Unplaced, ...]

    def changes(self, path: str) -> tuple[Change, ...]:
        """The changes of one file: words first, then what was moved and put in, then what was taken out."""
        mine = [change for each in self.proposals if each.path == path for change in each.changes]
        return tuple(sorted(mine, key=lambda change: isinstance(change, UnitRemoved)))


def returned(files: Sequence[SourceFile], document: Document, printed: Reading, copy: Reading) -> Returned:
    """What a copy proposes to the agreement in `files`, which printed as `document`.

    Raises `Section75Error` where the print cannot be told apart into its paragraphs.
    """
    print_, copied = _lines(printed), _lines(copy)
    said = spoken(document)
    if [words for _, words in print_[0]] != [each.text for each in said if each.text]:
        raise Section75Error("the print cannot be read back", "please tell us, with the file")
    return _Reading(files, tuple(each for each in said if each.text), copied[0]).returned(print_[1], copied[1])


def _lines(read: Reading) -> tuple[list[Key], list[Key]]:
    """The paragraphs that say anything, up to the execution, and from there on."""
    found = [(name, line.text) for name, line in read.lines if line.text]
    at = next((at for at, (name, _) in enumerate(found) if name == Style.EXECUTION_HEADING.value), len(found))
    return found[:at], found[at:]


@dataclass
class _Reading:
    files: Sequence[SourceFile]
    said: Sequence[Spoken]
    copy: Sequence[Key]
    proposals: list[Proposal] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.outlines: dict[str, Outline] = {source.path: outline(source.data) for source in self.files}
        self.homes = {name: path for path, units in self.outlines.items() for name in units if name != WHOLE}
        self.homes |= {str(source.data["id"]): source.path for source in self.files}
        self.of = {str(source.data["id"]): WHOLE for source in self.files}
        """The name by which a file's own values are changed."""

    def returned(self, print_: list[Key], copied: list[Key]) -> Returned:
        """Go through both, paragraph by paragraph."""
        pairs = aligned(self.copy, [(each.style, each.text) for each in self.said])
        gone = {there for here, there in pairs if here is None and there is not None}
        new = [here for here, there in pairs if there is None and here is not None]
        for here, there in pairs:
            if here is not None and there is not None:
                self._paired(self.said[there], *self.copy[here])
        placing = Placing(self.said, self.outlines, self.homes)
        for path, change, lines in placing.moved(gone, new, self.copy, pairs):
            words = " ".join(self.said[there].text for _, there in lines)
            self.proposals.append(Proposal(path, change.unit, Did.MOVED, words, words, (change,)))
            for here, there in lines:
                self._paired(self.said[there], *self.copy[here])
        self._removed(gone, placing)
        for path, name, made, words in placing.added(new, self.copy, pairs):
            if isinstance(made, str):
                self.unplaced.append(Unplaced(name, "", words, made))
            else:
                self.proposals.append(Proposal(path, name, Did.ADDED, "", words, (made,)))
        if print_ != copied:
            lost = [words for words in (each[1] for each in copied) if words not in {each[1] for each in print_}]
            why = "the execution, or what follows it, was changed; change it in the file"
            self.unplaced.append(Unplaced("", "", " / ".join(lost), why))
        return Returned(tuple(self.proposals), tuple(self.unplaced))

    def _paired(self, was: Spoken, style: str, now: str) -> None:
        """A paragraph that stands in both."""
        if style != was.style:
            self.unplaced.append(Unplaced(was.unit, was.text, now, RESTYLED))
        if was.text == now:
            return
        try:
            self.proposals += self._placed(was, now)
        except UnplacedError as error:
            self.unplaced.append(Unplaced(was.unit, was.text, now, str(error)))

    def _placed(self, was: Spoken, now: str) -> Iterator[Proposal]:
        if was.origin is None:
            raise UnplacedError(COUNTED)
        stretches = parts(was.runs, was.origin.field)
        by_field: dict[str, list[Edit]] = defaultdict(list)
        by_value: dict[Part, list[Edit]] = defaultdict(list)
        for edit in edits(was.text, now):
            if _is_counted(edit, stretches):
                # A number that the print puts in: right where it follows from the other proposals, which is seen later.
                self.unplaced.append(Unplaced(was.unit, was.text, now, COUNTED))
                continue
            value = next(
                (p for p in stretches if isinstance(p.run, Value) and p.start <= edit.start < edit.end <= p.end), None
            )
            if value is not None:
                by_value[value].append(edit)
            else:
                by_field[assigned(edit, stretches)].append(edit)
        found = [self._fact(part, made, was.text) for part, made in by_value.items()]
        for name, made in by_field.items():
            found.append(self._field(was, name, made, stretches, now))
        yield from found

    def _field(self, was: Spoken, name: str, made: list[Edit], stretches: list[Part], now: str) -> Proposal:
        origin = was.origin
        if origin is None or origin.id not in self.homes:
            raise UnplacedError("it stands in no field of the agreement")
        path = self.homes[origin.id]
        keys = tuple(int(key) if key.isdigit() else key for key in name.split("."))
        unit, value, rule = self._value(path, origin.id, keys)
        if isinstance(value, str) and is_prose(rule):
            nth = origin.nth if name == origin.field else 1
            new: Any = rewritten(value, nth, stretches, made, name)
            did = Did.REWORDED
        else:
            new = typed(value, _shown(was.text, stretches, made, name), rule)
            did = Did.REWORDED if isinstance(value, str) else Did.CHANGED
        if new == "":
            raise UnplacedError("nothing would be left of it; take the whole clause out")
        return Proposal(path, origin.id, did, was.text, now, (FieldSet(self.of.get(origin.id, unit.name), keys, new),))

    def _fact(self, part: Part, made: list[Edit], text: str) -> Proposal:
        """A value that the print looked up was changed: the fact itself is."""
        run = part.run
        if not isinstance(run, Value):
            raise UnplacedError("it is no value")
        main = self.files[0]
        words = _applied(
            text[part.start : part.end], [Edit(e.start - part.start, e.end - part.start, e.words) for e in made]
        )
        first, *rest = run.path.split(".")
        owner = rest[0] if first == "parties" and rest else str(main.data["id"])
        keys: Keys = tuple(rest[1:]) if first == "parties" and rest else (first, *rest)
        unit, value, rule = self._value(main.path, owner, keys)
        new = typed(value, words, rule)
        name = self.of.get(owner, unit.name)
        return Proposal(main.path, run.path, Did.CHANGED, run.shown, words, (FieldSet(name, keys, new),))

    def _value(self, path: str, identity: str, keys: Keys) -> tuple[Unit, Any, Schema]:
        """The unit, the value at a path in it, and the rule of that value."""
        source = next(source for source in self.files if source.path == path)
        unit = self.outlines[path][self.of.get(identity, identity)]
        value: Any = unit.node
        for key in keys:
            try:
                value = value[key]
            except (KeyError, IndexError, TypeError) as error:
                raise UnplacedError("it stands in no field of the agreement") from error
        return unit, value, rule_at(rule_of(source.data), (*unit.keys, *keys))

    def _removed(self, gone: set[int], placing: Placing) -> None:
        if not gone:
            return
        lines = placing.lines
        whole: set[str] = set()
        for path, units in self.outlines.items():
            for name, unit in units.items():
                if name == WHOLE or unit.parent in whole:
                    whole |= {name} if unit.parent in whole else set()
                    continue
                mine = [at for inner in below(units, name) for at in lines.get(inner, ())]
                if mine and lines.get(name) and all(at in gone for at in mine):
                    whole.add(name)
                    words = " ".join(self.said[at].text for at in mine)
                    self.proposals.append(Proposal(path, name, Did.REMOVED, words, "", (UnitRemoved(name),)))
        for at in sorted(gone):
            each = self.said[at]
            if each.unit not in whole:
                self._line_gone(each)

    def _line_gone(self, each: Spoken) -> None:
        """A paragraph that went while its clause stays."""
        try:
            origin = each.origin
            if origin is None or origin.id not in self.homes:
                raise UnplacedError("a line that the print puts in was taken out")
            path, keys = self.homes[origin.id], (origin.field,)
            unit, value, rule = self._value(path, origin.id, keys)
            if not isinstance(value, str) or not is_prose(rule):
                raise UnplacedError("a value was taken out; change it in the file")
            paragraphs = PARAGRAPH.split(value.strip())
            del paragraphs[origin.nth - 1]
            name = self.of.get(origin.id, unit.name)
            change = FieldSet(name, keys, "\n\n".join(paragraphs)) if paragraphs else FieldRemoved(name, keys)
            self.proposals.append(Proposal(path, origin.id, Did.REMOVED, each.text, "", (change,)))
        except UnplacedError as error:
            self.unplaced.append(Unplaced(each.unit, each.text, "", str(error)))


def _is_counted(edit: Edit, stretches: Sequence[Part]) -> bool:
    """Whether an edit changes nothing but references and what the print puts in."""
    touched = [part for part in stretches if part.start < edit.end and edit.start < part.end]
    return bool(touched) and all(isinstance(part.run, Reference) or part.field is None for part in touched)


def _shown(text: str, stretches: Sequence[Part], made: Sequence[Edit], name: str) -> str:
    """The printed words of one field after edits."""
    own = [part for part in stretches if part.field == name]
    start, end = own[0].start, own[-1].end
    return _applied(text[start:end], [Edit(edit.start - start, edit.end - start, edit.words) for edit in made])


def _applied(words: str, made: Sequence[Edit]) -> str:
    for edit in sorted(made, key=lambda each: each.start, reverse=True):
        words = words[: max(edit.start, 0)] + edit.words + words[edit.end :]
    return words


def differences(document: Document, copy: Reading) -> tuple[tuple[str, str], ...]:
    """What a print would still say otherwise than a copy, numbers of references apart: the words of each paragraph."""
    said = [each for each in spoken(document) if each.text]
    copied, _ = _lines(copy)
    found = []
    for here, there in aligned(copied, [(each.style, each.text) for each in said]):
        one = copied[here][1] if here is not None else ""
        other = said[there] if there is not None else None
        if other is None or here is None or not _only_numbers(other, one):
            found.append((other.text if other else "", one))
    return tuple(found)


def _only_numbers(was: Spoken, now: str) -> bool:
    """Whether two paragraphs differ in the numbers of references, or of tables, alone."""
    if was.text == now:
        return True
    stretches = parts(was.runs, was.origin.field if was.origin else "")
    live = [p for p in stretches if isinstance(p.run, Reference) or p.field is None]
    return all(any(p.start <= edit.start and edit.end <= p.end for p in live) for edit in edits(was.text, now))
