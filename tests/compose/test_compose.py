"""The Document of the small agreement, as its pages read; references from where they stand; British forms."""

from __future__ import annotations

from decimal import Decimal

import pytest

from section75.compose import compose
from section75.document import Paragraph, words_of
from section75.errors import MissingError
from section75.language import british
from section75.lookups import look_up
from section75.numbering import number
from tests.support.agreements import changed, loaded
from tests.support.reading import told


@pytest.mark.parametrize(
    ("target", "at", "words"),
    [
        ("oversight", "", "clause 2"),
        ("board-meets", "board-duty", "clause 2.1(a)"),
        ("board-meetings", "", "paragraph 1 of Part A of Schedule 1"),
        ("board-seats", "board-meetings", "paragraph 1.1"),
        ("board-meetings", "appeals", "paragraph 1 of Part A"),
        ("tor-purpose", "appeals", "paragraph 1 of Appendix 1"),
        ("money", "appeals", "paragraph 1 of Schedule 3"),
        ("board-part", "", "Part A of Schedule 1"),
        ("governance", "appeals", "Schedule 1"),
        ("recital-power", "", "recital (A)"),
        ("def-agreement", "", "the definition of \u201cAgreement\u201d"),
        ("adults-reviewed", "", "row 1 of Table 1 of Schedule 2"),
        ("adults-reviewed", "measured", "row 1 of Table 1"),
        ("posts", "", "Table 3 of Schedule 3"),
        ("seat-deputy", "", "row 2 of Table 2 of Schedule 1"),
        ("trust", "", "the Trust"),
    ],
)
def test_a_reference_says_as_much_as_is_needed_from_where_it_stands(target, at, words):
    pieces = number(loaded().required()).cite(target, at)
    assert "".join(p if isinstance(p, str) else p.shown for p in pieces) == words


def test_a_clause_not_used_holds_its_number():
    tree = changed("agreement.yaml", "  - id: oversight\n", "  - {id: gone, not_used: true}\n  - id: oversight\n")
    text = told(compose(loaded(tree).required()))
    assert "clause_heading: 2 Not used" in text
    assert "clause_heading: 3 Oversight" in text


def test_a_reference_at_the_beginning_of_a_sentence_has_a_capital():
    assert "clause: 2.2 Clause 2.1 does not limit" in told(compose(loaded().required()))


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


def test_what_a_look_up_brings_is_never_read_again():
    tree = changed(
        "agreement.yaml", "title: Partnership agreement", "title: '{{ version }} *and* [](#x)'\nreference: x # "
    )
    tree.files["agreement.yaml"] = str(tree.files["agreement.yaml"]).replace(
        "until {{ term.end }}", "under {{ title }}"
    )
    assert "under {{ version }} *and* [](#x):" in told(compose(loaded(tree).required()))


def test_money_and_dates():
    assert british.pounds(Decimal("1234.5")) == "\u00a31,234.50"
    assert british.pounds(Decimal(-3)) == "-\u00a33"
    assert british.quantity(Decimal("85.5"), "per-cent") == "85.5%"
    assert british.day("2018-04-01") == "1 April 2018"
    assert british.curled('"It\'s" \'so\' ("x")') == "\u201cIt\u2019s\u201d \u2018so\u2019 (\u201cx\u201d)"


def test_a_reference_that_begins_a_later_sentence_begins_with_a_capital():
    tree = changed(
        "agreement.yaml", "It shall keep a record.", '"It is so. [](#board-again) applies, and [](#board-duty)."'
    )
    said = "\n".join(words_of(b.runs) for b in compose(loaded(tree).required()).blocks if isinstance(b, Paragraph))
    assert "It is so. Clause 2.2 applies, and clause 2.1." in said
