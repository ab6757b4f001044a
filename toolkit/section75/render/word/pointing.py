"""What every REF field of a settled file points at, for the proof: it reads what `settle.xslt` wrote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

SIGN = "\r"
"""Stands before and after each bookmark and field within the text of a paragraph."""


class Place(NamedTuple):
    """Where a bookmark stands and what it holds."""

    paragraph: int
    """From 1."""
    words: str


class Pointer(NamedTuple):
    """One REF field."""

    paragraph: int
    """From 1."""
    switches: str
    """What the field shows of its target, e.g. `\\w \\h`."""
    target: Place | None
    """None where no bookmark of its name is left."""


@dataclass(slots=True)
class _Bookmark:
    paragraph: int
    words: str = ""


def words_in(text: str) -> str:
    """The words of a paragraph, without its bookmarks and fields."""
    return "".join(text.split(SIGN)[::2]) if SIGN in text else text


def left_of(text: str) -> str:
    """What a paragraph whose mark goes hands on to the next: nothing where no word of it is left.

    A bookmark whose paragraph goes with all its words goes too.
    """
    return text if words_in(text) else ""


def pointers(paragraphs: Iterable[str]) -> list[Pointer]:
    """Every REF field in order, with the place that it points at."""
    fields: list[tuple[int, str, str]] = []
    open_: dict[str, _Bookmark] = {}
    places: dict[str, _Bookmark] = {}
    for number, text in enumerate(paragraphs, 1):
        if SIGN not in text and not open_:
            continue
        for is_words, piece in _pieces(text):
            if is_words:
                for bookmark in open_.values():
                    bookmark.words += piece
                continue
            match piece.split(" "):
                case "B", identity, name:
                    open_[identity] = places[name] = _Bookmark(number)
                case "E", identity:
                    open_.pop(identity, None)
                case "R", _, name, *switches:
                    fields.append((number, name, " ".join(switches)))
    return [Pointer(number, switches, _place(places.get(name))) for number, name, switches in fields]


def _pieces(text: str) -> Iterator[tuple[bool, str]]:
    """Words and signs in turn."""
    return ((at % 2 == 0, piece) for at, piece in enumerate(text.split(SIGN)))


def _place(bookmark: _Bookmark | None) -> Place | None:
    return Place(bookmark.paragraph, bookmark.words) if bookmark else None
