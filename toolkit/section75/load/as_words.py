"""A file as words for `git diff` and `git log -p`: a line for each clause, one sentence a line below it.

No numbers and no look-ups are worked out, so that one file alone is read and a change elsewhere shows nothing here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from section75.load.conflicts import CONFLICTS, standing
from section75.load.emit import scalar
from section75.load.sentences import lined
from section75.outline.units import WHOLE, Unit, outline
from section75.signoff.digest import unwrapped

HEADINGS = (("heading",), ("title",), ("term",), ("name",))
"""What a unit is called after its id, the first that it has."""
PROSE = {"text", "closing", "meaning"}


def as_words(data: Any) -> str:
    """The words of a file's data: each unit with its id in square brackets, then its values."""
    lines = [line for unit in outline(data).values() for line in _unit(unit, data)]
    for each in standing(data):
        lines += [f"[conflict] {each.at}: {each.why}"]
        lines += [line for side, value in each.values.items() for line in _value(side, value)]
    return "".join(f"{line}\n" for line in lines)


def _unit(unit: Unit, data: Any) -> Iterator[str]:
    called = next((str(unit.fields[path]) for path in HEADINGS if isinstance(unit.fields.get(path), str)), "")
    name = str(data.get("id", "")) if unit.name == WHOLE else unit.name
    yield f"[{name}] {called}".rstrip()
    for path, value in unit.fields.items():
        if path == (CONFLICTS,) or (path in HEADINGS and str(value) == called):
            continue
        if path[-1] in PROSE and isinstance(value, str):
            yield from (f"    {line}" if line else "" for line in lined(value) or [unwrapped(value)])
        else:
            yield from _value(".".join(path), value)


def _value(name: str, value: Any) -> Iterator[str]:
    if isinstance(value, list):
        if any(isinstance(each, dict | list) for each in value):
            for each in value:
                yield f"    {name}: {_shown(each)}"
        else:
            yield f"    {name}: {', '.join(map(_shown, value))}"
    else:
        lines = str(value).rstrip("\n").split("\n") if isinstance(value, str) else [_shown(value)]
        yield f"    {name}: {lines[0]}"
        yield from (f"      {line}" for line in lines[1:])


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key} {_shown(inner)}" for key, inner in value.items())
    if isinstance(value, list):
        return ", ".join(map(_shown, value))
    return value if isinstance(value, str) else scalar(value)
