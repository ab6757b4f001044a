"""Whatever a redline marks is listed, and whatever is listed as tracked is marked: over random edits of all kinds."""

from __future__ import annotations

import os
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from section75.compare import compare
from section75.compare.departures import Departure, departures
from section75.compare.places import Part, Place, marked_places
from tests.support.marked_in_word import marked_in_word
from tests.support.random_pairs import document, edited_in_all_ways

PAIRS = int(os.environ.get("S75_LISTED_PAIRS", "40"))
"""Random pairs in one run; a slow run asks for 1,000."""


def compared(seed: int, before: int, after: int):
    chance = random.Random(seed)
    old, new = (document(edited_in_all_ways(chance, edits)) for edits in (before, after))
    return compare(old, new)


def listed(found: tuple[Departure, ...]) -> set[Place]:
    return {place for departure in found for place in departure.places}


def in_word(places: set[Place], comparison) -> set[tuple[int, str]]:
    """Places by what Word can show: a block, a caption, a row."""
    whole = {place.block for place in places if place.part in (Part.WHOLE, Part.WORDS, Part.FORM)}
    found = {(at, "") for at in whole}
    for place in places:
        if place.block not in whole and not (comparison.blocks[place.block].move):
            found.add((place.block, "caption" if place.part is Part.CAPTION else f"{place.part} {place.nth}"))
    return found


def check(seed: int, before: int, after: int) -> None:
    comparison = compared(seed, before, after)
    found = departures(comparison, {}, {})
    places = set(marked_places(comparison))
    assert listed(found) == places
    assert in_word(places, comparison) == marked_in_word(comparison)
    assert all(departure.was != departure.now for departure in found if departure.verdicts == ("edited",))


@settings(max_examples=PAIRS, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=False)
@given(seed=st.integers(0, 10**9), before=st.integers(0, 4), after=st.integers(0, 8))
def test_what_is_marked_is_listed_and_what_is_listed_is_marked(seed, before, after):
    check(seed, before, after)


@pytest.mark.slow
def test_the_same_over_many_pairs():
    for seed in range(int(os.environ.get("S75_LISTED_PAIRS_SLOW", "200"))):
        check(seed, seed % 5, seed % 9)
