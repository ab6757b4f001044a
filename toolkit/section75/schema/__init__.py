"""The JSON Schema files, one a kind, and data judged by them.

The only room that imports jsonschema and jsonschema_rs. Knows nothing of YAML or places: a `Violation` names a path
into the data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

import jsonschema_rs

from section75.model import SCHEDULE_KINDS
from section75.schema.assembling import COMMON, SHARED, bundle, schema_of, schema_text, without_address
from section75.schema.pointing import pointing
from section75.schema.words import Violation, matches, violations_of

__all__ = [
    "COMMON",
    "KINDS",
    "OUTPUTS",
    "SHARED",
    "Violation",
    "bundle",
    "is_sound",
    "is_words",
    "pointing",
    "schema_of",
    "schema_text",
    "violations",
]

KINDS = (
    "agreement",
    *SCHEDULE_KINDS,
    "risks",
    "record",
    "response",
    "confirmation",
    "approval",
    "executed",
    "extended",
    "circulated",
    "catalogue",
    "law",
)
"""Every kind of file, in the order in which they are explained; a schedule's kinds are the classes of the model."""
OUTPUTS = ("differences", "review", "portfolio")
"""What the command itself writes as JSON."""


def violations(kind: str, data: Any) -> tuple[Violation, ...]:
    """Everything in the data that the schema of its kind does not allow, in words for a lawyer.

    Sound data, nearly all there is, is passed by a validator in Rust, a hundred times faster; the one in Python, whose
    errors name their schema, is asked only what is wrong. A test holds the two to the same verdict.
    """
    if quick_validator(kind).is_valid(data):
        return ()
    return tuple(violations_of(full_validator(kind).iter_errors(data)))


def is_sound(kind: str, data: Any) -> bool:
    """Whether the data is what the schema of a kind allows, such as what the command itself wrote as JSON."""
    return bool(quick_validator(kind).is_valid(data))


def is_words(kind: str, path: Sequence[str | int]) -> bool:
    """Whether the schema of a kind asks for free words at a path into the data: a title, a text, a note."""
    about = schema_of(kind)
    for key in path:
        about = about.get("items", {}) if isinstance(key, int) else about.get("properties", {}).get(key, {})
        if "$ref" in about:
            about = schema_of(about["$ref"].removesuffix(".json"))
    types = about.get("type", ())
    return "string" in ((types,) if isinstance(types, str) else types) and "pattern" not in about


@cache
def quick_validator(kind: str) -> jsonschema_rs.Draft202012Validator:
    """Says whether data is sound by the schema of a kind, a hundred times faster than the full one."""
    shared = jsonschema_rs.Registry([(schema_of(name)["$id"], schema_of(name)) for name in SHARED])
    return jsonschema_rs.Draft202012Validator(schema_of(kind), registry=shared, validate_formats=True)


@cache
def full_validator(kind: str) -> Any:
    """Says what is wrong with data by the schema of a kind. Gives the same verdict as the quick one."""
    from jsonschema import Draft202012Validator  # noqa: PLC0415 -- only where something is wrong

    return _decimal_validator()(schema_of(kind), format_checker=Draft202012Validator.FORMAT_CHECKER)


@cache
def _decimal_validator() -> Any:
    """A validator to which a number is a Decimal, as the reader makes it, and `$ref` leads to clauses or tables."""
    from jsonschema import Draft202012Validator, validators  # noqa: PLC0415

    checker = Draft202012Validator.TYPE_CHECKER.redefine_many(
        {
            "number": lambda _, value: isinstance(value, Decimal),
            "integer": lambda _, value: isinstance(value, Decimal) and value == value.to_integral_value(),
        }
    )
    return validators.extend(  # type: ignore[no-untyped-call]  # the library has no types here
        Draft202012Validator, {"$ref": _follow, "pattern": _pattern}, type_checker=checker
    )


def _pattern(validator: Any, pattern: str, instance: Any, _schema: Any) -> Iterator[Any]:
    """Judge words by a pattern as JSON Schema means it, as the validator in Rust does."""
    from jsonschema.exceptions import ValidationError  # noqa: PLC0415

    if validator.is_type(instance, "string") and not matches(pattern, instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


def _follow(validator: Any, reference: str, instance: Any, _schema: Any) -> Iterator[Any]:
    """Judge a clause or table by its schema, found by name: looking its address up takes a tenth longer in a file."""
    yield from validator.descend(instance, _inner(reference.removesuffix(".json")))


@cache
def _inner(kind: str) -> dict[str, Any]:
    """The schema of clauses or tables. Its `$schema` would make the library go on without our kinds of number."""
    return without_address(schema_of(kind))
