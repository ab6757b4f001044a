"""A number as a value: 14, 14A, 14.2(a). How it is written, and which of two comes first.

Numbers are put in between others as the Office of the Parliamentary Counsel does it (Drafting Guidance, 6.4), since
that is what lawyers read: 14A and 14B follow 14; 14ZA stands between 14 and 14A, and 14AA between 14A and 14B; A1
stands before 1. Letters get a letter after them: (aa) follows (a) and (za) stands before (a). 14Z1 follows 14Z, as in
section 14Z1 of the National Health Service Act 2006.
"""

from __future__ import annotations

from typing import NamedTuple

from section75.numbering.labels import Form, letters, written_as
from section75.value import dataclass


class Position(NamedTuple):
    """A place in one list. Places sort as they stand in the list."""

    whole: int
    """From 1; 0 for what was put in before the first."""
    put_in: tuple[int, ...] = ()
    """Letters after it, for what was put in later: 1 is A, and 0 is the Z that leads to a place before A."""

    def written(self, form: Form) -> str:
        """The place as its list writes it: 14A, (aa) without its brackets, A1."""
        if self.whole and not self.put_in:
            return written_as(self.whole, form)
        before, count, after = self.parts(form)
        return f"{before}{written_as(count, form)}{after}"

    def parts(self, form: Form) -> tuple[str, int, str]:
        """What stands before the count, the count, and what stands after it: for 14A nothing, 14 and A."""
        added = "".join(map(_letter, self.put_in))
        if form in (Form.LOWER, Form.ROMAN):
            added = added.lower()
        if self.whole:
            return "", self.whole, added
        # Before the first: A1 and (ai), but (za), since (aa) would stand behind (a).
        return ("", LAST_LETTER, added) if form in (Form.LOWER, Form.UPPER) else (added, 1, "")


LAST_LETTER = 26


def _letter(place: int) -> str:
    if place == 0:
        return "Z"
    return letters(place).upper() if place <= 26 else f"Z{place - 26}"


LEVELS = (Form.DECIMAL, Form.DECIMAL, Form.LOWER, Form.ROMAN, Form.UPPER)
"""How clauses are counted at each level: 1, 1.1, (a), (i), (A)."""
DEEPEST = len(LEVELS)


@dataclass(frozen=True, slots=True, order=True)
class Number:
    """The places of a thing at each level, from the top: 14A.1 is 14A and 1."""

    positions: tuple[Position, ...]

    @classmethod
    def of(cls, *counts: int) -> Number:
        """A number without letters: `Number.of(12, 3)` is 12.3."""
        return cls(tuple(Position(count) for count in counts))

    @property
    def above(self) -> Number:
        """The number without its last level."""
        return Number(self.positions[:-1])

    def below(self, position: Position) -> Number:
        """The number one level further down."""
        return Number((*self.positions, position))

    @property
    def exact(self) -> str:
        """The places as figures, so that no two read alike: 14A.3(a) is `14+1.3.1`, and A1 is `0+1`."""
        return ".".join("+".join(map(str, (place.whole, *place.put_in))) for place in self.positions)

    @classmethod
    def read(cls, exact: str) -> Number:
        """The number that `exact` wrote. Raises ValueError for anything else."""
        places = [[int(figure) for figure in place.split("+")] for place in exact.split(".")]
        return cls(tuple(Position(whole, tuple(put_in)) for whole, *put_in in places))

    @property
    def label(self) -> str:
        """As printed at a clause: its own level alone, save that the second level shows the first."""
        depth, last = len(self.positions), self.positions[-1]
        shown = last.written(level_form(depth - 1))
        if depth == 1:
            return shown
        return f"{self.positions[0].written(LEVELS[0])}.{shown}" if depth == 2 else f"({shown})"

    @property
    def full(self) -> str:
        """As a clause is cited, e.g. 14A.3(a)(i)."""
        label = self.label
        return label if len(self.positions) <= 2 else self.above.full + label


def level_form(level: int) -> Form:
    """How a level, from 0, is counted. Levels too deep for a form of their own count as the deepest does."""
    return LEVELS[min(level, DEEPEST - 1)]


@dataclass(frozen=True, slots=True)
class Beginning:
    """Where counting begins afresh, because counting on would not give the number."""

    id: str
    """Of the thing whose number it is."""
    level: int
    """Its level in its list, from 0."""
    number: Number
    """Its number. Where that has fewer places than the list has levels, they are those of the last levels."""


@dataclass
class Count:
    """One level of a list as a word processor counts it: one on from the thing before."""

    level: int
    beginning: Beginning | None = None
    """Where the list begins that is counted on; None for the list from its first thing."""
    next: int = 1

    def beginning_of(self, identity: str, number: Number) -> Beginning | None:
        """Where the list of the next thing begins. What was put in is counted apart from what stands around it."""
        place = number.positions[-1]
        if place.put_in:
            return Beginning(identity, self.level, number)
        if place.whole != self.next:
            self.beginning = Beginning(identity, self.level, number)
        self.next = place.whole + 1
        return self.beginning
