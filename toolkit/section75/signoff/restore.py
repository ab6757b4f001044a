"""Canonical JSON back into the files of an agreement, so that what a Word file carries is read like any other.

The source holds what prints. What an agreement cannot do without and does not print, the kind of a schedule or of a
party, is carried beside it as the `structure`: a JSON object from dotted name to value. Nothing is guessed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from section75.model import SCHEDULE_KINDS
from section75.model.table import NUMERIC
from section75.schema import schema_of
from section75.schema.printing import Schema, fields_of, items_of, rule_of, wanting
from section75.signoff.digest import canonical


class CarriedError(ValueError):
    """What was carried is no agreement."""


def structure(files: Sequence[Mapping[str, Any]]) -> str:
    """What is required and does not print, as canonical JSON: `{"parties.trust.kind":"nhs-trust", ...}`.

    `files` are the data of the agreement and of its schedules.
    """
    found: dict[str, str] = {}
    for data in files:
        _gather(data, rule_of(data), f"schedules.{data['id']}." if "kind" in data else "", found)
    return canonical(found)


def restored(source: str, beside: str) -> dict[str, str]:
    """The files of an agreement, path to text, from what prints and the structure beside it; JSON is YAML too.

    Raises `CarriedError` where the two are not of this form.
    """
    try:
        main, *schedules = json.loads(source)
        held = dict(json.loads(beside))
        files = {f"schedules/{schedule['id']}.yaml": schedule for schedule in schedules}
        agreement = {"format": Decimal(1), **_typed(main, schema_of("agreement"), held, "")}
        if files:
            agreement["schedules"] = list(files)
        return {"agreement.yaml": _written(agreement)} | {
            path: _written({"format": Decimal(1), **_schedule(schedule, held)}) for path, schedule in files.items()
        }
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise (
            error if isinstance(error, CarriedError) else CarriedError("it is not the source of an agreement")
        ) from error


def _gather(value: Any, rule: Schema, at: str, found: dict[str, str]) -> None:
    """Add what is required and does not print below a value, by its dotted name."""
    if isinstance(value, Mapping):
        for name in wanting(rule):
            found[at + name] = str(value[name])
        fields = fields_of(rule)
        for key, item in value.items():
            if isinstance(item, dict | list):
                _gather(item, fields.get(key, {}), f"{at}{key}.", found)
    elif isinstance(value, list):
        about = items_of(rule)
        for index, item in enumerate(value):
            if isinstance(item, dict | list):
                _gather(item, about, f"{at}{_name(item, index)}.", found)


def _name(item: Any, index: int) -> str:
    """An item of a list by its id, else by its place."""
    return str(item.get("id", index)) if isinstance(item, Mapping) else str(index)


def _schedule(data: Mapping[str, Any], held: Mapping[str, str]) -> Any:
    at = f"schedules.{data['id']}."
    kind = held.get(f"{at}kind")
    if kind not in SCHEDULE_KINDS:
        raise CarriedError(f'the schedule "{data["id"]}" is of no known kind')
    return _typed(data, schema_of(kind), held, at)


def _typed(value: Any, rule: Schema, held: Mapping[str, str], at: str, unit: str = "number") -> Any:
    """The data with the numbers that canonical JSON writes as strings made numbers, as their schema says."""
    if isinstance(value, dict):
        rules = fields_of(rule)
        units = [column.get("unit", "") for column in value.get("columns", ()) if isinstance(column, dict)]
        typed = {
            key: _typed(item, rules.get(key, {}), held, f"{at}{key}.") for key, item in value.items() if key != "rows"
        }
        missing = [name for name in wanting(rule) if at + name not in held]
        if missing:
            raise CarriedError(f"it does not say {at}{missing[0]}")
        typed |= {name: held[at + name] for name in wanting(rule)}
        if "rows" in value:
            typed["rows"] = [
                _row(row, items_of(rules.get("rows", {})), held, f"{at}rows.{_name(row, index)}.", units)
                for index, row in enumerate(value["rows"])
            ]
        return typed
    if isinstance(value, list):
        inner = items_of(rule)
        return [_typed(item, inner, held, f"{at}{_name(item, index)}.", unit) for index, item in enumerate(value)]
    kinds = rule.get("type")
    number = kinds in ("number", "integer") or (isinstance(kinds, list) and "number" in kinds and unit in NUMERIC)
    return _number(value) if number and isinstance(value, str) else value


def _row(row: Any, rule: Schema, held: Mapping[str, str], at: str, units: Sequence[str]) -> Any:
    """A row; its cells are numbers where the unit of their column counts."""
    if not units or not isinstance(row, dict) or "cells" not in row:
        return _typed(row, rule, held, at)
    rules = fields_of(rule)
    typed = {key: _typed(item, rules.get(key, {}), held, f"{at}{key}.") for key, item in row.items()}
    cell = items_of(rules.get("cells", {}))
    typed["cells"] = [_typed(value, cell, held, at, unit) for value, unit in zip(row["cells"], units, strict=False)]
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
