"""At least fifty realistic slips: each is found at its place, once, with what to do about it."""

from __future__ import annotations

import re

import pytest

from tests.support.slips import slips, told

ALL = list(slips())
FOUND = re.compile(r"^(\S+):(\d+):(\d+): (error|warning)\[", re.MULTILINE)


@pytest.mark.parametrize("slip", ALL, ids=lambda slip: f"{slip.page}: {slip.name}")
def test_a_slip_is_told_as_its_page_says(slip):
    assert told(slip.path, slip.change) == slip.said


def test_there_are_fifty_and_none_is_silent_or_told_without_advice():
    assert len(ALL) >= 50
    for slip in ALL:
        assert FOUND.search(slip.said), f"{slip.name} is silent"
        assert "hint: " in slip.said, f"{slip.name} has no advice"
        assert len(FOUND.findall(slip.said)) <= 2, f"{slip.name} is told more than twice"
