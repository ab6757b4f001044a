"""Deeds between real agreements that replaced one another: far more than a deed would change, and still right."""

from __future__ import annotations

import pytest

from tests.support.agreements import shipped
from tests.support.variations import fault, varied


@pytest.mark.parametrize("name", ["coventry-cwpt", "warwickshire-cwpt"])
@pytest.mark.parametrize("years", [("2014", "2018"), ("2018", "2014")], ids="-".join)
def test_a_deed_leads_from_one_to_the_other(name, years):
    old, new = (shipped(f"{name}/{year}").required() for year in years)
    before, after, _ = varied(old, new)
    assert not fault(old, before, after)
