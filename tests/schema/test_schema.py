"""The schemas and the model say the same; both validators give one verdict; every property tells an officer what it is."""

from __future__ import annotations

import copy
import re
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from section75 import model, schema
from section75.load import load_agreement
from section75.load.build import build
from section75.model.leaves import unit_of
from section75.model.units import Day, Id, Months, Pounds, Prose, Ref
from section75.schema.pointing import nouns
from section75.tree import MemoryTree
from tests.support.agreements import base_files, codes, overlaid
from tests.support.values import CLASSES, plain, value_for


def properties(node: Any, path: str = ""):
    for name, about in node.get("properties", {}).items():
        yield f"{path}.{name}", about
        yield from properties(about, f"{path}.{name}")
        yield from properties(about.get("items", {}), f"{path}.{name}[]")


def every_property():
    for kind in (*schema.KINDS, *schema.SHARED):
        for path, about in properties(schema.schema_of(kind)):
            yield kind + path, about


def inner_class(hint: Any) -> Any:
    if is_dataclass(hint):
        return hint
    return next((found for found in map(inner_class, get_args(hint)) if found), None)


def pairs(cls: type, node: dict[str, Any], path: str):
    """Each class of the model with the object of the schemas that it mirrors."""
    yield cls, node, path
    hints = get_type_hints(cls)
    for field in fields(cls):
        name = field.name.rstrip("_")
        about = node["properties"].get(name, {})
        held = inner_class(hints[field.name])
        target = about.get("items", about)
        if held and "properties" in target:
            yield from pairs(held, target, f"{path}.{name}")


PAIRS = [p for kind, cls in CLASSES.items() for p in pairs(cls, schema.schema_of(kind), kind)]
PAIRS += [
    p
    for kind, cls in (("clause", model.Clause), ("table", model.Table))
    for p in pairs(cls, schema.schema_of(kind), kind)
]


@pytest.mark.parametrize(("cls", "node", "path"), PAIRS, ids=[p[2] for p in PAIRS])
def test_a_class_has_the_fields_of_its_schema(cls, node, path):
    held, said = {field.name.rstrip("_") for field in fields(cls)}, set(node["properties"])
    assert not held - said, f"{cls.__name__} has fields that the schema of {path} lacks: {sorted(held - said)}"
    assert not said - held, f"the schema of {path} has properties that {cls.__name__} lacks: {sorted(said - held)}"
    assert node["additionalProperties"] is False


@pytest.mark.parametrize(("cls", "node", "path"), PAIRS, ids=[p[2] for p in PAIRS])
def test_a_field_has_the_unit_that_its_schema_says(cls, node, path):
    hints = get_type_hints(cls)
    for field in fields(cls):
        about = node["properties"].get(field.name.rstrip("_"))
        if about is None:
            continue  # The test above says that the schema lacks it.
        inner = about.get("items", about)
        unit = unit_of(hints[field.name]) if not inner_class(hints[field.name]) else None
        said = {
            Id: inner.get("pattern", "").startswith("^[a-z]") and not inner.get("x-points-to"),
            Ref: bool(inner.get("x-points-to")),
            Prose: inner.get("contentMediaType") == "text/markdown",
            Day: inner.get("x-unit") == "date",
            Pounds: inner.get("x-unit") == "pounds",
            Months: inner.get("x-unit") == "months",
        }
        expected = next((u for u, holds in said.items() if holds), None)
        assert unit is expected, f"{path}.{field.name}"


def test_every_property_has_a_title_and_a_description():
    lacking = [
        p
        for p, about in every_property()
        if "$ref" not in about and not (about.get("title") and about.get("description"))
    ]
    assert lacking == []


def objects(node: Any, path: str):
    """Every object of a schema that has an id of its own."""
    if "id" in node.get("properties", {}) and not path.endswith((".from", ".renews")):
        yield path, node
    for name, about in node.get("properties", {}).items():
        yield from objects(about, f"{path}.{name}")
    if "items" in node:
        yield from objects(node["items"], f"{path}[]")


OBJECTS = [found for kind in (*schema.KINDS, *schema.SHARED) for found in objects(schema.schema_of(kind), kind)]


def test_whatever_has_an_id_says_what_it_is():
    assert [path for path, node in OBJECTS if not nouns(node.get("x-is"))] == []


def test_what_a_field_points_to_is_there_to_be_pointed_to_and_told_in_its_description():
    """An editor shows the description and not `x-points-to`."""
    known = {noun for _, node in OBJECTS for noun in nouns(node["x-is"])}
    pointers = [(p, a) for p, about in every_property() for a in (about, about.get("items", {})) if "x-points-to" in a]
    assert len(pointers) > 40
    for path, about in pointers:
        for noun in nouns(about["x-points-to"]):
            assert noun in known, f"{path} points to a {noun}, and nothing is one"
            assert re.search(rf"\b{noun}\b", about["description"]), f"the description of {path} does not say {noun}"


def test_names_of_properties_are_plain_letters():
    assert all(path.split(".")[-1].isascii() for path, _ in every_property())


def test_the_schemas_are_valid_by_their_own_schema():
    from jsonschema import Draft202012Validator

    for kind in (*schema.KINDS, *schema.SHARED):
        Draft202012Validator.check_schema(schema.schema_of(kind))


def sound(kind: str) -> Any:
    source = next(
        s
        for s in load_agreement(MemoryTree(base_files())).places.files
        if s.data.get("kind", s.path.split(".")[0]) == kind
    )
    return plain(source.data)


JUNK = st.sampled_from(
    [None, True, Decimal("1.5"), Decimal(7), "", "x", "2018-02-31", "Not An Id", [], {}, ["x"], {"id": "x"}, "a" * 400]
)


def spots(node: Any, path: tuple = ()):
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        yield (*path, key)
        yield from spots(value, (*path, key))


@settings(max_examples=150, deadline=None)
@given(
    kind=st.sampled_from(["agreement", "governance", "performance", "finance", "functions", "risks"]), data=st.data()
)
def test_both_validators_give_one_verdict(kind, data):
    changed = copy.deepcopy(sound(kind))
    path = data.draw(st.sampled_from(sorted(spots(changed), key=str)))
    holder = changed
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = data.draw(JUNK)
    by_rust = schema.quick_validator(kind).is_valid(changed)
    by_python = not list(schema.full_validator(kind).iter_errors(changed))
    assert by_rust == by_python


@pytest.mark.parametrize("kind", CLASSES)
def test_whole_data_passes_its_schema_and_builds(kind):
    data = value_for(schema.schema_of(kind))
    assert schema.violations(kind, data) == ()
    if kind == "agreement":
        data["schedules"] = ()
    built = build(CLASSES[kind], data)
    assert built.id == "some-id"


def test_schedules_say_only_what_is_their_own():
    """What they share stands in common.json; five times as many lines are needed where each says it all."""
    lines = sum(schema.schema_text(kind).count("\n") for kind in model.SCHEDULE_KINDS)
    assert lines < 2500


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("{id: Board, text: It meets.}", "bad-id"),
        (f"{{id: {'a' * 35}, text: It meets.}}", "bad-id"),
        (f"{{id: board, text: It meets., table: {'a' * 35}}}", "schema"),
    ],
)
def test_an_id_is_known_by_its_pattern_and_not_by_its_length(line, code):
    assert code in codes(overlaid("schedules/governance.yaml", f"clauses:\n  - {line}\n"))
