"""Every item of every catalogue: counted by strength, each that a machine can check with a page that meets and fails it."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from section75.judging.reviewed import examined
from section75.reviews import FAILING, Status
from section75.reviews.wording import goes_by_words
from tests.support.agreements import loaded, shipped
from tests.support.reviews import CATALOGUES, PAGES, alone, examples, read_catalogue, result_of, sentences

NAMES = sorted(path.stem for path in CATALOGUES.glob("*.yaml"))
EXPECTED = {
    "regulations-2000": {"statutory": 45, "guidance": 8},
    "better-care-fund-years": {"required": 12},
    "coventry-warwickshire-2017": {"recommended": 43, "required": 39, "consider": 30, "found": 11},
    "better-care-fund-2016": {"required": 25, "decided": 6, "found": 5, "recommended": 1, "consider": 1},
    "kent-2012": {"decided": 14, "required": 13},
    "cambridgeshire-2017": {"decided": 38, "required": 14},
    "cambridgeshire-2019": {"decided": 2, "required": 2, "found": 1},
}
"""How many items of each strength; see the headings of each review."""
HOLDING = (Status.MET, Status.WORDS, Status.EVIDENCE)
"""What the tests can make of an agreement that meets an item: what was found in words has still to be read."""
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
    assert sides["Meets"].status in HOLDING, (sides["Meets"].status, sides["Meets"].wanting)
    assert sides["Fails"].status in FAILING, (sides["Fails"].status, sides["Fails"].wanting)
    assert sides["Fails"].wanting


def by_words(item) -> bool:
    """Whether a test of an item goes by words, so that a drafter may say them and mean the opposite."""
    given = (each for test in item.tests for each in (test.schema, test.some, test.every, test.none))
    schemas = [getattr(each, "like", each) for each in given if each]
    schemas += [(test.with_ or {}).get("like") for test in item.tests if test.predicate]
    named = {test.predicate for test in item.tests} & {"says", "lists", "nhs-functions", "prescribed-functions"}
    return bool(named) or any(map(goes_by_words, schemas))


@pytest.mark.parametrize("name", NAMES)
def test_each_item_that_goes_by_words_has_what_says_the_opposite_and_other_words(name, catalogues):
    for item in catalogues[name].catalogue.items:
        sides = {example.side for example in sentences(PAGES / name / f"{item.id}.md")} if item.tests else set()
        assert sides == ({"Says the opposite", "Other words"} if by_words(item) else set()), item.id


@pytest.mark.parametrize("page", [page for page in ALL_PAGES if sentences(page)], ids=lambda page: page.stem)
def test_the_opposite_is_never_met_and_other_words_never_fail(page, catalogues):
    for example in sentences(page):
        result = result_of(example, catalogues[page.parent.name])
        wrong = (Status.MET,) if example.side == "Says the opposite" else (Status.FAILED, Status.PARTLY)
        assert result.status not in wrong, (example.side, result.wanting)


@pytest.mark.parametrize(
    "of", ["", pytest.param("coventry-cwpt/2018", marks=pytest.mark.slow)], ids=["small", "coventry"]
)
@pytest.mark.parametrize("name", NAMES)
def test_an_item_comes_out_the_same_alone_and_among_the_others(name, of, catalogues):
    """So that a page may judge its own item and leave the rest of the catalogue out."""
    catalogue, agreement, day = catalogues[name], shipped(of) if of else loaded(), date(2019, 6, 30)
    together = examined(agreement, [catalogue], day)
    assert together.review.faults == ()
    singly = [
        examined(agreement, [alone(catalogue, item.id)], day).review.results for item in catalogue.catalogue.items
    ]
    by_id = {result.item.id: result for result in together.review.results}
    assert len(by_id) == len(singly)
    assert all(result == by_id[result.item.id] for (result,) in singly)


def test_there_are_245_items_of_reviews_and_65_of_the_law_and_its_guidance(catalogues):
    sizes = {name: len(catalogues[name].catalogue.items) for name in NAMES}
    assert sizes.pop("regulations-2000") == 53
    assert sizes.pop("better-care-fund-years") == 12
    assert sum(sizes.values()) == 245
    assert sizes == {
        "coventry-warwickshire-2017": 123,
        "cambridgeshire-2017": 52,
        "cambridgeshire-2019": 5,
        "better-care-fund-2016": 38,
        "kent-2012": 27,
    }


def test_ids_run_on_without_a_gap_and_relate_to_what_is_there(catalogues):
    ids = [item.id for name in NAMES for item in catalogues[name].catalogue.items]
    assert len(ids) == len(set(ids))
    for letters, last in (("ST", 53), ("CW", 123), ("CP", 52), ("SD", 5), ("CE", 38), ("KM", 27)):
        numbers = sorted(int(identity[3:]) for identity in ids if identity.startswith(letters))
        assert numbers == list(range(1, last + 1))
    for name in NAMES:
        for item in catalogues[name].catalogue.items:
            assert set(item.relates) <= set(ids), item.id


def test_every_item_is_a_sentence_with_a_source(catalogues):
    for name in NAMES:
        for item in catalogues[name].catalogue.items:
            assert item.says[0].isupper(), item.id
            assert item.says.endswith("."), item.id
            assert item.source, item.id
            assert item.tests or item.evidence, item.id
