"""What a departure from a model is said to be about, also where the file holds a bare figure."""

from __future__ import annotations

from pathlib import Path

import pytest

from section75.compare.kind import Kind
from section75.drafting import departures_of
from section75.load import read_file
from section75.model import SCHEDULE_KINDS
from section75.tree import MemoryTree
from tests.support.printing import ROOT


def schedule(name: str, was: str = "", now: str = ""):
    """A schedule of the library, with some words replaced."""
    text = Path(ROOT / "schedules" / name).read_text("utf-8")
    assert was in text
    source, _ = read_file(MemoryTree({name: text.replace(was, now, 1) if was else text}), name, tuple(SCHEDULE_KINDS))
    return source


@pytest.mark.parametrize(
    ("name", "was", "now", "kinds"),
    [
        ("scheme-specification.yaml", "value: 500000", "value: 250000", (Kind.MONEY,)),
        ("scheme-specification.yaml", "commissioner: icb", "commissioner: council", (Kind.PARTY,)),
        ("scheme-specification.yaml", "within five working days", "within ten working days", (Kind.PERIOD,)),
    ],
)
def test_a_departure_says_what_it_is_about(name, was, now, kinds):
    assert [found.kinds for found in departures_of(schedule(name), schedule(name, was, now))] == [kinds]
