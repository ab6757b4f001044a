"""Blocks as HTML."""

from __future__ import annotations

from collections.abc import Iterator

from section75.document import Cell, Execution, Paragraph, Row, Style, Table, words_of
from section75.render.html.words import anchor, escaped, runs_html

HEADINGS = {
    Style.DEED_HEADING: "h2",
    Style.SCHEDULE_HEADING: "h2",
    Style.EXECUTION_HEADING: "h2",
    Style.CLAUSE_HEADING: "h3",
    Style.PART_HEADING: "h3",
    Style.APPENDIX_HEADING: "h3",
    Style.PARAGRAPH_HEADING: "h4",
}
"""The element of each heading."""

CLASSES = {
    Style.CLAUSE: "clause",
    Style.CLAUSE_TEXT: "continued",
    Style.PARAGRAPH: "clause",
    Style.PARAGRAPH_TEXT: "continued",
    Style.DEFINITION: "definition",
    Style.RECITAL: "clause",
    Style.PARTY: "clause",
    Style.SCHEDULE_NOTE: "note",
}


def paragraph(block: Paragraph, parted: bool) -> str:
    """A heading or a numbered paragraph, with its number as text. `parted` says whether a Part or appendix is open."""
    identity = f' id="{anchor(block.id)}"' if block.id else ""
    number = f'<span class="n">{escaped(block.label.shown)}</span> ' if block.label else ""
    element = HEADINGS.get(block.style)
    if element == "h4" and not parted:
        element = "h3"  # a schedule without Parts has no level between its heading and its paragraphs
    if element:
        kind = block.style.name.lower().replace("_", "-")
        return (
            f'<{element}{identity} class="{kind}">{number}<span class="t">{runs_html(block.runs)}</span></{element}>\n'
        )
    name = CLASSES.get(block.style, "continued")
    words = f'{number}<span class="t">{runs_html(block.runs)}</span>'
    return f'<p{identity} class="{name} l{block.level}">{words}</p>\n'


def table(block: Table, schedule: str) -> Iterator[str]:
    """A table with caption and header cells, in a region that scrolls where the screen is narrow."""
    caption = f"Table {escaped(block.number)}: {runs_html(block.caption)}"
    label = escaped(f"Table {block.number} of {schedule}: {words_of(block.caption)}")
    yield f'<div class="wide" role="region" aria-label="{label}" tabindex="0" id="{anchor(block.id)}">\n'
    yield f"<table><caption>{caption}</caption>\n<thead><tr>"
    yield '<th scope="col">No.</th>'
    yield "".join(f'<th scope="col"{_side(c.numeric)}>{escaped(c.heading)}</th>' for c in block.columns)
    yield "</tr></thead>\n<tbody>\n"
    numeric = tuple(column.numeric for column in block.columns)
    yield from (_row(row, numeric) for row in block.rows)
    yield "</tbody></table>\n</div>\n"


def execution(block: Execution) -> Iterator[str]:
    """What is said, and a line for each who attests."""
    yield f'<div class="execution" id="{anchor(block.id)}">\n<div>\n'
    yield "".join(f"<p>{runs_html(runs)}</p>\n" for runs in block.said)
    yield '<p class="seal">Seal</p>\n' if block.sealed else ""
    yield "</div>\n<div>\n"
    for role in block.signed:
        lines = "".join(f'<span class="by-hand">{label}:</span>' for label in block.to_fill_in(role))
        yield f'<p class="signed">{escaped(role)}{lines}</p>\n'
    yield "</div>\n</div>\n"


def _row(row: Row, numeric: tuple[bool, ...]) -> str:
    identity = f' id="{anchor(row.id)}"' if row.id else ""
    kind = ' class="total"' if row.total else ""
    head = f'<th scope="row">{escaped(row.number)}</th>' if row.number else "<td></td>"
    cells = "".join(f"<td{_side(n)}>{_lines(cell)}</td>" for cell, n in zip(row.cells, numeric, strict=True))
    return f"<tr{identity}{kind}>{head}{cells}</tr>\n"


def _lines(cell: Cell) -> str:
    lines = []
    for line in cell:
        label = f'<span class="label">{escaped(line.label)}:</span> ' if line.label else ""
        lines.append(f"<p>{label}{runs_html(line.runs)}</p>")
    return "".join(lines)


def _side(numeric: bool) -> str:
    return ' class="numeric"' if numeric else ""
