"""What a change of a risk register is said to be about."""

from __future__ import annotations

from dataclasses import replace

from section75.compare.kind import Kind
from section75.compare.registers import register_departures
from section75.compare.vocabulary import vocabulary
from section75.model import Day
from tests.support.agreements import loaded

OLD = loaded().risks


def kinds(known=None, **fields: object):
    """The kinds of the one departure that a register with a first risk of other fields has."""
    new = replace(OLD, risks=(replace(OLD.risks[0], **fields), *OLD.risks[1:]))
    (found,) = register_departures(OLD, new, *([known] if known else []))
    return found.kinds


def test_a_risk_says_what_changed_in_it():
    first = OLD.risks[0]
    score = replace(first.current, likelihood=first.current.likelihood % 5 + 1)
    assert kinds(review_date=Day("2031-12-31")) == (Kind.PERIOD,)
    assert kinds(owner="Director of Somewhere Else") == (Kind.PARTY,)
    assert kinds(owner="Warden", known=vocabulary([], ["Warden"])) == (Kind.PARTY,)
    assert kinds(current=score) == (Kind.NUMBER,)


def test_a_risk_added_is_never_administrative():
    (found,) = register_departures(replace(OLD, risks=OLD.risks[1:]), OLD)
    assert Kind.ADMINISTRATIVE not in found.kinds
    assert found.of_substance
