"""One YAML file as data that remembers where each value stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from section75.findings import Place
from section75.outline.units import Keys

Span = tuple[int, int]
"""Offsets of a value's first character and of the character after its last."""


class Map(dict[str, Any]):
    """A YAML mapping; `keys_at` and `spans` say where each key and value stand."""

    __slots__ = ("at", "keys_at", "spans")

    def __init__(self, at: int) -> None:
        super().__init__()
        self.at = at
        self.keys_at: dict[str, int] = {}
        self.spans: dict[str, Span] = {}


class Seq(list[Any]):
    """A YAML sequence; `spans` says where each item stands."""

    __slots__ = ("at", "spans")

    def __init__(self, at: int) -> None:
        super().__init__()
        self.at = at
        self.spans: list[Span] = []


@dataclass
class SourceFile:
    """The text of one file and the data in it."""

    path: str
    """Relative to the agreement's folder."""
    label: str
    """As findings name it."""
    text: str
    """Without a byte-order mark; line ends as they stand."""
    data: Any = None
    byte_order_mark: bool = False
    kind: str = ""
    """The kind of file by whose schema it was judged; "" where it says none that is known."""
    comments: list[tuple[Keys, int]] = field(default_factory=list)
    """Values with a comment behind them that may have been meant as words, and the offset of its sign."""
    line_starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        if not self.line_starts:
            starts = [0]
            find = self.text.find
            at = find("\n")
            while at != -1:
                starts.append(at + 1)
                at = find("\n", at + 1)
            self.line_starts = starts

    def place(self, offset: int) -> Place:
        """The line and column of an offset into the text."""
        line = bisect_right(self.line_starts, offset)
        return Place(self.label, line, offset - self.line_starts[line - 1] + 1)

    def span(self, keys: Sequence[str | int]) -> Span:
        """Where the value at a path of keys and positions stands; as much of the path as exists is followed."""
        node, span = self.data, (0, len(self.text))
        for key in keys:
            try:
                span = node.spans[key]
                node = node[key]
            except (KeyError, IndexError, TypeError, AttributeError):
                break
        return span

    def key_place(self, keys: Sequence[str | int]) -> Place:
        """Where the last key of a path stands, rather than its value."""
        node = self.data
        for key in keys[:-1]:
            node = node[key]
        if isinstance(node, Map) and keys and keys[-1] in node.keys_at:
            return self.place(node.keys_at[str(keys[-1])])
        return self.place(self.span(keys)[0])

    def needle_place(self, span: Span, needle: str) -> Place:
        """Where the needle first stands within a span, else where the span begins."""
        start, end = span
        at = self.text.find(needle, start, end) if needle else -1
        return self.place(at if at != -1 else start)
