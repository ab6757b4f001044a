"""What the law says: edges of dates, roles and citations, and one list of kinds for schemas and law."""

from __future__ import annotations

import pytest

from section75.law.arrangements import ARRANGEMENT_TYPES, COUNCIL_FOR_NHS, NHS_FOR_COUNCIL, POOLED_FUND, wrong_way_round
from section75.law.bodies import EXISTED, existed, joins_both
from section75.law.consultation import exemption_covers_all, exemption_possible
from section75.law.functions import charging, forbidden
from section75.schema import schema_of


def choices(where: str, field: str) -> list[str]:
    return schema_of("agreement")["properties"][where]["items"]["properties"][field]["enum"]


def test_law_and_schema_know_the_same_bodies_and_types():
    assert sorted(EXISTED) == sorted(choices("parties", "kind"))
    assert sorted(ARRANGEMENT_TYPES) == sorted(choices("arrangements", "type"))


@pytest.mark.parametrize(
    ("kind", "day", "expected"),
    [
        ("primary-care-trust", "2013-03-31", True),
        ("primary-care-trust", "2013-04-01", False),
        ("clinical-commissioning-group", "2013-03-31", False),
        ("clinical-commissioning-group", "2013-04-01", True),
        ("clinical-commissioning-group", "2022-06-30", True),
        ("clinical-commissioning-group", "2022-07-01", False),
        ("integrated-care-board", "2022-06-30", False),
        ("integrated-care-board", "2022-07-01", True),
        ("council", "2000-04-01", True),
        ("nhs-trust", "2030-01-01", True),
    ],
)
def test_a_body_could_enter_an_arrangement_while_it_existed(kind, day, expected):
    assert existed(kind, day) is expected


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [(["council", "nhs-trust"], True), (["council"], False), (["nhs-trust", "nhs-england"], False), ([], False)],
)
def test_an_arrangement_joins_a_council_and_an_nhs_body(kinds, expected):
    assert joins_both(kinds) is expected


@pytest.mark.parametrize(
    ("kind", "by", "of", "expected"),
    [
        (NHS_FOR_COUNCIL, "nhs-trust", "council", False),
        (NHS_FOR_COUNCIL, "council", "nhs-trust", True),
        (NHS_FOR_COUNCIL, "nhs-trust", "nhs-trust", True),
        (COUNCIL_FOR_NHS, "council", "nhs-trust", False),
        (COUNCIL_FOR_NHS, "nhs-trust", "council", True),
        (COUNCIL_FOR_NHS, "council", "council", True),
        (POOLED_FUND, "council", "nhs-trust", False),
        (POOLED_FUND, "nhs-trust", "council", False),
    ],
)
def test_the_two_bodies_stand_in_the_roles_of_the_regulation(kind, by, of, expected):
    assert wrong_way_round(kind, by, of) is expected


@pytest.mark.parametrize(
    ("start", "types", "possible", "all_of_it"),
    [
        ("2016-03-31", {POOLED_FUND}, False, False),
        ("2016-04-01", {POOLED_FUND}, True, True),
        ("2016-04-01", {POOLED_FUND, NHS_FOR_COUNCIL}, True, False),
        ("2016-04-01", {NHS_FOR_COUNCIL}, False, False),
    ],
)
def test_the_exemption_from_consultation(start, types, possible, all_of_it):
    assert exemption_possible(start, types) is possible
    assert exemption_covers_all(start, types) is all_of_it


@pytest.mark.parametrize(
    ("statute", "never", "charged"),
    [
        ("Mental Health Act 1983, section 114", True, False),
        ("Mental Health Act 1983, section 117", False, False),
        ("Children Act 1989, Part VII", True, False),
        ("Children Act 1989, Part III", False, False),
        ("Care Act 2014, sections 14 and 17", False, True),
        ("Care Act 2014, section 9", False, False),
    ],
)
def test_functions_that_the_law_leaves_out(statute, never, charged):
    assert forbidden(statute) is never
    assert charging(statute) is charged
