"""Fractions of a penny, in every field that holds money."""

from __future__ import annotations

import pytest

from tests.support.agreements import changed, codes, judged, overlaid

TABLE = """\
tables:
  - id: t-costs
    title: Costs
    columns: [{{id: co-item, heading: Item}}, {{id: co-sum, heading: Sum, unit: {unit}, total: true}}]
    rows:
      - {{id: r-a, cells: [Staff, {value}]}}
"""
FIGURE = "figures:\n  - {{id: fi-a, says: What it costs, value: {value}, unit: {unit}}}\n"


@pytest.mark.parametrize("block", [TABLE, FIGURE])
@pytest.mark.parametrize(("value", "found"), [("333333.333", 1), ("0.005", 1), ("1250.50", 0), ("1250.500", 0)])
def test_money_has_two_decimals(block, value, found):
    tree = overlaid("schedules/governance.yaml", block.format(value=value, unit="pounds"))
    assert codes(tree).count("fraction-of-penny") == found


@pytest.mark.parametrize("block", [TABLE, FIGURE])
def test_other_figures_may_have_more(block):
    assert "fraction-of-penny" not in codes(
        overlaid("schedules/governance.yaml", block.format(value="1.125", unit="wte"))
    )


def test_a_contribution_is_told_at_its_place():
    tree = changed("schedules/finance.yaml", "amounts: [1200.50, 1250]", "amounts: [1200.50, 1250.001]")
    found = [finding for finding in judged(tree).findings if finding.code == "fraction-of-penny"]
    line = str(tree.files["schedules/finance.yaml"]).splitlines()[found[0].place.line - 1]
    assert line[found[0].place.column - 1 :].startswith("1250.001")


def test_a_tolerance_never_prints_and_may_be_a_fraction():
    tree = changed("schedules/finance.yaml", "basis: aligned", "basis: aligned\ntolerance: 0.005")
    assert "fraction-of-penny" not in codes(tree)
