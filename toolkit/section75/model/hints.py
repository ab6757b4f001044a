"""The types of the fields of a model class, as its annotations say."""

from __future__ import annotations

from typing import Any, get_type_hints

KNOWN: dict[type[Any], dict[str, Any]] = {}


def hints_of(cls: type[Any]) -> dict[str, Any]:
    """The type of each field by its name. Reading annotations is slow, so each class is read once."""
    if cls not in KNOWN:
        KNOWN[cls] = get_type_hints(cls)
    return KNOWN[cls]
