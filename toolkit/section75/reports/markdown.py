"""A page as Markdown, for a comment on a pull request or a wiki. No text of the page is Markdown or HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from section75.page import (
    NOTICE,
    Block,
    Bullets,
    Cell,
    Entries,
    Entry,
    Heading,
    Links,
    Mark,
    Page,
    Pairs,
    Phrase,
    Phrases,
    Prose,
    Table,
)
from section75.reports.escape import literal

FOLDED = 20
"""Entries from which they are folded away."""
OPENING = re.compile(r"\s*(?:(?P<sign>[-+=:])|(?P<number>\d+)(?P<dot>[.)]))")
"""What would begin a list or underline a heading at the start of a line."""
MARKS = {Mark.REMOVED: "del", Mark.ADDED: "ins"}


def markdown(page: Page) -> str:
    """The page as text: blocks with an empty line between them."""
    return "\n".join(f"{block}\n" for block in _page(page))


def _page(page: Page) -> Iterator[str]:
    if page.title:
        yield f"# {literal(page.title)}"
    if page.subtitle:
        yield _opened(literal(page.subtitle))
    if page.title and page.illustrative:
        yield f"> **{NOTICE}**"
    for block in page.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * min(block.level + 1, 6)} {literal(block.text)}"
        case Prose():
            yield _opened(_said(block.phrases))
        case Bullets():
            yield _list(_said(item) for item in block.items)
        case Pairs():
            yield _list(f"{literal(name)}: {_said(words)}" for name, words in block.pairs)
        case Links():
            yield _list(literal(words) for _, words in block.targets)
        case Entries():
            yield from _entries(block)
        case Table():
            yield _table(block)


def _list(items: Iterator[str]) -> str:
    return "\n".join(f"- {_opened(item)}" for item in items)


def _entries(block: Entries) -> Iterator[str]:
    many = len(block.entries) > FOLDED
    if many:
        yield f"<details><summary>{literal(block.name)}: {len(block.entries)}</summary>"
    if block.entries:
        yield "\n".join(_entry(entry) for entry in block.entries)
    if many:
        yield "</details>"


def _entry(entry: Entry) -> str:
    return "\n".join((f"- {_opened(_said(entry.head))}", *(f"  - {_opened(_said(each))}" for each in entry.details)))


def _table(table: Table) -> str:
    if not table.rows:
        return _opened(literal(table.empty))
    heads = "| " + " | ".join(literal(column.heading) for column in table.columns) + " |"
    rule = "|" + "".join("---:|" if column.numeric else "---|" for column in table.columns)
    rows = ("| " + " | ".join(_cell(cell) for cell in row) + " |" for row in table.rows)
    return "\n".join((heads, rule, *rows))


def _cell(cell: Cell) -> str:
    return "<br>".join(_said(line) for line in cell)


def _said(said: Phrases) -> str:
    return "".join(_phrase(phrase) for phrase in said).strip()


def _phrase(phrase: Phrase) -> str:
    inside = phrase.text.strip()
    if not inside:
        return phrase.text and " "
    lead, tail = phrase.text[:1].isspace() * " ", phrase.text[-1:].isspace() * " "
    words = literal(inside)
    if phrase.italic:
        words = f"*{words}*"
    if phrase.bold:
        words = f"**{words}**"
    if phrase.mark is not Mark.KEPT:
        words = f"<{MARKS[phrase.mark]}>{words}</{MARKS[phrase.mark]}>"
    return f"{lead}{words}{tail}"


def _opened(line: str) -> str:
    """A line that begins nothing but a paragraph."""
    found = OPENING.match(line)
    if not found:
        return line
    if found["sign"]:
        return f"\\{line.lstrip()}"
    return f"{found['number']}\\{found['dot']}{line[found.end() :]}"
