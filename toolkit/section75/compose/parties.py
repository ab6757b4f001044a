"""The parties, under the heading that every agreement and every deed has."""

from __future__ import annotations

from collections.abc import Iterator

from section75.compose.phrases import composed
from section75.document import Block, Label, Origin, Paragraph, Style, Text
from section75.model import Agreement

PARTIES = "agreement.parties"
"""Where the heading comes from; the dot keeps it apart from every id."""


def heading(words: str, of: str) -> Paragraph:
    """A heading of our own over one part of the agreement."""
    return Paragraph(Style.DEED_HEADING, (composed(words),), keep_next=True, origin=Origin(of, "heading"))


def parties(agreement: Agreement) -> Iterator[Block]:
    """The parties under their heading."""
    yield heading("Parties", PARTIES)
    for index, party in enumerate(agreement.parties, 1):
        runs = (
            Text(party.name, bold=True),
            Text(f" of {party.address} (", field="address", put_in=(len(" of "), len(" ("))),
            Text(_label(party.label), bold=True, field="label", put_in=(1, 1)),
            composed(")"),
            composed(_joint(index, len(agreement.parties))),
        )
        label = Label("parties", 0, f"({index})")
        yield Paragraph(Style.PARTY, runs, party.id, label, kind="party", origin=Origin(party.id, "name"))


def _label(label: str) -> str:
    """The label in quotation marks, as a definition."""
    return f"\u201c{label}\u201d"


def _joint(index: int, count: int) -> str:
    if index == count:
        return "."
    return "; and" if index == count - 1 else ";"
