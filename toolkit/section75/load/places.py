"""From an id and a field to the line and column where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from section75.findings import Place
from section75.load.source import Map, Seq, SourceFile, Span

Path = tuple[str | int, ...]


def _keys(node: Map | Seq) -> list[Any]:
    return list(node) if isinstance(node, Map) else list(range(len(node)))


@dataclass
class Places:
    """Where everything in a set of files stands."""

    files: tuple[SourceFile, ...]
    _owners: dict[str, list[tuple[SourceFile, Path]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for source in self.files:
            self._index(source, source.data, ())

    def _index(self, source: SourceFile, node: Any, path: Path) -> None:
        if not isinstance(node, (Map, Seq)):
            return
        stack: list[tuple[Map | Seq, Path]] = [(node, path)]
        while stack:
            here, at = stack.pop()
            if isinstance(here, Map):
                own = here.get("id")
                if isinstance(own, str) and "digest" not in here:
                    self._owners.setdefault(own, []).append((source, at))
            # Pushed backwards, so that the stack gives them in the order of the file.
            keys = reversed(_keys(here))
            stack.extend((here[key], (*at, key)) for key in keys if isinstance(here[key], (Map, Seq)))

    def find(self, owner: str, path: str = "", needle: str = "") -> Place:
        """The place of a field of the thing with that id, or of some words within it."""
        spans = [self._span(source, base, path) for source, base in self._owners.get(owner, [])]
        holding = [(source, span) for source, span in spans if needle and needle in source.text[slice(*span)]]
        if not spans:
            return self.files[0].place(0)
        source, span = (holding or spans)[0]
        return source.needle_place(span, needle)

    def all_of(self, owner: str) -> tuple[Place, ...]:
        """Every place where the id is given, in the order of the files."""
        found = []
        for source, path in self._owners.get(owner, []):
            found.append((self.files.index(source), source.span((*path, "id"))[0], source))
        return tuple(source.place(at) for _, at, source in sorted(found, key=lambda item: item[:2]))

    @staticmethod
    def _span(source: SourceFile, base: Path, path: str) -> tuple[SourceFile, Span]:
        keys = [int(part) if part.isdigit() else part for part in path.split(".") if part]
        return source, source.span((*base, *keys))
