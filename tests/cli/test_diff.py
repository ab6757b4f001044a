"""`s75 diff` in every format."""

from __future__ import annotations

import json
from pathlib import Path

from jsonschema import Draft202012Validator

from section75.cli import run
from section75.compare import Verdict
from section75.compare.kind import Kind
from section75.schema import schema_of


def test_every_format_of_a_diff_escapes_what_it_is_given(repository, capsys):
    path = Path("agreements/newtown/2018/agreement.yaml")
    path.write_text(path.read_text().replace("keep records", r"keep \<script>|x| records"))
    arguments = ["diff", "HEAD:agreements/newtown/2018", "newtown/2018"]
    assert run([*arguments, "--format", "html"]) == 1
    page = capsys.readouterr().out
    assert "&lt;script&gt;|x|" in page
    assert "<script>" not in page
    assert run([*arguments, "--format", "markdown"]) == 1
    page = capsys.readouterr().out
    assert "script" in page
    assert "<script>" not in page
    assert run([*arguments, "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["count"] == 1
    assert run([*arguments, "--only", "substance", "--stat"]) == 1
    assert run([*arguments, "--schedule", "finance"]) == 0


def test_the_json_of_a_diff_meets_its_schema(capsys):
    schema = schema_of("differences")
    change = schema["properties"]["changes"]["items"]["properties"]
    assert change["kinds"]["items"]["enum"] == [str(kind) for kind in Kind]
    assert change["verdicts"]["items"]["enum"] == [str(verdict) for verdict in Verdict]
    assert run(["diff", "coventry-cwpt/2014", "coventry-cwpt/2018", "--format", "json"]) == 1
    data = json.loads(capsys.readouterr().out)
    assert list(Draft202012Validator(schema).iter_errors(data)) == []
    assert any(entry["schedule"] == "risks" for entry in data["changes"])
    assert any(entry["id"] == "front-sheet" for entry in data["changes"])
