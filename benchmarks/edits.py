"""Real agreements after random edits of every kind: words, clauses, rows, columns, captions, ids, signatories."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from section75.compose import compose
from section75.document import Document
from section75.load import load_agreement
from section75.load.build import build
from section75.model import SCHEDULE_KINDS, Agreement
from section75.tree import DiskTree

Data = list[Any]
"""The data of an agreement and of each of its schedules."""
NEW = [
    "promptly",
    "in",
    "writing",
    "unless",
    "the",
    "Board",
    "agrees",
    "otherwise",
    "by",
    "a",
    "majority",
    "of",
    "those",
    "present",
    "and",
    "voting",
]
NOT_ROWS = {"clauses", "parts", "appendices", "definitions", "tables", "columns", "blocks", "parties", "arrangements"}
LEAST_WORDS = 6


def real_agreements(root: Path) -> dict[str, Data]:
    """The data of every agreement below a folder, by name."""
    found = {}
    for path in sorted(root.glob("**/agreement.yaml")):
        loaded = load_agreement(DiskTree(path.parent))
        if loaded.agreement is not None:
            found[path.parent.relative_to(root).as_posix()] = plain(list(loaded.data))
    return found


def document(data: Data) -> Document:
    """The Document of an agreement's data."""
    main, *rest = data
    schedules = tuple(build(SCHEDULE_KINDS[each["kind"]], each) for each in rest)
    return compose(replace(build(Agreement, {**main, "schedules": ()}), schedules=schedules))


def plain(node: Any) -> Any:
    """Data without the places it was read from."""
    if isinstance(node, dict):
        return {str(key): plain(value) for key, value in node.items()}
    return [plain(value) for value in node] if isinstance(node, list) else node


def random_pair(agreements: dict[str, Data], seed: int) -> tuple[Document, Document]:
    """One of the agreements and what some edits made of it, in either order; the same for the same seed."""
    for attempt in range(20):
        chance = random.Random(seed * 100 + attempt)
        before = agreements[chance.choice(sorted(agreements))]
        after = copy.deepcopy(before)
        for number in range(chance.randrange(1, 9)):
            chance.choices(list(EDITS), weights=list(EDITS.values()))[0](after, chance, f"new-{number}")
        try:
            pair = (document(before), document(after))
        except (KeyError, ValueError, TypeError, IndexError, AttributeError):
            # The edits left no agreement, e.g. a row without a field that it needs.
            continue
        return pair if chance.random() < 0.5 else (pair[1], pair[0])
    raise ValueError(f"seed {seed} gives no pair")


