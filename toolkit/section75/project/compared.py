"""Two versions compared, whatever each was read from."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from section75.compare import Comparison, compare
from section75.compare.departure import RISKS, Departure
from section75.compare.departures import departures
from section75.compare.unprinted import unprinted_departures
from section75.compare.vocabulary import vocabulary_of
from section75.compose import compose
from section75.document import Paragraph
from section75.errors import AlteredError
from section75.language.british import day
from section75.model import Agreement
from section75.printing.redline import redline_print
from section75.progress import Step, silent
from section75.project.versions import NOT_COMPARED, Version, sound, version
from section75.render.word import Print
from section75.value import dataclass

if TYPE_CHECKING:
    from section75.reports.changes_page import Sides


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
        from section75.compare.registers import register_departures  # noqa: PLC0415 -- a redline seldom wants it

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
    def sides(self) -> Sides:
        """What the two versions are called on a page: by title, version and date."""
        from section75.reports.changes_page import Sides  # noqa: PLC0415 -- pages are read only where one is wanted

        old, new = self.old.loaded.required(), self.new.loaded.required()
        illustrative = old.illustrative or new.illustrative
        apart = old.title != new.title
        span = f"{_dated(old)} to {_dated(new)}"
        return Sides(_called(old, apart), _called(new, apart), new.title, illustrative, span)

    def listed(self, only_substance: bool = False, risks: bool = True) -> tuple[Departure, ...]:
        """The changes without those that appear administrative, or without those of the risk register."""
        return tuple(
            departure
            for departure in self.departures
            if (departure.of_substance or not only_substance) and (risks or departure.schedule != RISKS)
        )

    def redline_print(self, summary: Sequence[Departure] | None = None, carry_source: bool = True) -> Print:
        """What stands in front of a redline, a summary of some changes or nothing, and what travels inside it."""
        page = None
        if summary is not None:
            from section75.reports.changes_page import changes_page  # noqa: PLC0415 -- as above

            page = changes_page(summary, (), self.sides, apart=False)
        return redline_print(self.old.loaded, self.new.loaded, page, carry_source)

    @property
    def notes(self) -> tuple[str, ...]:
        """What whoever relies on it should be told, each a sentence without a full stop."""
        apart = "these two have no clause in common; they are compared all the same"
        numbered = (b for b in self.comparison.blocks if isinstance(b.new, Paragraph) and b.new.label)
        strangers = not any(block.old for block in numbered)
        return (*self.old.notes, *self.new.notes, *((apart,) if strangers else ()))


def _called(agreement: Agreement, by_title: bool) -> str:
    """Its version, and its term or, where the two have different ones, its title."""
    if by_title:
        return f"{agreement.title}, {_dated(agreement)}"
    return f"{_dated(agreement)}, for the term from {day(agreement.term.start)}"


def _dated(agreement: Agreement) -> str:
    """E.g. "version 0.4 of 5 March 2018"."""
    dates = {line.version: line.date for line in agreement.versions}
    dated = f" of {day(dates[agreement.version])}" if agreement.version in dates else ""
    return f"version {agreement.version}{dated}"


def compared(old: Version, new: Version, its_source: bool = False) -> Compared:
    """Two versions compared. Raises `SourceError` where one of them could not be built.

    A Word file that was changed after it was printed is refused with an `AlteredError`, since what was changed in it
    would not be told; `its_source` compares the agreement that it carries.
    """
    for side in (old, new):
        if side.altered and not its_source:
            raise AlteredError(
                f"{side.altered}; a comparison would not tell",
                "ask what was changed in it, or compare what it carries with --its-source",
            )
    before, after = (compose(each.loaded.required(), numbers=each.loaded.numbers) for each in (old, new))
    return Compared(old, new, compare(before, after))


def compared_by_name(old: str, new: str, here: Path, step: Step = silent, its_source: bool = False) -> Compared:
    """Two versions read, judged and compared. Raises as `version` and `compared`, and `SourceError` for an error."""
    before, after = (sound(version(name, here, step), NOT_COMPARED.format(name), step) for name in (old, new))
    step("Comparing")
    return compared(before, after, its_source)
