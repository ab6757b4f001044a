"""The roles that an agreement names: of members, lead officers, owners, posts, and those to whom notices go."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from section75.model import Agreement
from section75.model.walk import walk

FIELDS = ("role", "lead_officer", "owner", "post", "notices_to", "pool_manager", "accountable_manager")
"""The fields that hold a role."""


def is_role(agreement: Agreement, words: str) -> bool:
    """Whether an agreement names such a role, however it is written in capitals."""
    return _plain(words) in {_plain(role) for role in roles(agreement)}


def roles(agreement: Agreement) -> tuple[str, ...]:
    """The roles that an agreement names, each once, in printed order."""
    # Some fields of these names hold the id of a party.
    parties: set[str] = {party.id for party in agreement.parties}
    found = (" ".join(role.split()) for role in _roles(agreement))
    return tuple(dict.fromkeys(role for role in found if role and role not in parties))


def _roles(agreement: Agreement) -> Iterator[str]:
    for holder in (*(thing.value for thing in walk(agreement)), *agreement.to_settle):
        yield from (value for field in FIELDS if isinstance(value := _value(holder, field), str))


def _value(holder: Any, field: str) -> Any:
    return getattr(holder, field, "")


def _plain(words: str) -> str:
    plain = " ".join(words.casefold().split())
    return plain.removeprefix("the ")
