"""Dates that were over before the term began: always where they are still to be kept, all of them in a renewal."""

from __future__ import annotations

import pytest

from tests.support.agreements import judged, overlaid

RENEWS = "renews: {id: newtown-2015, digest: abc}\n"


def told(words: str, more: str = "") -> list[str]:
    block = f'{more}definitions: [{{id: def-agreement, term: Agreement, meaning: "{words}"}}]\n'
    found = judged(overlaid("agreement.yaml", block)).findings
    return [
        finding.message.split(" lie")[0]
        for finding in found
        if finding.code == "stale-date" and finding.owner == "def-agreement"
    ]


@pytest.mark.parametrize(
    ("words", "stale"),
    [
        ("Before 25 May 2016 they agree it.", ["25 May 2016"]),
        ("They report not later than March 2018.", ["March 2018"]),
        ("They report by the end of 2016/17.", ["2016/17"]),
        ("Baseline in 2015-16.", ["2015-16"]),
        ("They report by 2 April 2018.", []),
        ("They report by April 2018.", []),
        ("They report by the end of 2018/19.", []),
        ("The review of 2017 found it, and from 2014 to 2016 it rose.", []),
    ],
)
def test_a_date_that_is_still_to_be_kept_lies_in_the_term(words, stale):
    assert told(words) == stale


@pytest.mark.parametrize(
    ("words", "stale"),
    [
        ("The review of 1 March 2017 found it.", ["1 March 2017"]),
        ("It rose from 2014 to 2016.", ["2014, 2016"]),
        ("It was 9 in 2016/17 and 8 in 2018/19.", ["2016/17"]),
        ("Under the Care Act 2014, SI 2000/617, the Regulations 2000 and the Better Care Fund Framework 2016.", []),
        ("Under the 2006 Act and the Directions (No 2) 2015.", []),
        ("It costs 2,015.50 or 2015.5 and weighs A2015.", []),
        ("In 2018 it begins.", []),
    ],
)
def test_a_renewal_lists_every_date_and_year_of_the_old_term(words, stale):
    assert told(words, RENEWS) == stale


def test_fields_that_hold_dates_are_listed_in_a_renewal_and_the_term_is_not():
    found = judged(overlaid("agreement.yaml", RENEWS)).findings
    stale = {finding.owner: finding.message for finding in found if finding.code == "stale-date"}
    assert set(stale) == {"newtown-risks"}  # reviewed on 1 March 2018, a month before the term


def test_recitals_may_tell_the_past():
    block = RENEWS + 'recitals: [{id: recital-power, text: "Under the 2006 Act they agreed on 1 May 2011."}]\n'
    assert [f.owner for f in judged(overlaid("agreement.yaml", block)).findings if f.code == "stale-date"] == [
        "newtown-risks"
    ]
