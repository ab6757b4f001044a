"""Every model begun for every length and kind of NHS body is without findings, and its words fit the body."""

from __future__ import annotations

from datetime import date

import pytest

from section75.drafting import Answers, from_model, refused_kind
from section75.judging.agreement import judge
from section75.law.bodies import COUNCIL
from section75.load import load_agreement
from section75.model.leaves import leaves
from section75.tree import MemoryTree
from tests.support.agreements import ROOT, shipped
from tests.support.laws import england

MODELS = sorted(path.parent.name for path in (ROOT / "agreements").glob("model-*/agreement.yaml"))
KINDS = ("nhs-trust", "nhs-foundation-trust", "integrated-care-board")
GONE = (
    "Local Safeguarding Children",
    "delayed transfer",
    "care programme approach",
    "controllers in common",
    "2018-19",
)
"""What the law or practice of November 2026 no longer knows."""


def drafts():
    for name in MODELS:
        model = shipped(name).required()
        for kind in KINDS:
            if not refused_kind(model, kind):
                yield from ((name, kind, months) for months in (24, 36, 60))


@pytest.mark.parametrize(("name", "kind", "months"), list(drafts()))
def test_a_draft_is_without_findings(name, kind, months):
    model = shipped(name)
    parties = model.required().parties
    kinds = {party.id: kind for party in parties if party.kind != COUNCIL}
    named = {party.id: party.name for party in parties}
    answers = Answers("The service", named, named, kinds, date(2028, 7, 1), months)
    loaded = load_agreement(MemoryTree(from_model(model, "newtown-2028", answers)))
    assert judge(loaded, england()).findings == ()
    words = " ".join(str(leaf.value) for leaf in leaves(loaded.required())).casefold()
    assert [each for each in GONE if each.casefold() in words] == []
    assert ("foundation trust" in words) is (kind == "nhs-foundation-trust")


def test_every_model_can_be_begun_with_some_body():
    assert {name for name, *_ in drafts()} == set(MODELS) and len(MODELS) >= 4
