"""The JSON Schema files, one a kind, and data judged by them.

The only room that imports jsonschema and jsonschema_rs. Knows nothing of YAML or places: a `Violation` names a path
into the data.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

import jsonschema_rs

from section75.schema.words import Violation, violations_of

__all__ = ["KINDS", "OUTPUTS", "SHARED", "Violation", "schema_of", "schema_text", "violations"]

KINDS = (
    "agreement",
    "aims-and-outcomes",
    "governance",
    "service",
    "functions",
    "safeguarding",
    "hr-protocols",
    "performance",
    "finance",
    "information-sharing",
    "eligibility-and-charging",
    "amhp-interface",
    "training",
    "workforce",
    "policies",
    "protocol",
    "pooled-fund",
    "scheme-specification",
    "risk-share",
    "conditions",
    "work-plan",
    "action-plan",
    "records",
    "general",
    "risks",
    "record",
    "response",
    "catalogue",
)
"""Every kind of file, in the order in which they are explained."""
OUTPUTS = ("differences", "review")
"""What the command itself writes as JSON."""
SHARED = ("clause", "table")
"""Schemas that the others point to."""


def schema_text(kind: str) -> str:
    """The JSON Schema of a kind, as it stands on disk."""
    return files(__name__).joinpath(f"{kind}.json").read_text(encoding="utf-8")


@cache
def schema_of(kind: str) -> dict[str, Any]:
    """The JSON Schema of a kind."""
    schema: dict[str, Any] = json.loads(schema_text(kind))
    return schema


def violations(kind: str, data: Any) -> tuple[Violation, ...]:
    """Everything in the data that the schema of its kind does not allow, in words for a lawyer.

    Sound data, nearly all there is, is passed by a validator in Rust, a hundred times faster; the one in Python, whose
    errors name their schema, is asked only what is wrong. A test holds the two to the same verdict.
    """
    if _gate(kind).is_valid(data):
        return ()
    return tuple(violations_of(_validator(kind).iter_errors(data)))


@cache
def _gate(kind: str) -> jsonschema_rs.Draft202012Validator:
    shared = jsonschema_rs.Registry([(schema_of(name)["$id"], schema_of(name)) for name in SHARED])
    return jsonschema_rs.Draft202012Validator(schema_of(kind), registry=shared, validate_formats=True)


@cache
def _validator(kind: str) -> Any:
    from jsonschema import Draft202012Validator  # noqa: PLC0415 -- only where something is wrong

    return _decimal_validator()(schema_of(kind), format_checker=Draft202012Validator.FORMAT_CHECKER)


@cache
def _decimal_validator() -> Any:
    """A validator to which a number is a Decimal, as the reader makes it, and a reference names a shared schema."""
    from jsonschema import Draft202012Validator, validators  # noqa: PLC0415

    checker = Draft202012Validator.TYPE_CHECKER.redefine_many(
        {
            "number": lambda _, value: isinstance(value, Decimal),
            "integer": lambda _, value: isinstance(value, Decimal) and value == value.to_integral_value(),
        }
    )
    return validators.extend(  # type: ignore[no-untyped-call]  # the library has no types here
        Draft202012Validator, {"$ref": _shared}, type_checker=checker
    )


def _shared(validator: Any, reference: str, instance: Any, _schema: Any) -> Iterator[Any]:
    """Go on in a shared schema. The library would work out the address anew for each clause, most of its time."""
    yield from validator.descend(instance, _nameless(reference.removesuffix(".json")))


@cache
def _nameless(kind: str) -> dict[str, Any]:
    """A shared schema without its `$schema`, at sight of which the library would go on with a validator of its own."""
    return {key: value for key, value in schema_of(kind).items() if key != "$schema"}
