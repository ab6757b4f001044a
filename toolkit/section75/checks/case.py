"""What a rule is given: the agreement, its register, its numbers, and each of its values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import cached_property

from section75.model import Agreement, LawEntry, RiskRegister
from section75.model.leaves import Leaf, leaves
from section75.model.pointing import Pointing
from section75.model.units import Id, Prose, Ref
from section75.numbering import Numbers
from section75.value import dataclass


@dataclass(frozen=True)
class Case:
    """An agreement to be judged."""

    agreement: Agreement
    pointing: Pointing
    """What its ids stand for and what its fields point to, by the schemas."""
    numbers: Numbers
    """The number of everything that can be cited."""
    risks: RiskRegister | None = None
    unlisted: Mapping[str, str] = field(default_factory=dict)
    """The ids in schedules that are not in the list, each with its file."""
    law: tuple[LawEntry, ...] = ()
    """What is in force from when to when; empty where that is not asked."""

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """Every value in the agreement and its register."""
        return (*leaves(self.agreement), *(leaves(self.risks) if self.risks else ()))

    @cached_property
    def prose(self) -> tuple[Leaf, ...]:
        """Every value that holds words to be printed."""
        return tuple(leaf for leaf in self.leaves if leaf.unit is Prose)

    @cached_property
    def references(self) -> tuple[Leaf, ...]:
        """Every field that names the id of something else."""
        return tuple(leaf for leaf in self.leaves if leaf.unit is Ref)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Every id, in order; an id that is used twice is listed twice."""
        return tuple(leaf.value for leaf in self.leaves if leaf.unit is Id)
