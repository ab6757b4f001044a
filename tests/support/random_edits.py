"""Random files in every way of writing YAML, and random changes of them."""

from __future__ import annotations

from decimal import Decimal
from random import Random
from typing import Any

from section75.outline.changes import Change, FieldRemoved, FieldSet, UnitAdded, UnitMoved, UnitRemoved, applied
from section75.outline.plain import plain_copy
from section75.outline.units import WHOLE, Outline, below, outline

WORDS = [
    "Plain words", "The Council's share, paid quarterly.", "Words: with a colon", "note #2 applies", "yes", "null", "0b12",
    "0x1F", "12:30", "1.10", "2018-04-01", "[](#c-third)", "{{ term.end }}", "- a hyphen", "# a hash", "* x", "& y", "! z",
    'A "quoted" word', "it's", "'quoted'", "back\\slash", "ends with colon:", "ends, with comma,", "a, b", "{x}", "[x]",
    "trailing space ", " leading", "", "%", "@x", "`tick`", "? q", "| pipe", "> more", "~", "é—“curly” £5", "no\u00a0break",
    "One.\n\nTwo paragraphs.\n", "One line.\nAnother: line\n", "a\nb", "ends in two\n\n", "\nbegins empty", " indented\nx\n",
    "tail \nspace\n", "# not a comment\nwords\n", "One sentence. Another sentence; and a third: all of them on one line.",
    "x" * 200, "0b54ac79" * 8, "thin\u2009space",
]  # fmt: skip
NAMES = ["text", "heading", "closing", "note", "amount", "from", "terms", "list"]


def value(random: Random, depth: int = 0) -> Any:
    """A value of any kind that holds no units."""
    kind = random.random()
    if kind < 0.72 or depth > 1:
        return random.choice(WORDS)
    if kind < 0.8:
        return random.choice([Decimal(3), Decimal("0.50"), True, False])
    if kind < 0.93:
        return [value(random, depth + 1) for _ in range(random.randint(1, 3))]
    return {random.choice(NAMES): value(random, depth + 1) for _ in range(random.randint(1, 2))}


def unit(random: Random, name: str, depth: int = 0) -> dict[str, Any]:
    """A unit with random values and, at times, units of its own."""
    made: dict[str, Any] = {"id": name}
    for _ in range(random.randint(0, 3)):
        made[random.choice(NAMES)] = value(random)
    if depth < 2 and random.random() < 0.4:
        made["clauses"] = [unit(random, f"{name}-{index}", depth + 1) for index in range(random.randint(1, 4))]
    if depth < 2 and random.random() < 0.1:
        made["inner"] = {"rows": [unit(random, f"{name}-r{index}", 2) for index in range(random.randint(1, 3))]}
    return made


def data(random: Random) -> dict[str, Any]:
    """The data of a random file."""
    return {
        "format": Decimal(1),
        **unit(random, "file"),
        "parts": [unit(random, f"u{i}") for i in range(random.randint(1, 5))],
    }


def changes(random: Random, before: Any, count: int) -> list[Change]:
    """Random changes that can be made one after another."""
    made: list[Change] = []
    now = plain_copy(before)
    for number in range(count):
        change = _change(random, outline(now), f"new{number}")
        now = applied(now, [change])
        made.append(change)
    return made


def _change(random: Random, units: Outline, fresh: str) -> Change:
    names = list(units)
    inner = [name for name in names if name != WHOLE]
    chosen = units[random.choice(names)]
    kind = random.random()
    own = [path for path in chosen.fields if path not in (("id",), ("format",), ("kind",))]
    if kind < 0.35 and own:
        path = random.choice(own)
        old = chosen.fields[path]
        if isinstance(old, list) and old and random.random() < 0.5:
            return FieldSet(chosen.name, path, _varied(random, old))
        return FieldSet(chosen.name, path, value(random))
    if kind < 0.45:
        return FieldSet(chosen.name, (f"{random.choice(NAMES)}_{fresh}",), value(random))
    if kind < 0.55 and own:
        return FieldRemoved(chosen.name, random.choice(own))
    if kind < 0.75 or not inner:
        return _added(random, units, unit(random, fresh, 1))
    if kind < 0.9 and len(inner) > 1:
        return UnitRemoved(random.choice(inner))
    return _moved(random, units, random.choice(inner))


def _varied(random: Random, old: list[Any]) -> list[Any]:
    new = list(old)
    for _ in range(random.randint(1, 2)):
        at = random.randrange(len(new) + 1)
        if random.random() < 0.5 and len(new) > 1:
            del new[min(at, len(new) - 1)]
        else:
            new.insert(at, random.choice(WORDS))
    return new


def _place(random: Random, units: Outline, outside: set[str]) -> tuple[str, tuple[str, ...], str]:
    parent = units[random.choice([name for name in units if name not in outside])]
    lists = list(parent.lists)
    if not lists or random.random() < 0.1:
        lists.append(("extra",))
    path = random.choice(lists)
    if path == ("extra",) and ("extra",) in parent.fields:
        path = parent.lists[0] if parent.lists else ("extra2",)
    siblings = [u.name for u in units.values() if (u.parent, u.list) == (parent.name, path) and u.name not in outside]
    return parent.name, path, random.choice([*siblings, ""])


