"""Where paragraphs that somebody put in, or moved, belong: after which clause, below which, in which list."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import field

from section75.document import Style
from section75.outline.changes import UnitAdded, UnitMoved
from section75.outline.units import WHOLE, Outline, Path, below
from section75.render.word.names import style_name
from section75.returning.aligned import Key, Pair
from section75.returning.rewriting import literal
from section75.returning.spoken import Spoken
from section75.value import dataclass

DEEPEST = 5
NUMBERED = {
    style_name(style, level): level for style in (Style.CLAUSE, Style.PARAGRAPH) for level in range(DEEPEST - 1, -1, -1)
}
"""Styles of numbered paragraphs, with their level."""
HEADINGS = {style_name(Style.CLAUSE_HEADING, 0), style_name(Style.PARAGRAPH_HEADING, 0)}
CLAUSES: Path = ("clauses",)
WORD = re.compile(r"[a-z0-9]+")
LONGEST_ID = 28
"""Characters, so that a number can be put behind."""
TABLE = "a row or a line of a table was put in; put it into the file"
OTHER = "it stands where no clause can be put in"


@dataclass
class _Spot:
    """The place behind a paragraph: in which file, after which unit, how deep."""

    path: str
    unit: str
    level: int


@dataclass
class Placing:
    """Finds the places in an agreement for what was put in."""

    said: Sequence[Spoken]
    outlines: Mapping[str, Outline]
    homes: Mapping[str, str]
    taken: set[str] = field(default_factory=set)
    used: set[int] = field(default_factory=set)
    """Paragraphs of the copy that are accounted for."""
    ends: dict[int, _Spot] = field(default_factory=dict)
    """The place behind the last paragraph of a unit that moved."""

    def __post_init__(self) -> None:
        self.levels = {each.unit: each.level for each in self.said if each.opens}
        self.taken = set(self.homes)
        self.lines = lines_by_unit(self.said)
        self.parents: dict[str, tuple[str, Path]] = {
            name: (unit.parent, unit.list) for units in self.outlines.values() for name, unit in units.items()
        }
        self.holders = {path: {(u.parent, u.list) for u in units.values()} for path, units in self.outlines.items()}

    def moved(
        self, gone: set[int], new: Sequence[int], copy: Sequence[Key], pairs: Sequence[Pair]
    ) -> Iterator[tuple[str, UnitMoved, list[tuple[int, int]]]]:
        """Units whose paragraphs went and stand elsewhere; what they take up is accounted for.

        Each with its file and its paragraphs, as places in the copy and in the print: some may have been edited too.
        """
        for start, length, path, name in sorted(self._whole_units(gone, new, copy)):
            span = range(start, start + length)
            spot = self._before(start, pairs)
            place = self._at(spot, self.levels.get(name, 0)) if spot is not None and spot.path == path else None
            if place is None or self.used.intersection(span):
                continue
            self.used |= set(span)
            self.ends[span[-1]] = _Spot(path, name, self.levels.get(name, 0))
            mine = self._mine(path, name)
            gone.difference_update(mine)
            yield path, UnitMoved(name, *place), list(zip(span, mine, strict=True))

    def _whole_units(
        self, gone: set[int], new: Sequence[int], copy: Sequence[Key]
    ) -> Iterator[tuple[int, int, str, str]]:
        """Units that went and stand elsewhere: where in the copy, of how many paragraphs, in which file."""
        stands = set(new)
        for path, units in self.outlines.items() if gone and new else ():
            for name in units:
                if name == WHOLE or not gone.issuperset(self.lines.get(name, (-1,))):
                    continue
                mine = self._mine(path, name)
                if self.said[mine[0]].opens and gone.issuperset(mine):
                    spans = (range(at, at + len(mine)) for at in new)
                    starts = (span[0] for span in spans if stands.issuperset(span) and self._is_it(span, mine, copy))
                    yield from ((at, len(mine), path, name) for at in starts)

    def _is_it(self, span: Sequence[int], mine: Sequence[int], copy: Sequence[Key]) -> bool:
        """Whether paragraphs of a copy are those of a unit: of the same styles, at least half of them as they were."""
        pairs = [(copy[here], self.said[there]) for here, there in zip(span, mine, strict=True)]
        same = sum(words == was.text for (_, words), was in pairs)
        return same * 2 >= len(pairs) and all(style == was.style for (style, _), was in pairs)

    def _mine(self, path: str, name: str) -> list[int]:
        """The paragraphs of a unit with all that it holds."""
        return sorted(at for inner in below(self.outlines[path], name) for at in self.lines.get(inner, ()))

    def added(
        self, new: Sequence[int], copy: Sequence[Key], pairs: Sequence[Pair]
    ) -> Iterator[tuple[str, str, UnitAdded | str, str]]:
        """For each paragraph that was put in, its file, its unit and the change that does it, or why there is none.

        Where there is none, the unit is that behind which it stands.
        """
        spot: _Spot | None = None
        last = -2
        for at in (each for each in new if each not in self.used):
            style, words = copy[at]
            spot = spot if at == last + 1 and spot is not None else self._before(at, pairs)
            last = at
            level = 0 if style in HEADINGS else NUMBERED.get(style)
            place = self._at(spot, level) if spot is not None and level is not None else None
            if spot is None or level is None or place is None:
                near = self._last(at, pairs, self.homes)
                yield "", near, TABLE if style.startswith("Table") else OTHER, words
                continue
            name = self._id(words)
            value = {"id": name, "heading" if style in HEADINGS else "text": literal(words)}
            self.levels[name], self.parents[name] = level, (place[0], place[1])
            path = spot.path
            spot = _Spot(path, name, level)
            yield path, name, UnitAdded(*place, value), words

    def _before(self, at: int, pairs: Sequence[Pair]) -> _Spot | None:
        """The place behind the last numbered paragraph that stands before one of the copy; a table belongs to it."""
        if at - 1 in self.ends:
            return self.ends[at - 1]
        name = self._last(at, pairs, self.levels)
        path = self.homes.get(name)
        return _Spot(path, name, self.levels[name]) if path else None

    def _last(self, at: int, pairs: Sequence[Pair], among: Container[str]) -> str:
        """The last of some units that has a paragraph before one of the copy; "" for none."""
        found = ""
        for here, there in pairs:
            if here == at:
                break
            if there is not None and here is not None and self.said[there].unit in among:
                found = self.said[there].unit
        return found

    def _at(self, spot: _Spot, level: int) -> tuple[str, Path, str] | None:
        """Parent, list and neighbour for a unit of a level behind a place."""
        if self.parents.get(spot.unit, (WHOLE, ()))[1][-1:] != CLAUSES:
            # Behind the title of a schedule or of a part.
            name = spot.unit if spot.unit in self.parents else WHOLE
            is_holder = (name, CLAUSES) in self.holders[spot.path]
            return (name, CLAUSES, "") if level == 0 and is_holder else None
        if level > spot.level:
            return (spot.unit, CLAUSES, "") if level == spot.level + 1 else None
        name, depth = spot.unit, spot.level
        while depth > level:
            name = self.parents[name][0]
            if name == WHOLE or name not in self.levels:
                return None
            depth = self.levels[name]
        parent, where = self.parents[name]
        return (parent, where, name) if where[-1:] == CLAUSES and depth == level else None

    def _id(self, words: str) -> str:
        """An id from the first words, that nothing else has."""
        name = "-".join(WORD.findall(words.lower())[:4])[:LONGEST_ID].strip("-")
        name = name if name[:1].isalpha() else f"new-{name}".strip("-")
        found, number = name, 2
        while found in self.taken:
            found, number = f"{name}-{number}", number + 1
        self.taken.add(found)
        return found


def lines_by_unit(said: Sequence[Spoken]) -> dict[str, list[int]]:
    """The paragraphs of each unit, by their places."""
    found: dict[str, list[int]] = defaultdict(list)
    for at, each in enumerate(said):
        found[each.unit].append(at)
    return found
