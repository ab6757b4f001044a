"""The agreement's data as one structure, for the JSON Schemas of review items.

Every list of every schedule is here under its own name, whichever schedule holds it, and each row says where it is
from: `schedule` is the id and `kind` the kind of its schedule. A member of a group also has `group`, its name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

from section75.model import Record, Response

Data = dict[str, Any]
SECTIONS = ("clauses", "parts", "appendices", "definitions")


def assembled(
    files: Sequence[Mapping[str, Any]],
    register: Mapping[str, Any] | None,
    records: Sequence[Record],
    responses: Sequence[Response],
    today: date,
) -> Data:
    """One structure: the agreement's own fields, the lists of its schedules, its risks, records and responses."""
    main, *schedules = files
    data: Data = {key: list(value) if _is_rows(value) else value for key, value in main.items()}
    data["today"] = today.isoformat()
    data["clauses"] = list(_clauses(main, "", ""))
    data["schedules"] = [_alone(schedule) for schedule in schedules]
    data["appendices"] = [
        {**appendix, "schedule": schedule["id"], "kind": schedule["kind"]}
        for schedule in schedules
        for appendix in schedule.get("appendices", ())
    ]
    for schedule in schedules:
        identity, kind = schedule["id"], schedule["kind"]
        data["clauses"] += _clauses(schedule, identity, kind)
        data.setdefault("definitions", []).extend(schedule.get("definitions", ()))
        _add_rows(data, schedule, {"schedule": identity, "kind": kind})
        for appendix in schedule.get("appendices", ()):
            _add_rows(data, {"tables": appendix.get("tables", [])}, {"schedule": identity, "kind": kind})
    data["risks"] = list(register["risks"]) if register else []
    data["register"] = {key: value for key, value in register.items() if key != "risks"} if register else {}
    data["records"] = [_plain(record) for record in records]
    data["responses"] = [_plain(response) for response in responses]
    return data


def list_names(data: Mapping[str, Any]) -> tuple[str, ...]:
    """The names under which a test finds lists of rows, in alphabetical order."""
    return tuple(sorted(name for name, value in data.items() if _is_rows(value)))


def _alone(schedule: Mapping[str, Any]) -> Data:
    """A schedule with its single values only; its lists are listed separately."""
    return {key: value for key, value in schedule.items() if not _is_rows(value) and key not in SECTIONS}


def _is_rows(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _add_rows(data: Data, holder: Mapping[str, Any], where: Mapping[str, str]) -> None:
    for name, rows in holder.items():
        if name in SECTIONS or not _is_rows(rows) or "id" not in rows[0]:
            continue
        data.setdefault(name, []).extend({**row, **where} for row in rows)
        for row in rows:
            inner = {key: value for key, value in row.items() if key != "columns"}
            _add_rows(data, inner, {**where, "group": row.get("name", row["id"])})


def _clauses(holder: Mapping[str, Any], schedule: str, kind: str) -> Iterator[Data]:
    """Every clause, flat, with the text of itself and of all below it under `whole`."""
    for clause in holder.get("clauses", ()):
        inner = list(_clauses(clause, schedule, kind))
        own = " ".join(" ".join(clause.get(part, "") for part in ("heading", "text", "closing")).split())
        whole = " ".join([own, *(below["own"] for below in inner)])
        yield {**clause, "own": own, "whole": whole, "schedule": schedule, "kind": kind}
        yield from inner
    for section in (*holder.get("parts", ()), *holder.get("appendices", ())):
        yield from _clauses(section, schedule, kind)


def _plain(value: Any) -> Any:
    """A value of the model as data, absent fields left out."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if hasattr(value, "__dataclass_fields__"):
        pairs = ((field.name.rstrip("_"), getattr(value, field.name)) for field in fields(value))
        return {name: _plain(item) for name, item in pairs if item not in ("", None, ())}
    return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value
