"""The changes as a list for people: where, what it was, what it is now, and what it is about.

Every change comes from the marks of the one comparison: whatever a redline marks is listed, and whatever is listed as
tracked is marked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from section75.compare import words
from section75.compare.departure import FRONT, Departure
from section75.compare.kind import Kind, Kinds, of_substance
from section75.compare.marked import Comparison, MarkedBlock, MarkedRun, MarkedRuns, Verdict, edited, side
from section75.compare.places import Part, Place, marked_places
from section75.compare.structure import Structure, structure
from section75.compare.table_changes import Told, formatted, told_in_table
from section75.compare.unprinted import front_departures
from section75.compare.vocabulary import NO_VOCABULARY, Vocabulary
from section75.document import Block, Execution, Mark, Paragraph, Style, Table, Text, words_of

__all__ = ["FRONT", "Departure", "departures"]

BESIDE = {"closing": " (closing words)", "lead_officer": " (lead officer)"}
"""Fields of a clause that are told apart from its text."""
TITLED = (Style.SCHEDULE_HEADING, Style.PART_HEADING, Style.APPENDIX_HEADING)
"""What is told by its title and its size alone; the words stand in the redline."""
PLAIN = ((Verdict.EDITED,), (Verdict.RETITLED,))
"""Verdicts of a change that may appear administrative."""
UNSPOKEN = (Kind.OTHER, Kind.ADMINISTRATIVE)
"""Kinds that stand alone."""
NO_CHANGE = (Verdict.UNCHANGED, Verdict.RENUMBERED)


def departures(
    comparison: Comparison,
    old_names: Mapping[str, str],
    new_names: Mapping[str, str],
    vocabulary: Vocabulary | None = NO_VOCABULARY,
) -> tuple[Departure, ...]:
    """Every change, in the order of the new version. The names say how each id is cited on either side.

    The vocabulary holds the terms and names of both, by which the kinds of a change are told; None leaves the kinds
    out, which take most of the time and are not wanted for counting.
    """
    counting = vocabulary is None  # what is on the front sheet is not tracked
    front = () if counting else tuple(front_departures(comparison.old.front, comparison.new.front))
    return (*front, *_Telling(comparison, old_names, new_names, vocabulary).told())


@dataclass
class _Telling:
    """The marks of a comparison on their way to a list."""

    comparison: Comparison
    old_names: Mapping[str, str]
    new_names: Mapping[str, str]
    vocabulary: Vocabulary | None
    structure: Structure = field(init=False)
    together: dict[int, list[int]] = field(init=False)
    marked: dict[int, list[Place]] = field(init=False)
    names: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.names = {**self.old_names, **self.new_names}
        self.structure = structure(self.comparison)
        self.together = self.structure.together()
        places = defaultdict[int, list[Place]](list)
        for place in marked_places(self.comparison):
            places[place.block].append(place)
        self.marked = dict(places)

    def told(self) -> Iterator[Departure]:
        """The changes, block by block."""
        halves = set(self.structure.stood.values())
        for at, block in enumerate(self.comparison.blocks):
            if at not in self.marked or at in halves:
                continue
            if at in self.structure.with_:
                yield from self._inside(at, block)
            elif block.old is None or block.new is None or block.move:
                yield self._whole(at, block)
                yield from self._inside(at, block)
            else:
                yield from self._here(at, block)

    def _whole(self, at: int, block: MarkedBlock) -> Departure:
        """A block that is added, removed or moved, with all that is told with it."""
        here = block.new or block.old
        assert here is not None  # noqa: S101 -- one of the two sides is always there
        members = [at, *self.together.get(at, ())]
        blocks = [self.comparison.blocks[each] for each in members]
        places = [Place(each, Part.WHOLE) for each in members]
        notes = [f"with {_size(blocks[1:])}"] if len(blocks) > 1 else [_rows(here)] if isinstance(here, Table) else []
        verdicts = tuple(verdict for verdict in block.verdicts if verdict not in NO_CHANGE)
        if block.move and block.old is not None:
            places += [Place(self.structure.stood[each], Part.WHOLE) for each in members]
            places += [place for each in members[1:] for place in self._beside(each) if self._only_level(each)]
            was = self.old_names.get(_unit(block.old), "")
            notes.insert(0, f"was {was}" if was and was != self.new_names.get(_unit(here)) else "from another place")
            own = isinstance(here, Paragraph)
            places += self._beside(at) if own else []
            verdicts = verdicts if own else (Verdict.MOVED,)
        runs = self._said_whole(block, here, blocks)
        was, now = _sides(runs)
        content = " ".join(filter(None, (_said(each.new or each.old) for each in blocks)))
        if block.move:
            kinds = of_substance(_kinds(runs, self.vocabulary))
        else:
            both = ("", content) if block.old is None else (content, "")
            kinds = of_substance(_kinds_of_words(*both, self.vocabulary))
        note = "; ".join(filter(None, notes))
        return self._departure(at, here, was, now, verdicts, kinds, runs, tuple(places), note=note)

    def _said_whole(self, block: MarkedBlock, here: Block, blocks: list[MarkedBlock]) -> MarkedRuns:
        mark = Mark.KEPT if block.move else Mark.ADDED if block.old is None else Mark.REMOVED
        if isinstance(here, Paragraph):
            own = block.runs or tuple(MarkedRun(run, mark) for run in here.runs)
            if here.style in TITLED or block.move or len(blocks) == 1:
                return own
            return (*own, *(MarkedRun(Text(f" {_numbered(each.new or each.old)}"), mark) for each in blocks[1:]))
        if isinstance(here, Table):
            return (MarkedRun(Text(f"Table {here.number}: {words_of(here.caption)}"), mark),)
        return (MarkedRun(Text(_said(here)), mark),)

    def _inside(self, at: int, block: MarkedBlock) -> Iterator[Departure]:
        """What was edited in a block that moved, besides that it moved."""
        if not block.move or block.new is None:
            return
        if isinstance(block.new, Table):
            yield from self._in_table(at, block)
        elif at in self.structure.with_ and not self._only_level(at) and (places := self._beside(at)):
            yield self._edited(at, block, tuple(places))

    def _beside(self, at: int) -> list[Place]:
        """What is marked at a block besides that it moved."""
        return [place for place in self.marked[at] if place.part is not Part.WHOLE]

    def _only_level(self, at: int) -> bool:
        """Whether a block moved and nothing but its level changed."""
        return [place.part for place in self._beside(at)] == [Part.FORM]

    def _here(self, at: int, block: MarkedBlock) -> Iterator[Departure]:
        """A block that stands in both versions at its place."""
        if isinstance(block.new, Table):
            yield from self._in_table(at, block)
        elif isinstance(block.new, Execution) and isinstance(block.old, Execution):
            runs = _execution(block)
            was, now = _sides(runs)
            kinds = _signing(_kinds(block.runs, self.vocabulary), block)
            yield self._departure(at, block.new, was, now, (Verdict.EDITED,), kinds, runs, tuple(self.marked[at]))
        else:
            places = [*self.marked[at], *(p for each in self.together.get(at, ()) for p in self.marked[each])]
            yield self._edited(at, block, tuple(places))

    def _edited(self, at: int, block: MarkedBlock, places: tuple[Place, ...]) -> Departure:
        """A paragraph whose words, emphasis or level changed."""
        assert block.new is not None  # noqa: S101 -- it stands in both
        only = formatted(block.runs)
        drop = (*NO_CHANGE, Verdict.MOVED, *((Verdict.EDITED, Verdict.RETITLED) if only else ()))
        verdicts = tuple(verdict for verdict in block.verdicts if verdict not in drop)
        runs = block.runs
        was, now = _sides(runs)
        kinds = _kinds(runs, self.vocabulary)
        kinds = of_substance(kinds) if only or Verdict.RENESTED in verdicts else kinds
        note = _emphasis(runs) if only else ""
        if members := self.together.get(at):
            note = "; ".join(filter(None, (note, f"with {_size([self.comparison.blocks[each] for each in members])}")))
        verdicts = ((Verdict.FORMATTED,) if only else ()) + verdicts
        return self._departure(at, block.new, was, now, verdicts, kinds, runs, places, note=note)

    def _in_table(self, at: int, block: MarkedBlock) -> Iterator[Departure]:
        """Every change within a table, called by its row and column."""
        table = block.new
        assert isinstance(table, Table)  # noqa: S101 -- the caller has seen to it
        cited = self._where(table, self.names)
        for told in told_in_table(block, self.comparison.targets):
            places = [Place(at, *place) for place in told.places]
            places += [Place(at, Part.WHOLE)] if block.whole and not block.move else []
            yield _in_table(table, cited, told, tuple(places), self.vocabulary)

    def _departure(
        self,
        at: int,
        here: Block,
        was: str,
        now: str,
        verdicts: tuple[Verdict, ...],
        kinds: Kinds,
        runs: MarkedRuns,
        places: tuple[Place, ...],
        note: str = "",
    ) -> Departure:
        block = self.comparison.blocks[at]
        names = self.old_names if block.new is None else self.names
        schedule = "" if isinstance(here, Execution) else here.schedule
        where = self._where(here, names)
        return Departure(
            _unit(here), where, was, now, verdicts, kinds, runs, block.likeness, schedule, note, places=places
        )

    def _where(self, block: Block, names: Mapping[str, str]) -> str:
        cited = names.get(_unit(block), "")
        if not cited:
            return _heading(block)
        beside = BESIDE.get(block.origin.field, "") if isinstance(block, Paragraph) else ""
        return cited[:1].upper() + cited[1:] + beside


def _in_table(
    table: Table, cited: str, told: Told, places: tuple[Place, ...], vocabulary: Vocabulary | None
) -> Departure:
    """One change in a table."""
    where = f"{cited} ({told.name})" if told.of_table else f"{told.name[:1].upper()}{told.name[1:]} ({cited})"
    was, now = _sides(told.runs)
    kinds = _kinds(told.runs, vocabulary)
    kinds = kinds if told.verdicts in PLAIN else of_substance(kinds)
    note = "; ".join(filter(None, (told.note, _emphasis(told.runs) if Verdict.FORMATTED in told.verdicts else "")))
    where_table = "" if told.of_table else cited
    about = (told.verdicts, kinds, told.runs, told.likeness, table.schedule, note, where_table, places)
    return Departure(told.id or table.id, where, was, now, *about)


def _kinds(runs: MarkedRuns, vocabulary: Vocabulary | None) -> Kinds:
    if vocabulary is None:
        return ()
    from section75.compare.kinds import kinds_of  # noqa: PLC0415 -- many patterns, which counting does not want

    return kinds_of(runs, vocabulary)


def _kinds_of_words(was: str, now: str, vocabulary: Vocabulary | None) -> Kinds:
    if vocabulary is None:
        return ()
    from section75.compare.kinds import kinds_of_words  # noqa: PLC0415 -- as above

    return kinds_of_words(was, now, vocabulary)


def _sides(runs: MarkedRuns) -> tuple[str, str]:
    """What was said and what is said now."""
    was, now = (words_of(side(runs, gone)) for gone in (Mark.ADDED, Mark.REMOVED))
    return was, now


def _signing(kinds: Kinds, block: MarkedBlock) -> Kinds:
    """Who signs is about a party, besides what the words say."""
    if not block.whole and not any(map(edited, block.signed)):
        return kinds
    return tuple(kind for kind in Kind if kind is Kind.PARTY or (kind in kinds and kind not in UNSPOKEN))


def _unit(block: Block) -> str:
    """Id of what the block came from."""
    return block.origin.id or block.id if isinstance(block, Paragraph) else block.id


def _execution(block: MarkedBlock) -> MarkedRuns:
    """What is said in an execution block, and under each line who signs."""
    if block.whole:
        return words.marked((Text(_said(block.old)),), (Text(_said(block.new)),))
    runs = [*block.runs, MarkedRun(Text(" Signed by: "))]
    for at, role in enumerate(block.signed):
        runs += [*([MarkedRun(Text("; "))] if at else []), *role]
    return tuple(runs)


def _size(blocks: list[MarkedBlock]) -> str:
    """How much there is: "12 paragraphs, 3 tables"."""
    tables = sum(isinstance(block.new or block.old, Table) for block in blocks)
    counts = ((len(blocks) - tables, "paragraph"), (tables, "table"))
    return ", ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counts if count)


def _rows(table: Table) -> str:
    return f"{len(table.rows)} row{'' if len(table.rows) == 1 else 's'}"


def _emphasis(runs: MarkedRuns) -> str:
    """Which emphasis came or went."""
    found = set()
    for run in runs:
        if run.mark is not Mark.KEPT:
            found |= {name for name, on in (("bold", run.run.bold), ("italic", run.run.italic)) if on}
    return f"formatting: {' and '.join(sorted(found)) or 'bold or italic'}"


def _numbered(block: Block | None) -> str:
    if isinstance(block, Paragraph) and block.label:
        return f"{block.label.shown} {words_of(block.runs)}"
    if isinstance(block, Table):
        return f"Table {block.number}: {words_of(block.caption)} ({_rows(block)})."
    return _said(block)


def _said(block: Block | None) -> str:
    match block:
        case Paragraph():
            return words_of(block.runs)
        case Table():
            headings = " | ".join(column.heading for column in block.columns)
            rows = "; ".join(
                " | ".join(" ".join(words_of(line.runs) for line in cell) for cell in row.cells) for row in block.rows
            )
            return f"Table {block.number}: {words_of(block.caption)}. {headings}: {rows}"
        case Execution():
            signed = "; ".join(block.signed)
            return f"{' '.join(map(words_of, block.said))} Signed by: {signed}"
    return ""


def _heading(block: Block) -> str:
    if isinstance(block, Paragraph):
        return _said(block)[:40]
    return "Execution" if isinstance(block, Execution) else "Table"
