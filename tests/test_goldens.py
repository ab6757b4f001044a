"""What is drawn is what the goldens hold. `make goldens` shows the differences and renews them."""

from __future__ import annotations

import pytest

from tests.support.goldens import LARGEST, goldens, strays
from tests.support.nodes import parsed, shown

ALL = goldens()


@pytest.mark.parametrize("golden", ALL, ids=lambda golden: golden.name)
def test_what_is_drawn_is_what_was_agreed(golden):
    assert golden.path.is_file(), f"there is no golden {golden.name} yet: run `make goldens`, and read it"
    said = golden.difference()
    if said:
        pytest.fail(f"{golden.name} differs; if it should, run `make goldens`\n{said}", pytrace=False)


def test_goldens_are_small_enough_to_be_read_and_none_is_left_over():
    assert [golden.name for golden in ALL if golden.path.stat().st_size > LARGEST] == []
    assert strays() == []


@pytest.mark.parametrize("golden", ALL[1:], ids=lambda golden: golden.name)
def test_a_golden_of_word_is_read_as_it_is_written(golden):
    kept = golden.kept()
    assert kept.partition("\n\n")[2] == shown(parsed(kept))
