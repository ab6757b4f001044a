"""`s75-digest-1`: SHA-256 over canonical JSON (RFC 8785) of the source data that prints.

A field is in if and only if it prints; its schema says so by `x-prints`. Text is in Unicode normal form C; the soft
line breaks of prose count as spaces, so that wrapping a paragraph anew changes nothing. Decimals and dates are strings,
absent fields stay out, ids are in.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

SCHEME = "s75-digest-1"
SOFT_BREAK = re.compile(r"[ \t]*\r?\n[ \t]*")
PARAGRAPH_BREAK = re.compile(r"(?:[ \t]*\r?\n){2,}[ \t]*")
SchemaOf = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Digests:
    """The digest of the whole, of each schedule and of each clause, in hexadecimal."""

    whole: str
    schedules: Mapping[str, str]
    clauses: Mapping[str, str]


def digests(files: Sequence[tuple[Mapping[str, Any], SchemaOf]], clause_schema: SchemaOf) -> Digests:
    """The digests of an agreement: its file first, then its schedules, each with the schema of its kind."""
    printed = [_printed(data, schema, clause_schema) for data, schema in files]
    clauses = {clause["id"]: _sha(clause) for file in printed for clause in _clauses(file)}
    return Digests(_sha(printed), {file["id"]: _sha(file) for file in printed[1:]}, clauses)


def printed_source(files: Sequence[tuple[Mapping[str, Any], SchemaOf]], clause_schema: SchemaOf) -> str:
    """The canonical JSON over which the whole is digested; the source that a Word file carries."""
    return canonical([_printed(data, schema, clause_schema) for data, schema in files])


def canonical(value: Any) -> str:
    """RFC 8785: keys in order, no spaces, no number but those in strings.

    The order of UTF-16 code units that the RFC asks for is that of code points here, for the names of the schemas are
    plain letters; a test holds them to it.
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def digest_of(source: str) -> str:
    """The digest, in hexadecimal, of a canonical source."""
    return hashlib.sha256(source.encode("utf-8")).hexdigest()


def _sha(value: Any) -> str:
    return digest_of(canonical(value))


def _printed(value: Any, schema: SchemaOf, clause_schema: SchemaOf) -> Any:
    """The data with every field left out that its schema marks `x-prints: false`."""
    if "$ref" in schema:
        schema = clause_schema[schema["$ref"]]
    if isinstance(value, dict):
        about = schema.get("properties", {})
        kept = ((key, item, about.get(key, {})) for key, item in value.items())
        return {key: _printed(item, rule, clause_schema) for key, item, rule in kept if rule.get("x-prints", True)}
    if isinstance(value, list):
        rule = schema.get("items", {})
        return [_printed(item, rule, clause_schema) for item in value]
    if isinstance(value, Decimal):
        return _figure(value, pounds=schema.get("x-unit") == "pounds")
    return _scalar(value, prose=schema.get("contentMediaType") == "text/markdown")


def _figure(value: Decimal, pounds: bool) -> str:
    """A figure as it prints: money in one form however it is typed, every other with the digits that it has."""
    return f"{value.normalize():f}" if pounds and value else "0" if pounds else f"{value:f}"


def _scalar(value: Any, prose: bool) -> Any:
    if isinstance(value, bool):
        return value
    text = unicodedata.normalize("NFC", str(value))
    if "\n" not in text:
        return text.strip() if prose else text
    return "\n\n".join(SOFT_BREAK.sub(" ", part) for part in PARAGRAPH_BREAK.split(text.strip())) if prose else text


def _clauses(node: Any) -> Iterator[dict[str, Any]]:
    """Every clause below a file, a Part, an appendix or a clause."""
    for clause in node.get("clauses", ()):
        yield clause
        yield from _clauses(clause)
    for section in (*node.get("parts", ()), *node.get("appendices", ())):
        yield from _clauses(section)
