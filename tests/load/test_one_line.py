"""Fields that are no Markdown print on one line, however they are typed."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from section75.load.build import build
from section75.model.leaves import plan
from section75.model.units import Prose
from section75.schema import schema_of
from tests.support.agreements import changed, judged
from tests.support.values import CLASSES, value_for

TYPED = "\n the  Council\u00a0of\n\tNewtown \n"
SHOWN = "the Council\u00a0of Newtown"


def broken(node: Any, about: dict[str, Any]) -> Any:
    """Data with every field of words over several lines."""
    if isinstance(node, dict):
        return {key: broken(value, about.get("properties", {}).get(key, {})) for key, value in node.items()}
    if isinstance(node, list):
        return [broken(value, about.get("items", {})) for value in node]
    return TYPED if isinstance(node, str) and not {"pattern", "enum", "const"} & about.keys() else node


def words(value: Any, prose: bool = False):
    if isinstance(value, str):
        yield prose, value
    elif isinstance(value, tuple):
        for item in value:
            yield from words(item, prose)
    elif is_dataclass(value):
        units = dict(plan(type(value)))
        for field in fields(value):
            yield from words(getattr(value, field.name), units[field.name] is Prose)


@pytest.mark.parametrize("kind", CLASSES)
def test_words_are_folded_and_prose_keeps_its_paragraphs(kind):
    data = broken(value_for(schema_of(kind)), schema_of(kind))
    if kind == "agreement":
        data["schedules"] = ()
    found = list(words(build(CLASSES[kind], data)))
    assert [text for prose, text in found if not prose and text != text.strip()] == []
    assert all("\n" not in text for prose, text in found if not prose)
    if kind in ("agreement", "risks"):
        assert (False, SHOWN) in found


def test_a_finding_about_words_on_two_lines_is_told_on_one():
    tree = changed("agreement.yaml", "It shall keep a record.", "|\n          It keeps [insert\n          the name].")
    told = [finding.message for finding in judged(tree).findings if finding.code == "placeholder"]
    assert told == ['"[insert the name]" is left over from drafting']
