"""A second implementation of `s75-digest-2`, written from docs/digest.md and sharing no code with the toolkit.

Reads the agreement's YAML with every scalar as words, the schemas as JSON, and the table of printed choices from the
page. Nothing of the toolkit is imported.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "digest.md"
SCHEMAS = ROOT / "toolkit" / "section75" / "schema"
MONTHS = (
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
)  # fmt: skip


def read(text: str) -> Any:
    """YAML with every scalar as words."""
    return YAML(typ="base", pure=True).load(text)


@cache
def schema_file(name: str) -> Any:
    return json.loads((SCHEMAS / name).read_text("utf-8"))


def resolved(rule: Any, home: str) -> tuple[Any, str]:
    """A rule with what it refers to, and the schema file in which its own references are looked up."""
    while "$ref" in rule:
        file, _, pointer = rule["$ref"].partition("#")
        home = file or home
        target = schema_file(home)
        for key in pointer.strip("/").split("/") if pointer else ():
            target = target[key]
        rule = {**target, **{key: value for key, value in rule.items() if key != "$ref"}}
    return rule, home


def inner(rule: tuple[Any, str], *keys: str) -> tuple[Any, str]:
    """The rule of a field or of the items of a list."""
    found, home = rule
    for key in keys:
        found = found.get(key, {})
    return resolved(found, home)


def rule_of(file: Any) -> tuple[Any, str]:
    name = f"{file.get('kind', 'agreement')}.json"
    return resolved(schema_file(name), name)


class Agreement:
    """The files of one agreement: the agreement's own first, then its schedules as it lists them."""

    def __init__(self, files: list[Any]) -> None:
        self.files = files

    @classmethod
    def at(cls, folder: Path) -> Agreement:
        own = read((folder / "agreement.yaml").read_text("utf-8"))
        return cls([own, *(read((folder / path).read_text("utf-8")) for path in own.get("schedules", ()))])

    def source(self) -> list[Any]:
        """What is digested for the whole."""
        return [self.printed(file, rule_of(file)) for file in self.files]

    def whole(self) -> str:
        return digest(self.source())

    def units(self) -> dict[str, str]:
        own, *schedules = self.source()
        found = {f"agreement.{key}": digest(own[key]) for key in ("term", "execution") if key in own}
        for top in (*own.values(), *schedules):
            found |= dict(with_ids(top))
        return found

    def printed(self, value: Any, rule: tuple[Any, str]) -> Any:
        about = rule[0]
        if isinstance(value, dict):
            rules = {key: inner(rule, "properties", key) for key in value}
            return {key: self.printed(item, rules[key]) for key, item in value.items() if prints(rules[key])}
        if isinstance(value, list):
            return [self.printed(item, inner(rule, "items")) for item in value]
        if about.get("type") == "boolean":
            return value == "true"
        if about.get("x-unit") == "pounds":
            return money(value)
        text = unicodedata.normalize("NFC", value)
        return self.filled(unwrapped(text)) if about.get("contentMediaType") == "text/markdown" else text

    def filled(self, text: str) -> str:
        def put(match: re.Match[str]) -> str:
            if match[0] == "\\{{":
                return match[0]
            value = unicodedata.normalize("NFC", self.value(match[1].strip()))
            return "".join(f"\\{sign}" if sign in "\\`*_[]{}" else sign for sign in value)

        return re.sub(r"\\\{\{|\{\{(.*?)\}\}", put, text)

    def value(self, path: str) -> str:
        """What a look-up prints."""
        node, rule = self.files[0], rule_of(self.files[0])
        for name in path.split("."):
            if isinstance(node, list):
                node = next(item for item in node if item["id"] == name)
                rule = rule_of(node) if node in self.files[1:] else inner(rule, "items")
            elif name == "schedules":
                node = self.files[1:]
            else:
                node, rule = node[name], inner(rule, "properties", name)
                assert prints(rule), path
        return written(node, rule[0])


def prints(rule: tuple[Any, str]) -> bool:
    return rule[0].get("x-prints", True) is not False


def unwrapped(text: str) -> str:
    """Each paragraph on one line, an empty line between two."""
    paragraphs = re.split(r"\n[ \t]*\n\s*", text.replace("\r\n", "\n").strip())
    return "\n\n".join(" ".join(line.strip(" \t") for line in each.split("\n")) for each in paragraphs)


def money(value: str) -> str:
    whole, _, pence = value.partition(".")
    pence = pence.rstrip("0")
    return f"{whole}.{pence}" if pence else str(int(whole)) if int(whole) else "0"


def written(value: str, rule: Any) -> str:
    if rule.get("x-unit") == "date":
        year, month, day = value.split("-")
        return f"{int(day)} {MONTHS[int(month) - 1]} {year}"
    if rule.get("x-unit") == "pounds":
        amount = f"\u00a3{abs(Decimal(value)):,.2f}"
        return ("-" if value.startswith("-") else "") + amount.removesuffix(".00")
    if rule.get("type") == "number":
        return f"{Decimal(value):,f}"
    return value if "contentMediaType" in rule else choices().get(value, value)


@cache
def choices() -> dict[str, str]:
    """The choices that print in other words, from the table of the page."""
    table = PAGE.read_text("utf-8").partition("| in the file | in print |")[2].partition("\n\n")[0]
    return dict(re.findall(r"^\| `([^`]+)` \| (.+?) \|$", table, re.MULTILINE))


def with_ids(node: Any, parent: str = "") -> Any:
    """Everything with an id, columns of tables left out."""
    if isinstance(node, list):
        for item in node:
            yield from with_ids(item, parent)
    elif isinstance(node, dict):
        if "id" in node and parent != "columns":
            yield node["id"], digest(node)
        for key, value in node.items():
            yield from with_ids(value, key)


def canonical(value: Any) -> str:
    """RFC 8785, for objects, lists, words and truth values."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{canonical(key)}:{canonical(value[key])}" for key in sorted(value)) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def digest(value: Any) -> str:
    return hashlib.sha256(canonical(value).encode()).hexdigest()
