"""The words that an agreement itself has made its own: defined terms, and the names of parties, groups and posts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import field

from section75.compare.kind import Kind
from section75.model import Agreement, Definition
from section75.model.leaves import leaves
from section75.model.walk import every
from section75.value import dataclass

ROLES = frozenset({
    "role", "lead", "owner", "chair", "responsible", "accountable_manager", "lead_officer", "led_by", "notices_to",
    "attested_by", "post", "members", "approved_by",
})  # fmt: skip
"""Fields that name a post or a body."""
LONGEST = 60
"""Characters of the longest name; what is longer is a sentence."""
JOINING = re.compile(r" (?:of|for|and|to|in) ")
"""Words after which a name only goes on: "Director of Adult Services" is a Director."""
_GENERIC = (
    "Adult Board Borough Care City Clinical Commissioning Council County District Foundation Group Health Hospital "
    "Hospitals Integrated Mental NHS Partnership Services Social Trust University"
)
GENERIC = frozenset(_GENERIC.split())
"""Words of the names of bodies that no body has for itself."""
SMALL = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")
"""Small letters for capitals, one for one, so that places in a text stay where they are."""


@dataclass(frozen=True, slots=True)
class Name:
    """A defined term or a name, as it is written."""

    written: str
    kind: Kind
    small: str


@dataclass(frozen=True)
class Vocabulary:
    """Names by their first word in small letters, the longest first."""

    by_first: dict[str, tuple[Name, ...]] = field(default_factory=dict)

    def at(self, small: str, first: str, place: int) -> Name | None:
        """The longest name that stands at a place, in whatever capitals. `small` is the text in small letters."""
        for name in self.by_first.get(first, ()):
            end = place + len(name.small)
            if small.startswith(name.small, place) and not small[end : end + 1].isalnum():
                return name
        return None


NO_VOCABULARY = Vocabulary()


def vocabulary_of(*agreements: Agreement) -> Vocabulary:
    """The terms and names of both versions."""
    terms = [definition.term for agreement in agreements for definition in every(Definition, agreement)]
    bodies = [name for agreement in agreements for name in _bodies(agreement)]
    return vocabulary(terms, bodies)


def vocabulary(terms: Iterable[str], bodies: Iterable[str] = ()) -> Vocabulary:
    """Terms and names, one of them and several, and the noun of each, e.g. "Board"."""
    found: dict[str, Name] = {}
    for kind, names in ((Kind.PARTY, bodies), (Kind.DEFINED, terms)):
        for name in names:
            for written in _forms(name.strip()):
                found.setdefault(written.translate(SMALL), Name(written, kind, written.translate(SMALL)))
    by_first: dict[str, list[Name]] = {}
    for each in sorted(found.values(), key=lambda each: (-len(each.small), each.small)):
        by_first.setdefault(_first(each.small), []).append(each)
    return Vocabulary({first: tuple(names) for first, names in by_first.items()})


def _first(small: str) -> str:
    end = next((i for i, letter in enumerate(small) if not letter.isalnum()), len(small))
    return small[:end]


def _forms(name: str) -> Iterator[str]:
    whole = name.removeprefix("the ").removeprefix("The ")
    head = JOINING.split(whole)[0].rpartition(" ")[2]
    for each in (whole, head) if head[:1].isupper() and len(head) > 1 else (whole,):
        if each and each[0].isalnum():
            yield each
            yield _one(each) if each.endswith("s") and not each.endswith("ss") else _several(each)


def _one(name: str) -> str:
    return name[:-3] + "y" if name.endswith("ies") else name[:-1]


def _several(name: str) -> str:
    return name[:-1] + "ies" if name.endswith("y") and name[-2:-1] not in "aeou" else name + "s"


def _bodies(agreement: Agreement) -> Iterator[str]:
    for party in agreement.parties:
        yield from (party.name, party.label, *_places(party.name))
    for schedule in agreement.schedules:
        yield from (group.name for group in getattr(schedule, "groups", ()))
    for leaf in leaves(agreement):
        parts = leaf.path.split(".")
        named = next((part for part in reversed(parts) if not part.isdigit()), "")
        if named in ROLES and isinstance(leaf.value, str) and _is_name(leaf.value):
            yield leaf.value


def _places(name: str) -> Iterator[str]:
    """The words that only this body's name has, e.g. Newtown."""
    return (word for word in name.split() if word[:1].isupper() and word not in GENERIC)


def _is_name(value: str) -> bool:
    return value[:1].isupper() and len(value) <= LONGEST and not value.endswith(".")
