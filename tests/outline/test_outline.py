"""Any file's data as units, and changes of them as data."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from section75.errors import Section75Error
from section75.load.reader import read_source
from section75.outline.changes import FieldRemoved, FieldSet, UnitAdded, UnitMoved, UnitRemoved, applied
from section75.outline.plain import plain_copy, same
from section75.outline.units import named, outline
from tests.support.printing import ROOT

FILES = sorted(path for folder in ("agreements", "schedules", "reviews") for path in (ROOT / folder).rglob("*.yaml"))

DATA = {
    "format": Decimal(1),
    "id": "a",
    "from": {"id": "model", "digest": "0b"},
    "term": {"start": "2018-04-01", "extensions": [{"id": "e", "end": "2020-03-31"}]},
    "notes": ["one", "two"],
    "tests": [{"path": "x"}, {"path": "y"}],
    "mixed": [{"id": "lost"}, {"name": "no id"}],
    "clauses": [
        {"id": "c", "text": "Words.", "clauses": [{"id": "c-1", "text": "One."}, {"id": "c-2", "text": "Two."}]},
        {"id": "d", "text": "More."},
    ],
}


def test_units_come_in_the_order_of_the_file_with_their_places():
    units = outline(DATA)
    assert list(units) == ["", "e", "c", "c-1", "c-2", "d"]
    assert [(u.parent, u.list, u.before, u.keys) for u in units.values()][1:5] == [
        ("", ("term", "extensions"), "", ("term", "extensions", 0)),
        ("", ("clauses",), "", ("clauses", 0)),
        ("c", ("clauses",), "", ("clauses", 0, "clauses", 0)),
        ("c", ("clauses",), "c-1", ("clauses", 0, "clauses", 1)),
    ]


def test_values_stay_typed_and_inner_mappings_belong_to_their_unit():
    fields = outline(DATA)[""].fields
    assert fields[("format",)] == Decimal(1)
    assert fields[("id",)] == "a"
    assert fields[("from", "digest")] == "0b"
    assert fields[("term", "start")] == "2018-04-01"
    assert fields[("tests",)] == [{"path": "x"}, {"path": "y"}]
    assert ("mixed",) in fields
    assert ("clauses",) not in fields
    assert ("term", "extensions") not in fields


def test_an_id_that_is_given_again_is_told_apart():
    units = outline({"clauses": [{"id": "c"}, {"id": "c", "text": "Again."}, {"id": "c#2"}]})
    assert list(units) == ["", "c", "c#2", "c#2#2"]
    assert units["c#2"].fields == {("text",): "Again."}
    assert units["c#2"].id == "c"


@pytest.mark.parametrize("data", [None, "words", [], {}, {"clauses": [{"id": 1}, {"id": None}]}, {"a": [[]]}])
def test_data_of_any_shape_has_an_outline(data):
    assert list(outline(data)) == [""]
    assert list(named(data)) == []


def test_what_has_an_id_is_found_in_a_mixed_list_too():
    assert [node["id"] for _, node in named(DATA)] == ["a", "e", "lost", "c", "c-1", "c-2", "d"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_of_any_kind_is_its_outline(path: Path):
    """Taking every unit's values and lists apart and putting them together gives the data again."""
    data = read_source(path.name, path.name, path.read_bytes())[0].data
    units = outline(data)
    built: dict[str, dict] = {}
    for unit in units.values():
        node = {} if unit.name == "" else {"id": unit.id}
        for field, value in unit.fields.items():
            holder = node
            for key in field[:-1]:
                holder = holder.setdefault(key, {})
            holder[field[-1]] = value
        built[unit.name] = node
        if unit.name != "":
            holder = built[unit.parent]
            for key in unit.list[:-1]:
                holder = holder.setdefault(key, {})
            holder.setdefault(unit.list[-1], []).append(node)
    assert same(built[""], data)


@pytest.mark.parametrize(
    ("change", "made"),
    [
        (FieldSet("c-1", ("text",), "Once."), lambda d: d["clauses"][0]["clauses"][0].update(text="Once.")),
        (FieldSet("", ("term", "end"), "2019-03-31"), lambda d: d["term"].update(end="2019-03-31")),
        (FieldSet("d", ("new", "inner"), True), lambda d: d["clauses"][1].update(new={"inner": True})),
        (FieldSet("", ("tests", 1, "path"), "z"), lambda d: d["tests"][1].update(path="z")),
        (FieldRemoved("", ("notes",)), lambda d: d.pop("notes")),
        (FieldRemoved("", ("notes", 0)), lambda d: d["notes"].pop(0)),
        (FieldRemoved("", ("from",)), lambda d: d.pop("from")),
        (FieldRemoved("", ("term", "extensions")), lambda d: d["term"].pop("extensions")),
        (UnitRemoved("c-1"), lambda d: d["clauses"][0]["clauses"].pop(0)),
        (UnitRemoved("e"), lambda d: d["term"].pop("extensions")),
        (UnitAdded("", ("clauses",), "c", {"id": "n"}), lambda d: d["clauses"].insert(1, {"id": "n"})),
        (UnitAdded("", ("clauses",), "", {"id": "n"}), lambda d: d["clauses"].insert(0, {"id": "n"})),
        (UnitAdded("d", ("clauses",), "", {"id": "n"}), lambda d: d["clauses"][1].update(clauses=[{"id": "n"}])),
        (UnitMoved("c-1", "", ("clauses",), "d"), lambda d: d["clauses"].append(d["clauses"][0]["clauses"].pop(0))),
        (UnitMoved("c", "d", ("x", "y"), ""), lambda d: d["clauses"][-1].update(x={"y": [d["clauses"].pop(0)]})),
    ],
)
def test_a_change_does_exactly_what_it_says(change, made):
    expected = plain_copy(DATA)
    made(expected)
    before = plain_copy(DATA)
    assert applied(DATA, [change]) == expected
    assert before == DATA


def test_a_mapping_that_loses_its_last_value_goes_with_it():
    data = {"term": {"review": {"due": "2018-01-01"}}, "id": "a"}
    assert applied(data, [FieldRemoved("", ("term", "review", "due"))]) == {"id": "a"}


@pytest.mark.parametrize(
    "change",
    [
        FieldSet("nobody", ("text",), "x"),
        FieldSet("d", ("text", "inner"), "x"),
        FieldRemoved("d", ("heading",)),
        FieldRemoved("", ("notes", 5)),
        UnitRemoved("nobody"),
        UnitRemoved(""),
        UnitAdded("", ("clauses",), "nobody", {"id": "n"}),
        UnitAdded("", ("mixed",), "", {"id": "n"}),
        UnitMoved("c", "c-1", ("clauses",), ""),
        UnitMoved("c", "", ("clauses",), "c"),
    ],
)
def test_a_change_of_what_is_not_there_is_told(change):
    with pytest.raises(Section75Error, match="no such place"):
        applied(DATA, [change])


def test_data_is_compared_in_kind_too():
    assert same({"a": [Decimal("1.0")]}, {"a": (Decimal("1.00"),)})
    assert not same({"a": True}, {"a": Decimal(1)})
    assert not same("1", Decimal(1))
    assert not same({"a": 1}, {"a": 1, "b": 2})
    assert not same([1], [1, 2])
    assert not same(None, "")
