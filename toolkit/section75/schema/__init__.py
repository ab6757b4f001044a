"""The JSON Schema files, one a kind, and data judged by them.

The only room that imports jsonschema. Knows nothing of YAML or places: a `Violation` names a path into the data.
"""

from __future__ import annotations

import json
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator, validators
from referencing import Registry, Resource

from section75.schema.words import Violation, violations_of

__all__ = ["KINDS", "Violation", "schema_of", "schema_text", "violations"]

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
    "general",
    "risks",
)
"""Every kind of file, in the order in which they are explained."""
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
    """Everything in the data that the schema of its kind does not allow, in words for a lawyer."""
    return tuple(violations_of(_validator(kind).iter_errors(data)))


@cache
def _validator(kind: str) -> Any:
    resources = ((schema_of(name)["$id"], Resource.from_contents(schema_of(name))) for name in SHARED)
    registry: Registry[Any] = Registry().with_resources(resources)
    return _decimal_validator()(schema_of(kind), registry=registry, format_checker=Draft202012Validator.FORMAT_CHECKER)


@cache
def _decimal_validator() -> Any:
    """A validator for which a number is a Decimal, as the reader makes it."""
    checker = Draft202012Validator.TYPE_CHECKER.redefine_many(
        {
            "number": lambda _, value: isinstance(value, Decimal),
            "integer": lambda _, value: isinstance(value, Decimal) and value == value.to_integral_value(),
        }
    )
    return validators.extend(  # type: ignore[no-untyped-call]  # the library has no types here
        Draft202012Validator, type_checker=checker
    )
