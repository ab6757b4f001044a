"""What an edit of words is about."""

from __future__ import annotations

import pytest

from section75.compare.kinds import Kind, kind_of_words


@pytest.mark.parametrize(
    ("gone", "come", "kind"),
    [
        ("shall", "may", Kind.OBLIGATION),
        ("\u00a3100", "\u00a3200", Kind.MONEY),
        ("30 days", "60 days", Kind.PERIOD),
        ("the Council", "the Trust", Kind.PARTY),
        ("indemnify", "hold harmless", Kind.LIABILITY),
        ("clause 12", "clause 13", Kind.ADMINISTRATIVE),
        ("organisation", "organization", Kind.ADMINISTRATIVE),
        ("not", "", Kind.OBLIGATION),
        ("quorum", "", Kind.GOVERNANCE),
        ("red", "blue", Kind.OTHER),
    ],
)
def test_what_an_edit_is_about(gone, come, kind):
    assert kind_of_words(gone, come) is kind
