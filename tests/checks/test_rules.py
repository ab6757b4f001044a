"""The table of rules says which codes each rule may give."""

from __future__ import annotations

from functools import cache

import pytest

from section75.checks import RULES
from section75.judging.agreement import case_of
from section75.load import load_agreement
from tests.support.laws import england
from tests.support.pages import examples, tree_of

OFF_SCALE = """tables:
  - id: posts
    title: Averages
    columns: [{id: col-a, heading: First, unit: number, least: 0, most: 4}]
    rows: [{id: posts-manager, cells: [5]}]
"""
"""The page's own bad example is found by a schema already."""


@cache
def given() -> dict[str, dict[str, set[str]]]:
    """The codes that each rule gives, by the code of the page whose bad example it judged."""
    found: dict[str, dict[str, set[str]]] = {}
    own = ("off-scale", "Bad", "yaml", "schedules/finance.yaml", OFF_SCALE)
    for code, kind, lang, path, text in (*examples(), own):
        loaded = load_agreement(tree_of(code, lang, path, text))
        if kind == "Bad" and loaded.agreement:
            case = case_of(loaded, england() if code.startswith("law-") else ())
            found[code] = {rule.judge.__name__: {remark.code for remark in rule.judge(case)} for rule in RULES}
    return found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.judge.__name__)
def test_a_rule_gives_only_the_codes_that_the_table_names(rule):
    gives = {code for by_rule in given().values() for code in by_rule[rule.judge.__name__]}
    assert gives <= set(rule.codes)


@pytest.mark.parametrize("code", sorted({code for rule in RULES for code in rule.codes}))
def test_a_code_of_the_table_is_given_by_a_rule_that_names_it(code):
    naming = [rule.judge.__name__ for rule in RULES if code in rule.codes]
    assert any(code in given()[code][name] for name in naming)


def test_no_rule_stands_twice():
    assert len({rule.judge for rule in RULES}) == len(RULES)
