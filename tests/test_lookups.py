"""What a look-up brings and what it may name."""

from __future__ import annotations

import pytest

from section75.errors import MissingError
from section75.lookups import look_up
from tests.support.agreements import loaded


@pytest.mark.parametrize(
    ("path", "words"),
    [("term.end", "31 March 2021"), ("term.notice_months", "6"), ("parties.trust.name", "Newtown Partnership NHS Trust"),
     ("version", "0.1"), ("title", "Partnership agreement for the Newtown community service")],
)  # fmt: skip
def test_a_look_up_is_written_in_british_form(path, words):
    assert look_up(loaded().required(), path) == words


@pytest.mark.parametrize(
    "path",
    [
        "term",
        "term.finish",
        "parties.nobody.name",
        "parties",
        "illustrative",
        "term.end.day",
        "reference",
        "from_",
        "notes",
        "format",
        "parties.trust.kind",
        "schedules.finance.kind",
        "schedules.finance.stated_totals",
    ],
)
def test_a_look_up_that_leads_nowhere_says_so(path):
    with pytest.raises(MissingError):
        look_up(loaded().required(), path)


def test_only_what_prints_is_offered():
    with pytest.raises(MissingError) as told:
        look_up(loaded().required(), "parties.trust.sort")
    assert told.value.hint == "known here: id, name, address, label, notices_to"


@pytest.mark.parametrize("path", ["schedules.finance.overspend", "schedules.governance.groups.board.name"])
def test_a_look_up_reaches_what_prints_in_a_schedule(path):
    assert look_up(loaded().required(), path)
