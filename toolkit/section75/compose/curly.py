"""Quotation marks and apostrophes, typed straight, as they print: curly, in every part of a Document.

Each is judged with the words around it in its whole paragraph, whatever their style and wherever they come from.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from section75.document import (
    Block,
    Cell,
    Control,
    Document,
    Execution,
    Front,
    Paragraph,
    Reference,
    Row,
    Run,
    Runs,
    Table,
    Text,
    words_of,
)
from section75.language.british import curled


def curly(document: Document) -> Document:
    """The same Document with every quotation mark and apostrophe curly."""
    control = document.control and _control(document.control)
    return replace(document, front=_front(document.front), blocks=tuple(map(_block, document.blocks)), control=control)


def _block(block: Block) -> Block:
    match block:
        case Paragraph():
            return replace(block, runs=_runs(block.runs)) if _is_straight(block.runs) else block
        case Table():
            columns = tuple(replace(column, heading=curled(column.heading)) for column in block.columns)
            return replace(block, caption=_runs(block.caption), columns=columns, rows=tuple(map(_row, block.rows)))
        case Execution():
            said, signed = tuple(map(_runs, block.said)), tuple(map(curled, block.signed))
            return replace(block, party=curled(block.party), said=said, signed=signed)


def _row(row: Row) -> Row:
    if not any(_is_straight(line.runs) for cell in row.cells for line in cell):
        return row
    return replace(row, cells=tuple(map(_cell, row.cells)))


def _cell(cell: Cell) -> Cell:
    return tuple(replace(line, runs=_runs(line.runs)) for line in cell)


def _is_straight(runs: Runs) -> bool:
    return any("'" in words or '"' in words for words in map(_shown, runs))


def _runs(runs: Runs) -> Runs:
    """The runs of one paragraph. A curly mark takes the place of a straight one, so that each run keeps its length."""
    if not _is_straight(runs):
        return runs
    words, at, made = curled("".join(words_of((run,)) for run in runs)), 0, []
    for run in runs:
        end = at + len(words_of((run,)))
        made.append(_with(run, words[at:end]))
        at = end
    return tuple(made)


def _shown(run: Run) -> str:
    """The words of a run that may hold marks; those of a reference are worked out and hold none."""
    return "" if isinstance(run, Reference) else words_of((run,))


def _with(run: Run, words: str) -> Run:
    if isinstance(run, Reference):
        return run
    return replace(run, text=words) if isinstance(run, Text) else replace(run, shown=words)


def _front(front: Front) -> Front:
    title, version, reference = map(curled, (front.title, front.version, front.reference))
    return replace(front, title=title, version=version, reference=reference, parties=tuple(map(curled, front.parties)))


def _control(control: Control) -> Control:
    return replace(
        control,
        versions=tuple((version, day, curled(by), curled(said)) for version, day, by, said in control.versions),
        outstanding=_pairs(control.outstanding),
        to_settle=tuple((curled(owner), curled(said)) for owner, said in control.to_settle),
        accepted=_pairs(control.accepted),
        approvals=_pairs(control.approvals),
        signed=_pairs(control.signed),
    )


def _pairs(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((where, curled(said)) for where, said in pairs)
