"""What becomes of each block between two Documents, and of the words in it."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from section75.compare import Verdict, compare
from section75.compose import compose
from tests.support.agreements import changed, loaded
from tests.support.random_pairs import document, edited


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 10**9), edits=st.integers(0, 8))
def test_nothing_changed_where_nothing_changed(seed, edits):
    one = document(edited(random.Random(seed), edits))
    assert not any(block.changed for block in compare(one, one).blocks)


def verdicts(path: str, old: str, new: str) -> dict[str, tuple[Verdict, ...]]:
    comparison = compare(compose(loaded().required()), compose(loaded(changed(path, old, new)).required()))
    return {(b.new or b.old).id: b.verdicts for b in comparison.blocks if b.verdicts != (Verdict.UNCHANGED,)}


def test_a_new_clause_renumbers_what_follows_and_edits_nothing():
    found = verdicts("agreement.yaml", "  - id: oversight\n", "  - {id: fresh, heading: Fresh}\n  - id: oversight\n")
    assert found.pop("fresh") == (Verdict.ADDED,)
    assert set(found.values()) == {(Verdict.RENUMBERED,)}


def test_a_moved_schedule_is_moved_and_not_edited():
    found = verdicts(
        "agreement.yaml",
        "  - schedules/finance.yaml\n  - schedules/functions.yaml\n",
        "  - schedules/functions.yaml\n  - schedules/finance.yaml\n",
    )
    assert all(set(v) <= {Verdict.MOVED, Verdict.RENUMBERED} for v in found.values())
    assert any(Verdict.MOVED in v for v in found.values())
