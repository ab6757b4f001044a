"""What ids stand for and what fields point to, read from data as the schemas say: `x-is` and `x-points-to`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from section75.model.pointing import Pointer, Pointing
from section75.outline.units import Keys
from section75.schema.assembling import Schema, schema_of

Nouns = tuple[str, ...]


@dataclass(slots=True)
class _Plan:
    """The part of a schema that bears on ids; a list and its items are one. Clauses hold clauses, and so do plans."""

    nouns: Nouns = ()
    wanted: Nouns = ()
    fields: dict[str, _Plan] = field(default_factory=dict)


@dataclass(slots=True)
class _Found:
    things: dict[str, Nouns] = field(default_factory=dict)
    pointers: list[Pointer] = field(default_factory=list)


def pointing(files: Iterable[tuple[str, Any]]) -> Pointing:
    """What the ids in files stand for and what their fields point to.

    Each file is given as the kind of its schema and its data. Values of a form that the schema does not allow are
    passed over; of two things with one id the first counts.
    """
    found = _Found()
    for kind, data in files:
        _gather(data, _plan_of(kind), "", "", found)
    return Pointing(found.things, tuple(found.pointers))


def id_keys(kind: str, data: Any) -> Iterator[Keys]:
    """The path to every value of a file that is the id of something or names one. `kind` is that of its schema."""
    return _id_keys(data, _plan_of(kind), ())


def _id_keys(value: Any, plan: _Plan, keys: Keys) -> Iterator[Keys]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _id_keys(item, plan, (*keys, index))
    elif isinstance(value, dict):
        if plan.nouns and isinstance(value.get("id"), str):
            yield (*keys, "id")
        for name, inner in plan.fields.items():
            if name in value:
                yield from _id_keys(value[name], inner, (*keys, name))
    elif plan.wanted and isinstance(value, str):
        yield keys


def nouns(said: str | list[str] | None) -> Nouns:
    """The words of `x-is` or `x-points-to`, which is one word or a list of them."""
    return (said,) if isinstance(said, str) else tuple(said or ())


def _gather(value: Any, plan: _Plan, owner: str, path: str, found: _Found) -> None:
    if isinstance(value, list):
        for index, item in enumerate(value):
            _gather(item, plan, owner, f"{path}.{index}", found)
    elif isinstance(value, dict):
        own = value.get("id")
        if plan.nouns and isinstance(own, str):
            found.things.setdefault(own, plan.nouns)
            owner, path = own, ""
        for name, inner in plan.fields.items():
            if name in value:
                _gather(value[name], inner, owner, f"{path}.{name}" if path else name, found)
    elif plan.wanted and isinstance(value, str):
        found.pointers.append(Pointer(owner, path, value, plan.wanted))


@cache
def _plan_of(kind: str) -> _Plan:
    return _filled(schema_of(kind), {})


def _filled(schema: Schema, shared: dict[str, _Plan]) -> _Plan:
    """The plan of a schema; `shared` holds those of clauses and tables, begun or done."""
    if "items" in schema:
        return _filled(schema["items"], shared)
    if "$ref" in schema:
        name = schema["$ref"].removesuffix(".json")
        if name not in shared:
            shared[name] = _Plan()
            _fill(shared[name], schema_of(name), shared)
        return shared[name]
    plan = _Plan()
    _fill(plan, schema, shared)
    return plan


def _fill(plan: _Plan, schema: Schema, shared: dict[str, _Plan]) -> None:
    plan.nouns, plan.wanted = nouns(schema.get("x-is")), nouns(schema.get("x-points-to"))
    parts = {name: _filled(about, shared) for name, about in schema.get("properties", {}).items()}
    plan.fields.update({name: part for name, part in parts.items() if part.nouns or part.wanted or part.fields})
