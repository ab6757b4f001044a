"""Two versions into the instructions that lead from the executed one to the other.

Numbers are held, so that a thing is the same in both where it is cited alike. A thing that moved has a new number; the
deed deletes it in one place and inserts it in the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from section75.document import Document, Paragraph, Style
from section75.numbering import NOT_USED
from section75.numbering.rising import longest_rising
from section75.value import dataclass
from section75.variation.instructions import Delete, Insert, Instruction, NoFormError, Reword, Substitute
from section75.variation.pieces import Piece, ends, pieces
from section75.variation.rewording import rewordings

WHOLE = 0.6
"""Share of a thing's characters that changed above which it is replaced whole, with all that stands below it."""
FEWEST = 3
"""Pieces of which a thing consists before it is worth replacing whole."""


def compiled(old: Document, new: Document) -> tuple[Instruction, ...]:
    """The instructions, in the order of the agreement; none where no word and no number differs.

    Raises `NoFormError` for a change that a deed has no words for.
    """
    before, after = pieces(old), pieces(new)
    for found in (before, after):
        _named_once(found)
    return _Compiling(before, after).instructions()


def _named_once(found: Sequence[Piece]) -> None:
    seen: set[str] = set()
    for piece in found:
        if piece.address in seen:
            raise NoFormError(f"two things are called {piece.address}", "a deed could not tell them apart")
        seen.add(piece.address)


