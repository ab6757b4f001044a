"""The schemas put together from their files: what several have in common stands once, in `common.json`.

A property there is `{"$ref": "common.json#/$defs/prose", "title": "Stage", "description": "Name of the stage."}`: what
stands beside `$ref` is added to the shared part, and its title and description replace those of the shared part.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

COMMON = "common"
SHARED = ("clause", "table")
"""Schemas that the others point to whole: a clause holds clauses, so that it cannot be put in where it is named."""
DEFS = "#/$defs/"
ROOM = "section75.schema"

Schema = dict[str, Any]


def schema_text(name: str) -> str:
    """A schema file as it stands on disk."""
    return files(ROOM).joinpath(f"{name}.json").read_text(encoding="utf-8")


@cache
def schema_of(kind: str) -> Schema:
    """The JSON Schema of a kind, with every common part put in; only clauses and tables stay as references.

    Common parts are one object wherever they occur: nobody may change what comes out.
    """
    schema: Schema = _expanded(_loaded(kind))
    return schema


def bundle(kind: str) -> Schema:
    """The JSON Schema of a kind in one piece, for any validator: what it refers to stands under its `$defs`."""
    found: Schema = {}
    schema: Schema = _bundled(_loaded(kind), kind, found)
    return {**schema, "$defs": dict(sorted(found.items()))} if found else schema


@cache
def _loaded(name: str) -> Schema:
    schema: Schema = json.loads(schema_text(name))
    return schema


def _expanded(node: Any) -> Any:
    if isinstance(node, list):
        return [_expanded(item) for item in node]
    if not isinstance(node, dict):
        return node
    _, common, name = node.get("$ref", "").partition(DEFS)
    if common:
        return {**_part(name), **{key: value for key, value in node.items() if key != "$ref"}}
    return {key: _expanded(value) for key, value in node.items()}


@cache
def _part(name: str) -> Schema:
    """A common part, expanded."""
    part: Schema = _expanded(_loaded(COMMON)["$defs"][name])
    return part


def _bundled(node: Any, kind: str, found: Schema) -> Any:
    """A piece of a schema file with its references pointing into the bundle; what they need is added to `found`."""
    if isinstance(node, list):
        return [_bundled(item, kind, found) for item in node]
    if not isinstance(node, dict):
        return node
    piece = {key: _bundled(value, kind, found) for key, value in node.items()}
    if "$ref" in piece:
        piece["$ref"] = _taken_in(piece["$ref"], kind, found)
    return piece


def _taken_in(reference: str, kind: str, found: Schema) -> str:
    """The reference as the bundle says it, once what it names has been taken in."""
    file, _, name = reference.partition(DEFS)
    whole = file.removesuffix(".json")
    if not name and whole == kind:
        return "#"
    key = name or whole
    if key not in found:
        found[key] = {}  # A clause holds clauses: the name is taken before its contents are looked at.
        part = _loaded(COMMON)["$defs"][name] if name else without_address(_loaded(whole))
        found[key] = _bundled(part, kind, found)
    return DEFS + key


def without_address(schema: Schema) -> Schema:
    """A schema to stand inside another: without `$id`, from which its references would be counted, and `$schema`."""
    return {key: value for key, value in schema.items() if key not in ("$id", "$schema")}
