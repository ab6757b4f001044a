"""What a deed of variation orders, one instruction at a time."""

from __future__ import annotations

from collections.abc import Sequence

from section75.errors import Section75Error
from section75.value import dataclass
from section75.variation.pieces import Piece


class NoFormError(Section75Error):
    """A change for which a deed has no words."""


@dataclass(frozen=True, slots=True)
class Reword:
    """Other words in one paragraph; the old ones stand in it once."""

    address: str
    old: str
    new: str

    @property
    def said(self) -> str:
        """The instruction in words."""
        return f"In {self.address}, for “{self.old}” substitute “{self.new}”."


@dataclass(frozen=True, slots=True)
class Substitute:
    """Something else in place of what an address means."""

    address: str
    put_in: tuple[Piece, ...]

    @property
    def said(self) -> str:
        """The instruction in words."""
        return f"For {self.address} substitute:"


@dataclass(frozen=True, slots=True)
class Insert:
    """Something more, after or before what an address means."""

    address: str
    put_in: tuple[Piece, ...]
    before: bool = False

    @property
    def said(self) -> str:
        """The instruction in words."""
        return f"{'Before' if self.before else 'After'} {self.address} insert:"


@dataclass(frozen=True, slots=True)
class Delete:
    """What an address means goes."""

    address: str
    keeps_number: bool = False

    @property
    def said(self) -> str:
        """The instruction in words."""
        return f"Delete {self.address}{'; its number is not used' if self.keeps_number else ''}."


Instruction = Reword | Substitute | Insert | Delete


def provisions(instructions: Sequence[Instruction]) -> tuple[str, ...]:
    """What instructions change, as it is cited, each once: of an insertion what is put in."""
    found = (address for each in instructions for address in _changed(each))
    return tuple(dict.fromkeys(found))


def _changed(instruction: Instruction) -> tuple[str, ...]:
    if not isinstance(instruction, Insert):
        return (instruction.address,)
    highest = min(piece.depth for piece in instruction.put_in)
    return tuple(piece.address for piece in instruction.put_in if piece.depth == highest)
