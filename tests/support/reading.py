"""A Document as the words of its pages."""

from __future__ import annotations

from section75.document import Cell, Document, Execution, Paragraph, Table, words_of


def told(document: Document) -> str:
    """The style, number and words of each block, a line each."""
    lines = []
    for block in document.blocks:
        match block:
            case Paragraph():
                number_shown = f"{block.label.shown} " if block.label else ""
                lines.append(f"{block.style.name.lower()}: {number_shown}{words_of(block.runs)}")
            case Table():
                lines.append(f"table {block.number}: {words_of(block.caption)}")
                lines += ["  " + " | ".join(_cell(c) for c in row.cells) for row in block.rows]
            case Execution():
                said = " ".join(words_of(runs) for runs in block.said)
                lines.append(f"execution: {said} {'; '.join(block.signed)}")
    return "\n".join(lines) + "\n"


def _cell(cell: Cell) -> str:
    return " / ".join((f"{line.label}: " if line.label else "") + words_of(line.runs) for line in cell)