def _added(random: Random, units: Outline, new: dict[str, Any]) -> Change:
    parent, path, after = _place(random, units, set())
    return UnitAdded(parent, path, after, new)


def _moved(random: Random, units: Outline, name: str) -> Change:
    parent, path, after = _place(random, units, set(below(units, name)))
    return UnitMoved(name, parent, path, after)


class Writer:
    """Data written in random styles, with comments that say to which unit they belong."""

    def __init__(self, random: Random, comments: float) -> None:
        self.random, self.comments = random, comments

    def file(self, node: dict[str, Any]) -> str:
        """The whole file."""
        return "# top of the file\n" + "".join(line + "\n" for line in self._block(node, 0))

    def _block(self, node: dict[str, Any], column: int) -> list[str]:
        lines: list[str] = []
        for key, item in node.items():
            lines += self._named(key, item, column)
            if column == 0 and self.random.random() < 0.3:
                lines.append("")
        return lines

    def _named(self, key: str, item: Any, column: int) -> list[str]:
        indent = " " * column
        if isinstance(item, dict) and item and self.random.random() < 0.5:
            return [f"{indent}{key}:", *self._block(item, column + 2)]
        if isinstance(item, list) and item and self.random.random() < 0.7:
            step = self.random.choice([0, 2])
            return [f"{indent}{key}:", *(line for each in item for line in self._item(each, column + step))]
        if isinstance(item, list | dict) and item and self.random.random() < 0.5:
            return self._wide(key, item, column)
        return self._scalar(f"{indent}{key}:", item, column, None)

    def _item(self, item: Any, column: int) -> list[str]:
        indent = " " * column
        name = item["id"] if isinstance(item, dict) and "id" in item else None
        above = [f"{indent}# above {name}"] if name and self.random.random() < self.comments else []
        if isinstance(item, dict) and self.random.random() < 0.5:
            lines = self._block(item, column + 2)
            lines = [line for line in lines if line or column]
            below = [f"{indent}  # below {name}"] if name and self.random.random() < self.comments / 2 else []
            return [*above, f"{indent}- {lines[0].lstrip()}", *lines[1:], *below]
        lines = self._scalar(f"{indent}-", item, column, name)
        return [*above, *lines]

    def _scalar(self, head: str, item: Any, column: int, name: str | None) -> list[str]:
        beside = f" # beside {name}" if name and self.random.random() < self.comments else ""
        if isinstance(item, str) and "\n" in item.strip("\n") and item == item.strip() + "\n" and " \n" not in item:
            body = item.rstrip("\n").split("\n")
            return [f"{head} |", *((" " * (column + 2) + line) if line else "" for line in body)]
        if isinstance(item, str) and ". " in item and self.random.random() < 0.4 and _plain(item):
            return [f"{head} >-", *(" " * (column + 2) + part for part in item.replace(". ", ".\n").split("\n"))]
        return [f"{head} {self._flow(item)}{beside}"]

    def _wide(self, key: str, item: Any, column: int) -> list[str]:
        """A list or mapping in brackets over several lines."""
        opening, closing = "[]" if isinstance(item, list) else "{}"
        indent = " " * (column + 2)
        lines = [f"{' ' * column}{key}: {opening}"]
        entries = list(item.items()) if isinstance(item, dict) else list(enumerate(item))
        for index, (name, each) in enumerate(entries):
            unit_name = each["id"] if isinstance(each, dict) and isinstance(each.get("id"), str) else None
            if unit_name and self.random.random() < self.comments:
                lines.append(f"{indent}# above {unit_name}")
            comma = "," if index + 1 < len(entries) or self.random.random() < 0.3 else ""
            beside = f"  # beside {unit_name}" if unit_name and self.random.random() < self.comments else ""
            lines.append(f"{indent}{f'{name}: ' if isinstance(item, dict) else ''}{self._flow(each)}{comma}{beside}")
        return [*lines, f"{' ' * column}{closing}"]

    def _flow(self, item: Any) -> str:
        space = self.random.choice(["", "", " "])
        if isinstance(item, dict):
            return "{" + space + ", ".join(f"{key}: {self._flow(each)}" for key, each in item.items()) + space + "}"
        if isinstance(item, list):
            return "[" + space + ", ".join(map(self._flow, item)) + space + "]"
        if isinstance(item, bool):
            return "true" if item else "false"
        if isinstance(item, Decimal):
            return f"{item:f}"
        if item and _plain(item) and self.random.random() < 0.8:
            return str(item)
        if "\n" not in item and "\t" not in item and self.random.random() < 0.5:
            return "'" + item.replace("'", "''") + "'"
        return '"' + item.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'


def _plain(words: str) -> bool:
    return words[0].isalpha() and words.replace(" ", "").replace(".", "").isalnum() and words not in ("yes", "null")
