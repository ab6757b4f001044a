"""Canonical JSON back into the files of an agreement, so that what a Word file carries is read like any other.

What does not print is not carried: a schedule's kind is the first whose schema its data meets.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

SchemaOf = Mapping[str, Any]
COUNTED = ("number", "pounds", "per-cent", "wte")
"""Units of a column whose cells are numbers."""


class CarriedError(ValueError):
    """What was carried is no agreement."""


def restored(
    source: str,
    kinds: Sequence[str],
    schema_of: Callable[[str], SchemaOf],
    shared: Mapping[str, SchemaOf],
    fits: Callable[[str, Any], bool],
) -> dict[str, str]:
    """The files of an agreement, path to text; JSON is YAML too.

    `kinds` are those a schedule may have, `fits(kind, data)` says whether data meets the schema of a kind. Raises
    `CarriedError` where the source is not of this form.
    """
    try:
        main, *schedules = json.loads(source)
        files = {f"schedules/{schedule['id']}.yaml": schedule for schedule in schedules}
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise CarriedError("it is not the source of an agreement") from error
    agreement = {"format": Decimal(1), **_typed(main, schema_of("agreement"), shared)}
    if files:
        agreement["schedules"] = list(files)
    written = {"agreement.yaml": _written(agreement)}
    for path, schedule in files.items():
        for kind in kinds:
            data = {"format": Decimal(1), "kind": kind, **_typed(schedule, schema_of(kind), shared)}
            if fits(kind, data):
                break
        else:
            raise CarriedError(f'the schedule "{schedule["id"]}" is of no known kind')
        written[path] = _written(data)
    return written


def _typed(value: Any, schema: SchemaOf, shared: Mapping[str, SchemaOf], unit: str = "number") -> Any:
    """The data with the numbers that canonical JSON writes as strings made numbers, as their schema says."""
    schema = shared[schema["$ref"]] if "$ref" in schema else schema
    if isinstance(value, dict):
        about = schema.get("properties", {})
        units = [column.get("unit", "") for column in value.get("columns", ()) if isinstance(column, dict)]
        typed = {key: _typed(item, about.get(key, {}), shared) for key, item in value.items() if key != "rows"}
        # What is required and does not print, a party's kind, is not carried: comparing asks for any.
        unprinted = (key for key in schema.get("required", ()) if key not in value and key in about)
        typed |= {key: about[key]["enum"][0] for key in unprinted if "enum" in about[key]}
        if "rows" in value:
            typed["rows"] = [_row(row, about.get("rows", {}).get("items", {}), shared, units) for row in value["rows"]]
        return typed
    if isinstance(value, list):
        return [_typed(item, schema.get("items", {}), shared) for item in value]
    kinds = schema.get("type")
    number = kinds in ("number", "integer") or (isinstance(kinds, list) and "number" in kinds and unit in COUNTED)
    return _number(value) if number and isinstance(value, str) else value


def _row(row: Any, schema: SchemaOf, shared: Mapping[str, SchemaOf], units: Sequence[str]) -> Any:
    """A row; its cells are numbers where the unit of their column counts."""
    if not units or not isinstance(row, dict) or "cells" not in row:
        return _typed(row, schema, shared)
    cell = schema.get("properties", {}).get("cells", {}).get("items", {})
    typed = {key: _typed(item, schema.get("properties", {}).get(key, {}), shared) for key, item in row.items()}
    typed["cells"] = [_typed(value, cell, shared, unit) for value, unit in zip(row["cells"], units, strict=False)]
    return typed


def _number(text: str) -> Any:
    try:
        return Decimal(text)
    except InvalidOperation:
        return text


def _written(value: Any) -> str:
    """JSON with a line for each field, so that a place in it can be named; decimals as they are."""
    if isinstance(value, dict):
        return "{" + ",\n".join(f"{json.dumps(key)}: {_written(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",\n".join(map(_written, value)) + "]"
    return str(value) if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)
