"""Two versions compared, whatever each was read from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from section75.compare import Comparison, compare
from section75.compare.departures import Departure, departures
from section75.compare.registers import register_departures
from section75.compare.unprinted import unprinted_departures
from section75.compare.vocabulary import vocabulary_of
from section75.compose import compose
from section75.document import Paragraph
from section75.progress import Step, silent
from section75.project.versions import Version, sound, version


@dataclass(frozen=True)
class Compared:
    """Two versions and what differs between them."""

    old: Version
    new: Version
    comparison: Comparison

    @cached_property
    def departures(self) -> tuple[Departure, ...]:
        """The changes as a list for people; worked out only where they are asked for.

        Risk registers are compared only where both sides came with theirs: a Word file carries none.
        """
        old, new = self.old.loaded, self.new.loaded
        old_names, new_names = (loaded.numbers.in_words() for loaded in (old, new))
        vocabulary = vocabulary_of(old.required(), new.required())
        both_whole = not (self.old.is_print or self.new.is_print)
        registers = register_departures(old.risks, new.risks, vocabulary) if both_whole else ()
        told = departures(self.comparison, old_names, new_names, vocabulary)
        names = {**old_names, **new_names}
        unprinted = unprinted_departures(old.required(), new.required(), self.comparison, names)
        return (*told, *unprinted, *registers)

    @property
    def notes(self) -> tuple[str, ...]:
        """What whoever relies on it should be told, each a sentence without a full stop."""
        apart = "these two have no clause in common; they are compared all the same"
        numbered = (b for b in self.comparison.blocks if isinstance(b.new, Paragraph) and b.new.label)
        strangers = not any(block.old for block in numbered)
        return (*self.old.notes, *self.new.notes, *((apart,) if strangers else ()))


def compared(old: Version, new: Version) -> Compared:
    """Two versions compared. Raises `SourceError` where one of them could not be built."""
    before, after = (compose(each.loaded.required(), numbers=each.loaded.numbers) for each in (old, new))
    return Compared(old, new, compare(before, after))


def compared_by_name(old: str, new: str, here: Path, step: Step = silent) -> Compared:
    """Two versions read, judged and compared. Raises as `version`, and `SourceError` where one of them has an error."""
    before, after = (sound(version(name, here, step), f"{name} cannot be compared", step) for name in (old, new))
    step("Comparing")
    return compared(before, after)
