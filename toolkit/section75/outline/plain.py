"""Plain data: copied, and compared in kind too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def plain_copy(node: Any) -> Any:
    """The data as plain dictionaries and lists that may be changed without changing the source."""
    if isinstance(node, str):
        return node
    if isinstance(node, Mapping):
        return {key: plain_copy(value) for key, value in node.items()}
    if isinstance(node, list | tuple):
        return [plain_copy(item) for item in node]
    return node


def same(one: Any, other: Any) -> bool:
    """Whether two pieces of data are the same, in kind too: true is not 1, and "1" is not 1."""
    if type(one) is str and type(other) is str:
        return one == other
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, str | bool) or isinstance(other, str | bool):
        return type(one) is type(other) and bool(one == other)
    return bool(one == other)
