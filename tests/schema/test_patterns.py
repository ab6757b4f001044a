"""Every pattern of every schema: what it means to both validators, and to any other."""

from __future__ import annotations

from typing import Any

import jsonschema_rs
import pytest

from section75 import schema
from section75.model import SCHEDULE_KINDS
from section75.schema.matching import matcher
from section75.schema.words import matches
from tests.support.agreements import codes, overlaid
from tests.support.values import value_for

KINDS = (*schema.KINDS, *schema.SHARED)
SAMPLES = ("some-id", "1.0", "2018-19", "ST-10", "2018-04-01", "0123456789abcdef" * 4)


def patterns(node: Any):
    if isinstance(node, dict):
        if isinstance(node.get("pattern"), str):
            yield node["pattern"]
        for value in node.values():
            yield from patterns(value)
    elif isinstance(node, list):
        for value in node:
            yield from patterns(value)


EVERY = sorted({pattern for kind in KINDS for pattern in patterns(schema.schema_of(kind))})


def strings(node: Any, path: tuple = ()):
    """The place of every value that its schema holds to a pattern, in data made from the schema."""
    for key, about in node.get("properties", {}).items():
        yield from strings(about, (*path, key))
    if "items" in node:
        yield from strings(node["items"], (*path, 0))
    if "pattern" in node:
        yield path


PLACES = [(kind, path) for kind in ("agreement", "risks", *SCHEDULE_KINDS) for path in strings(schema.schema_of(kind))]


@pytest.mark.parametrize("pattern", EVERY)
@pytest.mark.parametrize("around", ["{}\n", "{}\r\n", "\n{}", "{} ", "{}\u2028", "{}\nx"])
def test_a_pattern_allows_nothing_around_the_words(pattern, around):
    words = next(sample for sample in SAMPLES if matches(pattern, sample))
    by_rust = jsonschema_rs.Draft202012Validator({"pattern": pattern}).is_valid(around.format(words))
    assert (matches(pattern, around.format(words)), by_rust) == (False, False)


@pytest.mark.parametrize(("kind", "path"), PLACES, ids=lambda v: v if isinstance(v, str) else ".".join(map(str, v)))
def test_a_line_break_after_an_id_a_version_or_a_day_is_a_finding(kind, path):
    data = value_for(schema.schema_of(kind))
    holder = data
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] += "\n"
    found = schema.violations(kind, data)
    assert [violation.path for violation in found] == [path]
    assert "line break" in found[0].message
    assert "\n" not in found[0].message


def test_an_id_over_two_lines_says_what_to_do():
    text = "clauses:\n  - id: |\n      c-first\n    heading: First\n    text: It applies.\n"
    assert codes(overlaid("agreement.yaml", text))[0] == "bad-id"


def test_the_test_of_a_review_item_ends_where_the_words_end():
    fits = matcher({"pattern": "Board$"})
    assert (fits("the Board"), fits("the Board\n")) == (True, False)
