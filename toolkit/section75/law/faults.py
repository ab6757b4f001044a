"""What is wrong with a file of law that its schema allows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from section75.model import Law, LawEntry
from section75.value import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, and where in the file."""

    keys: tuple[str | int, ...]
    message: str
    hint: str


def faults(law: Law, others: Sequence[Law]) -> Iterator[Fault]:
    """Dates that overlap, ids given twice, and successors that no file knows. `others` are the files beside it."""
    known = {entry.id for each in (law, *others) for entry in each.entries}
    seen: dict[str, int] = {}
    for index, entry in enumerate(law.entries):
        at = ("entries", index)
        if entry.id in seen:
            yield Fault((*at, "id"), f'the id "{entry.id}" is given twice', "give this entry another id")
        seen[entry.id] = index
        if entry.from_ and entry.to and entry.to < entry.from_:
            yield Fault((*at, "to"), f"{entry.name} ends before it begins", "check the two dates")
        if entry.not_in_force and (entry.from_ or entry.to):
            yield Fault((*at, "not_in_force"), f"{entry.name} has dates and is not in force", "leave one of them out")
        for position, after in enumerate(entry.followed_by):
            if after not in known:
                hint = "name the id of an entry"
                yield Fault((*at, "followed_by", position), f'there is no entry "{after}" that could follow', hint)
    yield from _overlaps(law)


def _overlaps(law: Law) -> Iterator[Fault]:
    """The same words may name one thing after another, but not two at once."""
    by_words: dict[str, list[tuple[int, LawEntry]]] = {}
    for index, entry in enumerate(law.entries):
        for words in entry.words:
            by_words.setdefault(words, []).append((index, entry))
    for words, found in by_words.items():
        for at, (index, entry) in enumerate(found):
            for _, earlier in found[:at]:
                if _overlap(earlier, entry):
                    said = f'"{words}" names {earlier.name} and {entry.name} on the same days'
                    yield Fault(("entries", index, "words"), said, "correct the dates, or give one of them other words")


def _overlap(one: LawEntry, other: LawEntry) -> bool:
    return (not one.to or other.from_ <= one.to) and (not other.to or one.from_ <= other.to)