def _walk(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
    for value in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _walk(value)


def _lists(data: Data, rows: bool = False) -> list[list[dict[str, Any]]]:
    """The lists of clauses, or the lists of rows, that hold something."""
    found = []
    for node in (each for file in data for each in _walk(file)):
        for key, value in node.items():
            wanted = key == "rows" or key not in NOT_ROWS if rows else key == "clauses"
            if wanted and isinstance(value, list) and value and all(isinstance(v, dict) and "id" in v for v in value):
                found.append(value)
    return [each for each in found if not rows or (len(each) > 1 and "versions" not in each[0])]


def _cited(identity: str, data: Data) -> bool:
    said = str(data)
    return f"(#{identity})" in said or said.count(f"'{identity}'") > 1


def _leaf(chance: random.Random, data: Data) -> tuple[list[dict[str, Any]], dict[str, Any]] | None:
    """A clause that nothing stands under and nothing cites, and its list."""
    for _ in range(20):
        clauses = chance.choice(_lists(data))
        clause = chance.choice(clauses)
        held = clause.get("clauses") or "table" in clause or len(clauses) < 2 or _cited(clause["id"], data)
        if not held:
            return clauses, clause
    return None


def _some(chance: random.Random, least: int = 1, most: int = 4) -> str:
    start = chance.randrange(len(NEW) - most)
    return " ".join(NEW[start : start + chance.randrange(least, most + 1)])


def _reworded(text: str, chance: random.Random) -> str:
    """Text with a few words put in, taken out or replaced; as it is where it holds marks that must stay whole."""
    words = text.split(" ")
    if len(words) < LEAST_WORDS or any(sign in text for sign in ("[", "{", "*", "\n\n")):
        return text
    at = chance.randrange(len(words) - 2)
    words[at : at + chance.randrange(3)] = [_some(chance)]
    return " ".join(words)


def _words(data: Data, chance: random.Random, _fresh: str) -> None:
    clause = chance.choice(chance.choice(_lists(data)))
    for field in ("text", "closing"):
        if field in clause:
            clause[field] = _reworded(clause[field], chance)


def _insert(data: Data, chance: random.Random, fresh: str) -> None:
    clauses = chance.choice(_lists(data))
    clauses.insert(chance.randrange(len(clauses) + 1), {"id": fresh, "text": f"The Parties shall act {' '.join(NEW)}."})


def _remove(data: Data, chance: random.Random, _fresh: str) -> None:
    if found := _leaf(chance, data):
        found[0].remove(found[1])


def _move(data: Data, chance: random.Random, _fresh: str) -> None:
    clauses = chance.choice([each for each in _lists(data) if len(each) > 1])
    clauses.insert(chance.randrange(len(clauses)), clauses.pop(chance.randrange(len(clauses))))


def _move_far(data: Data, chance: random.Random, _fresh: str) -> None:
    if found := _leaf(chance, data):
        target = chance.choice([each for each in _lists(data) if each is not found[0]])
        found[0].remove(found[1])
        target.insert(chance.randrange(len(target) + 1), found[1])


def _heading(data: Data, chance: random.Random, _fresh: str) -> None:
    clause = chance.choice([node for each in _lists(data) for node in each if "heading" in node])
    if chance.random() < 0.3 and clause.get("text"):
        del clause["heading"]
    else:
        clause["heading"] += " and notice"


def _paragraph_before(data: Data, chance: random.Random, _fresh: str) -> None:
    clause = chance.choice([node for each in _lists(data) for node in each if "text" in node])
    clause["text"] = f"The Parties act {' '.join(NEW)}.\n\n{clause['text']}"


def _row_moved(data: Data, chance: random.Random, _fresh: str) -> None:
    rows = chance.choice(_lists(data, rows=True))
    rows.insert(chance.randrange(len(rows)), rows.pop(chance.randrange(len(rows))))


def _row_in_or_out(data: Data, chance: random.Random, fresh: str) -> None:
    rows = chance.choice(_lists(data, rows=True))
    row = chance.choice(rows)
    if chance.random() < 0.5 and not _cited(row["id"], data):
        rows.remove(row)
    else:
        rows.insert(chance.randrange(len(rows) + 1), {**copy.deepcopy(row), "id": fresh})


def _row_edited(data: Data, chance: random.Random, _fresh: str) -> None:
    row = chance.choice(chance.choice(_lists(data, rows=True)))
    for field, value in row.items():
        if isinstance(value, str) and field not in ("id", "provenance", "notes"):
            row[field] = _reworded(value, chance)
    if "cells" in row:
        row["cells"] = [_reworded(each, chance) if isinstance(each, str) else each for each in row["cells"]]


def _line(data: Data, chance: random.Random, _fresh: str) -> None:
    """A line of a cell comes or goes: a field that not every row has, or a second paragraph."""
    rows = chance.choice(_lists(data, rows=True))
    row = chance.choice(rows)
    optional = {key for each in rows for key in each} - set(rows[0]).intersection(*rows[1:])
    optional -= {"id", "answers", "provenance", "notes"}
    if optional and chance.random() < 0.7:
        field = chance.choice(sorted(optional))
        if field in row:
            del row[field]
        else:
            row[field] = next(each[field] for each in rows if field in each)
    elif "cells" in row:
        at = chance.randrange(len(row["cells"]))
        if isinstance(row["cells"][at], str):
            row["cells"][at] += "\n\nIt is kept promptly and in writing."


def _tables(data: Data) -> list[dict[str, Any]]:
    return [node for file in data for node in _walk(file) if "columns" in node and "rows" in node]


def _caption(data: Data, chance: random.Random, _fresh: str) -> None:
    if tables := _tables(data):
        chance.choice(tables)["title"] += " as agreed"


def _column_heading(data: Data, chance: random.Random, _fresh: str) -> None:
    if tables := _tables(data):
        chance.choice(chance.choice(tables)["columns"])["heading"] += " agreed"


def _column(data: Data, chance: random.Random, fresh: str) -> None:
    if tables := _tables(data):
        table = chance.choice(tables)
        at = chance.randrange(len(table["columns"]) + 1)
        table["columns"].insert(at, {"id": fresh, "heading": "Remarks"})
        for row in table["rows"]:
            row["cells"].insert(at, "None.")


def _table_moved(data: Data, chance: random.Random, _fresh: str) -> None:
    lists = [each for each in _lists(data) if len(each) > 1 and any("table" in node for node in each)]
    if lists:
        clauses = chance.choice(lists)
        held = chance.choice([node for node in clauses if "table" in node])
        free = [node for node in clauses if "table" not in node and not node.get("clauses")]
        if free:
            chance.choice(free)["table"] = held.pop("table")


def _schedules(data: Data, chance: random.Random, _fresh: str) -> None:
    if len(data) > 2:
        at = chance.randrange(1, len(data) - 1)
        data[at], data[at + 1] = data[at + 1], data[at]


def _row_id(data: Data, chance: random.Random, fresh: str) -> None:
    row = chance.choice(chance.choice(_lists(data, rows=True)))
    _rename(data, row["id"], fresh)


def _clause_id(data: Data, chance: random.Random, fresh: str) -> None:
    _rename(data, chance.choice(chance.choice(_lists(data)))["id"], fresh)


def _section_id(data: Data, chance: random.Random, fresh: str) -> None:
    sections = [each for file in data[1:] for each in (file, *file.get("parts", ()), *file.get("tables", ()))]
    if sections:
        _rename(data, chance.choice(sections)["id"], fresh)


def _rename(data: Data, old: str, new: str) -> None:
    """Give something another id, everywhere."""

    def renamed(node: Any) -> Any:
        if isinstance(node, str):
            return new if node == old else node.replace(f"(#{old})", f"(#{new})")
        if isinstance(node, dict):
            return {key: value if key == "kind" else renamed(value) for key, value in node.items()}
        return [renamed(value) for value in node] if isinstance(node, list) else node

    data[:] = renamed(data)


def _signatory(data: Data, chance: random.Random, _fresh: str) -> None:
    if blocks := data[0].get("execution", {}).get("blocks"):
        signed = chance.choice(blocks)["attested_by"]
        signed.insert(chance.randrange(len(signed) + 1), "Chief Executive")


def _meaning(data: Data, chance: random.Random, _fresh: str) -> None:
    if definitions := data[0].get("definitions"):
        definition = chance.choice(definitions)
        definition["meaning"] = _reworded(definition["meaning"], chance)


EDITS: dict[Callable[[Data, random.Random, str], None], float] = {
    _words: 6,
    _insert: 2,
    _remove: 2,
    _move: 2,
    _move_far: 1,
    _heading: 1,
    _paragraph_before: 0.5,
    _row_moved: 1,
    _row_in_or_out: 1.5,
    _row_edited: 2,
    _line: 1,
    _caption: 1,
    _column_heading: 1,
    _column: 0.3,
    _table_moved: 0.7,
    _schedules: 0.3,
    _row_id: 0.5,
    _clause_id: 0.5,
    _section_id: 0.3,
    _signatory: 0.4,
    _meaning: 0.5,
}
"""Each kind of edit and how often it is made."""
