"""The changes as a list for people: where, what it was, what it is now, what became of it, what it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from section75.compare import words
from section75.compare.kinds import Kind, Kinds, kinds_of, kinds_of_words, of_substance
from section75.compare.marked import Comparison, MarkedBlock, MarkedRow, MarkedRun, MarkedRuns, Verdict
from section75.compare.vocabulary import NO_VOCABULARY, Vocabulary
from section75.document import Block, Execution, Front, Mark, Paragraph, Row, Runs, Table, Text, words_of

FRONT = "front-sheet"
"""What stands for an id where a departure is about the front sheet."""
UNSPOKEN = (Kind.OTHER, Kind.ADMINISTRATIVE)
"""Kinds that stand alone."""
BESIDE = {"closing": " (closing words)"}
"""Fields of a clause that are told apart from its text."""


@dataclass(frozen=True, slots=True)
class Departure:
    """One change, or a run of changes in one table."""

    id: str
    where: str
    """As cited in the new version, or in the old where it is gone."""
    was: str
    now: str
    verdicts: tuple[Verdict, ...]
    kinds: Kinds
    """What it is about, the weightiest first."""
    runs: MarkedRuns
    """The change in one line, for an inline view."""
    likeness: float = 0.0
    schedule: str = ""
    """Id of the schedule in which it stands; "" for the agreement itself."""

    @property
    def about(self) -> str:
        """Its kinds in words."""
        return ", ".join(self.kinds)

    @property
    def of_substance(self) -> bool:
        """Whether it does more than appear administrative."""
        return Kind.ADMINISTRATIVE not in self.kinds


def departures(
    comparison: Comparison,
    old_names: Mapping[str, str],
    new_names: Mapping[str, str],
    vocabulary: Vocabulary = NO_VOCABULARY,
) -> tuple[Departure, ...]:
    """Every change, in the order of the new version. The names say how each id is cited on either side.

    The vocabulary holds the terms and names of both, by which the kinds of a change are told.
    """
    front = _front(comparison.old.front, comparison.new.front)
    return (*front, *_all(comparison, old_names, new_names, vocabulary))


def _front(old: Front, new: Front) -> Iterator[Departure]:
    """What the front sheet and the headers show; a redline shows them as they are now."""
    for field in fields(Front):
        was, now = (_shown(getattr(front, field.name)) for front in (old, new))
        if was != now:
            where = f"Front sheet and headers: {field.name}"
            runs = words.marked((Text(was),), (Text(now),))
            kinds = (Kind.PARTY,) if field.name == "parties" else kinds_of(runs)
            yield Departure(id=FRONT, where=where, was=was, now=now, verdicts=(Verdict.EDITED,), kinds=kinds, runs=runs)


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "; ".join(value) if isinstance(value, tuple) else str(value)


def _all(
    comparison: Comparison, old_names: Mapping[str, str], new_names: Mapping[str, str], vocabulary: Vocabulary
) -> Iterator[Departure]:
    names = {**old_names, **new_names}
    for block in comparison.blocks:
        here = block.new or block.old
        if here is None:
            continue
        if not block.changed or (block.move and block.new is None):
            continue
        where = _where(here, old_names if block.new is None else names)
        if isinstance(here, Table) and block.rows and not block.whole:
            yield from _rows(block, where, here.schedule, vocabulary)
        else:
            yield _whole(block, here, where, vocabulary)


def _unit(block: Block) -> str:
    """Id of what the block came from."""
    return block.origin.id or block.id if isinstance(block, Paragraph) else block.id


def _where(block: Block, names: Mapping[str, str]) -> str:
    cited = names.get(_unit(block), "")
    if not cited:
        return _heading(block)
    beside = BESIDE.get(block.origin.field, "") if isinstance(block, Paragraph) else ""
    return cited[:1].upper() + cited[1:] + beside


def _whole(block: MarkedBlock, here: Block, where: str, vocabulary: Vocabulary) -> Departure:
    was = _said(block.old) if block.old is not None and Verdict.ADDED not in block.verdicts else ""
    now = _said(block.new) if block.new is not None else ""
    runs = block.runs or _one_line(was, now)
    return Departure(
        id=_unit(here),
        where=where,
        was=was,
        now=now,
        verdicts=block.verdicts,
        kinds=_kinds(block, was, now, vocabulary),
        runs=runs,
        likeness=block.likeness,
        schedule="" if isinstance(here, Execution) else here.schedule,
    )


def _kinds(block: MarkedBlock, was: str, now: str, vocabulary: Vocabulary) -> Kinds:
    """What is added, removed, moved or of another form is of substance, whatever it says."""
    kinds = kinds_of(block.runs, vocabulary) if block.runs else kinds_of_words(was, now, vocabulary)
    if isinstance(block.old, Execution) and isinstance(block.new, Execution) and block.old.signed != block.new.signed:
        return tuple(kind for kind in Kind if kind is Kind.PARTY or (kind in kinds and kind not in UNSPOKEN))
    edited = {Verdict.EDITED, Verdict.RETITLED} & set(block.verdicts)
    return kinds if edited and block.runs else of_substance(kinds)


def _rows(block: MarkedBlock, where: str, schedule: str, vocabulary: Vocabulary) -> Iterator[Departure]:
    table = block.new if isinstance(block.new, Table) else block.old
    assert isinstance(table, Table)  # noqa: S101 -- the caller has seen to it
    for row in block.rows:
        changed = _row(row)
        if changed is None:
            continue
        verdict, was, now, runs = changed
        here = row.new or row.old
        number = f", row {here.number}" if here is not None and here.number else ""
        place = f"{where}{number}" if where.startswith("Table") else f"{where} (Table {table.number}{number})".strip()
        edited = verdict is Verdict.EDITED
        kinds = kinds_of(runs, vocabulary) if edited else of_substance(kinds_of_words(was, now, vocabulary))
        identity = here.id if here is not None else table.id
        yield Departure(
            id=identity or table.id,
            where=place,
            was=was,
            now=now,
            verdicts=(verdict,),
            kinds=kinds,
            runs=runs,
            schedule=schedule,
        )


def _row(row: MarkedRow) -> tuple[Verdict, str, str, MarkedRuns] | None:
    was = _row_said(row.old) if row.old else ""
    now = _row_said(row.new) if row.new else ""
    if row.old is None:
        return Verdict.ADDED, "", now, _one_line("", now)
    if row.new is None:
        return Verdict.REMOVED, was, "", _one_line(was, "")
    lines = (line.runs for cell in row.cells for line in cell)
    edited = [line for line in lines if any(run.mark is not Mark.KEPT for run in line)]
    if not edited:
        return None
    runs: list[MarkedRun] = []
    for line in edited:
        runs += [MarkedRun(Text("; ")), *line] if runs else line
    return Verdict.EDITED, was, now, tuple(runs)


def _row_said(row: Row) -> str:
    return " | ".join(" ".join(words_of(line.runs) for line in cell) for cell in row.cells)


def _one_line(was: str, now: str) -> MarkedRuns:
    gone = (MarkedRun(Text(was), Mark.REMOVED),) if was and was != now else ()
    come = (MarkedRun(Text(now), Mark.ADDED if was != now else Mark.KEPT),) if now else ()
    return (*gone, *come)


def _said(block: Block) -> str:
    match block:
        case Paragraph():
            return words_of(block.runs)
        case Table():
            headings = " | ".join(column.heading for column in block.columns)
            rows = "; ".join(map(_row_said, block.rows))
            return f"Table {block.number}: {words_of(block.caption)}. {headings}: {rows}"
        case Execution():
            return " ".join(_spoken(runs) for runs in block.said)


def _spoken(runs: Runs) -> str:
    return words_of(runs)


def _heading(block: Block) -> str:
    return (
        _said(block)[:40] if isinstance(block, Paragraph) else "Execution" if isinstance(block, Execution) else "Table"
    )
