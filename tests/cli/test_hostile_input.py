"""Hostile input ends in a finding or in one line: no traceback, nothing written, no program run, in little time and memory.

`S75_HOSTILE` gives the number of inputs and `S75_HOSTILE_SEED` the seed; an input that fails is told by its kind, seed and number.
"""

from __future__ import annotations

import os
import sys

import pytest

from tests.support.hostile.watching import Watched, faults

COUNT = int(os.environ.get("S75_HOSTILE", "0"))
SEED = int(os.environ.get("S75_HOSTILE_SEED", "75"))
KINDS = ("yaml", "file", "git", "command")
FEW = 15
"""Of each kind, in `make quick`."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs pipes and links as Linux and macOS have them")


def every_fault(kind: str, numbers: range) -> list[str]:
    watched = Watched()
    try:
        return [f"{kind} {SEED} {n}: {fault}" for n in numbers for fault in faults(watched.tried(kind, SEED, n))]
    finally:
        watched.close()


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_input_of_each_kind(kind):
    assert every_fault(kind, range(FEW)) == []


@pytest.mark.slow
@pytest.mark.skipif(not COUNT, reason="S75_HOSTILE gives the number of inputs")
@pytest.mark.parametrize("kind", KINDS)
def test_much_hostile_input(kind):
    assert every_fault(kind, range(FEW, COUNT // len(KINDS))) == []
