"""The real agreements after random edits of every kind: redlines hold, and track little more than they must."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cache
from statistics import median

import pytest

from benchmarks.edits import Data, random_pair, real_agreements
from benchmarks.minimality import measured
from section75.compare import compare
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
    fault = proved(*redlined(old, new, replace(WHO, pairs=bool(seed % 2))))
    assert not fault, fault


@pytest.mark.slow
def test_a_redline_tracks_little_more_than_the_least():
    found = [measured(seed, *random_pair(agreements(), seed)) for seed in range(PAIRS)]
    assert median(each.ratio for each in found) < 1.05
    assert sum(each.tracked for each in found) < 1.15 * sum(each.floor for each in found)


@pytest.mark.parametrize("seed", [3, 7])
def test_nothing_is_tracked_where_nothing_changed(seed):
    old, new = random_pair(agreements(), seed)
    for side in (old, new):
        assert list(compare(side, side).changes()) == []
