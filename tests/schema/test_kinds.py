"""One list of kinds: the classes of the model. By itself, so that it speaks where a missing schema stops other tests."""

from __future__ import annotations

from pathlib import Path

from section75 import model, schema


def test_every_kind_has_one_schema_and_a_schedule_one_class():
    """A kind of schedule is a schema file and a class under `_of_kind`; nothing else lists it."""
    files = {path.stem for path in Path(schema.__file__).parent.glob("*.json")}
    others = {
        "agreement",
        "risks",
        "record",
        "response",
        "confirmation",
        "approval",
        "executed",
        "extended",
        "circulated",
        "catalogue",
        "law",
        *schema.SHARED,
        *schema.OUTPUTS,
        schema.COMMON,
    }
    without_class = sorted(files - others - set(model.SCHEDULE_KINDS))
    assert not without_class, f"schema files that no class in model/schedules.py mirrors: {without_class}"
    without_schema = sorted(set(model.SCHEDULE_KINDS) - files)
    assert not without_schema, f"classes in model/schedules.py that have no file in schema/: {without_schema}"
    assert others <= files
    assert set(schema.KINDS) == files - {*schema.SHARED, *schema.OUTPUTS, schema.COMMON}
    for kind in model.SCHEDULE_KINDS:
        assert schema.schema_of(kind)["properties"]["kind"]["const"] == kind, f"{kind}.json gives another kind"
