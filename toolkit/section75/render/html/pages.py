"""Any page as one accessible web page: no script, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from section75.page import (
    Block,
    Bullets,
    Cell,
    Column,
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
    visible,
)
from section75.render.html.frame import END, beginning, notice
from section75.render.html.words import anchor, escaped

STYLE = """
body { max-width: 84rem; }
main > p, main > ul, main > dl, section { max-width: 46rem; }
.wide { position: relative; }
td, th { min-width: 5rem; }
td.said { min-width: 16rem; }
del { color: #8b1a1a; background: #fdecea; text-decoration: line-through; }
ins { color: #0b5d1e; background: #e6f4ea; text-decoration: underline; }
.good { color: #0b5d1e; } .warning { color: #833c0b; } .bad { color: #8b1a1a; } .note { color: #44546a; }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.entries { list-style: none; padding: 0; }
.entries > li { margin-bottom: 1rem; }
.entries ul { margin: 0; padding-left: 1.5rem; }
.subtitle { color: var(--soft); }
section { scroll-margin-top: 1rem; }
@media (max-width: 40rem) {
  td, th { min-width: 0; padding: .3rem; }
  table.cards, .cards tbody, .cards tr, .cards th[scope=row], .cards td { display: block; }
  .cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .cards tr { border: 1px solid var(--line); border-top: 3px solid var(--navy); margin-bottom: 1rem; }
  .cards th[scope=row], .cards td { border: 0; min-width: 0; }
  .cards th[scope=row] { font-weight: bold; }
  .cards td:empty { display: none; }
  .cards td[data-label]::before { content: attr(data-label) ": "; color: var(--soft); }
}
.steps { color: var(--soft); }
.steps a { display: inline-block; min-height: 1.5rem; margin-left: 1rem; }
"""
MAIN = "page.main"
LONG = 0.25
"""The share of the width from which a column holds sentences, and is kept wide enough for them."""
CARDS = 3
"""Columns from which a table with sentences becomes a card for each row on a narrow screen."""
MARKS = {Mark.REMOVED: ("del", "removed"), Mark.ADDED: ("ins", "added")}


def write_html_page(page: Page) -> str:
    """The page as text. What went is struck through, what came underlined, and both say so to a screen reader."""
    return "".join(_page(page))


def _page(page: Page) -> Iterator[str]:
    title = _clean(page.title)
    yield beginning(visible(page.title), STYLE, (MAIN, "Skip to the report"))
    yield f"<header>\n{notice(page.illustrative)}<h1>{title}</h1>\n"
    yield f'<p class="subtitle">{_clean(page.subtitle)}</p>\n' if page.subtitle else ""
    yield f'</header>\n<main id="{MAIN}" tabindex="-1">\n'
    level = 1
    for block in page.blocks:
        level = block.level + 1 if isinstance(block, Heading) else level
        yield from _block(block, level)
    yield f"</main>\n{END}"


def _block(block: Block, level: int) -> Iterator[str]:
    """A block as elements; `level` is that of the heading above it."""
    match block:
        case Heading():
            yield f"<h{level}{_id(block.anchor)}>{_clean(block.text)}</h{level}>\n"
        case Prose():
            yield f"<p>{_said(block.phrases)}</p>\n"
        case Bullets():
            yield _list("ul", block.items)
        case Pairs():
            pairs = (f"<dt>{_clean(name)}</dt><dd>{_said(words)}</dd>\n" for name, words in block.pairs)
            yield f"<dl>\n{''.join(pairs)}</dl>\n"
        case Links():
            links = (f'<li><a href="#{anchor(at)}">{_clean(words)}</a></li>\n' for at, words in block.targets)
            yield f'<nav aria-label="{_clean(block.name)}">\n<ul>\n{"".join(links)}</ul>\n</nav>\n'
        case Entries():
            yield from _entries(block.entries, level + 1)
        case Table():
            yield from _table(block)


def _list(element: str, items: tuple[Phrases, ...]) -> str:
    return f"<{element}>\n" + "".join(f"<li>{_said(item)}</li>\n" for item in items) + f"</{element}>\n"


def _entries(entries: tuple[Entry, ...], level: int) -> Iterator[str]:
    """Entries with anchors as sections between which a keyboard can walk; others as a list."""
    if any(not entry.anchor for entry in entries):
        yield '<ul class="entries">\n'
        for entry in entries:
            details = _list("ul", entry.details) if entry.details else ""
            yield f"<li>{_said(entry.head)}{details}</li>\n"
        yield "</ul>\n"
        return
    for number, entry in enumerate(entries):
        name = f"{anchor(entry.anchor)}.name"
        yield f'<section{_id(entry.anchor)} tabindex="-1" aria-labelledby="{name}">\n'
        yield f'<h{level} id="{name}">{_said(entry.head)}</h{level}>\n'
        yield _steps(entries, number)
        yield "".join(f"<p>{_said(detail)}</p>\n" for detail in entry.details)
        yield "</section>\n"


def _steps(entries: tuple[Entry, ...], number: int) -> str:
    beside = ((number - 1, "Previous"), (number + 1, "Next"))
    links = (
        f'<a href="#{anchor(entries[at].anchor)}">{words}<span class="sr">: {_said(entries[at].head)}</span></a>'
        for at, words in beside
        if 0 <= at < len(entries)
    )
    return f'<p class="steps">{" ".join(links)}</p>\n' if len(entries) > 1 else ""


def _table(table: Table) -> Iterator[str]:
    if not table.rows:
        yield f"<p>{_clean(table.empty)}</p>\n" if table.empty else ""
        return
    kinds = _kinds(table.columns)
    cards = len(kinds) >= CARDS and any("said" in kind for kind in kinds[1:])
    opening = '<table class="cards"><thead><tr>' if cards else "<table><thead><tr>"
    yield f'<div class="wide" role="region" aria-label="{_clean(table.name)}" tabindex="0">\n{opening}'
    yield "".join(_head(column.heading, kind) for column, kind in zip(table.columns, kinds, strict=True))
    yield "</tr></thead><tbody>\n"
    labels = [f' data-label="{_clean(column.heading)}"' if cards else "" for column in table.columns[1:]]
    for first, *others in table.rows:
        cells = zip(others, kinds[1:], labels, strict=True)
        data = "".join(f"<td{kind}{label}>{_lines(cell)}</td>" for cell, kind, label in cells)
        yield f'<tr><th scope="row">{_lines(first)}</th>{data}</tr>\n'
    yield "</tbody></table>\n</div>\n"


def _head(heading: str, kind: str) -> str:
    return f'<th scope="col"{kind}>{_clean(heading)}</th>' if heading else "<td></td>"


def _kinds(columns: tuple[Column, ...]) -> tuple[str, ...]:
    """The class of each column's cells, as an attribute."""
    whole = sum(column.width for column in columns)
    names = ("numeric" if column.numeric else "said" if column.width >= LONG * whole else "" for column in columns)
    return tuple(f' class="{name}"' if name else "" for name in names)


def _lines(cell: Cell) -> str:
    return _said(cell[0]) if len(cell) == 1 else "".join(f"<p>{_said(line)}</p>" for line in cell)


def _said(said: Phrases) -> str:
    return "".join(_phrase(phrase) for phrase in said)


def _phrase(phrase: Phrase) -> str:
    words = _clean(phrase.text)
    words = f"<em>{words}</em>" if phrase.italic else words
    words = f"<strong>{words}</strong>" if phrase.bold else words
    words = f'<span class="{phrase.tone}">{words}</span>' if phrase.tone else words
    words = f'<a href="#{anchor(phrase.link)}">{words}</a>' if phrase.link else words
    if phrase.mark is Mark.KEPT:
        return words
    element, name = MARKS[phrase.mark]
    return f'<{element}><span class="sr">{name}: </span>{words}</{element}>'


def _id(identity: str) -> str:
    return f' id="{anchor(identity)}"' if identity else ""


def _clean(words: str) -> str:
    return escaped(visible(words))
