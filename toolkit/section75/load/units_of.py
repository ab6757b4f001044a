"""The units of an earlier version of a file: told by its lines where that will do, read as YAML where it will not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from section75.load.reader import read_source
from section75.merge.threeway import alike
from section75.outline.units import WHOLE, Unit, outline
from section75.value import dataclass

BEGINS = re.compile(r" *- \{?id: [\"']?(?P<id>[a-z0-9-]+)")
OWN = re.compile(r"^id: [\"']?(?P<id>[a-z0-9-]+)", re.MULTILINE)
"""The id of the file itself."""
HOLDS = re.compile(r"[a-z_]+:\s*\Z")
"""A line that only names a list or mapping."""


@dataclass(frozen=True)
class Earlier:
    """A file as it was. The file itself counts as a unit of its own id."""

    content: bytes

    @cached_property
    def text(self) -> str:
        """The file as text."""
        return self.content.decode("utf-8", errors="replace")

    @cached_property
    def own(self) -> str:
        """The id of the file itself."""
        found = OWN.search(self.text)
        return found["id"] if found else WHOLE

    @cached_property
    def lines(self) -> dict[str, str]:
        """The lines of each unit without those of the units in it, by its id."""
        found: dict[str, list[str]] = {}
        for holders, words in self._placed():
            if not HOLDS.match(words):
                found.setdefault(holders[-1], []).append(words)
        return {name: "\n".join(each) for name, each in found.items()}

    def block(self, identity: str) -> str:
        """The lines of a unit with all that it holds; "" where the file does not have it."""
        if identity.encode() not in self.content:
            return ""
        return "\n".join(words for holders, words in self._placed() if identity in holders)

    @cached_property
    def units(self) -> dict[str, Unit]:
        """Every unit by its id; none where the file could not be read."""
        source, _ = read_source("", "", self.content)
        found = outline(source.data)
        return (
            {unit.id or self.own if name == WHOLE else name: unit for name, unit in found.items()}
            if source.data
            else {}
        )

    def below(self, identity: str) -> set[str]:
        """The ids of a unit and of all that it holds; none where the file does not have it."""
        if identity not in self.units:
            return set()
        if identity == self.own:
            return set(self.units)
        found = {identity}
        for name, unit in self.units.items():
            if unit.parent in found:
                found.add(name)
        return found

    def _placed(self) -> Iterator[tuple[list[str], str]]:
        """Every line that says something, with the units that hold it, from the file on."""
        stack: list[tuple[int, str]] = [(-1, self.own)]
        holders = [self.own]
        for line in self.text.split("\n"):
            words = line.lstrip(" ")
            if not words.strip():
                continue
            indent = len(line) - len(words)
            while len(stack) > 1 and indent <= stack[-1][0]:
                stack.pop()
                holders = holders[:-1]
            begins = BEGINS.match(line)
            if begins:
                stack.append((indent, begins["id"]))
                holders = [*holders, begins["id"]]
            yield holders, words


NOTHING = Earlier(b"")


def same_unit(was: Unit | None, now: Unit | None) -> bool:
    """Whether two versions of a unit say the same; the line breaks of prose say nothing."""
    if was is None or now is None:
        return was is now
    return all(alike(was.fields.get(path), now.fields.get(path)) for path in {*was.fields, *now.fields})
