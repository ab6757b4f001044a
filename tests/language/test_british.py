"""Dates, money and quotation marks as an English agreement writes them."""

from __future__ import annotations

from decimal import Decimal

from section75.language import british


def test_money_and_dates():
    assert british.pounds(Decimal("1234.5")) == "\u00a31,234.50"
    assert british.pounds(Decimal(-3)) == "-\u00a33"
    assert british.quantity(Decimal("85.5"), "per-cent") == "85.5%"
    assert british.day("2018-04-01") == "1 April 2018"
    assert british.curled('"It\'s" \'so\' ("x")') == "\u201cIt\u2019s\u201d \u2018so\u2019 (\u201cx\u201d)"
