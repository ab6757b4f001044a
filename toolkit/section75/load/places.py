"""From an id and a field to the line and column where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from section75.findings import Place
from section75.load.source import Map, Seq, SourceFile, Span

Path = tuple[str | int, ...]


@dataclass
class Places:
    """Where everything in a set of files stands."""

    files: tuple[SourceFile, ...]
    _owners: dict[str, list[tuple[SourceFile, Path]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for source in self.files:
            self._index(source, source.data, ())

    def _index(self, source: SourceFile, node: Any, path: Path) -> None:
        stack: list[tuple[Any, Path]] = [(node, path)]
        while stack:
            here, at = stack.pop()
            if isinstance(here, Map):
                own = here.get("id")
                if isinstance(own, str) and "digest" not in here:
                    self._owners.setdefault(own, []).append((source, at))
                stack.extend((value, (*at, key)) for key, value in here.items() if isinstance(value, (Map, Seq)))
            elif isinstance(here, Seq):
                stack.extend((value, (*at, index)) for index, value in enumerate(here) if isinstance(value, (Map, Seq)))

    def find(self, owner: str, path: str = "", needle: str = "") -> Place:
        """The place of a field of the thing with that id, or of some words within it."""
        source, span = self._span(owner, path)
        return source.needle_place(span, needle)

    def all_of(self, owner: str) -> tuple[Place, ...]:
        """Every place where the id is given, in the order of the files."""
        found = []
        for source, path in self._owners.get(owner, []):
            found.append((self.files.index(source), source.span((*path, "id"))[0], source))
        return tuple(source.place(at) for _, at, source in sorted(found, key=lambda item: item[:2]))

    def _span(self, owner: str, path: str) -> tuple[SourceFile, Span]:
        entries = self._owners.get(owner)
        if not entries:
            return self.files[0], (0, 0)
        source, base = entries[0]
        keys = [int(part) if part.isdigit() else part for part in path.split(".") if part]
        return source, source.span((*base, *keys))
