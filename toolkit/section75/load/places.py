"""From an id and a field to the line and column where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from section75.findings import Place
from section75.load.source import SourceFile, Span
from section75.outline.units import Keys, named


@dataclass
class Places:
    """Where everything in a set of files stands."""

    files: tuple[SourceFile, ...]
    _owners: dict[str, list[tuple[SourceFile, Keys]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for source in self.files:
            for keys, node in named(source.data):
                self._owners.setdefault(node["id"], []).append((source, keys))

    def find(self, owner: str, path: str = "", needle: str = "") -> Place:
        """The place of a field of the thing with that id, or of some words within it.

        Raises KeyError where the files hold no such id.
        """
        spans = [self._span(source, base, path) for source, base in self._owners[owner]]
        holding = [(source, span) for source, span in spans if needle and needle in source.text[slice(*span)]]
        source, span = (holding or spans)[0]
        return source.needle_place(span, needle)

    def all_of(self, owner: str) -> tuple[Place, ...]:
        """Every place where the id is given, in the order of the files."""
        found = []
        for source, path in self._owners.get(owner, []):
            found.append((self.files.index(source), source.span((*path, "id"))[0], source))
        return tuple(source.place(at) for _, at, source in sorted(found, key=lambda item: item[:2]))

    @staticmethod
    def _span(source: SourceFile, base: Keys, path: str) -> tuple[SourceFile, Span]:
        keys = [int(part) if part.isdigit() else part for part in path.split(".") if part]
        return source, source.span((*base, *keys))
