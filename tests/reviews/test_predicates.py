"""A predicate that is given nonsense says so before it is run; whatever it accepts, it runs on any agreement."""

from __future__ import annotations

from datetime import date

import pytest

from section75.judging.reviewed import examined
from section75.model import Test as ItemTest
from section75.reviews.predicates import TABLE
from section75.reviews.testing import BadTestError, prepared
from tests.support.agreements import shipped
from tests.support.reviews import CATALOGUES, read_catalogue

NONSENSE = ("title", "nothing", "", "(", [], ["clauses"], [["x"]], [{"id": 1}], {}, {"a": 1}, True, None, 0, -3, 0.5,
            "clauses", "parties", "risks", 10**12, "1e9999", "²")  # fmt: skip


@pytest.fixture(scope="module")
def subject():
    return examined(shipped("coventry-cwpt/2018"), [], date(2018, 3, 31)).subject


@pytest.fixture(scope="module")
def given():
    """Values that some item gives, for each predicate."""
    found = {}
    for path in sorted(CATALOGUES.glob("*.yaml")):
        for item in read_catalogue(path.stem).catalogue.items:
            for test in item.tests:
                if test.predicate:
                    found.setdefault(test.predicate, {}).update(test.with_ or {})
    return found


@pytest.mark.parametrize("name", [predicate.name for predicate in TABLE])
def test_nonsense_is_refused_or_run(name, subject, given):
    values = given.get(name, {})
    for field in {*values, "of", "words", "kind", "least"}:
        for wrong in NONSENSE:
            try:
                run = prepared(ItemTest(predicate=name, with_={**values, field: wrong}))
            except BadTestError as error:
                assert error.path, error
            else:
                assert run(subject).holds in (True, False, None)


def test_every_predicate_is_used_by_some_item(given):
    assert {predicate.name for predicate in TABLE} == set(given)


@pytest.mark.parametrize("wrong", [3, "words", ["words"]])
def test_values_that_are_no_names_are_refused(wrong):
    with pytest.raises(BadTestError, match="names with values"):
        prepared(ItemTest(predicate="says", with_=wrong))


def test_a_value_that_is_not_known_is_refused():
    with pytest.raises(BadTestError, match="does not take wrods"):
        prepared(ItemTest(predicate="says", with_={"words": "x", "wrods": "x"}))
