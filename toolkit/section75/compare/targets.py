"""What became of the things that references point at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from section75.document import Live, Reference
from section75.value import dataclass


@dataclass(frozen=True, slots=True)
class Targets:
    """Targets that stand elsewhere, or under another id, in the new version."""

    moved: frozenset[str] = frozenset()
    """Ids, as the old version and as the new one have them, of what a redline shows twice: what moved, the rows of a
    table that is drawn whole, and ids that something else bears now. A reference to one is taken out and put in
    whole, and where the thing stood there is a bookmark of its own."""
    renamed: Mapping[str, str] = field(default_factory=dict)
    """Old ids to new ones, of things that are the same by their words. A reference to one is the same reference."""

    def now(self, target: str) -> str:
        """The id in the new version of what the old version pointed at."""
        return self.renamed.get(target, target)

    def settles(self, reference: Reference) -> bool:
        """Whether the reference says the same in both versions wherever its words are the same."""
        named = {reference.target, *(piece.target for piece in reference.pieces if isinstance(piece, Live))}
        return named.isdisjoint(self.moved) and named.isdisjoint(self.renamed)


STEADY = Targets()
"""Nothing moved and nothing changed its id."""
