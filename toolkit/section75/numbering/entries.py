"""What can be cited, its number, and the words of a reference to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from section75.numbering.number import Beginning, Number, Position
from section75.value import dataclass

Series = tuple[str, str, Number]
"""A list in which things are counted: their noun, the id of what holds them, and the number above their own."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The number of one thing that can be cited."""

    id: str
    noun: str
    """clause, paragraph, recital, Schedule, Part, Appendix, Table, row, term, party or execution."""
    label: str
    """As printed at the thing itself, e.g. (a)."""
    full: str
    """As cited, e.g. 12.3(a)."""
    within: str = ""
    """Id of the schedule, Part, appendix or table that holds it."""
    number: Number | None = None
    """The number itself; None for a thing that is cited by its words alone, such as a term."""
    beginning: Beginning | None = None
    """Where its list begins, if not with the first thing in it: at 14A, or after a gap."""

    @property
    def series(self) -> Series:
        """The list that it counts in: what it is called, what holds it, and the number above its own."""
        return self.noun, self.within, self.number.above if self.number else Number(())


@dataclass(frozen=True, slots=True)
class Live:
    """The part of a reference that follows its target: a field in Word, a link in HTML."""

    target: str
    shown: str
    form: str
    """number (alone), full (with the levels above it) or words (those of the target)."""


Piece = str | Live

FORMS = {
    "clause": "full",
    "paragraph": "full",
    "recital": "number",
    "Schedule": "number",
    "Part": "number",
    "Appendix": "number",
    "Table": "words",
    "row": "words",
    "term": "words",
}
"""How the live part of a reference to each noun follows its target."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """Every number of an agreement, by id."""

    entries: dict[str, Entry]
    spent: Mapping[Series, frozenset[Position]] = field(default_factory=dict)
    """For a version whose numbers were held: numbers that something had once and nothing has now."""

    def __getitem__(self, target: str) -> Entry:
        return self.entries[target]

    def __contains__(self, target: object) -> bool:
        return target in self.entries

    def cite(self, target: str, at: str) -> tuple[Piece, ...]:
        """The words of a reference to `target` from within the thing `at` (an id, or "" for the agreement's clauses).

        "clause 12.3"; "paragraph 4 of Part A of Schedule 2"; "paragraph 4" from inside it. Raises KeyError where
        there is nothing of that id to cite.
        """
        entry = self.entries[target]
        pieces = list(_own_pieces(entry))
        around = set(self._chain(at))
        within = entry.within
        while within and within not in around:
            pieces += [" of ", *_own_pieces(self.entries[within])]
            within = self.entries[within].within
        return tuple(pieces)

    def in_words(self) -> dict[str, str]:
        """How everything that can be cited is cited from outside, by id: "paragraph 4 of Schedule 2"."""
        return {
            target: "".join(piece.shown if isinstance(piece, Live) else piece for piece in self.cite(target, ""))
            for target in self.entries
        }

    def _chain(self, at: str) -> Iterator[str]:
        while at in self.entries:
            yield at
            at = self.entries[at].within


def _own_pieces(entry: Entry) -> tuple[Piece, ...]:
    """The words for one thing, without what holds it."""
    live = Live(entry.id, entry.full, FORMS.get(entry.noun, ""))
    match entry.noun:
        case "clause" | "paragraph" | "recital" | "Table" | "row":
            return (f"{entry.noun} ", live)
        case "Schedule" | "Part" | "Appendix":
            return (live,)
        case "term":
            return ("the definition of \u201c", live, "\u201d")
        case "execution":
            return (f"the execution by {entry.full}",)
    return (entry.full,)
