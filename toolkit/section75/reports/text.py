"""A page for a terminal. Whatever could steer a terminal is made visible."""

from __future__ import annotations

import re
from collections.abc import Iterator

from section75.page import (
    NOTICE,
    Block,
    Bullets,
    Cell,
    Column,
    Entries,
    Heading,
    Links,
    Mark,
    Page,
    Pairs,
    Phrase,
    Phrases,
    Prose,
    Table,
    Tone,
)
from section75.reports.escape import CYAN, GREEN, PLAIN, RED, YELLOW, safe

TONES = {Tone.NONE: "", Tone.GOOD: GREEN, Tone.WARNING: YELLOW, Tone.BAD: RED, Tone.NOTE: CYAN}
MARKS = {Mark.REMOVED: ("[-", "-]", RED), Mark.ADDED: ("{+", "+}", GREEN)}
"""How marked words stand out without colour and with it."""
COLOUR = re.compile("\x1b\\[[0-9;]*m")
WIDEST = 60
"""Characters of a cell from which a table is written row by row."""


def text(page: Page, colour: bool = False) -> str:
    """The page as lines; with `colour`, in the colours of a terminal."""
    return "".join(line.rstrip() + "\n" for line in _page(page, colour))


def _page(page: Page, colour: bool) -> Iterator[str]:
    if page.title:
        yield _line(page.title)
    if page.subtitle:
        yield _line(page.subtitle)
    if page.title and page.illustrative:
        yield NOTICE
    for number, block in enumerate(page.blocks):
        if isinstance(block, Heading) and (number or page.title):
            yield ""
        yield from _block(block, colour)


def _block(block: Block, colour: bool) -> Iterator[str]:
    match block:
        case Heading():
            yield _line(block.text)
        case Prose():
            yield _said(block.phrases, colour)
        case Bullets():
            yield from (f"- {_said(item, colour)}" for item in block.items)
        case Pairs():
            width = max((len(_line(name)) for name, _ in block.pairs), default=0)
            yield from (f"  {_line(name):<{width}}  {_said(words, colour)}" for name, words in block.pairs)
        case Links():
            yield from (f"- {_line(words)}" for _, words in block.targets)
        case Entries():
            for entry in block.entries:
                yield _said(entry.head, colour)
                yield from (f"    {_words(detail, colour).rstrip()}" for detail in entry.details)
        case Table():
            yield from _table(block, colour)


def _table(table: Table, colour: bool) -> Iterator[str]:
    if not table.rows:
        yield from (_line(table.empty),) if table.empty else ()
        return
    heads = [_line(column.heading) for column in table.columns]
    rows = [[_lines(cell, colour) for cell in row] for row in table.rows]
    if max(_width(cell) for row in rows for cell in row) > WIDEST:
        yield from _row_by_row(heads, rows)
        return
    widths = [max(map(_width, column)) for column in zip(heads, *rows, strict=True)]
    for row in (heads, *rows):
        yield "  ".join(_padded(*each) for each in zip(row, widths, table.columns, strict=True))


def _padded(cell: str, width: int, column: Column) -> str:
    space = " " * (width - _width(cell))
    return space + cell if column.numeric else cell + space


def _width(cell: str) -> int:
    """Characters that show: colours take no room."""
    return len(COLOUR.sub("", cell))


def _row_by_row(heads: list[str], rows: list[list[str]]) -> Iterator[str]:
    """A table that is too wide for a terminal: each row by itself, each cell with the name of its column."""
    for first, *others in rows:
        yield first
        for head, words in zip(heads[1:], others, strict=True):
            if words:
                yield f"    {head[:1].lower()}{head[1:]}: {words}"


def _lines(cell: Cell, colour: bool) -> str:
    return "; ".join(_said(line, colour) for line in cell)


def _said(said: Phrases, colour: bool) -> str:
    return _words(said, colour).strip()


def _words(said: Phrases, colour: bool) -> str:
    return "".join(_phrase(phrase, colour) for phrase in said)


def _phrase(phrase: Phrase, colour: bool) -> str:
    words = _line(phrase.text)
    if phrase.mark is not Mark.KEPT:
        opening, closing, tint = MARKS[phrase.mark]
        inside = words.lstrip()
        lead = words[: len(words) - len(inside)]
        return f"{lead}{tint}{inside}{PLAIN}" if colour else f"{lead}{opening}{inside}{closing}"
    tint = TONES[phrase.tone] if colour else ""
    return f"{tint}{words}{PLAIN}" if tint else words


def _line(words: str) -> str:
    return safe(words).replace("\n", " ")