@dataclass(frozen=True)
class _Compiling:
    """Both versions, and what the instructions so far have dealt with."""

    old: tuple[Piece, ...]
    new: tuple[Piece, ...]

    def instructions(self) -> tuple[Instruction, ...]:
        done = _Done(set(), {}, set())
        found = [*self._deletions_with_number(done), *self._wholes(done), *self._changes(done)]
        found += [*self._deletions(done), *self._insertions(done)]
        return tuple(instruction for _, instruction in sorted(found, key=lambda placed: placed[0]))

    @cached_property
    def kept(self) -> dict[int, int]:
        """What stands in both and in the same order: index in the old version to index in the new one."""
        at = {piece.address: index for index, piece in enumerate(self.new)}
        both = [(index, at[piece.address]) for index, piece in enumerate(self.old) if piece.address in at]
        return dict(both[i] for i in longest_rising([there for _, there in both]))

    @cached_property
    def stood(self) -> dict[int, int]:
        """The same the other way round."""
        return {there: here for here, there in self.kept.items()}

    @cached_property
    def old_ends(self) -> list[int]:
        return ends(self.old)

    @cached_property
    def new_ends(self) -> list[int]:
        return ends(self.new)

    def _place(self, index: int) -> float:
        """Where something of the old version stands among what is new."""
        if index in self.kept:
            return self.kept[index]
        before = [self.kept[i] for i in range(index) if i in self.kept]
        return (max(before) if before else -1) + 0.5

    def _deletions_with_number(self, done: _Done) -> Iterator[tuple[float, Instruction]]:
        for here, there in self.kept.items():
            below = range(here + 1, self.old_ends[here])
            goes = self.new[there].words == NOT_USED != self.old[here].words
            if goes and not any(index in self.kept for index in below):
                done.take(range(here, self.old_ends[here]), {there: self.old_ends[here]})
                yield there, Delete(self.old[here].address, keeps_number=True)

    def _wholes(self, done: _Done) -> Iterator[tuple[float, Instruction]]:
        for here, there in self.kept.items():
            end, last = self.old_ends[here], self.new_ends[there]
            if here in done.old or not self.old[here].is_unit or end - here < FEWEST:
                continue
            inside = [self.kept[i] for i in range(here, end) if i in self.kept]
            if sorted(inside) != sorted(j for j in range(there, last) if j in self.stood):
                continue
            if self._changed(here, end, there, last) > WHOLE and not done.old.intersection(range(here, end)):
                done.take(range(here, end), dict.fromkeys(range(there, last), end))
                yield there, Substitute(self.old[here].address, self.new[there:last])

    def _changed(self, here: int, end: int, there: int, last: int) -> float:
        """The share of the words of a thing that is not the same in both versions."""
        whole = sum(len(p.words) for p in (*self.old[here:end], *self.new[there:last]))
        kept = ((self.old[i], self.new[self.kept[i]]) for i in range(here, end) if i in self.kept)
        same = sum(_same(before, after) for before, after in kept)
        return 1 - same / max(whole, 1)

    def _changes(self, done: _Done) -> Iterator[tuple[float, Instruction]]:
        for here, there in self.kept.items():
            before, after = self.old[here], self.new[there]
            if here in done.old or before.words == after.words:
                continue
            address = self._of_paragraph(here)
            alike = isinstance(before.block, Paragraph) and isinstance(after.block, Paragraph)
            pairs = rewordings(before.words, after.words) if alike else ()
            for nth, (old, new) in enumerate(pairs):
                yield there + nth / 100, Reword(address, old, new)
            if not pairs:
                yield there, Substitute(address, (after,))

    def _deletions(self, done: _Done) -> Iterator[tuple[float, Instruction]]:
        for index in range(len(self.old)):
            if index in done.old or index in self.kept:
                continue
            whole = range(index, self.old_ends[index])
            free = not any(i in self.kept or i in done.old for i in whole)
            done.take(whole if free else range(index, index + 1), {})
            yield self._place(index), Delete(self.old[index].address if free else self._of_paragraph(index))

    def _of_paragraph(self, index: int) -> str:
        """The address of a paragraph alone, where something stands below it."""
        piece = self.old[index]
        return piece.own if piece.own and self.old_ends[index] > index + 1 else piece.address

    def _insertions(self, done: _Done) -> Iterator[tuple[float, Instruction]]:
        index = 0
        while index < len(self.new):
            first = index
            while index < len(self.new) and index not in self.stood and index not in done.new:
                index += 1
            if index > first:
                yield first, self._insertion(first, index, done)
            index += 1

    def _insertion(self, first: int, behind: int, done: _Done) -> Insert:
        """What is put in, after something that it follows or before something that follows it."""
        start = self._boundary(first - 1, done)
        after = next((self.stood[j] for j in range(behind, len(self.new)) if j in self.stood), len(self.old))
        put_in, depth = self.new[first:behind], self.new[first].depth
        there = [i for i in range(start) if self.old_ends[i] in range(start, after + 1) and self._may_name(i, done)]
        for index in sorted(there, key=lambda i: abs(self.old[i].depth - depth)):
            if self.old[index].is_unit and self.old[index].depth == depth and not _is_part_heading(self.old[index]):
                return Insert(self.old[index].address, put_in)
        if after < len(self.old) and self.old[after].depth == depth and self._may_name(after, done):
            return Insert(self.old[after].address, put_in, before=True)
        if start and self._may_name(start - 1, done):
            return Insert(self._of_paragraph(start - 1), put_in)
        if after < len(self.old) and self._may_name(after, done):
            return Insert(self.old[after].address, put_in, before=True)
        raise NoFormError(f"nothing stands beside what is put in: {put_in[0].words[:60]}", "please tell us")

    def _may_name(self, index: int, done: _Done) -> bool:
        """Whether an instruction may name it as the place of another: it stays, or is replaced or deleted as named."""
        return index in self.kept and (index not in done.old or index in done.tops)

    def _boundary(self, index: int, done: _Done) -> int:
        """Where, in the old version, what stands behind something of the new one begins."""
        if index < 0:
            return 0
        return done.new[index] if index in done.new else self.stood[index] + 1


def _same(before: Piece, after: Piece) -> int:
    """The characters that one thing has in both versions, counted in each."""
    both = len(before.words) + len(after.words)
    if before.words == after.words:
        return both
    pairs = rewordings(before.words, after.words)
    return both - sum(len(old) + len(new) for old, new in pairs) if pairs else 0


def _is_part_heading(piece: Piece) -> bool:
    """Whether it is a heading such as "Agreed terms", which a Schedule does not follow though it is as deep."""
    return isinstance(piece.block, Paragraph) and piece.block.style is Style.DEED_HEADING


@dataclass(frozen=True)
class _Done:
    """What instructions have dealt with."""

    old: set[int]
    new: dict[int, int]
    """Index in the new version, and where in the old one what follows it begins."""
    tops: set[int]
    """In the old version the first piece of each range that one instruction deals with."""

    def take(self, here: range, there: dict[int, int]) -> None:
        """Note that one instruction deals with a range of the old version and what it becomes."""
        self.old.update(here)
        self.new.update(there)
        self.tops.add(here[0])
