"""One golden: what it shows and how it is drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.support import drawing
from tests.support.nodes import Node

Trees = tuple[Node, ...]


@dataclass(frozen=True)
class Specimen:
    """One golden."""

    name: str
    shows: str
    """What a reader should see, in one sentence."""
    make: Callable[[], bytes]
    """The Word file."""
    look: Callable[[bytes], Trees] = drawing.blocks_of
    """The part of it that is kept."""

    def draw(self) -> Trees:
        """The trees of the golden."""
        return self.look(self.make())
