"""Data of YAML files: as plain dictionaries and lists, and made from a schema."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from section75 import model, schema

CLASSES = {"agreement": model.Agreement, "risks": model.RiskRegister, **model.SCHEDULE_KINDS}


def plain(node: Any) -> Any:
    """Data without the places that reading left on it."""
    if isinstance(node, dict):
        return {key: plain(value) for key, value in node.items()}
    return [plain(value) for value in node] if isinstance(node, list) else node


def as_json(node: Any) -> Any:
    """Data as any JSON reader would have it: integers and floats in place of our decimals."""
    if isinstance(node, dict):
        return {key: as_json(value) for key, value in node.items()}
    if isinstance(node, list):
        return [as_json(value) for value in node]
    if isinstance(node, Decimal):
        return int(node) if node == node.to_integral_value() else float(node)
    return node


def decimals(node: Any) -> Any:
    """Data with decimals in place of integers, as the builder wants it."""
    if isinstance(node, bool):
        return node
    if isinstance(node, int):
        return Decimal(node)
    if isinstance(node, dict):
        return {key: decimals(value) for key, value in node.items()}
    return [decimals(value) for value in node] if isinstance(node, list) else node


def value_for(about: dict[str, Any]) -> Any:
    """Data of every property, made from the schema alone."""
    if "$ref" in about:
        return {"id": "some-id"} if about["$ref"] == "clause.json" else value_for(schema.schema_of("table"))
    if "const" in about:
        return (
            Decimal(about["const"])
            if isinstance(about["const"], int) and about["const"] is not True
            else about["const"]
        )
    if "enum" in about:
        return about["enum"][0]
    kind = about["type"][0] if isinstance(about["type"], list) else about["type"]
    if kind == "object":
        return {name: value_for(inner) for name, inner in about["properties"].items()}
    if kind == "array":
        return [value_for(about["items"]), value_for(about["items"])]
    if kind in ("number", "integer"):
        return Decimal(1)
    if kind == "boolean":
        return True
    return _words(about)


def _words(about: dict[str, Any]) -> str:
    samples = ("some-id", "1.0", "2018-19", "ST-10", "2018-04-01")
    return next(s for s in samples if re.search(about.get("pattern", ""), s))
