"""Whatever a model proposes that only a partnership can decide, it also asks about."""

from __future__ import annotations

import pytest

from section75.judging.agreement import judge
from section75.judging.todo import left_to_do
from section75.load import load_agreement
from section75.model.leaves import leaves
from section75.model.spots import spot
from section75.model.units import Day, Pounds
from section75.model.walk import walk
from section75.tree import DiskTree
from tests.support.agreements import ROOT

MODELS = sorted(path.parent for path in (ROOT / "agreements").glob("model-*/agreement.yaml"))
SETTLED_BY_NEW = ("title", "version", "reference")
"""What `new` asks for itself, or sets."""
DECIDED = {
    "members", "posts", "contributions", "schemes", "thresholds", "shares", "indicators", "deliveries", "protocols",
    "courses", "conditions", "duties", "blocks", "policies", "classes", "charges", "meetings", "communications",
    "delegated", "locally_retained", "items", "stages", "assurance", "standards", "flows",
}  # fmt: skip
"""Lists whose rows a partnership decides: seats, sums, targets, owners."""
FIELDS = ("lead_officer", "quorum", "chair", "host", "pool_manager", "notices_to", "plan_year")


@pytest.mark.parametrize("folder", MODELS, ids=lambda folder: folder.name)
def test_a_model_asks_about_every_fact_that_it_invents(folder):
    loaded = load_agreement(DiskTree(folder, folder.name))
    agreement = loaded.required()
    known = {thing.value.id for thing in walk(agreement)}
    spots = {spot(place, agreement.id, known) for each in agreement.open_questions for place in each.places}
    rows = {thing.value.id for thing in walk(agreement) if thing.list in DECIDED}
    asked = []
    for leaf in leaves(agreement):
        invented = leaf.owner in rows or leaf.path in FIELDS or leaf.unit in (Day, Pounds)
        if invented and leaf.owner not in {each.id for each in agreement.to_settle}:
            asked.append((leaf.owner, leaf.path, any(each.holds(leaf.owner, leaf.path) for each in spots)))
    assert len(asked) > 30
    assert [(owner, path) for owner, path, is_asked in asked if not is_asked] == []


@pytest.mark.parametrize("folder", MODELS, ids=lambda folder: folder.name)
def test_every_question_of_a_model_is_left_to_do(folder):
    loaded = load_agreement(DiskTree(folder, folder.name))
    left = left_to_do(loaded, judge(loaded))
    assert {each.id for each in loaded.required().to_settle} <= {each.id for each in left}
    assert all(each.where and each.what for each in left)
