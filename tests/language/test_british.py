"""Dates, money and quotation marks as an English agreement writes them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from section75.language import british
from section75.language.british import added_up, curled, number, pounds, quantity


def test_money_and_dates():
    assert british.pounds(Decimal("1234.5")) == "\u00a31,234.50"
    assert british.pounds(Decimal(-3)) == "-\u00a33"
    assert british.quantity(Decimal("85.5"), "per-cent") == "85.5%"
    assert british.day("2018-04-01") == "1 April 2018"
    assert british.curled('"It\'s" \'so\' ("x")') == "\u201cIt\u2019s\u201d \u2018so\u2019 (\u201cx\u201d)"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("the Party's duty", "the Party\u2019s duty"),
        ('the "Fund" is', "the \u201cFund\u201d is"),
        ('(the "Fund")', "(the \u201cFund\u201d)"),
        ("in the '90s and the 1990s'", "in the \u201990s and the 1990s\u2019"),
        ('"\'90s music"', "\u201c\u201990s music\u201d"),
        ("'90 days' notice'", "\u201890 days\u2019 notice\u2019"),
        ("\"'so'\"", "\u201c\u2018so\u2019\u201d"),
        ("'\"so\"'", "\u2018\u201cso\u201d\u2019"),
        ("\u00a0\"x\"\u2014'y'", "\u00a0\u201cx\u201d\u2014\u2018y\u2019"),
        ('"________" and "________"', "\u201c________\u201d and \u201c________\u201d"),
    ],
)
def test_marks_are_curly(typed, printed):
    assert curled(typed) == printed


@given(st.text(st.sampled_from(list("ab '\"()\u201c\u2014.90s")), max_size=20))
def test_marks_keep_their_number_and_none_stays_straight(typed):
    printed = curled(typed)
    assert len(printed) == len(typed)
    assert not set(printed) & set("'\"")
    assert curled(printed) == printed


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("1250.505", "\u00a31,250.51"),
        ("1250.515", "\u00a31,250.52"),
        ("0.005", "\u00a30.01"),
        ("-0.004", "\u00a30"),
        ("-0", "\u00a30"),
        ("-0.005", "-\u00a30.01"),
        ("-12", "-\u00a312"),
        ("999999999999999999999999999999.999", "\u00a31,000,000,000,000,000,000,000,000,000,000"),
    ],
)
def test_money_prints_in_whole_pence_and_nothing_is_less_than_nothing(value, shown):
    assert pounds(Decimal(value)) == shown


@pytest.mark.parametrize(("value", "shown"), [("-0", "0"), ("-0.00", "0.00"), ("-1.50", "-1.50")])
def test_other_figures_are_not_less_than_nothing_either(value, shown):
    assert number(Decimal(value)) == shown
    assert quantity(Decimal(value), "per-cent") == f"{shown}%"


@given(st.lists(st.decimals(-10_000, 10_000, places=4), max_size=8))
def test_a_total_is_the_sum_of_what_is_shown(values):
    shown = [pounds(value).replace("\u00a3", "").replace(",", "") for value in values]
    assert pounds(added_up(values, "pounds")) == pounds(sum(map(Decimal, shown), Decimal(0)))
