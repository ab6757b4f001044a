"""Data held against a JSON Schema that came with it, such as the test of a review item.

Patterns are matched by an engine whose time grows in step with the text, so that none can run on without end; it
therefore knows no look-around and no back-references. Nothing is fetched: a reference may lead within the schema only.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import jsonschema_rs

LARGEST = 1_000_000
"""Bytes that a pattern may take once it is compiled."""


class NotASchemaError(ValueError):
    """What was given is no JSON Schema. `path` leads to the place within it."""

    def __init__(self, message: str, path: Sequence[str | int]) -> None:
        super().__init__(message)
        self.path = tuple(path)


def matcher(schema: Any) -> Callable[[Any], bool]:
    """Whether data meets a JSON Schema, as a function. Raises `NotASchemaError`."""
    try:
        validator = jsonschema_rs.Draft202012Validator(
            _plain(schema),
            pattern_options=jsonschema_rs.RegexOptions(size_limit=LARGEST),
            retriever=_refused,
            validate_formats=True,
        )
    except (jsonschema_rs.ValidationError, ValueError) as error:
        path = getattr(error, "instance_path", [])
        raise NotASchemaError(_said(error), path) from error
    return validator.is_valid


def _plain(value: Any) -> Any:
    """The schema as the built-in types that the validator knows."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value


def _refused(address: str) -> Any:
    raise ValueError(f"{address} lies outside the schema")


def _said(error: ValueError) -> str:
    message = str(getattr(error, "message", error)).splitlines()[0]
    if message.endswith('is not a "regex"'):
        return f"{message.split(' is not')[0]} is not a pattern that can be matched in steady time"
    return message
