"""What `s75 schema KIND` prints is enough by itself for any validator; the files beside one another are too."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from section75 import schema
from section75.cli import run
from section75.load.reader import read_source
from section75.model import SCHEDULE_KINDS
from section75.project.places import carried_root
from tests.support.values import as_json

ROOT = carried_root()
FILES = Path(schema.__file__).parent
EXAMPLES = {
    "agreement": "agreements/coventry-cwpt/2018/agreement.yaml",
    "risks": "agreements/coventry-cwpt/2018/risks.yaml",
    "record": "agreements/**/records/meetings/*.yaml",
    "response": "agreements/**/records/responses/*.yaml",
    "confirmation": "agreements/**/records/confirmations/*.yaml",
    "approval": "tests/signoff/approval.yaml",
    "executed": "tests/signoff/executed.yaml",
    "extended": "tests/signoff/extended.yaml",
    "circulated": "tests/signoff/circulated.yaml",
    "catalogue": "reviews/*.yaml",
    "law": "law/*.yaml",
}
"""Where a file of each kind that is no schedule stands; a schedule of each kind is in the library."""


def data_of(path: Path) -> Any:
    return as_json(read_source(path.name, path.name, path.read_bytes())[0].data)


def example(kind: str) -> Any:
    if kind in EXAMPLES:
        return data_of(min(ROOT.glob(EXAMPLES[kind])))
    library = (data_of(path) for path in sorted((ROOT / "schedules").glob("*.yaml")))
    return next(data for data in library if data["kind"] == kind)


def broken(data: Any):
    """The data with one thing wrong, in a part of its own kind, in a common part and, where it has one, in a clause."""
    yield "unknown name", {**data, "bogus": 1}
    if "id" in data:
        yield "bad id", {**data, "id": "Not An Id"}
    changed = copy.deepcopy(data)
    holder = next((h for h in (changed, *changed.get("parts", ())) if h.get("clauses")), None)
    if holder:
        holder["clauses"].append({"id": "outer", "clauses": [{"text": "A sub-clause without an id."}]})
        yield "clause without an id", changed


@pytest.mark.parametrize("kind", schema.KINDS)
def test_a_stock_validator_can_use_what_the_command_prints(kind, tmp_path, capsys):
    assert run(["schema", kind]) == 0
    target = tmp_path / f"{kind}.json"
    target.write_text(capsys.readouterr().out, encoding="utf-8")
    bundle = json.loads(target.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(bundle)
    validator = Draft202012Validator(bundle)
    data = example(kind)
    assert [error.message for error in validator.iter_errors(data)] == []
    for what, wrong in broken(data):
        assert list(validator.iter_errors(wrong)), what


def test_every_schedule_of_the_examples_has_clauses_to_break():
    assert [kind for kind in SCHEDULE_KINDS if len(list(broken(example(kind)))) < 3] == []


@pytest.mark.parametrize("kind", [*schema.SHARED, *schema.OUTPUTS])
def test_a_bundle_refers_to_nothing_outside_itself(kind):
    bundle = schema.bundle(kind)
    Draft202012Validator.check_schema(bundle)
    for reference in references(bundle):
        assert reference == "#" or reference.removeprefix("#/$defs/") in bundle["$defs"], reference


def references(node: Any):
    if isinstance(node, list):
        for item in node:
            yield from references(item)
    elif isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for value in node.values():
            yield from references(value)


@pytest.mark.parametrize("kind", schema.KINDS)
def test_an_editor_finds_what_a_schema_file_refers_to_in_its_folder(kind):
    """As a language server reads it: the file as it stands, each reference counted from the folder it is in."""

    def neighbour(address: str) -> Resource[Any]:
        return Resource.from_contents(without_id(json.loads(Path(address.removeprefix("file://")).read_text("utf-8"))))

    start = (FILES / f"{kind}.json").as_posix()
    registry: Registry[Any] = Registry(retrieve=neighbour)
    validator = Draft202012Validator({"$ref": f"file://{start}"}, registry=registry)
    data = example(kind)
    assert [error.message for error in validator.iter_errors(data)] == []
    for what, wrong in broken(data):
        assert list(validator.iter_errors(wrong)), what


def without_id(contents: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in contents.items() if key != "$id"}


ANNOTATIONS = {"title", "description"}


def shared_uses():
    """Every reference to a common part with what stands beside it."""
    for path in sorted(FILES.glob("*.json")):
        nodes = [json.loads(path.read_text("utf-8"))]
        while nodes:
            node = nodes.pop()
            if isinstance(node, dict):
                if "#/$defs/" in str(node.get("$ref", "")):
                    yield path.name, node
                nodes += node.values()
            elif isinstance(node, list):
                nodes += node


def test_what_stands_beside_a_reference_says_nothing_against_it():
    """So that putting the common part in, as we do, and following the reference, as others do, judge alike."""
    parts = json.loads(schema.schema_text(schema.COMMON))["$defs"]
    for file, node in shared_uses():
        part = parts[node["$ref"].rpartition("/")[2]]
        for key in node.keys() - {"$ref"} - ANNOTATIONS:
            assert key.startswith("x-") or key not in part, f"{file}: {key} of {node['$ref']} is said anew"


def test_every_common_part_is_used():
    parts = json.loads(schema.schema_text(schema.COMMON))["$defs"]
    used = {node["$ref"].rpartition("/")[2] for _, node in shared_uses()}
    assert used == set(parts)
