"""Plain data that its schema allows, into the frozen model: one generic builder led by the type hints."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Any, NewType, TypeVar, Union, get_args, get_origin

from section75.language.text import one_line
from section75.model.hints import hints_of
from section75.model.units import Prose

Convert = Callable[[Any], Any]
T = TypeVar("T")
UNEVEN = re.compile(r"[\t\n\r\f\v]|\A |  | \Z")
"""Line breaks, and blanks at the ends or one after another."""


def build(cls: type[T], data: dict[str, Any]) -> T:
    """An instance of a model class from data that has passed its schema."""
    instance: T = _builder(cls)(data)  # type: ignore[arg-type]  # mypy does not see that a class is hashable
    return instance


def _on_one_line(words: str) -> str:
    """Words that are no Markdown print on one line, however they are typed."""
    return one_line(words) if UNEVEN.search(words) else words


PLAIN: dict[Any, Convert | None] = {Prose: None, Any: None, Decimal: None, bool: None, int: int, str: _on_one_line}
"""How a plain value becomes what its hint asks; None where it stays as it is."""


@cache
def _builder(cls: type) -> Convert:
    """A function from data to an instance. Its table of fields is filled on first use: a clause holds clauses."""
    table: dict[str, tuple[str, Convert | None]] = {}

    def make(data: dict[str, Any]) -> Any:
        if not table:
            hints = hints_of(cls)
            for field in fields(cls):
                table[field.name.rstrip("_")] = (field.name, _converter(hints[field.name]))
        given: dict[str, Any] = {}
        for key, value in data.items():
            name, convert = table[key]
            given[name] = value if convert is None else convert(value)
        return cls(**given)

    return make


@cache
def _converter(hint: Any) -> Convert | None:
    """How a value becomes what the hint asks; None where it stays as it is."""
    if hint in PLAIN:
        return PLAIN[hint]
    if isinstance(hint, NewType):
        return _converter(hint.__supertype__)
    if get_origin(hint) is tuple:
        inner = _converter(get_args(hint)[0])
        return tuple if inner is None else lambda items: tuple([inner(item) for item in items])
    if get_origin(hint) in (Union, UnionType):
        plain = [part for part in get_args(hint) if part is not type(None)]
        return _converter(plain[0]) if len(plain) == 1 else None
    if is_dataclass(hint) and isinstance(hint, type):
        return _builder(hint)
    raise TypeError(f"the model has a field of a type that cannot be read: {hint}")
