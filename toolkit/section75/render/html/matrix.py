"""The golden thread as one accessible web page: items and what answers them, and both gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from section75.render.html.page import END, beginning, notice
from section75.render.html.words import escaped

STYLE = """
body { max-width: 84rem; }
td, th { min-width: 5rem; }
"""


@dataclass(frozen=True, slots=True)
class Line:
    """One item, and what is on its thread."""

    id: str
    strength: str
    says: str
    status: str
    law: tuple[str, ...]
    clauses: tuple[str, ...]
    indicators: tuple[str, ...]
    risks: tuple[str, ...]
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """What the page shows."""

    title: str
    date: str
    illustrative: bool
    lines: tuple[Line, ...]
    unanswered: tuple[tuple[str, str, str], ...]
    """Id, strength and words of each item that nothing answers."""
    idle: tuple[tuple[str, str], ...]
    """Place and heading of each clause that answers nothing."""


ITEMS, UNANSWERED, IDLE = "matrix.items", "matrix.unanswered", "matrix.idle"
HEADINGS = ("Item", "Strength", "What is asked", "Status", "Law", "Clauses and rows", "Indicators", "Risks", "Records")


def write_matrix(matrix: Matrix) -> str:
    """The page as text."""
    return "".join(_page(matrix))


def _page(matrix: Matrix) -> Iterator[str]:
    title = f"The golden thread of {matrix.title}"
    yield beginning(title, STYLE, ("matrix.main", "Skip to the items"))
    yield f"<header>\n{notice(matrix.illustrative)}"
    yield f"<h1>{escaped(title)}</h1>\n<p>As on {escaped(matrix.date)}.</p>\n</header>\n"
    yield '<main id="matrix.main" tabindex="-1">\n'
    yield from _contents(matrix)
    yield f'<h2 id="{ITEMS}">Items, and what answers them</h2>\n'
    yield from _table("Items, and what answers them", HEADINGS, [_cells(line) for line in matrix.lines])
    yield f'<h2 id="{UNANSWERED}">Items that nothing answers</h2>\n'
    rows = [[[first], [second], [third]] for first, second, third in matrix.unanswered]
    yield from _table("Items that nothing answers", ("Item", "Strength", "What is asked"), rows)
    yield f'<h2 id="{IDLE}">Clauses that answer nothing</h2>\n'
    yield "<p>No review and no law asks for them; they may be needed all the same.</p>\n"
    idle = [[[place], [heading]] for place, heading in matrix.idle]
    yield from _table("Clauses that answer nothing", ("Place", "Heading"), idle)
    yield f"</main>\n{END}"


def _contents(matrix: Matrix) -> Iterator[str]:
    """How much is covered, either way, with a way to each part of the page."""
    yield '<nav aria-label="Parts of this page">\n<ul>\n'
    for anchor, count, what in (
        (ITEMS, len(matrix.lines), "Items that apply"),
        (UNANSWERED, len(matrix.unanswered), "Items that nothing answers"),
        (IDLE, len(matrix.idle), "Clauses that answer nothing"),
    ):
        yield f'<li><a href="#{anchor}">{what}: {count}</a></li>\n'
    yield "</ul>\n</nav>\n"


def _cells(line: Line) -> list[list[str]]:
    single = [[line.id], [line.strength], [line.says], [line.status]]
    return [*single, *(list(part) for part in (line.law, line.clauses, line.indicators, line.risks, line.records))]


def _table(name: str, headings: Sequence[str], rows: Sequence[Sequence[Sequence[str]]]) -> Iterator[str]:
    if not rows:
        yield "<p>None.</p>\n"
        return
    yield f'<div class="wide" role="region" aria-label="{escaped(name)}" tabindex="0">\n<table><thead><tr>'
    yield "".join(f'<th scope="col">{escaped(heading)}</th>' for heading in headings)
    yield "</tr></thead><tbody>\n"
    for first, *rest in rows:
        cells = "".join(f"<td>{_cell(cell)}</td>" for cell in rest)
        yield f'<tr><th scope="row">{_cell(first)}</th>{cells}</tr>\n'
    yield "</tbody></table>\n</div>\n"


def _cell(lines: Sequence[str]) -> str:
    """One line as it is, several as paragraphs; an empty cell says so."""
    if not lines:
        return "none"
    return escaped(lines[0]) if len(lines) == 1 else "".join(f"<p>{escaped(line)}</p>" for line in lines)
