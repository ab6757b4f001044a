"""`{{ term.end }}`: the agreement's own data by dotted name, in British form.

Resolved once: what a look-up gives is never read again. Only what prints can be named: a private note cannot.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import Any

from section75.errors import MissingError
from section75.language import british, text
from section75.model import Agreement, Schedule
from section75.model.leaves import plan
from section75.model.units import Day, Pounds
from section75.schema import schema_of
from section75.schema.printing import SCHEDULES, Schema, fields_of, items_of, prints


def look_up(agreement: Agreement, path: str) -> str:
    """The value at a dotted path, as it prints: `term.end` gives 31 March 2021, `parties.trust.name` a name.

    A period of months gives its number alone, so that "{{ term.notice_months }} months" reads well.
    Raises `MissingError`, with the names that would do, where there is no such value or where it does not print.
    """
    value: Any = agreement
    unit: Any = None
    rule = schema_of("agreement")
    for part in path.split("."):
        if isinstance(value, tuple):
            value = _item(value, part, path)
            rule = schema_of(value.kind) if isinstance(value, Schedule) else items_of(rule)
        elif is_dataclass(value):
            rules = _printing(value, rule)
            unit = dict(plan(type(value))).get(part)
            value = _field(value, part, path, tuple(rules))
            rule = rules[part]
        else:
            raise MissingError(f'"{path}" goes on after a value that has no parts')
    return _written(value, unit, path)


def read_out(prose: str, agreement: Agreement, cited: Mapping[str, str]) -> str:
    """The words of a prose as it prints, on one line: references and look-ups filled in, as far as they can be.

    `cited` gives the words by which each thing is cited, by id.
    """
    pieces = (_read_out(run, agreement, cited) for run in text.parse(prose).runs)
    return " ".join("".join(pieces).split())


def _read_out(run: text.Run, agreement: Agreement, cited: Mapping[str, str]) -> str:
    if isinstance(run, text.Words):
        return run.text
    if isinstance(run, text.Reference):
        inside = "".join(_read_out(word, agreement, cited) for word in run.words)
        return inside or cited.get(run.target, run.target)
    try:
        return look_up(agreement, run.path)
    except MissingError:
        return run.path


def _item(items: tuple[Any, ...], wanted: str, path: str) -> Any:
    found = next((item for item in items if getattr(item, "id", None) == wanted), None)
    if found is None:
        known = ", ".join(str(item.id) for item in items[:12] if hasattr(item, "id"))
        raise MissingError(f'"{path}" names nothing: there is no {wanted}', f"known here: {known}" if known else "")
    return found


def _printing(value: Any, rule: Schema) -> dict[str, Schema]:
    """The rules of those fields that print; the schedules of an agreement, which are files of their own, do."""
    rules = fields_of(rule)
    names = [field.name for field in fields(value) if field.name in rules]
    return {name: rules[name] for name in names if prints(rules[name]) or name == SCHEDULES}


def _field(value: Any, name: str, path: str, known: tuple[str, ...]) -> Any:
    if name not in known:
        held = name in (field.name for field in fields(value))
        said = "does not print, so it cannot be looked up" if held else f"names nothing: there is no {name}"
        raise MissingError(f'"{path}" {said}', "known here: " + ", ".join(known))
    found = getattr(value, name)
    if found in ("", None):
        raise MissingError(f'"{path}" is not filled in', "fill it in, or write the words out")
    return found


def _written(value: Any, unit: Any, path: str) -> str:
    if isinstance(value, (bool, tuple)) or is_dataclass(value):
        raise MissingError(f'"{path}" is not a single value', "go on with a dot and a name")
    if unit is Day:
        return british.day(value)
    if unit is Pounds:
        return british.pounds(value)
    if isinstance(value, Decimal):
        return british.number(value)
    return british.choice(value) if unit is None and value in british.CHOICES else str(value)
