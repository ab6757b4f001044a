"""Leaving a schedule out never makes an agreement look better."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

import pytest

from section75.judging.reviewed import examined
from section75.load import load_agreement
from section75.reviews import Status
from section75.tree import MemoryTree
from tests.support.agreements import shipped
from tests.support.printing import ROOT
from tests.support.reviews import CATALOGUES, read_catalogue

BETTER = (Status.MET, Status.NOT_APPLICABLE)
NAMES = ["coventry-cwpt/2018", "example/2025", "cheshire-east-south/2016"]
DAY = date(2027, 1, 31)
"""After the first term, in the second year of the other."""


@cache
def catalogues():
    return [read_catalogue(path.stem) for path in sorted(CATALOGUES.glob("*.yaml"))]


def statuses(loaded) -> dict[str, Status]:
    return {result.item.id: result.status for result in examined(loaded, catalogues(), DAY).review.results}


def without(name: str, path: str):
    folder = ROOT / "agreements" / name
    files = {
        each.relative_to(folder).as_posix(): each.read_text("utf-8")
        for each in folder.rglob("*.yaml")
        if each.relative_to(folder).as_posix() != path
    }
    files["agreement.yaml"] = re.sub(rf"^ +- {re.escape(path)}\n", "", files["agreement.yaml"], flags=re.MULTILINE)
    return load_agreement(MemoryTree(files))


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_a_schedule_left_out_makes_nothing_met_and_nothing_inapplicable(name):
    before = statuses(shipped(name))
    folder = ROOT / "agreements" / name
    # Only what an action plan says keeps an item from being met that all else shows, so the plan is not left out here.
    files = [
        path for path in sorted((folder / "schedules").glob("*.yaml")) if "kind: action-plan" not in path.read_text()
    ]
    paths = [path.relative_to(folder).as_posix() for path in files]
    better = [
        (path, item, str(before[item]), str(now))
        for path in paths
        for item, now in statuses(without(name, path)).items()
        if now in BETTER and before[item] not in BETTER
    ]
    assert better == []
