"""The real agreements after random edits of every kind: redlines hold, and track little more than they must."""

from __future__ import annotations

import os
import random
from dataclasses import replace
from functools import cache
from statistics import median

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.edits import Data, document, random_pair, real_agreements
from benchmarks.minimality import measured
from section75.compare import compare
from tests.support import random_pairs
from tests.support.fields import led_to
from tests.support.printing import ROOT
from tests.support.redlines import WHO, proved, redlined

PAIRS = int(os.environ.get("S75_RANDOM_PAIRS", "60")) // 5
"""Real agreements are long; a fifth of what small ones are tried with."""


@cache
def agreements() -> dict[str, Data]:
    return real_agreements(ROOT / "agreements")


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(PAIRS))
def test_a_random_pair_of_the_real_agreements_proves_itself(seed):
    old, new = random_pair(agreements(), seed)
    made = redlined(old, new, replace(WHO, pairs=bool(seed % 2)))
    assert not proved(*made)
    assert references_hold(*made)


def references_hold(redline: bytes, old: bytes, new: bytes) -> bool:
    """Whether every reference of either side leads to what it leads to in its print."""
    return led_to(redline, "accept") == led_to(new) and led_to(redline, "reject") == led_to(old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("coventry-cwpt/2014", "coventry-cwpt/2018"),
        pytest.param("coventry-cwpt/2018", "warwickshire-cwpt/2018", marks=pytest.mark.slow),
    ],
)
def test_references_between_two_agreements_lead_where_they_led(old, new):
    made = redlined(*(document(agreements()[name]) for name in (old, new)))
    assert not proved(*made)
    assert references_hold(*made)


@pytest.mark.slow
@settings(max_examples=PAIRS * 5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 10**9), before=st.integers(0, 4), after=st.integers(0, 9))
def test_references_of_a_random_pair_lead_where_they_led(seed, before, after):
    chance = random.Random(seed)
    old, new = random_pairs.edited(chance, before), random_pairs.edited(chance, after)
    assert references_hold(*redlined(random_pairs.document(old), random_pairs.document(new)))


@pytest.mark.slow
def test_a_redline_tracks_little_more_than_the_least():
    found = [measured(seed, *random_pair(agreements(), seed)) for seed in range(PAIRS)]
    assert median(each.ratio for each in found) < 1.05
    assert sum(each.tracked for each in found) < 1.15 * sum(each.floor for each in found)


@pytest.mark.parametrize("seed", [3, 7])
def test_nothing_is_tracked_where_nothing_changed(seed):
    old, new = random_pair(agreements(), seed)
    for side in (old, new):
        assert not any(block.changed for block in compare(side, side).blocks)
