"""What is still to be settled in an agreement, highlighted in a draft: blanks, and the places of open questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from section75.document import (
    COMPOSED,
    Block,
    Document,
    Execution,
    Line,
    Origin,
    Paragraph,
    Reference,
    Row,
    Run,
    Runs,
    Table,
    Text,
    Value,
)
from section75.language.blanks import MARKS, blank
from section75.model import Agreement
from section75.model.spots import Spot, spot
from section75.model.walk import walk


def highlighted(document: Document, agreement: Agreement) -> Document:
    """The same document with every blank, and every value that a question is about, marked as open."""
    known = {thing.value.id for thing in walk(agreement)}
    spots = {spot(place, agreement.id, known) for each in agreement.open_questions for place in each.places}
    return replace(document, blocks=tuple(_block(block, _Open(agreement.id, spots)) for block in document.blocks))


class _Open:
    """The spots that are open."""

    def __init__(self, agreement: str, spots: set[Spot]) -> None:
        self._agreement = agreement
        self._spots: dict[str, list[Spot]] = {}
        for each in spots:
            self._spots.setdefault(each.owner, []).append(each)

    def holds(self, owner: str, path: str) -> bool:
        return any(each.holds(owner, path) for each in self._spots.get(owner, ()))

    def looked_up(self, path: str) -> bool:
        """Whether a look-up shows what is open: `term.end`, or `parties.council.name` by the id of the party."""
        parts = path.split(".")
        return self.holds(self._agreement, path) or any(
            self.holds(part, ".".join(parts[at:])) for at, part in enumerate(parts, 1)
        )


def _block(block: Block, spots: _Open) -> Block:
    match block:
        case Paragraph():
            return replace(block, runs=_runs(block.runs, block.origin, spots))
        case Table():
            return replace(block, rows=tuple(_row(row, spots) for row in block.rows))
        case Execution():
            return block


def _row(row: Row, spots: _Open) -> Row:
    return replace(row, cells=tuple(tuple(_line(line, spots) for line in cell) for cell in row.cells))


def _line(line: Line, spots: _Open) -> Line:
    return replace(line, runs=_runs(line.runs, line.origin, spots)) if line.origin else line


def _runs(runs: Runs, origin: Origin, spots: _Open) -> Runs:
    made = tuple(part for run in runs for part in _run(run, origin, spots))
    return runs if made == runs else made


def _run(run: Run, origin: Origin, spots: _Open) -> Iterator[Run]:
    match run:
        case Reference():
            yield run
        case Value():
            yield replace(run, is_open=spots.looked_up(run.path) or blank(run.shown) is not None)
        case Text(field=field) if field == COMPOSED:
            yield run
        case Text() if spots.holds(origin.id, run.field or origin.field):
            yield replace(run, is_open=True)
        case Text():
            yield from _split(run)


def _split(run: Text) -> Iterator[Text]:
    """The run in parts, the blanks in it apart."""
    if blank(run.text) is None:
        yield run
        return
    at = 0
    for found in MARKS.finditer(run.text):
        if found.start() > at:
            yield _part(run, at, found.start())
        yield replace(_part(run, *found.span()), is_open=True)
        at = found.end()
    if at < len(run.text):
        yield _part(run, at, len(run.text))


def _part(run: Text, start: int, end: int) -> Text:
    before, after = run.put_in
    put_in = (min(max(before - start, 0), end - start), min(max(after - (len(run.text) - end), 0), end - start))
    return replace(run, text=run.text[start:end], put_in=put_in)
