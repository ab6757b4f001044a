"""Every item of every catalogue: counted by strength, each that a machine can check with a page that meets and fails it."""

from __future__ import annotations

from collections import Counter

import pytest

from section75.reviews import FAILING, Status
from tests.support.reviews import CATALOGUES, PAGES, examples, read_catalogue, result_of

NAMES = sorted(path.stem for path in CATALOGUES.glob("*.yaml"))
EXPECTED = {
    "regulations-2000": {"statutory": 30},
    "cambridgeshire-2017": {"decided": 38, "required": 14},
    "cambridgeshire-2019": {"decided": 2, "required": 2, "found": 1},
}
"""How many items of each strength; see the headings of each review."""
ALL_PAGES = sorted(PAGES.glob("*/*.md"))


@pytest.fixture(scope="module")
def catalogues():
    return {name: read_catalogue(name) for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_no_item_is_dropped(name, catalogues):
    counted = Counter(item.strength for item in catalogues[name].catalogue.items)
    assert dict(counted) == EXPECTED[name]


@pytest.mark.parametrize("name", NAMES)
def test_each_item_that_a_machine_can_check_has_its_page(name, catalogues):
    tested = {item.id for item in catalogues[name].catalogue.items if item.tests}
    assert {page.stem for page in (PAGES / name).glob("*.md")} == tested


@pytest.mark.parametrize("page", ALL_PAGES, ids=lambda page: page.stem)
def test_one_small_agreement_meets_the_item_and_one_fails_it(page, catalogues):
    catalogue = catalogues[page.parent.name]
    sides = {example.side: result_of(example, catalogue) for example in examples(page)}
    assert set(sides) == {"Meets", "Fails"}
    assert sides["Meets"].status in (Status.MET, Status.EVIDENCE), sides["Meets"].wanting
    assert sides["Fails"].status in FAILING, (sides["Fails"].status, sides["Fails"].wanting)
    assert sides["Fails"].wanting
