"""Random variations: what a second reader of the printed deed reaches is the new print, word and number."""

from __future__ import annotations

import os
import random
from dataclasses import replace

import pytest

from section75.numbering import number
from section75.printing.deed import said
from section75.render.word import word_parts
from section75.variation import applied
from tests.support.printing import TEMPLATE
from tests.support.random_pairs import SOURCE, edited, edited_in_all_ways
from tests.support.variations import PLAIN, agreement_of, deed_of, fault, varied

PAIRS = int(os.environ.get("S75_VARIATIONS", "40"))
"""Random variations in one run; a slow run asks for 200."""


def variation(seed: int, before=SOURCE):
    """The small agreement, or another, after random edits. A deed does not vary its title and who executes it."""
    chance = random.Random(seed)
    how = edited_in_all_ways if seed % 2 else edited
    data = how(chance, chance.randint(1, 6), before, f"{seed}-")
    main, first = data[0], SOURCE[0]
    main["title"], main["execution"] = first["title"], first["execution"]
    return data


@pytest.mark.parametrize("seed", range(PAIRS))
def test_a_deed_leads_from_the_old_print_to_the_new_one(seed):
    old = agreement_of(SOURCE)
    before, after, _ = varied(old, agreement_of(variation(seed)))
    assert not fault(old, before, after)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(200, 360))
def test_so_do_very_many(seed):
    old = agreement_of(SOURCE)
    before, after, _ = varied(old, agreement_of(variation(seed)))
    assert not fault(old, before, after)


@pytest.mark.parametrize("seed", range(3))
def test_ten_deeds_in_order_lead_to_the_last_text(seed):
    data, held = SOURCE, None
    agreement = agreement_of(data)
    text = said(word_parts(varied(agreement, agreement)[0], TEMPLATE, "t", PLAIN))
    for nth in range(10):
        later = variation(1000 * seed + nth, data)
        before, after, _ = varied(agreement, agreement_of(later), held)
        deed = said(word_parts(deed_of(agreement, before, after), TEMPLATE, "t", PLAIN))
        reached, there = applied(deed, text), said(word_parts(after, TEMPLATE, "t", PLAIN))
        assert reached == [(each.number, each.words) for each in there]
        held, agreement, data, text = number(agreement, held), agreement_of(later), later, there


def test_nothing_that_did_not_change_is_ordered():
    old = agreement_of(SOURCE)
    before, after, _ = varied(old, replace(old, version="9"))
    assert "2.1" not in [b.label.shown for b in deed_of(old, before, after).blocks if getattr(b, "label", None)]
