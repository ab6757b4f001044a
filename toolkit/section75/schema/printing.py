"""What prints: the one answer, for the digest, for look-ups and for what a Word file carries.

A field prints unless its schema says `x-prints: false`. Some print where they stand, others only where a look-up names
them, such as `term.end`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from section75.schema.assembling import Schema, schema_of

__all__ = [
    "SCHEDULES",
    "Schema",
    "fields_of",
    "is_prose",
    "items_of",
    "printed",
    "prints",
    "prints_at",
    "rule_at",
    "rule_of",
    "wanting",
]

SCHEDULES = "schedules"
"""The field of an agreement that lists the paths of its schedules. The paths do not print; the schedules do."""
PROSE = "text/markdown"
FORMAT = "format"
"""The same in every file, so that nothing need carry it."""
Leaf = Callable[[Any, Schema], Any]
"""Turns a single value into what stands for it, by the rule of its field."""


def rule_of(data: Mapping[str, Any]) -> Schema:
    """The schema of a file of an agreement: by its kind, and that of the agreement itself for want of one."""
    return schema_of(str(data.get("kind", "agreement")))


def fields_of(rule: Schema) -> Schema:
    """The rule of each field of an object, by name; none for a rule of something else."""
    fields: Schema = _followed(rule).get("properties", {})
    return fields


def items_of(rule: Schema) -> Schema:
    """The rule of the items of a list."""
    items: Schema = _followed(rule).get("items", {})
    return items


def rule_at(rule: Schema, keys: Sequence[str | int]) -> Schema:
    """The rule of what stands at keys below something; an empty one where no field has that name."""
    for key in keys:
        rule = items_of(rule) if isinstance(key, int) else fields_of(rule).get(key, {})
    return rule


def prints_at(rule: Schema, keys: Sequence[str | int]) -> bool:
    """Whether what stands at keys below something prints, and all that holds it."""
    return all(prints(rule_at(rule, keys[:length])) for length in range(1, len(keys) + 1))


def prints(rule: Schema) -> bool:
    """Whether what the rule is about prints."""
    return bool(rule.get("x-prints", True))


def is_prose(rule: Schema) -> bool:
    """Whether the rule is of words with emphasis, references and look-ups, whose line breaks do not print."""
    return bool(rule.get("contentMediaType") == PROSE)


def printed(value: Any, rule: Schema, leaf: Leaf) -> Any:
    """The data with every field left out that does not print, and each single value turned by `leaf`."""
    if isinstance(value, dict):
        fields = fields_of(rule)
        found = {}
        for key, item in value.items():
            about = fields.get(key, {})
            if prints(about):
                found[key] = printed(item, about, leaf) if isinstance(item, dict | list) else leaf(item, about)
        return found
    if isinstance(value, list):
        about = items_of(rule)
        return [printed(item, about, leaf) for item in value]
    return leaf(value, rule)


def wanting(rule: Schema) -> Iterator[str]:
    """The fields of an object that are required and do not print, save the format."""
    for name in _followed(rule).get("required", ()):
        if name != FORMAT and not prints(fields_of(rule).get(name, {})):
            yield name


def _followed(rule: Schema) -> Schema:
    """The schema of clauses or tables in place of a reference to it."""
    return schema_of(rule["$ref"].removesuffix(".json")) if "$ref" in rule else rule
