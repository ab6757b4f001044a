"""A Document as the paragraphs that a Word file shows, in order, each with the fields that its words stand in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from section75.document import (
    COMPOSED,
    Block,
    Document,
    Execution,
    Origin,
    Paragraph,
    Run,
    Runs,
    Style,
    Table,
    Text,
    words_of,
)
from section75.render.word.names import TABLE_HEADING, TABLE_TEXT, style_name
from section75.value import dataclass


@dataclass(frozen=True, slots=True)
class Spoken:
    """One paragraph of a print."""

    style: str
    """By its name in Word."""
    runs: Runs
    origin: Origin | None
    """None where no field holds it: a heading of ours, a number, a total."""
    unit: str = ""
    """Id of the unit to which it belongs: a clause, a row."""
    level: int = 0
    opens: bool = False
    """Whether it bears the number of its unit, so that a paragraph like it would be another unit."""

    @property
    def text(self) -> str:
        """The words as a reader sees them, without the number in front."""
        return words_of(self.runs)


def spoken(document: Document) -> tuple[Spoken, ...]:
    """Every paragraph from the parties to the last schedule that says anything."""
    found = (each for block in _body(document) for each in _of(block))
    return tuple(each for each in found if each.text or each.opens)


def _body(document: Document) -> Iterator[Block]:
    begun = False
    for block in document.blocks:
        if isinstance(block, Execution) or (isinstance(block, Paragraph) and block.style is Style.EXECUTION_HEADING):
            return
        begun = begun or (isinstance(block, Paragraph) and block.style is Style.DEED_HEADING)
        if begun:
            yield block


def _of(block: Block) -> Iterator[Spoken]:
    if isinstance(block, Paragraph):
        name = style_name(block.style, block.level)
        is_ours = block.origin.id.startswith("agreement.")
        origin = None if is_ours else block.origin
        yield Spoken(name, block.runs, origin, "" if is_ours else block.origin.id, block.level, block.label is not None)
    elif isinstance(block, Table):
        yield from _table(block)


def _table(table: Table) -> Iterator[Spoken]:
    title = _words(f"Table {table.number}: ")
    yield Spoken(Style.CAPTION.value, (title, *table.caption), Origin(table.id, "title"), table.id)
    yield Spoken(TABLE_HEADING, (_words("No."),), None, table.id)
    for column in table.columns:
        yield Spoken(TABLE_HEADING, (Text(column.heading),), column.origin, table.id)
    for row in table.rows:
        yield Spoken(TABLE_TEXT, (_words(row.number),), None, row.id)
        for cell in row.cells:
            for line in cell:
                label: tuple[Run, ...] = (_words(f"{line.label}: "),) if line.label else ()
                yield Spoken(TABLE_TEXT, (*label, *line.runs), line.origin, row.id)


def _words(words: str) -> Text:
    return replace(Text(words), field=COMPOSED)
