"""Records of few fields as files: that a term was extended, that a print was sent out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from section75.load.emit import named


def record_file(kind: str, data: Mapping[str, Any]) -> bytes:
    """The file of a record of a kind; fields that are empty stay out."""
    given = {"format": 1, **{name: value for name, value in data.items() if value}}
    lines = [line for name, value in given.items() for line in named(name, value, 0)]
    return "\n".join((f"# yaml-language-server: $schema=../{kind}.json", *lines, "")).encode()
